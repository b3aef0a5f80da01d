"""Reads a .pptx back, as a program that knows nothing of how it was made."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.enum.chart import XL_LABEL_POSITION
from pptx.enum.dml import MSO_FILL
from pptx.oxml.ns import qn
from python_calamine import CalamineWorkbook


def opened(content: bytes) -> Any:
    return Presentation(io.BytesIO(content))


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


def view(slide: Any) -> str:
    """The name of the view: the title, or what stands first under a title that is a message."""
    title = slide.shapes.title.text_frame.text
    under = [found.text_frame.text for found in slide.shapes if about(found)[0] == "Ondertitel"]
    first = under[0].split(" · ")[0] if under else ""
    return first if first in NAMES or first.endswith(" in beeld") else title


NAMES = {
    *(name.format(what) for name in ("Hoe {} ervoor staat",) for what in ("het netwerk", "deze selectie")),
    *("In één oogopslag", "Partners en verbindingslijnen", "Het netwerk", "Ontbrekende lijnen", "Verloop per kwartaal"),
    *("De activiteiten zelf", "Wat er nog niet is", "Zo is geteld"),
    *(
        f"{what} per {by}"
        for what in ("Activiteiten", "Ingrediënten", "Thema's", "Soorten partners")
        for by in ("regio", "gemeente")
    ),
    *("Activiteiten per ingrediënt", "Activiteiten per thema"),
}
"""What the views are called."""


def views(deck: Any) -> list[str]:
    return [view(slide) for slide in deck.slides]


def page(deck: Any, name: str) -> Any:
    """The slide of the view called *name*."""
    return next(slide for slide in deck.slides if view(slide) == name)


def everything(shapes: Any) -> Iterator[Any]:
    """All shapes, those in groups too."""
    for shape in shapes:
        yield shape
        if shape.shape_type == 6:  # a group
            yield from everything(shape.shapes)


def about(shape: Any) -> tuple[str, str]:
    """Name and alt text."""
    element = next(shape._element.iter(qn("p:cNvPr")))
    return element.get("name", ""), element.get("descr", "")


def shape(slide: Any, name: str) -> Any:
    return next(found for found in everything(slide.shapes) if about(found)[0] == name)


def link(found: Any) -> str:
    """Where a click on a shape leads."""
    return found.click_action.hyperlink.address or ""


def drawn(slide: Any, name: str) -> dict[str, dict[str, int]]:
    """What a chart draws: series, label, figure (the values that stand in the chart itself)."""
    plot = shape(slide, name).chart.plots[0]
    return {
        series.name: dict(zip(map(str, plot.categories), map(int, series.values), strict=True))
        for series in plot.series
    }


def above(slide: Any, name: str) -> dict[str, int]:
    """What a chart writes above its columns, by label: the figures of a line that is not drawn; none without one."""
    chart = shape(slide, name).chart
    if len(chart.plots) == 1:
        return {}
    (series,) = chart.plots[1].series
    assert series.format.line.fill.type == MSO_FILL.BACKGROUND
    assert series.data_labels.position == XL_LABEL_POSITION.ABOVE
    assert [entry.find(qn("c:idx")).get("val") for entry in chart._chartSpace.iter(qn("c:legendEntry"))] == ["2"]
    return dict(zip(map(str, chart.plots[0].categories), map(int, series.values), strict=True))


def kept(slide: Any, name: str) -> list[list[Any]]:
    """The rows of the workbook inside a chart."""
    blob = shape(slide, name).chart.part.chart_workbook.xlsx_part.blob
    book = CalamineWorkbook.from_filelike(io.BytesIO(blob))
    assert book.sheet_names == ["Cijfers"]
    return book.get_sheet_by_index(0).to_python()


def refers(slide: Any, name: str) -> list[str]:
    """The ranges of the workbook that a chart draws."""
    return [element.text for element in shape(slide, name).chart._chartSpace.iter(qn("c:f"))]


def rows(slide: Any, name: str) -> list[list[str]]:
    """The cells of a table; those that were merged away are empty."""
    return [[cell.text_frame.text for cell in row.cells] for row in shape(slide, name).table.rows]


def colour(found: Any) -> str:
    """What a shape is filled with; of stripes the ground."""
    fill = found.fill
    return f"#{(fill.back_color if fill.type == MSO_FILL.PATTERNED else fill.fore_color).rgb}"


def words(deck: Any) -> str:
    """All that can be read: texts, tables, charts, notes, names and alt texts."""
    parts: list[str] = []
    for slide in deck.slides:
        for root in (slide._element, slide.notes_slide._element):
            parts += [element.text or "" for element in root.iter(qn("a:t"))]
            parts += [value for element in root.iter(qn("p:cNvPr")) for value in element.attrib.values()]
        for found in slide.shapes:
            if found.has_chart:
                parts += [element.text or "" for element in found.chart._chartSpace.iter(qn("c:v"))]
    return "\n".join(parts)
