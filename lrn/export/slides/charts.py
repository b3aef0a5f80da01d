"""Charts that PowerPoint itself draws and lets people edit: bars that lie down, columns that stand up.

The figures stand in the workbook inside the chart, as ``lrn.export.book`` writes texts: no text in it can run.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from copy import deepcopy
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Pt
from xlsxwriter.utility import xl_col_to_name

from lrn import style
from lrn.export.book import SafeWorkbook
from lrn.export.slides import form, marks
from lrn.export.slides.boxes import POINT, Box, cm
from lrn.export.slides.fit import LEADING, Paragraph, width, wrap
from lrn.export.slides.marks import SHEET, Data
from lrn.export.slides.page import Page, clean, named, rgb

SOFT = 0.5  # how much lighter than the accent the second colour is
EDGE = 0.02  # of the height of a chart stays free above and below the bars
_FIGURES = 0.09  # of the width, for the figure beside the longest bar
_COLUMNS = 0.75  # of the height of a chart is for its columns
_SMALLEST = 6  # points
_GAP = 45  # between bars that lie down, in hundredths of one
# Dutch points between thousands whatever the viewer's own settings are: written out, as "," is theirs.
FIGURE = '[>=1000000]0"."000"."000;[>=1000]0"."000;0'
FIGURE_BUT_ZERO = '[>=1000]0"."000;[>0]0;'
_WIDEST_LABEL = 0.45  # of the width; PowerPoint wraps what is longer


def lying(page: Page, box: Box, data: Data, *, name: str, alt: str, size: float = 12, first_apart: bool = False) -> Any:
    """Bars that lie down, the first label on top; with *first_apart* the first bar has the accent, the others a tint.

    Returns the shape that holds the chart.
    """
    size, across = _label_room(data.labels, box, size, page.house.stretch)
    frame = _placed(page, box, XL_CHART_TYPE.BAR_CLUSTERED, data, name, alt, size)
    chart = frame.chart
    chart.has_legend = False
    chart.category_axis.reverse_order = True
    plot = chart.plots[0]
    plot.gap_width = _GAP
    _figures(plot, size, XL_LABEL_POSITION.OUTSIDE_END)
    series = plot.series[0]
    if data.marks:
        marks.draw(chart, data)
    figures = _FIGURES
    if data.words:
        (words,) = data.words.values()
        figures = max(width(text, size, bold=True) * page.house.stretch * POINT + cm(0.4) for text in words) / box.width
        marks.write_beside(plot, data, size)
    _paint(series.format, SOFT if first_apart else 0)
    if first_apart:
        _paint(series.points[0].format, 0)
    _inner(chart, across, EDGE, 1 - across - figures, 1 - 2 * EDGE)
    return frame


def _label_room(labels: Sequence[str], box: Box, size: float, stretch: float) -> tuple[float, float]:
    """The size at which every label fits beside its bar, and the part of the width that the labels take."""
    row = box.height * (1 - 2 * EDGE) / max(len(labels), 1) / POINT
    while True:
        longest = max((width(label, size) for label in labels), default=0) * stretch * POINT + cm(0.35)
        across = min(longest / box.width, _WIDEST_LABEL)
        room = (across * box.width - cm(0.35)) / POINT / stretch
        lines = [len(wrap(label, size, room)) for label in labels]
        clear = all((one + other) / 2 * size * LEADING <= row for one, other in pairwise(lines))
        if clear or size <= _SMALLEST:
            return size, across
        size -= 1


def standing(page: Page, box: Box, data: Data, *, name: str, alt: str, size: float = 12) -> Any:
    """Columns that stand up, several series on top of each other; returns the shape that holds the chart.

    Above a column stands the whole of it: of several series the first column that is ``beside`` them. A part that is
    the whole has no figure of its own then, and neither has one that is zero.
    """
    alone = len(data.series) == 1
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if alone else XL_CHART_TYPE.COLUMN_STACKED
    frame = _placed(page, box, kind, data, name, alt, size)
    chart = frame.chart
    chart.has_legend = not alone
    plot = chart.plots[0]
    plot.gap_width = 35
    if alone:
        _figures(plot, size, XL_LABEL_POSITION.OUTSIDE_END)
        _paint(plot.series[0].format, 0)
        return frame
    chart.legend.position = XL_LEGEND_POSITION.TOP
    chart.legend.include_in_layout = False
    chart.legend.font.size = Pt(size)
    plot.overlap = 100
    wholes = list(map(sum, zip(*data.series.values(), strict=True)))
    for position, (series, values) in enumerate(zip(plot.series, data.series.values(), strict=True)):
        _paint(series.format, SOFT if position else 0)
        labels = series.data_labels
        labels.show_value = True
        labels.number_format = FIGURE_BUT_ZERO if position else FIGURE
        labels.number_format_is_linked = False
        labels.position = XL_LABEL_POSITION.CENTER
        labels.font.size = Pt(size)
        labels.font.color.rgb = rgb(style.INK if position else page.house.on_accent())
        low = size * 1.1 * POINT * max(wholes, default=0) / (box.height * _COLUMNS)  # lower than the figure itself
        pairs = enumerate(zip(values, wholes, strict=True))
        _without_figure(series, [n for n, (value, all_) in pairs if 0 < value < low or (data.beside and value == all_)])
    if data.beside:
        _write_above(chart, data, size)
    return frame


def _without_figure(series: Any, positions: Iterable[int]) -> None:
    """Take away the figure in the columns at *positions*; it stays in the workbook."""
    for position in positions:
        label = series.points[position].data_label._get_or_add_dLbl()
        for child in list(label)[1:]:
            label.remove(child)
        label.append(parse_xml(f'<c:delete {nsdecls("c")} val="1"/>'))


def _write_above(chart: Any, data: Data, size: float) -> None:
    """Write the first column ``beside`` the series above the columns: as the labels of a line that is not drawn.

    A stacked chart itself has no figure for the whole of a column. The line follows the workbook, as the columns do.
    """
    title, values = next(iter(data.beside.items()))
    nr, last = len(data.series), len(data.labels) + 1
    column = xl_col_to_name(nr + 1, col_abs=True)
    bars = chart._chartSpace.find(f".//{qn('c:barChart')}")
    points = "".join(f'<c:pt idx="{n}"><c:v>{value}</c:v></c:pt>' for n, value in enumerate(values))
    line = parse_xml(
        f'<c:lineChart {nsdecls("c", "a")}><c:grouping val="standard"/><c:varyColors val="0"/><c:ser>'
        f'<c:idx val="{nr}"/><c:order val="{nr}"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!{column}$1</c:f><c:strCache><c:ptCount val='1'/>"
        f"<c:pt idx='0'><c:v>{escape(title)}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
        '<c:spPr><a:ln w="28575"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="none"/></c:marker>'
        f"<c:dLbls><c:numFmt formatCode='{escape(FIGURE)}' sourceLinked='0'/>"
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" b="1"/></a:pPr>'
        '<a:endParaRPr lang="nl-NL"/></a:p></c:txPr><c:dLblPos val="t"/><c:showLegendKey val="0"/>'
        '<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>'
        f'<c:showBubbleSize val="0"/></c:dLbls><c:val><c:numRef><c:f>{SHEET}!{column}$2:{column}${last}</c:f>'
        f'<c:numCache><c:formatCode>{escape(FIGURE)}</c:formatCode><c:ptCount val="{len(values)}"/>{points}'
        '</c:numCache></c:numRef></c:val><c:smooth val="0"/></c:ser><c:marker val="1"/></c:lineChart>'
    )
    series = line.find(qn("c:ser"))
    series.find(qn("c:val")).addprevious(deepcopy(bars.find(f".//{qn('c:cat')}")))
    for axis in bars.findall(qn("c:axId")):
        line.append(deepcopy(axis))
    bars.addnext(line)
    entry = f'<c:legendEntry {nsdecls("c")}><c:idx val="{nr}"/><c:delete val="1"/></c:legendEntry>'
    chart.legend._element.find(qn("c:legendPos")).addnext(parse_xml(entry))


def groups(page: Page, box: Box, names: Sequence[str], *, room: float = 2.0, size: float = 10) -> Box:
    """The names of the groups that the rows of a lying chart fall in, left of it, with a line between two groups.

    *names* has one name for each row. Returns the box in which the chart then goes.
    """
    chart = Box(box.left + cm(room), box.top, box.width - cm(room), box.height)
    step = box.height * (1 - 2 * EDGE) / len(names)
    for position, name in enumerate(names):
        if position and name == names[position - 1]:
            continue
        top = round(box.top + box.height * EDGE + step * position)
        if position:
            page.block(Box(box.left, top, box.width, POINT // 2), style.CONTEXT, name="Scheiding")
        height = max(round(step), round(size * LEADING * POINT))
        middle = top + max((round(step) - height) // 2, 0)
        label = Box(box.left, middle + round(step * 0.28), cm(room), height)
        page.text(label, [Paragraph(name, bold=True, after=0)], name=f"Vraag {name}", sizes=(size, size - 1), alt=name)
    return chart


def _placed(page: Page, box: Box, kind: XL_CHART_TYPE, data: Data, name: str, alt: str, size: float) -> Any:
    made = CategoryChartData(number_format=FIGURE)
    made.categories = [clean(label) for label in data.labels]
    for title, values in data.series.items():
        made.add_series(title, [int(value) for value in values])
    for title, lengths in data.marks.items():
        made.add_series(title, lengths)
    place = page.placeholder(PP_PLACEHOLDER.CHART, idx=form.CHART)
    if place is None:
        frame = page.shapes.add_chart(kind, box.left, box.top, box.width, box.height, made)
    else:
        frame = place.insert_chart(kind, made)
        frame.left, frame.top, frame.width, frame.height = box.left, box.top, box.width, box.height
    chart = frame.chart
    chart.has_title = False
    chart.font.size = Pt(size)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    chart.plots[0].vary_by_categories = False
    values, categories = chart.value_axis, chart.category_axis
    values.visible = False
    values.minimum_scale = 0
    values.has_major_gridlines = False
    categories.major_tick_mark = XL_TICK_MARK.NONE
    categories.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    categories.format.line.fill.background()
    every = parse_xml(f'<c:tickLblSkip {nsdecls("c")} val="1"/>')  # else labels are left out where it is crowded
    categories._element.find(qn("c:noMultiLvlLbl")).addprevious(every)
    for axis in chart._chartSpace.iter(qn("c:axId"), qn("c:crossAx")):
        axis.set("val", str(int(axis.get("val")) % 2**31))  # python-pptx goes below zero, no schema does
    _keep_figures(chart, data)
    return named(frame, name, alt)


def _figures(plot: Any, size: float, position: XL_LABEL_POSITION) -> None:
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.show_value = True
    labels.number_format = FIGURE
    labels.number_format_is_linked = False
    labels.position = position
    labels.font.size = Pt(size)
    labels.font.bold = True


def _paint(look: Any, lighter: float) -> None:
    """The accent of the theme, *lighter* than it is, so that a change of theme changes the chart too."""
    look.fill.solid()
    look.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    if lighter:
        look.fill.fore_color.brightness = lighter


def _inner(chart: Any, left: float, top: float, across: float, down: float) -> None:
    """Where the bars themselves are, in parts of the chart; else every program decides that for itself."""
    area = chart._chartSpace.chart.plotArea
    for layout in area.findall(qn("c:layout")):
        area.remove(layout)
    sides = "".join(
        f'<c:{name} val="{value:.4f}"/>' for name, value in (("x", left), ("y", top), ("w", across), ("h", down))
    )
    area.insert(
        0,
        parse_xml(
            f'<c:layout {nsdecls("c")}><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
            f'<c:yMode val="edge"/>{sides}</c:manualLayout></c:layout>'
        ),
    )


def _keep_figures(chart: Any, data: Data) -> None:
    """The workbook inside the chart: the figures that are drawn, and beside them what else belongs to them."""
    out = io.BytesIO()
    with SafeWorkbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet(SHEET)
        bold = book.add_format({"bold": True})
        sheet.set_column(0, 0, max(map(len, [data.heading, *data.labels]), default=10) + 2)
        for position, (title, values) in enumerate(data.columns.items()):
            sheet.write_string(0, position, title, bold)
            for row, value in enumerate(values, start=1):
                if isinstance(value, str):
                    sheet.write_string(row, position, clean(value))
                elif value == value:  # a share of nothing is no number
                    sheet.write_number(row, position, value)
    chart.part.chart_workbook.update_from_xlsx_blob(out.getvalue())
    space = chart._chartSpace
    for reference in space.iter(qn("c:f")):
        reference.text = reference.text.replace("Sheet1!", f"{SHEET}!")
    language = parse_xml(f'<c:lang {nsdecls("c")} val="{form.LANGUAGE}"/>')
    space.find(qn("c:date1904")).addnext(language)
