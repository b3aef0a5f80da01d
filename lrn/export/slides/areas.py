"""Maps of shapes that PowerPoint can select, colour and move: a named freeform for every region and municipality."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pptx.enum.dml import MSO_PATTERN
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu

from lrn import geo, style, texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.export.slides import country, labels
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.labels import Label
from lrn.export.slides.outlines import Bounds, Project, outlined, rings, stretch
from lrn.export.slides.page import Page, filled, named, rgb


@dataclass(frozen=True)
class DrawnArea:
    """One area of a map: its code, what it is called and tells, its colour, and where a click leads."""

    code: str
    name: str
    alt: str
    colour: str
    url: str = ""
    tip: str = ""
    line: str = style.LINE
    thick: float = 0.75
    chosen: bool = True


@dataclass(frozen=True)
class Map:
    """What is drawn, from the bottom up: areas, borders (code, colour, thickness) and labels, within ``bounds``."""

    areas: Sequence[DrawnArea]
    borders: Sequence[tuple[str, str, float]] = ()
    labels: Sequence[Label] = ()
    bounds: Bounds = field(default_factory=geo.bounds)
    clipped: bool = False


def draw(page: Page, box: Box, drawn: Map, *, name: str, alt: str) -> Box:
    """Draw the map as one group of shapes in *box*, as large as fits; returns the box that it takes."""
    project, taken = _projection(drawn.bounds, box)
    made = country.draw(page, drawn.bounds, project)
    for area in drawn.areas:
        shape = _outline(page, drawn, area.code, project)
        if shape is not None:
            filled(shape, area.colour, line=_edge(area), thick=area.thick)
            if not area.chosen:
                _hatch(shape)
            page.link(shape, area.url, area.tip)
            made.append(named(shape, area.name, area.alt))
    for code, colour, thick in drawn.borders:
        shape = _outline(page, drawn, code, project)
        if shape is not None:
            filled(shape, None, line=colour, thick=thick)
            made.append(named(shape, f"Grens {_name(code)}", f"De grens van {_name(code)}"))
    made += labels.write_labels(page, drawn.labels, project, taken)
    named(page.grouped(made), name, alt)
    return taken


def _edge(area: DrawnArea) -> str:
    """The line around an area. On white paper an area with nothing would not be seen by a white one."""
    return style.PAPER_EDGE if area.colour == style.ZERO and area.line == style.LINE else area.line


def _hatch(shape: Any) -> None:
    """What was not chosen is striped: as a plain grey it looks like a zero."""
    shape.fill.patterned()
    shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
    shape.fill.fore_color.rgb, shape.fill.back_color.rgb = rgb(style.PAPER_EDGE), rgb(style.NOT_CHOSEN)


def source() -> str:
    """Where the boundaries come from."""
    return texts.source_of_map(geo.year())


def _projection(bounds: Bounds, box: Box) -> tuple[Project, Box]:
    """From degrees to EMU within *box*. The network is small enough for the earth to be flat."""
    (west, east), (south, north) = bounds
    narrow = stretch((south + north) / 2)
    scale = min(box.width / ((east - west) * narrow), box.height / (north - south))
    across, down = round((east - west) * narrow * scale), round((north - south) * scale)
    left, top = box.left + (box.width - across) // 2, box.top + (box.height - down) // 2

    def project(lon: float, lat: float) -> tuple[int, int]:
        return round(left + (lon - west) * narrow * scale), round(top + (north - lat) * scale)

    return project, Box(left, top, across, down)


def _outline(page: Page, drawn: Map, code: str, project: Project) -> Any | None:
    """An area as one shape with a contour for each of its rings; where they overlap (a hole) nothing is filled.

    None when nothing of it is within the map.
    """
    return outlined(page, rings(code, drawn.bounds if drawn.clipped else None), project)


def _name(code: str) -> str:
    return v.PLAATS_NAMEN.get(code) or v.GEMEENTE[code].naam


def legend(page: Page, box: Box, entries: Sequence[tuple[str, str]], *, size: float = 11) -> Box:
    """The classes in words, a square of colour before each; returns the box under it."""
    step = min(round(size * 1.6 * POINT), box.height // (len(entries) + 1))
    side = round(step / 1.6)
    for position, (words, colour) in enumerate(entries):
        top = box.top + step * position
        square = Box(box.left, top + (step - side) // 2, side, side)
        swatch = page.block(square, colour, name=f"Legenda {words}", alt=words)
        swatch.line.color.rgb = rgb(style.PAPER_EDGE)
        if words == texts.NOT_CHOSEN:
            _hatch(swatch)
        swatch.line.width = Emu(POINT // 2)
        page.text(
            Box(box.left + side + cm(0.25), top, box.width - side - cm(0.25), step),
            [Paragraph(words, after=0)],
            name=f"Legenda: {words}",
            sizes=(size, size - 1, size - 2, size - 3, size - 4),
            anchor=MSO_ANCHOR.MIDDLE,
        )
    return box.below(len(entries) * step / cm(1))


def legend_row(page: Page, box: Box, entries: Sequence[tuple[str, str]], lead: str, *, size: float = 8) -> None:
    """The classes beside each other on one line behind *lead*, a square of colour before each."""
    first, *rest = box.columns(2.2, *[1] * len(entries), gap=0.05)
    said = f"{lead} {', '.join(words for words, _ in entries)}"
    side = round(size * POINT * 0.9)
    beside = [Box(part.left + side + cm(0.1), part.top, part.width - side - cm(0.1), part.height) for part in rest]
    told = [(lead, first, said), *((words, part, "") for (words, _), part in zip(entries, beside, strict=True))]
    size = min(page.size_for(part, [Paragraph(words, after=0)], (size, size - 1, size - 2)) for words, part, _ in told)
    for (words, colour), part in zip(entries, rest, strict=True):
        square = Box(part.left, part.top + (part.height - side) // 2, side, side)
        page.block(square, colour, name=f"Legenda {words}", alt=words, line=style.PAPER_EDGE)
    for words, part, alt in told:
        line = [Paragraph(words, after=0)]
        page.text(part, line, name=f"Legenda: {words}", sizes=(size,), anchor=MSO_ANCHOR.MIDDLE, alt=alt)


def classes(scale: Iterable[style.Break], page: Page) -> list[tuple[style.Break, str]]:
    """The classes of counts with the colour of each in the house style."""
    return [(b, page.house.colour(b.colour)) for b in scale]


def colour_of(value: int, found: Sequence[tuple[style.Break, str]]) -> str:
    """The colour of the class that *value* falls in."""
    return next(colour for b, colour in found if b.holds(value))


def told(name: str, row: Row) -> str:
    """An area's figures as one sentence: the alt text of its shape (a row of ``area_figures``)."""
    if not row["activiteiten"]:
        return f"{name}: 0 activiteiten"
    partners = texts.count(row["partners"], "partner doet mee", "partners doen mee")
    found = texts.count(row["ingredienten"], "ingrediënt", "verschillende ingrediënten")
    return (
        f"{name}: {texts.activities(row['activiteiten'])}, {texts.number(row['netwerkthema'])} op het netwerkthema; "
        f"{partners}; {found}"
    )
