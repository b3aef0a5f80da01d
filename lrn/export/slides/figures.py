"""The pages with charts of the whole selection: each is drawn by PowerPoint in the way that the chart says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd

from lrn import texts
from lrn.charts import bars
from lrn.charts.matrix import BESIDE
from lrn.export.slides import charts, form, marks
from lrn.export.slides.boxes import Box, cm
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.page import Page
from lrn.export.slides.story import Made, Story
from lrn.export.slides.tables import counts
from lrn.views.chart import Chart
from lrn.views.charts import beside as beside_others
from lrn.views.native import Crossed, Lying, Native, Standing
from lrn.views.scene import Step

_KEY = 0.5  # centimetres under bars, for what the mark on them is
NOTES = (16, 15, 14, 13, 12, 11, 10)


def charts_page(story: Story, step: Step) -> Made:
    """One chart in its native form, or several beside each other."""
    drawn = step.scene.shows.charts(story.facts.selection)
    if len(drawn) > 1:
        return _several(story, step, drawn)
    native = drawn[0].native
    assert native is not None  # `Charts` saw to that
    return ALONE[type(native)](story, step, drawn[0])


def _lying_page(story: Story, step: Step, chart: Chart) -> Made:
    page = story.opened(form.GRAFIEK, step)
    left, right = page.area.columns(*form.SPLIT)
    lying(page, left, chart, story.facts)
    return _told_beside(story, step, page, right)


def _standing_page(story: Story, step: Step, chart: Chart) -> Made:
    native, frame = chart.native, story.facts.frame(chart)
    assert isinstance(native, Standing)
    page = story.opened(form.GRAFIEK, step)
    left, right = page.area.columns(7, 2)
    series = native.parts(frame)
    above = {native.whole: frame["aantal"].tolist()} if len(series) > 1 else {}
    data = marks.Data(chart.table[native.label], frame[native.label].tolist(), series, above)
    charts.standing(page, left, data, name=f"Grafiek {chart.title.lower()}", alt=story.facts.alt(chart))
    return _told_beside(story, step, page, right)


def _told_beside(story: Story, step: Step, page: Page, box: Box) -> Made:
    """What is told with the chart, but for what the title says already: instead how it differs from the network."""
    facts, said = story.facts, step.scene.sentences(story.facts)
    for chart in step.scene.shows.charts(facts.selection) if page.titled != page.called else ():
        compared = beside_others(chart, facts.selection)
        apart = f"{facts.alt(compared)}."
        said = [apart if each == f"{facts.alt(chart)}." else each for each in said]
        if "verschil" not in facts.frame(compared):
            said.remove(apart)
    page.note(box, [Paragraph(each, after=0.8) for each in said], sizes=NOTES)
    return story.told(page, step)


def lying(page: Page, box: Box, chart: Chart, facts: LinkedFacts, *, size: float = 12, grouped: bool = True) -> None:
    """*chart* as bars that lie down, with the groups that they are in when they are to be *grouped*."""
    chart = beside_others(chart, facts.selection)
    native, frame = chart.native, facts.frame(chart)
    assert isinstance(native, Lying)
    first, *others = frame[native.label]
    labels = [f"{first} ({native.apart})" if native.apart else first, *others]
    beside = {heading: frame[column].tolist() for column, heading in native.beside.items()} | _shares(frame)
    lengths = [round(length, 2) for length in bars.marks(frame)]
    if lengths:
        mark = f"aandeel {chart.fixed['within']}"
        marks.explain(page, box.below(box.height / cm(1) - _KEY), mark)
        box = box.upper(box.height / cm(1) - _KEY)
    data = marks.Data(
        chart.table["naam"],
        labels,
        {chart.table["aantal"]: frame["aantal"].tolist()},
        beside,
        marks={f"Bij het {mark}": lengths} if lengths else {},
        words={"Bij de staaf": bars.with_shares(frame)} if _shares(frame) else {},
    )
    if native.groups and grouped:
        box = charts.groups(page, box, frame[native.groups].tolist(), size=size - 2)
    name, said = f"Grafiek {chart.title.lower()}", facts.alt(chart)
    charts.lying(page, box, data, name=name, alt=said, size=size, first_apart=bool(native.apart))


def _shares(frame: pd.DataFrame) -> dict[str, list[float]]:
    """The shares for the workbook in a chart; not of few activities."""
    if "aandeel" not in frame or texts.is_few(int(frame["totaal"].iloc[0])):
        return {}
    return {"Aandeel": [round(float(share), 4) for share in frame["aandeel"]]}


def _crossed_page(story: Story, step: Step, chart: Chart) -> Made:
    """A cross table; where places were chosen the others stand beside them, fainter."""
    chart = beside_others(chart, story.facts.selection)
    native, frame = chart.native, story.facts.frame(chart)
    assert isinstance(native, Crossed)
    assert chart.cross
    page = story.opened(form.TABEL, step)
    row, column, names = chart.fixed["row"], chart.fixed["column"], chart.fixed["column_labels"]
    labels = dict(zip(frame[row], frame[chart.cross[0]], strict=True))
    columns = list(dict.fromkeys(frame[column]))
    others = set(frame.loc[~frame["gekozen"], column]) if "gekozen" in frame else set()
    cells = frame.set_index([row, column])["aantal"]
    groups = frame.drop_duplicates(row)[native.groups].tolist() if native.groups else []
    first, *rest = labels.values()
    box, foot = page.area.rows(13, 0.8, gap=0.2)
    counts(
        page,
        box,
        corner=chart.table[chart.cross[0]],
        row_labels=[f"{first} ({native.apart})" if native.apart else first, *rest],
        column_labels=[names[code] for code in columns],
        values=[[int(cells[code, place]) for place in columns] for code in labels],
        name=f"Tabel {chart.title.lower()}",
        alt=story.facts.alt(chart),
        groups=(native.groups.capitalize(), groups) if groups else None,
        beside=[code in others for code in columns],
    )
    unit = texts.COUNTED[chart.unit][1]
    read = f"Aantal {unit}; hoe donkerder, hoe meer.{f' {BESIDE}.' if others else ''}"
    page.text(foot, [Paragraph(read)], name="Leeswijzer", sizes=(11, 10))
    return story.told(page, step)


ALONE: dict[type[Native], Callable[[Story, Step, Chart], Made]] = {
    Lying: _lying_page,
    Standing: _standing_page,
    Crossed: _crossed_page,
}
"""How a chart that has a page of its own is drawn, by its native form."""


def _several(story: Story, step: Step, drawn: Sequence[Chart]) -> Made:
    """Charts of lying bars beside each other; below them what is told that is not in the charts."""
    facts = story.facts
    page = story.opened(form.VLAK, step)
    top, foot = page.area.rows(12.9, 1.0, gap=0.2)
    seen = []
    for box, chart in zip(top.columns(*[1] * len(drawn)), drawn, strict=True):
        frame = facts.frame(chart)
        parts = isinstance(chart.native, Lying) and chart.native.adds_up
        heading = f"{chart.title}: {texts.number(frame['aantal'].sum())}" if parts else chart.title
        page.text(box.upper(0.8), [Paragraph(heading, bold=True)], name=_above(chart), sizes=(16, 15, 14, 13))
        lying(page, box.below(1.0).upper(0.95 * len(frame) + 0.4), chart, facts)
        seen.append(f"{facts.alt(chart)}.")
    more = [Paragraph(said) for said in step.scene.sentences(facts) if said not in seen]
    page.text(foot, more, name="Toelichting", sizes=(12, 11, 10))
    return story.told(page, step)


def two_charts(
    page: Page,
    boxes: Sequence[Box],
    drawn: Sequence[Chart],
    facts: LinkedFacts,
    *,
    size: float = 10,
    head: float = 12,
    of: str = "",
) -> None:
    """Charts of lying bars beside each other, each under its own heading, which tells what it is *of*."""
    for box, chart in zip(boxes, drawn, strict=True):
        words = [Paragraph(f"{chart.title}{of}", bold=True)]
        page.text(box.upper(0.7), words, name=_above(chart), sizes=(head, head - 1, head - 2))
        lying(page, box.below(0.75), chart, facts, size=size, grouped=False)


def _above(chart: Chart) -> str:
    return f"Kop {chart.title.lower()}"
