"""The page of the network: its nodes and lines as shapes, and what they are like in words."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, pi, sin

import pandas as pd
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from lrn import style
from lrn import vocabulary as v
from lrn.export.slides import areas, form
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.outlines import Project, Ring, outlined
from lrn.export.slides.page import Page, filled, named
from lrn.export.slides.story import BULLETS, Made, Story
from lrn.measures.network import between_places, figures, graph
from lrn.views import network
from lrn.views.scene import Step

_RADIUS, _CORNERS = 4.2, 14  # points of a node, and the corners of what is drawn as a round
_NOTES = (16, 15, 14, 13, 12, 11, 10)
_PLACE = "Gemeente of regio"


def network_page(story: Story, step: Step) -> Made:
    """The nodes by region with the lines between; of more than can be told apart what runs between regions."""
    facts = story.facts
    title, meaning = step.scene.title(facts), figures.meaning(facts.selected)
    chart = network.of(facts)
    frame = facts.frame(chart)
    if len(frame) > network.MOST_NODES:
        page = story.opened(form.TEKST, step)
        told = between_places.between_places(facts.selected)["zin"]
        page.body([Paragraph(line, bullet=True) for line in (meaning, *told)], sizes=BULLETS)
        return story.told(page, step)
    page = story.opened(form.TOELICHTING, step)
    left, right = page.area.columns(*form.SPLIT)
    at = chart.extra["layout"].make()
    _draw(page, left, frame.join(at, on="knoop"), chart.extra["edges"].make(), name=title, alt=facts.alt(chart))
    words, key = right.rows(6, 5)
    page.note(words, [Paragraph(meaning), Paragraph(figures.in_words(facts.selected))], sizes=_NOTES)
    areas.legend(page, key, [(name, page.house.colour(colour)) for name, colour in _legend(frame)])
    return story.told(page, step)


def _legend(frame: pd.DataFrame) -> list[tuple[str, str]]:
    there = set(frame.loc[frame["soort"] == graph.ACTIVITEIT, "plaats"])
    own = [(v.PLAATS_NAMEN[code], style.place_colour(code)) for code in v.EIGEN_PLAATSEN if code in there]
    around = [("Andere plaatsen", style.PLACE_AROUND)] if there - set(v.EIGEN_PLAATSEN) else []
    places = [(_PLACE, style.CONTEXT)] if frame["soort"].isin(graph.PLACES).any() else []
    return [*own, *around, *places]


def _draw(page: Page, box: Box, nodes: pd.DataFrame, edges: pd.DataFrame, *, name: str, alt: str) -> None:
    """One shape for all lines, and one for the nodes of each colour."""
    project, radius = _projection(nodes, box), round(_RADIUS * POINT)
    at = {knoop: (x, y) for knoop, x, y in nodes[["knoop", "x", "y"]].itertuples(index=False, name=None)}
    joined = [
        [at[van], at[naar]]
        for van, naar in edges[["van", "naar"]].itertuples(index=False, name=None)
        if van in at and naar in at
    ]
    made = []
    if lines := outlined(page, joined, project, closed=False):
        filled(lines, None, line=style.CONNECTION, thick=1)
        made.append(named(lines, "Verbindingslijnen", "De verbindingslijnen"))
    for label, colour, rows in _coloured(nodes):
        rounds = [_round(*project(x, y), radius) for x, y in rows[["x", "y"]].itertuples(index=False, name=None)]
        shape = outlined(page, rounds, lambda x, y: (round(x), round(y)))
        if shape is not None:
            filled(shape, page.house.colour(colour), line=style.OUTLINE, thick=0.5)
            made.append(named(shape, label, f"De knooppunten van {label}"))
    for code, rows in nodes[nodes["soort"] == graph.ACTIVITEIT].groupby("plaats"):
        if code in v.EIGEN_PLAATSEN:
            made.append(_label(page, v.PLAATS_KORT[str(code)], *project(rows["x"].mean(), rows["y"].max()), box))
    if made:
        named(page.grouped(made), f"Beeld {name}", alt)


def _coloured(nodes: pd.DataFrame) -> Iterable[tuple[str, str, pd.DataFrame]]:
    places = nodes["soort"].isin(graph.PLACES)
    yield _PLACE, style.CONTEXT, nodes[places]
    for code, rows in nodes[~places].groupby("plaats"):
        yield v.PLAATS_NAMEN[str(code)], style.place_colour(str(code)), rows


def _projection(nodes: pd.DataFrame, box: Box) -> Project:
    """From the layout to EMU within *box*, with room for the names at the top."""
    room = cm(0.9)
    west, east, south, north = (float(nodes[axis].agg(end)) for axis in ("x", "y") for end in ("min", "max"))
    across, up = max(east - west, 1.0), max(north - south, 1.0)

    def project(x: float, y: float) -> tuple[int, int]:
        return (
            round(box.left + room + (x - west) / across * (box.width - 2 * room)),
            round(box.top + room + (north - y) / up * (box.height - 2 * room)),
        )

    return project


def _round(x: int, y: int, radius: int) -> Ring:
    turns = (2 * pi * corner / _CORNERS for corner in range(_CORNERS + 1))
    return [(x + radius * cos(turn), y + radius * sin(turn)) for turn in turns]


def _label(page: Page, name: str, x: int, y: int, box: Box) -> object:
    """The name of a region above its nodes, within *box*."""
    wide, high = cm(5), cm(0.7)
    left = min(max(x - wide // 2, box.left), box.right - wide)
    return page.text(
        Box(left, max(y - high - cm(0.15), box.top), wide, high),
        [Paragraph(name, bold=True, after=0)],
        name=f"Regio {name}",
        sizes=(12, 11, 10),
        align=PP_ALIGN.CENTER,
        anchor=MSO_ANCHOR.BOTTOM,
    )
