"""A small picture of each scene, to recognise it by before it is shown: an SVG without a word or a number in it.

Of charts and maps it has the figures themselves; what is words, a list or the network is drawn by its kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pandas as pd
import shapely

from lrn import geo, style
from lrn.measures import places
from lrn.views import content
from lrn.views.chart import Chart
from lrn.views.facts import Facts
from lrn.views.native import Crossed, Lying, Standing
from lrn.views.scene import Scene

WIDTH, HEIGHT = 144, 81
_LEFT, _TOP, _RIGHT, _BOTTOM = 10.0, 10.0, 134.0, 71.0
_MOST = 13  # rows of a chart
_GREY, _BLUE = style.PLACE_AROUND, style.ACCENT  # both show on light and on dark

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


def sketch(scene: Scene, facts: Facts) -> str:
    """The picture of *scene* as it is of *facts*."""
    drawn = "".join(_SKETCHED[type(scene.shows)](scene, facts))
    frame = f'<rect x=".5" y=".5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="4" fill="none" stroke="{_GREY}"/>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f"{frame}{drawn}</svg>"
    )


def _rect(x: float, y: float, width: float, height: float, colour: str) -> str:
    return f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{colour}"/>'


def _line(x: float, y: float, to_x: float, to_y: float, more: str = "") -> str:
    return f'<path d="M{x:.1f} {y:.1f}L{to_x:.1f} {to_y:.1f}" stroke="{_GREY}" {more}/>'


def _dot(x: float, y: float, size: float, colour: str = _BLUE) -> str:
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size}" fill="{colour}"/>'


def _words(x: float, y: float, *widths: float, step: float = 9) -> Iterator[str]:
    """Lines of text, as a bar each."""
    for at, width in enumerate(widths):
        yield _rect(x, y + at * step, width, 3, _GREY)


# ── Charts and maps, with their figures ──────────────────────────────────────────────────────────────────────


def _charts(scene: Scene, facts: Facts) -> Iterator[str]:
    drawn = scene.shows.charts(facts.selection)
    width = (_RIGHT - _LEFT + 8) / len(drawn)
    for at, chart in enumerate(drawn):
        left = _LEFT + at * width
        yield from _chart(chart, facts.frame(chart), (left, _TOP, left + width - 8, _BOTTOM))


def _chart(chart: Chart, frame: pd.DataFrame, box: Box) -> Iterator[str]:
    if isinstance(chart.native, Crossed) and chart.cross:
        yield from _squares(frame.pivot_table("aantal", *chart.cross, sort=False).fillna(0), box)
    elif isinstance(chart.native, Standing):
        yield from _columns([list(part) for part in chart.native.parts(frame).values()], box)
    elif isinstance(chart.native, Lying):
        yield from _bars(frame["aantal"].tolist()[:_MOST], box)


def _bars(amounts: list[int], box: Box) -> Iterator[str]:
    left, top, right, bottom = box
    step = (bottom - top) / max(len(amounts), 4)
    for at, amount in enumerate(amounts):
        long = (right - left) * amount / max(*amounts, 1)
        yield _rect(left, top + at * step, max(long, 1), step * 0.7, _BLUE if amount else _GREY)


def _columns(parts: list[list[int]], box: Box) -> Iterator[str]:
    left, top, right, bottom = box
    heights = [sum(stacked) for stacked in zip(*parts, strict=True)]
    step = (right - left) / max(len(heights), 4)
    for at, stacked in enumerate(zip(*parts, strict=True)):
        below = bottom
        for amount, colour in zip(stacked, (_BLUE, style.ACCENT_SOFT), strict=False):
            high = (bottom - top) * amount / max(*heights, 1)
            below -= high
            yield _rect(left + at * step, below, step * 0.7, high, colour)


def _squares(table: pd.DataFrame, box: Box) -> Iterator[str]:
    left, top, right, bottom = box
    table = table.iloc[:_MOST]
    classes = style.count_breaks(table.to_numpy().ravel().tolist())
    across, down = (right - left) / max(table.shape[1], 1), (bottom - top) / max(len(table), 4)
    for row, amounts in enumerate(table.to_numpy().tolist()):
        for column, amount in enumerate(amounts):
            x, y = left + column * across, top + row * down
            yield _rect(x, y, across - 1.5, down - 1, _colour(classes, amount))


def _colour(classes: list[style.Break], amount: float) -> str:
    return next((each.colour for each in classes if each.holds(amount)), style.ZERO)


def _map(scene: Scene, facts: Facts) -> Iterator[str]:
    assert isinstance(scene.shows, content.AreaMap)
    [chart] = scene.shows.charts(facts.selection)
    frame = facts.frame(chart)
    amounts = dict(zip(frame["code"], frame["activiteiten"], strict=True))
    classes = style.count_breaks(frame["activiteiten"].tolist())
    for code, path in _outlines(scene.shows.level).items():
        colour = _colour(classes, amounts[code]) if code in amounts else "none"
        yield f'<path d="{path}" fill="{colour}" stroke="{_GREY}" stroke-width=".6"/>'


@cache
def _outlines(level: places.Level) -> dict[str, str]:
    """The areas of the map as paths that fit in the picture, by their code."""
    known = geo.places() if level == "plaats" else geo.municipalities()
    shapes = {feature["id"]: shapely.simplify(geo.flat(feature["id"]), 0.6) for feature in known["features"]}
    west, south, east, north = shapely.union_all(list(shapes.values())).bounds
    scale = min((_RIGHT - _LEFT) / (east - west), (HEIGHT - 8) / (north - south))
    x, y = WIDTH / 2 - scale * (west + east) / 2, HEIGHT / 2 + scale * (south + north) / 2
    return {
        code: "".join(
            f"M{'L'.join(f'{x + scale * e:.1f} {y - scale * n:.1f}' for e, n in part.exterior.coords)}Z"
            for part in getattr(shape, "geoms", [shape])
        )
        for code, shape in shapes.items()
    }


# ── Words, lists and the network, by their kind ──────────────────────────────────────────────────────────────


def _title(scene: Scene, facts: Facts) -> Iterator[str]:
    yield _rect(_LEFT, 26, 90, 8, _BLUE)
    yield from _words(_LEFT, 42, 62, 46)


def _key_figures(scene: Scene, facts: Facts) -> Iterator[str]:
    for at in range(4):
        yield _rect(_LEFT + at * 32, 28, 18, 14, _BLUE)
        yield _rect(_LEFT + at * 32, 48, 26, 3, _GREY)


def _highlights(scene: Scene, facts: Facts) -> Iterator[str]:
    for at, width in enumerate((104, 88, 112, 74, 96)):
        yield _dot(_LEFT + 2, 14.5 + at * 12.5, 2)
        yield from _words(_LEFT + 9, 13 + at * 12.5, width)


def _places(scene: Scene, facts: Facts) -> Iterator[str]:
    paths = "".join(f'<path d="{path}"/>' for path in _outlines("gemeente").values())
    yield f'<g fill="none" stroke="{_GREY}" stroke-width=".6" transform="translate(-24 0)">{paths}</g>'
    yield _rect(92, 16, 16, 10, _BLUE)
    yield from _words(92, 34, 42, 34, 38, 28)


def _rows(scene: Scene, facts: Facts) -> Iterator[str]:
    yield _rect(_LEFT, 12, _RIGHT - _LEFT, 5, _BLUE)
    for y in (24, 34, 44, 54, 64):
        for x, width in ((_LEFT, 40), (58, 24), (90, 30)):
            yield from _words(x, y, width)
        yield _line(_LEFT, y + 6, _RIGHT, y + 6, 'stroke-width=".5"')


def _questions(scene: Scene, facts: Facts) -> Iterator[str]:
    for y in (14, 34, 54):
        ring = f'stroke="{_BLUE}" stroke-width="2" stroke-dasharray="4 3"'
        yield f'<circle cx="17" cy="{y + 5}" r="6" fill="none" {ring}/>'
        yield from _words(31, y, 96, 62, step=7)


def _network(scene: Scene, facts: Facts) -> Iterator[str]:
    nodes = ((24, 24), (52, 16), (40, 46), (72, 36), (98, 20), (104, 52), (122, 34), (76, 62), (20, 62))
    for one, other in ((0, 1), (0, 2), (1, 3), (2, 3), (3, 4), (3, 5), (4, 6), (5, 6), (2, 7), (5, 7), (2, 8)):
        yield _line(*nodes[one], *nodes[other])
    for at, (x, y) in enumerate(nodes):
        yield _dot(x, y, 5 if at == 3 else 3.5)


def _proposals(scene: Scene, facts: Facts) -> Iterator[str]:
    for y in (17, 40, 63):
        yield _line(20, y, 62, y, 'stroke-width="1.5" stroke-dasharray="4 3"')
        yield _dot(18, y, 4)
        yield _dot(64, y, 4)
        yield from _words(80, y - 5, 50, 36, step=7)


def _account(scene: Scene, facts: Facts) -> Iterator[str]:
    for x in (_LEFT, 76):
        for y in (14, 34, 54):
            yield _rect(x, y, 30, 3, _BLUE)
            yield from _words(x, y + 5, 56, 44, step=5)


_SKETCHED: dict[type[content.Content], Callable[[Scene, Facts], Iterator[str]]] = {
    content.TitlePage: _title,
    content.KeyFigures: _key_figures,
    content.Highlights: _highlights,
    content.AreaMap: _map,
    content.Charts: _charts,
    content.Places: _places,
    content.Rows: _rows,
    content.Questions: _questions,
    content.Network: _network,
    content.Proposals: _proposals,
    content.Account: _account,
}
"""How a scene is sketched, by its kind of content."""
