"""Maps of shapes that PowerPoint can select, colour and move: a named freeform for every region and municipality."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu

from lrn import geo, style, texts
from lrn import vocabulary as v
from lrn.export.slides import country
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import LEADING, Line, width
from lrn.export.slides.outlines import freeform
from lrn.export.slides.page import Page, filled, named, rgb, unstyled

Bounds = tuple[tuple[float, float], tuple[float, float]]
Ring = list[tuple[float, float]]

_SMALLEST = 0.26  # degrees of longitude across; a town alone would fill the page
_AROUND = 0.06  # of a frame around a place stays free


@dataclass(frozen=True)
class Area:
    """One area of a map: its code, what it is called and tells, its colour, and where a click leads."""

    code: str
    name: str
    alt: str
    colour: str
    url: str = ""
    tip: str = ""
    line: str = style.LINE
    thick: float = 0.75


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


@dataclass(frozen=True)
class Map:
    """What is drawn, from the bottom up: areas, borders (code, colour, thickness) and labels, within ``bounds``."""

    shapes: Mapping[str, Any]
    areas: Sequence[Area]
    borders: Sequence[tuple[str, str, float]] = ()
    labels: Sequence[Label] = ()
    bounds: Bounds = field(default_factory=geo.bounds)
    clipped: bool = False


Project = Callable[[float, float], tuple[int, int]]


def draw(page: Page, box: Box, drawn: Map, *, name: str, alt: str) -> Box:
    """Draw the map as one group of shapes in *box*, as large as fits; returns the box that it takes."""
    project, taken = _projection(drawn.bounds, box)
    made = country.draw(page, drawn.bounds, project)
    for area in drawn.areas:
        shape = _freeform(page, drawn, area.code, project)
        if shape is not None:
            filled(shape, area.colour, line=area.line, thick=area.thick)
            page.link(shape, area.url, area.tip)
            made.append(named(shape, area.name, area.alt))
    for code, colour, thick in drawn.borders:
        shape = _freeform(page, drawn, code, project)
        if shape is not None:
            filled(shape, None, line=colour, thick=thick)
            made.append(named(shape, f"Grens {_name(code)}", f"De grens van {_name(code)}"))
    made += _label(page, drawn.labels, project, taken)
    named(page.shapes.add_group_shape(made), name, alt)  # at once: adding one by one measures the group each time
    return taken


def source() -> str:
    """Where the boundaries come from."""
    return texts.source_of_map(geo.year())


def shapes_of(*codes: Iterable[str]) -> dict[str, Any]:
    """The boundaries of municipalities and places by their code, as GeoJSON."""
    wanted = {code for part in codes for code in part}
    features = [*geo.municipalities()["features"], *geo.places()["features"]]
    return {feature["id"]: feature["geometry"] for feature in features if feature["id"] in wanted}


@cache
def middle(code: str) -> tuple[float, float]:
    """Longitude and latitude of the middle of the widest part of an area, where words have most room."""
    import shapely  # a tenth of a second to import, and only for maps

    shape = shapely.from_geojson(json.dumps(shapes_of([code])[code]))
    narrow = _stretch(shape.centroid.y)
    flat = shapely.transform(shape, lambda points: points * (narrow, 1))
    x, y = shapely.maximum_inscribed_circle(flat, tolerance=0.002).coords[0]
    return x / narrow, y


def around(code: str) -> Bounds:
    """A frame around one place or municipality, with some of what lies beside it."""
    points = [point for ring in _rings(shapes_of([code])[code], None) for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    across = max((east - west) * (1 + 2 * _AROUND), _SMALLEST)
    down = max((north - south) * (1 + 2 * _AROUND), _SMALLEST * _stretch((south + north) / 2))
    middle = (west + east) / 2, (south + north) / 2
    return (middle[0] - across / 2, middle[0] + across / 2), (middle[1] - down / 2, middle[1] + down / 2)


def _stretch(latitude: float) -> float:
    """How long a degree of longitude is at *latitude*, in degrees of latitude."""
    return math.cos(math.radians(latitude))


def _projection(bounds: Bounds, box: Box) -> tuple[Project, Box]:
    """From degrees to EMU within *box*. The network is small enough for the earth to be flat."""
    (west, east), (south, north) = bounds
    narrow = _stretch((south + north) / 2)
    scale = min(box.width / ((east - west) * narrow), box.height / (north - south))
    across, down = round((east - west) * narrow * scale), round((north - south) * scale)
    left, top = box.left + (box.width - across) // 2, box.top + (box.height - down) // 2

    def project(lon: float, lat: float) -> tuple[int, int]:
        return round(left + (lon - west) * narrow * scale), round(top + (north - lat) * scale)

    return project, Box(left, top, across, down)


def _rings(geometry: Any, bounds: Bounds | None) -> Iterable[Ring]:
    """The rings of a GeoJSON polygon or several, holes too, cut off at *bounds*."""
    if bounds is not None:
        import shapely

        (west, east), (south, north) = bounds
        shape = shapely.from_geojson(json.dumps(geometry))
        if not shapely.box(west, south, east, north).covers(shape):
            geometry = shapely.geometry.mapping(shapely.clip_by_rect(shape, west, south, east, north))
    if geometry["type"] == "GeometryCollection":
        for part in geometry["geometries"]:
            yield from _rings(part, None)
        return
    polygons = {"Polygon": [geometry["coordinates"]], "MultiPolygon": geometry["coordinates"]}
    for polygon in polygons.get(geometry["type"], []):
        for ring in polygon:
            if len(ring) > 3:
                yield [(point[0], point[1]) for point in ring]


def _freeform(page: Page, drawn: Map, code: str, project: Project) -> Any | None:
    """An area as one shape with a contour for each of its rings; where they overlap (a hole) nothing is filled.

    None when nothing of it is within the map.
    """
    rings = _rings(drawn.shapes[code], drawn.bounds if drawn.clipped else None)
    outlines = [[project(*point) for point in ring] for ring in rings]
    if not outlines:
        return None
    first = outlines[0]
    builder = freeform(page, *first[0])
    builder.add_line_segments(first[1:-1], close=True)
    for ring in outlines[1:]:
        builder.move_to(*ring[0])
        builder.add_line_segments(ring[1:-1], close=True)
    return unstyled(builder.convert_to_shape())


def _name(code: str) -> str:
    return v.PLAATS_NAMEN.get(code) or v.GEMEENTE[code].naam


def _label(page: Page, labels: Sequence[Label], project: Project, within: Box) -> list[Any]:
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
            [Line(part, bold=label.bold, after=0) for part in text.split("\n")],
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


_SHIFTS = ((0.0, 0.0), (-0.25, 0.0), (0.25, 0.0), (0.0, -0.5), (0.0, 0.5), (-0.25, -0.5), (0.25, 0.5))


def _room_for(
    label: Label, project: Project, within: Box, taken: Sequence[Box], stretch: float
) -> tuple[str, float, Box] | None:
    """The text, size and box of *label* that has room; None when none has."""
    import shapely

    x, y = project(*middle(label.code))
    rings = [[project(*point) for point in ring] for ring in _rings(shapes_of([label.code])[label.code], None)]
    area = shapely.unary_union([shapely.Polygon(ring) for ring in rings])
    tries = [(text, size) for size in label.sizes for text in label.texts]
    if label.shorter:
        tries += [(label.shorter, size) for size in label.sizes]
    for text, size in tries:
        across, down = _label_size(text, size * stretch, bold=label.bold)
        for right, lower in _SHIFTS:
            box = Box(x + round((right - 0.5) * across), y + round((lower - 0.5) * down), across, down)
            if _inside(box, within) and not _meets(box, taken) and _share_in(box, area) >= label.own:
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

    words = shapely.box(box.left, box.top, box.right, box.bottom)
    return shapely.intersection(area, words).area / words.area


def _inside(box: Box, within: Box) -> bool:
    return (
        box.left >= within.left and box.right <= within.right and box.top >= within.top and box.bottom <= within.bottom
    )


def _meets(box: Box, others: Iterable[Box]) -> bool:
    return any(
        box.left < other.right and other.left < box.right and box.top < other.bottom and other.top < box.bottom
        for other in others
    )


def legend(page: Page, box: Box, entries: Sequence[tuple[str, str]], *, size: float = 11) -> Box:
    """The classes in words, a square of colour before each; returns the box under it."""
    step = min(round(size * 1.6 * POINT), box.height // (len(entries) + 1))
    side = round(step / 1.6)
    for position, (words, colour) in enumerate(entries):
        top = box.top + step * position
        square = Box(box.left, top + (step - side) // 2, side, side)
        swatch = page.block(square, colour, name=f"Legenda {words}", alt=words)
        swatch.line.color.rgb = rgb(style.PLACE_AROUND)
        swatch.line.width = Emu(POINT // 2)
        page.text(
            Box(box.left + side + cm(0.25), top, box.width - side - cm(0.25), step),
            [Line(words, after=0)],
            name=f"Legenda: {words}",
            sizes=(size, size - 1, size - 2, size - 3, size - 4),
            anchor=MSO_ANCHOR.MIDDLE,
        )
    return box.below(len(entries) * step / cm(1))


def classes(values: Iterable[int], page: Page) -> list[tuple[style.Break, str]]:
    """The classes of counts with the colour of each in the house style."""
    return [(b, page.house.colour(b.colour)) for b in style.count_breaks(values)]


def colour_of(value: int, found: Sequence[tuple[style.Break, str]]) -> str:
    """The colour of the class that *value* falls in."""
    return next(colour for b, colour in found if b.holds(value))


def told(name: str, row: Mapping[str, Any]) -> str:
    """An area's figures as one sentence: the alt text of its shape (a row of ``area_figures``)."""
    if not row["activiteiten"]:
        return f"{name}: 0 activiteiten"
    partners = texts.count(row["partners"], "partner doet mee", "partners doen mee")
    found = texts.count(row["ingredienten"], "ingrediënt", "verschillende ingrediënten")
    return (
        f"{name}: {texts.activities(row['activiteiten'])}, {texts.number(row['netwerkthema'])} op het netwerkthema; "
        f"{partners}; {found}"
    )
