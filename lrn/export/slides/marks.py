"""On bars that lie down: the figures of a chart, a thin mark on each bar, and words beside it instead of its number."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any
from xml.sax.saxutils import escape

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from xlsxwriter.utility import xl_col_to_name

from lrn import style
from lrn.export.slides import form
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.page import Page

SHEET = "Cijfers"  # the sheet inside a chart
THICKNESS = "Dikte van het streepje"
_WIDE = 0.008  # of the longest bar
_GAP = 10  # between marks, in hundredths of one: they are higher than their bars


@dataclass(frozen=True)
class Data:
    """The figures of a chart: labels under a heading, series by their name, and more columns for the workbook only.

    Bars that lie down can have a thin mark each (``marks``) and, instead of their number, words (``words``).
    """

    heading: str
    labels: Sequence[str]
    series: Mapping[str, Sequence[int]]
    beside: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    marks: Mapping[str, Sequence[float]] = field(default_factory=dict)
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def columns(self) -> dict[str, Sequence[Any]]:
        """What the workbook holds, in order: what is drawn first, as PowerPoint reads it from there."""
        wide = {THICKNESS: [round(self.longest * _WIDE, 4)] * len(self.labels)} if self.marks else {}
        return {self.heading: self.labels, **self.series, **self.marks, **wide, **self.words, **self.beside}

    @property
    def longest(self) -> float:
        """How long the longest bar is, or the mark that lies furthest."""
        return max(1, *(value for each in (self.series, self.marks) for column in each.values() for value in column))

    def cells(self, column: str, *, heading: bool = False) -> str:
        """Where the figures of *column* stand in the workbook, or its heading."""
        letter = xl_col_to_name(list(self.columns).index(column), col_abs=True)
        return f"{SHEET}!{letter}$1" if heading else f"{SHEET}!{letter}$2:{letter}${len(self.labels) + 1}"


def draw(chart: Any, data: Data) -> None:
    """A thin line across each bar at its mark: a short part behind one that is not drawn, on axes of its own.

    So the marks stand in the chart itself and follow the workbook, in PowerPoint and in LibreOffice (whose error bars
    always have an end).
    """
    first = chart.plots[0]
    first.overlap = 100
    marked = first.series[1]
    marked.format.fill.background()
    marked.format.line.fill.background()
    chart.value_axis.maximum_scale = data.longest * (1 + _WIDE)
    area = chart._chartSpace.chart.plotArea
    bars = area.find(qn("c:barChart"))
    category, value = area.find(qn("c:catAx")), area.find(qn("c:valAx"))
    ids = {axis.find(qn("c:axId")).get("val"): str(number) for number, axis in enumerate((category, value), start=1)}
    invisible = deepcopy(marked._element)
    wide = _thin(deepcopy(marked._element), data)
    for number, series in enumerate((invisible, wide), start=2):
        for name in ("c:idx", "c:order"):
            series.find(qn(name)).set("val", str(number))
    stacked = parse_xml(
        f'<c:barChart {nsdecls("c")}><c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'<c:gapWidth val="{_GAP}"/><c:overlap val="100"/>'
        + "".join(f'<c:axId val="{number}"/>' for number in ids.values())
        + "</c:barChart>"
    )
    for series in (invisible, wide):
        stacked.find(qn("c:gapWidth")).addprevious(series)
    bars.addnext(stacked)
    for axis in (value, category):
        copy = deepcopy(axis)
        for name in ("c:axId", "c:crossAx"):
            copy.find(qn(name)).set("val", ids[copy.find(qn(name)).get("val")])
        copy.find(qn("c:delete")).set("val", "1")
        value.addnext(copy)


def _thin(series: Any, data: Data) -> Any:
    """*series* made into the part that is drawn: as wide for every bar."""
    numbers, text = series.find(f"{qn('c:val')}/{qn('c:numRef')}"), series.find(f"{qn('c:tx')}/{qn('c:strRef')}")
    numbers.find(qn("c:f")).text, text.find(qn("c:f")).text = data.cells(THICKNESS), data.cells(THICKNESS, heading=True)
    for point, value in zip(numbers.iter(qn("c:pt")), data.columns[THICKNESS], strict=True):
        point.find(qn("c:v")).text = str(value)
    text.find(f".//{qn('c:v')}").text = THICKNESS
    look = series.find(qn("c:spPr"))
    ink = style.INK.lstrip("#")
    look.addprevious(
        parse_xml(
            f'<c:spPr {nsdecls("c", "a")}><a:solidFill><a:srgbClr val="{ink}"/></a:solidFill>'
            "<a:ln><a:noFill/></a:ln></c:spPr>"
        )
    )
    series.remove(look)
    return series


def explain(page: Page, box: Box, words: str) -> None:
    """What the marks on bars are, in a line: a mark and *words*."""
    page.block(
        Box(box.left + cm(0.2), box.top + cm(0.08), POINT * 2, box.height - cm(0.16)), style.INK, name="Streepje"
    )
    room = Box(box.left + cm(0.5), box.top, box.width - cm(0.5), box.height)
    page.text(room, [Paragraph(words, after=0)], name="Legenda", sizes=(10, 9, 8, 7, 6), anchor=MSO_ANCHOR.MIDDLE)


def write_beside(plot: Any, data: Data, size: float) -> None:
    """Write the words of *data* beside the bars, beyond the mark where that is further; they follow the workbook."""
    ((title, words),) = data.words.items()
    (amounts,) = data.series.values()
    marks = next(iter(data.marks.values()), [0.0] * len(words))
    beyond = [mark > amount for mark, amount in zip(marks, amounts, strict=True)]
    cached = "".join(f"<c:pt idx='{n}'><c:v>{escape(text)}</c:v></c:pt>" for n, text in enumerate(words))
    kept = (
        f'<c:extLst {nsdecls("c")}><c:ext uri="{{02D57815-91ED-43cb-92C2-25804820EDAC}}" {_C15}><c15:datalabelsRange>'
        f"<c15:f>{data.cells(title)}</c15:f><c15:dlblRangeCache><c:ptCount val='{len(words)}'/>{cached}"
        "</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>"
    )
    for series, at in zip(plot.series, (False, True), strict=False):
        labels = "".join(
            _label(n, text, size, beyond=at) if beyond[n] == at else _NONE.format(n) for n, text in enumerate(words)
        )
        shown = parse_xml(f"<c:dLbls {nsdecls('c', 'a')}>{labels}{_SHOWN.format('')}</c:dLbls>")
        series._element.find(qn("c:cat")).addprevious(shown)
        series._element.append(parse_xml(kept))


_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_OF_CELLS = (
    '<c15:showDataLabelsRange val="1"/>'  # and no empty table of fields, which the Open XML SDK takes for an error
)
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>{}'
)


_NONE = '<c:dLbl><c:idx val="{}"/><c:delete val="1"/></c:dLbl>'


def _label(position: int, text: str, size: float, *, beyond: bool) -> str:
    """The label of one bar: the cell that holds *text*, a little further from what it is *beyond*."""
    identity = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{position} {text}")).upper()
    look = f'<a:rPr lang="{form.LANGUAGE}" sz="{round(size * 100)}" b="1"/>'
    from_cell = f'<c:ext uri="{{CE6537A1-D6FC-4f65-9D91-7224C49458BB}}" {_C15}>{_OF_CELLS}</c:ext>'
    before = f"<a:r>{look}<a:t>\u00a0</a:t></a:r>" if beyond else ""
    return (
        f'<c:dLbl><c:idx val="{position}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p>{before}'
        f'<a:fld id="{{{identity}}}" type="CELLRANGE">{look}<a:t>{escape(text)}</a:t></a:fld></a:p></c:rich></c:tx>'
        f'<c:dLblPos val="outEnd"/>{_SHOWN.format(f"<c:extLst>{from_cell}</c:extLst>")}</c:dLbl>'
    )
