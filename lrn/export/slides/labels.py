"""Names and figures on the areas of a map, where they have room: none runs into another or out of the map."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from lrn import style
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import LEADING, Paragraph, width
from lrn.export.slides.outlines import Project, middle, rings
from lrn.export.slides.page import Page, named, rgb


@dataclass(frozen=True)
class Label:
    """Words on the area *code*: one of ``texts`` at the first of ``sizes`` at which one has room.

    ``name`` is what the area is called, ``alt`` what it says as a sentence. It has room where ``own`` of it (0–1) lies
    within its area: else nobody knows what it names. Where none has, it is ``shorter``; without that the text that has
    room nearest to it, with a line to it from outside, unless it may be ``within_only``.
    """

    code: str
    texts: tuple[str, ...]
    sizes: tuple[float, ...]
    name: str
    alt: str
    bold: bool = False
    own: float = 0.94
    shorter: str = ""
    within_only: bool = False


def write_labels(page: Page, labels: Sequence[Label], project: Project, within: Box) -> list[Any]:
    """Write *labels*, the first ones first; none runs into another one or out of the map."""
    taken: list[Box] = []
    made = []
    for label in labels:
        found = _room_for(label, project, within, taken, page.house.stretch)
        if found is None:
            continue
        text, size, box = found
        taken.append(box)
        shape = page.text(
            box,
            [Paragraph(part, bold=label.bold, after=0) for part in text.split("\n")],
            name=f"Label {label.name}",
            alt=label.alt,
            sizes=(size,),
            colour=style.INK,
            align=PP_ALIGN.CENTER,
            anchor=MSO_ANCHOR.MIDDLE,
            wrapped=False,
        )
        made += [*_leader(page, label, project, box), shape]
    return made


def _leader(page: Page, label: Label, project: Project, box: Box) -> list[Any]:
    """A thin line from *box* to the middle of the area that its words name; nothing where most of it lies in there."""
    x, y = project(*middle(label.code))
    if _share_in(box, _drawn(label.code, project)) >= _MOSTLY:
        return []
    near = min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)
    if near == (x, y):
        return []
    line = page.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *near, x, y)
    line.line.width, line.line.color.rgb = Pt(0.75), rgb(style.INK)
    return [named(line, f"Streep {label.name}", f"Van de naam {label.name} naar het gebied")]


_MOSTLY = 0.6  # of a label lies within its area, when it may lie across a border
_SHIFTS = ((0.0, 0.0), (-0.25, 0.0), (0.25, 0.0), (0.0, -0.5), (0.0, 0.5), (-0.25, -0.5), (0.25, 0.5))


def _room_for(
    label: Label, project: Project, within: Box, taken: Sequence[Box], stretch: float
) -> tuple[str, float, Box] | None:
    """The text, size and box of *label* that has room; None when none has."""
    x, y = project(*middle(label.code))
    area = _drawn(label.code, project)
    tries = [(text, size) for size in label.sizes for text in label.texts]
    if label.shorter:
        tries += [(label.shorter, size) for size in label.sizes]
    parts = [label.own] if label.shorter or label.within_only else [label.own, _MOSTLY]
    for own, (text, size) in product(parts, tries):
        across, down = _label_size(text, size * stretch, bold=label.bold)
        for right, lower in _SHIFTS:
            box = Box(x + round((right - 0.5) * across), y + round((lower - 0.5) * down), across, down)
            if _inside(box, within) and not _meets(box, taken) and _share_in(box, area) >= own:
                return text, size, box
    return None if label.within_only else _beside(label, (x, y), within, taken, stretch)


_STEPS = range(-12, 13)  # of half its own size, that a name may move away from its area


def _beside(
    label: Label, spot: tuple[int, int], within: Box, taken: Sequence[Box], stretch: float
) -> tuple[str, float, Box] | None:
    """The text, size and box nearest to *spot* that has room wherever it lies; None when the whole map has none."""
    found = []
    texts = (label.shorter,) if label.shorter else label.texts
    for size, text in product(sorted(label.sizes), texts):
        across, down = _label_size(text, size * stretch, bold=label.bold)
        for right, lower in product(_STEPS, _STEPS):
            box = Box(spot[0] + (right - 1) * across // 2, spot[1] + (lower - 1) * down // 2, across, down)
            if _inside(box, within) and not _meets(box, taken):
                away = math.hypot(right * across, lower * down)
                found.append((away, text, size, box))
        if found:
            return min(found, key=lambda each: each[0])[1:]
    return None


def _drawn(code: str, project: Project) -> Any:
    """An area as it lies on the page, a shape of shapely."""
    import shapely

    return shapely.unary_union([shapely.Polygon([project(*point) for point in ring]) for ring in rings(code)])


def _label_size(text: str, size: float, *, bold: bool) -> tuple[int, int]:
    parts = text.split("\n")
    across = round(max(width(part, size, bold=bold) for part in parts) * POINT) + cm(0.1)
    return across, round(len(parts) * size * LEADING * POINT) + cm(0.04)


def _share_in(box: Box, area: Any) -> float:
    """The part of *box* that lies within *area*, a shape of shapely."""
    import shapely

    within = shapely.clip_by_rect(area, box.left, box.top, box.right, box.bottom)  # far quicker than an intersection
    return float(within.area / (box.width * box.height))


def _inside(box: Box, within: Box) -> bool:
    return (
        box.left >= within.left and box.right <= within.right and box.top >= within.top and box.bottom <= within.bottom
    )


def _meets(box: Box, others: Iterable[Box]) -> bool:
    return any(
        box.left < other.right and other.left < box.right and box.top < other.bottom and other.top < box.bottom
        for other in others
    )
