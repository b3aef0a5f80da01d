"""Names and figures on the areas of a map, where they have room: none runs into another or out of the map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN

from lrn import style
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import LEADING, Paragraph, width
from lrn.export.slides.outlines import Project, middle, rings
from lrn.export.slides.page import Page


@dataclass(frozen=True)
class Label:
    """Words on the area *code*: one of ``texts`` at the first of ``sizes`` at which one has room.

    ``name`` is what the area is called, ``alt`` what it says as a sentence. It has room where ``own`` of it (0–1) lies
    within its area: else nobody knows what it names. Where none has, it is ``shorter``; without that the last text at
    the last size, even if it lies across a border, unless it may be ``within_only``.
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
        made.append(shape)
    return made


_MOSTLY = 0.6  # of a label lies within its area, when it may lie across a border
_SHIFTS = ((0.0, 0.0), (-0.25, 0.0), (0.25, 0.0), (0.0, -0.5), (0.0, 0.5), (-0.25, -0.5), (0.25, 0.5))


def _room_for(
    label: Label, project: Project, within: Box, taken: Sequence[Box], stretch: float
) -> tuple[str, float, Box] | None:
    """The text, size and box of *label* that has room; None when none has."""
    import shapely

    x, y = project(*middle(label.code))
    projected = [[project(*point) for point in ring] for ring in rings(label.code)]
    area = shapely.unary_union([shapely.Polygon(ring) for ring in projected])
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
    if label.within_only:
        return None
    text, size = tries[-1]
    across, down = _label_size(text, size * stretch, bold=label.bold)
    box = Box(x - across // 2, y - down // 2, across, down)
    return (text, size, box) if _inside(box, within) and not _meets(box, taken) else None


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
