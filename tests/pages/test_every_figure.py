"""Every figure of every page, followed to its rows: the figure, the list behind it and ``cijfers`` are equal.

While the app runs, what it draws is written down: each chart with its view, each link to evidence with its words, each
table whose figures lead on. What is behind "Cijfers" is opened, as a visitor would.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from lrn import clock
from lrn.measures.rows import evidence as measure
from lrn.measures.rows.evidence import Evidence
from lrn.measures.summary import figures
from lrn.register.load import SAMPLE, load
from lrn.selection import Selection, apply
from lrn.ui.parts import chart_card, evidence
from lrn.ui.parts import chart_table as tables
from lrn.ui.register import listing
from tests.network import network
from tests.walk.views import FOLLOWED, PAGES

DAY = date(2026, 11, 23)
SELECTIONS = {
    "nu": ({"peildatum": DAY.isoformat()}, Selection(peildatum=DAY)),
    "een regio": (
        {"peildatum": DAY.isoformat(), "regio": "Holland Rijnland"},
        Selection(peildatum=DAY, regio=("AM19",)),
    ),
    "alles op het netwerkthema": ({"alles": "true", "netwerkthema": "ja"}, Selection(netwerkthema=True)),
}


@pytest.fixture(scope="module")
def large(tmp_path_factory, write_workbook) -> Path:
    return write_workbook(tmp_path_factory.mktemp("groot") / "groot.xlsx", network(2000))


@pytest.fixture(scope="module")
def registers(large):
    """As the app loads them: the age of a row is that of today."""
    return {path: load(path, today=clock.today()) for path in (SAMPLE, large)}


@pytest.fixture(scope="module")
def amount(registers):
    """``amount(path, selection, evidence)``, counted once: pages share figures, and figures share their selection."""
    known = {id(register): path for path, register in registers.items()}
    narrowed = functools.cache(lambda selection, path: apply(selection, registers[path]))

    def shared(selection, register):
        path = known.get(id(register))
        return narrowed(selection, path) if path else apply(selection, register)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measure, "apply", shared)
        yield functools.cache(lambda path, selection, asked: measure.amount(registers[path], selection, asked))


@dataclass
class Drawn:
    """What one run of a page drew: (view, chart, frame), (evidence, label) of links, lists, and (table, what it counts)."""

    charts: list = field(default_factory=list)
    links: list[tuple[Evidence, str]] = field(default_factory=list)
    lists: list = field(default_factory=list)
    tables: list = field(default_factory=list)


@pytest.fixture
def drawn(monkeypatch, figures_open) -> Drawn:
    found = Drawn()
    chart, link, listed, choose = chart_card.chart, evidence.link, evidence.listed, listing.choose
    leading = tables.leading

    def told_chart(view, described, /, **rest):
        found.charts.append((view, described, described.frame(view)))
        return chart(view, described, **rest)

    def told_link(asked, label, **rest):
        found.links.append((asked, label))
        return link(asked, label, **rest)

    def told_list(view, asked):
        kind, rows = listed(view, asked)
        found.lists.append((view, asked, kind, rows))
        return kind, rows

    def told_table(view, shown, counts, **rest):
        found.tables.append((shown, counts))
        return leading(view, shown, counts, **rest)

    def told_choice(view, asked):
        chosen = choose(view, asked)
        found.lists.append((view, asked, chosen.kind, chosen.table))
        return chosen

    monkeypatch.setattr(chart_card, "chart", told_chart)
    monkeypatch.setattr(evidence, "link", told_link)
    monkeypatch.setattr(evidence, "listed", told_list)
    monkeypatch.setattr(listing, "choose", told_choice)
    monkeypatch.setattr(tables, "leading", told_table)
    return found


def number_in(label: str) -> int | None:
    """The first number in a Dutch text: 1.234 is one thousand and more."""
    match = re.search(r"(?<![\w.])\d{1,3}(?:\.\d{3})*(?![\w%])", label.replace("\\", ""))
    return int(match.group().replace(".", "")) if match else None


@pytest.mark.parametrize("which", ["voorbeeld", "2.000 activiteiten"])
@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("view", FOLLOWED)
def test_every_figure_is_its_rows(open_page, drawn, registers, amount, large, view, selection, which):
    path = SAMPLE if which == "voorbeeld" else large
    query, chosen = SELECTIONS[selection]
    register = registers[path]
    on_stage = "tonen" in PAGES[view]
    open_page(re.split(r"\W", view)[0], path, **query, **PAGES[view])
    for seen, described, frame in drawn.charts:
        assert seen.selection == (
            chosen if not described.key.endswith("_toen") else chosen.on(seen.selection.peildatum)
        )
        for row in frame.to_dict("records"):
            for column, counts in described.evidence.items():
                asked = counts(row)
                assert amount(path, chosen, asked) == row[column], (described.key, column, row)
    for asked, label in drawn.links:
        told = number_in(label)
        assert told is None or told == amount(path, chosen, asked), label
    for _, asked, kind, rows in drawn.lists:
        found = measure.rows(register, chosen, asked)
        assert [int(text.rsplit(" ", 1)[1]) for text in rows["rij"]] == list(found["rij"]), (kind, asked)
    for shown, counts in drawn.tables:
        for position, row in enumerate(shown.to_dict("records")):
            told = [value for value in row.values() if isinstance(value, int)]
            counted = [amount(path, chosen, asked) for column in row for asked in counts(position, column)]
            assert counted, row
            assert set(told) == set(counted), row
    assert (Evidence.of(basis="register") in [asked for asked, _ in drawn.links]) == (not on_stage)
    assert drawn.charts or drawn.links or drawn.lists


@pytest.mark.parametrize("which", ["voorbeeld", "2.000 activiteiten"])
@pytest.mark.parametrize("selection", SELECTIONS)
def test_the_figures_of_the_workbook_itself_are_its_rows(open_page, registers, amount, large, selection, which):
    """Gegevens: what counts on each sheet, what can be brought up to date, and the findings, by severity and by sheet."""
    path = SAMPLE if which == "voorbeeld" else large
    query, chosen = SELECTIONS[selection]
    register = registers[path]
    at = open_page("gegevens", path, **query)
    sheets = at.dataframe[0].value.set_index("Werkblad")
    for kind, sheet in (
        ("activiteiten", "Activiteiten"),
        ("partners", "Partners"),
        ("verbindingslijnen", "Verbindingslijnen"),
    ):
        assert sheets.loc[sheet, "Telt mee"] == amount(path, chosen, Evidence.of(kind, basis="register"))
    assert sheets.loc["Deelnames", "Telt mee"] == len(register.deelnames)
    for heading, severity in (("Fouten", "fout"), ("Waarschuwingen", "waarschuwing"), ("Opmerkingen", "opmerking")):
        for sheet, told in sheets[heading].items():
            of_severity = register.bevindingen["severity"].eq(severity) & register.bevindingen["sheet"].eq(sheet)
            assert told == of_severity.sum()
    at = open_page("gegevens", path, onderdeel="Te actualiseren", **query)
    asked = Evidence.of(basis="altijd", actualiseren=365)
    found = [int(text.rsplit(" ", 1)[1]) for text in at.dataframe[0].value["Rij in de werkmap"]]
    assert sorted(found) == sorted(measure.rows(register, chosen, asked)["rij"])
    assert number_in(at.header[0].value) == len(found)
    at = open_page(
        "gegevens", path, onderdeel="Bevindingen", gewicht="Waarschuwingen", werkblad="Activiteiten", **query
    )
    assert number_in(at.header[0].value) == len(at.dataframe[0].value) == sheets.loc["Activiteiten", "Waarschuwingen"]


@pytest.mark.parametrize("selection", SELECTIONS)
@pytest.mark.parametrize("which", ["voorbeeld", "2.000 activiteiten"])
def test_cijfers_are_the_rows_behind_them(registers, amount, large, selection, which):
    path, chosen = SAMPLE if which == "voorbeeld" else large, SELECTIONS[selection][1]
    register = registers[path]
    found = figures(register, chosen)
    told = [
        (Evidence(), found["activiteiten"]["actief"]),
        (Evidence.of(thema="arbeidsmarkttransities"), found["netwerkthema"]["aantal"]),
        *((Evidence.of(plaats=r["code"] or "zonder"), r["aantal"]) for r in found["per_plaats"]),
        *((Evidence.of(gemeente=r["code"] or "zonder"), r["aantal"]) for r in found["per_gemeente"]),
        *((Evidence.of(ingredient=r["nr"]), r["aantal"]) for r in found["per_ingredient"]),
        *((Evidence.of(thema=r["thema"]), r["aantal"]) for r in found["per_thema"]),
        *(
            (Evidence.of(ingredient=r["nr"], plaats=r["code"] or "zonder"), r["aantal"])
            for r in found["ingredient_x_plaats"]
        ),
        *((Evidence.of(thema=r["thema"], plaats=r["code"] or "zonder"), r["aantal"]) for r in found["thema_x_plaats"]),
    ]
    assert len(told) > (50 if chosen.regio else 150)  # of one region no others are told
    for asked, figure in told:
        assert amount(path, chosen, asked) == figure, asked
    assert len(apply(chosen, register).activiteiten) == found["activiteiten"]["actief"]
