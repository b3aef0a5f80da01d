"""From a strange workbook to right figures in at most eight choices; given back, it asks nothing."""

from __future__ import annotations

from functools import cache

import pytest

from lrn.register.checking.check import check
from lrn.register.matching.model import ASIDE, Certainty
from lrn.register.reading.parse import read_content
from lrn.register.rules import Rule
from lrn.register.worker import wanted
from tests.register.matching.strangers import WORKBOOKS, made
from tests.register.matching.visit import DAY, Visit

MOST = 8

# Counted by hand: rows that count, active on 30 November 2026, with a place, with a status, with a theme.
FIGURES = {
    "a_row_a_partner": (9, 5, 9, 9, 9),
    "months_as_columns": (8, 5, 8, 0, 8),
    "english": (8, 3, 7, 8, 8),
    "microsoft_list": (8, 4, 7, 8, 7),
    "kumu": (7, 5, 7, 7, 7),
    "records_in_columns": (6, 3, 5, 6, 5),
    "own_words": (59, 33, 31, 44, 47),  # five are on hold, which is no status; none has ended
}
# Activities, partners, participations, lines.
AMOUNTS = {
    "a_row_a_partner": (9, 13, 16, 0),
    "months_as_columns": (8, 0, 0, 0),
    "english": (8, 3, 2, 0),
    "microsoft_list": (8, 0, 0, 0),
    "kumu": (7, 0, 0, 5),
    "records_in_columns": (6, 3, 4, 0),
    "own_words": (59, 4, 40, 3),
}
THEMES = {
    "a_row_a_partner": {
        "klimaat": 2,
        "mobiliteit": 1,
        "onderwijs": 1,
        "recreatie": 1,
        "welzijn": 2,
        "wonen": 1,
        "zorg": 1,
    },
    "months_as_columns": {
        "klimaat": 2,
        "mobiliteit": 1,
        "onderwijs": 1,
        "recreatie": 1,
        "welzijn": 1,
        "wonen": 1,
        "zorg": 1,
    },
    "english": {"klimaat": 1, "mobiliteit": 1, "onderwijs": 1, "recreatie": 2, "welzijn": 2, "wonen": 1, "zorg": 1},
    "microsoft_list": {"klimaat": 3, "mobiliteit": 1, "onderwijs": 2, "welzijn": 2, "wonen": 2, "zorg": 1},
    "kumu": {"klimaat": 3, "mobiliteit": 1, "onderwijs": 1, "recreatie": 1, "welzijn": 3, "wonen": 2, "zorg": 1},
    "records_in_columns": {"klimaat": 2, "mobiliteit": 1, "onderwijs": 1, "wonen": 1, "zorg": 1},
    "own_words": {"klimaat": 17, "mobiliteit": 8, "onbekend": 16, "welzijn": 9, "zorg": 18},
}

BEFORE = 5  # findings of the list: Idee and Gepland are no status, and three columns are not known


@cache
def visit(name: str) -> Visit:
    found = Visit(made(WORKBOOKS[name]()))
    found.take_all()
    return found


@cache
def again(name: str) -> Visit:
    return visit(name).given_back()


def figures(found: Visit) -> tuple[int, ...]:
    seen = found.figures
    return seen.counted, seen.active, seen.placed, seen.with_status, seen.with_theme


@pytest.mark.parametrize("name", WORKBOOKS)
def test_it_leads_to_right_figures_in_few_choices(name: str) -> None:
    found = visit(name)
    assert figures(found) == FIGURES[name]
    assert len(found.choices) <= MOST, found.choices
    assert not found.asked


@pytest.mark.parametrize("name", WORKBOOKS)
def test_partners_participations_lines_and_themes_are_all_there(name: str) -> None:
    assert visit(name).amounts() == AMOUNTS[name]
    assert visit(name).themes() == THEMES[name]


def test_columns_alone_already_give_figures_with_the_values_as_typed() -> None:
    """Two rows lack an ID and one a name; klaar, idee, on hold and ? are not understood yet, so that dates decide."""
    found = Visit(made(WORKBOOKS["own_words"]()))
    assert [heading.partition(": ")[2] for heading in found.asked if "×" not in heading] == ["College / team"]
    assert (found.figures.counted, found.figures.active) == (57, 37)
    rows = {rows.sheet: rows for rows in found.read_register.rows}["Activiteiten"]
    assert (rows.counted, rows.left_out, rows.totals, rows.notes) == (57, 3, 1, 1)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_given_back_and_loaded_again_it_asks_nothing(name: str) -> None:
    found = again(name)
    assert not found.asked
    assert not found.proposal.gone
    assert figures(found) == figures(visit(name))
    assert found.amounts() == visit(name).amounts()
    assert found.themes() == visit(name).themes()
    assert found.decided


def test_it_tells_how_many_findings_there_were_also_where_ids_were_made() -> None:
    assert visit("microsoft_list").given_back().proposal.matching.before == BEFORE


@pytest.mark.parametrize("name", WORKBOOKS)
def test_what_was_given_back_needs_no_matching(name: str) -> None:
    """Without the sheet Koppeling it is in the contract's form, too."""
    found = again(name)
    checked = check(read_content(found.content, wanted), DAY)
    assert len(checked.tables["activiteiten"]["id"]) == FIGURES[name][0]


@pytest.mark.parametrize("name", WORKBOOKS)
def test_nothing_is_matched_that_is_not_shown(name: str) -> None:
    """Each column that is read is in the proposal, with a reason or since the contract calls it so."""
    found = Visit(made(WORKBOOKS[name]()))
    for sheet in found.proposal.sheets:
        match = found.proposal.matching.of(sheet.tab)
        shown = {column.heading: column for column in sheet.columns}
        for heading, target in (match.columns if match else {}).items():
            assert shown[heading].target == target
            assert shown[heading].why or shown[heading].certainty is Certainty.CONTRACT
        if sheet.sheet != ASIDE:
            taken = {
                column.target
                for column in sheet.columns
                if column.certainty not in (Certainty.ASKED, Certainty.UNKNOWN)
            }
            told = taken | ({"ID"} if sheet.ids_made else set()) | ({"Start", "Einde"} if "Maand" in taken else set())
            assert set(found.read_register.read[sheet.sheet]) <= told


@pytest.mark.parametrize("heading", ["Rol partner", "Plaats organisatie", "Contactpersoon bedrijf", "Partnertype"])
def test_what_a_list_says_of_its_partners_is_not_taken_for_the_activities(heading: str) -> None:
    rows = WORKBOOKS["a_row_a_partner"]()["Projecten en partners"]
    own = [["deelnemer", "Leiden", "coördinator", "Livinglab"][n % 4] for n in range(len(rows))]
    found = Visit(made({"Lijst": [[*row, heading if not n else own[n]] for n, row in enumerate(rows)]}))
    assert found.target(heading) == ""
    assert visit("a_row_a_partner").target("Rol partner") == ""


def test_partners_that_a_microsoft_list_looks_up_are_known_by_their_names() -> None:
    """It writes the number of what was looked up after the name, or before it."""
    cells = ["Gemeente Gouda;#3;#De Vaart;#7", "1;#De Vaart;#2;#Zorggroep Riet", ";#De Vaart;#Roc Plas;#"]
    rows = [["Naam", "Gemeente", "Partners"], *([f"Lab {n}", "Gouda", cell] for n, cell in enumerate(cells))]
    found = Visit(made({"query": rows}))
    assert found.amounts() == (3, 4, 6, 0)


def test_a_short_description_is_one_too() -> None:
    assert visit("kumu").target("Description") == "Omschrijving"
    assert "Elements: Description" not in Visit(made(WORKBOOKS["kumu"]())).asked


def test_names_of_partners_may_stand_in_more_columns() -> None:
    for headings in (["Partner", "Partner"], ["Partner 1", "Partner 2"]):
        rows = [
            ["Project", "Plaats", *headings],
            ["Bouwlab", "Gouda", "De Vaart", "ROC"],
            ["Zorglab", "Leiden", "ROC", None],
            ["Taalcafé", "Leiden", None, "Riet"],
        ]
        found = Visit(made({"Blad1": rows}))
        assert not found.asked
        assert found.amounts() == (3, 3, 4, 0)
        assert found.given_back().amounts() == (3, 3, 4, 0)


def test_a_column_of_persons_called_naam_is_asked_about_where_another_names_the_activities() -> None:
    rows = [
        ["Naam", "Titel activiteit", "Plaats"],
        ["coördinator bouw", "Bouwlab", "Gouda"],
        ["coördinator zorg", "Zorglab", "Leiden"],
        ["coördinator zorg", "Taalcafé", "Leiden"],
    ]
    found = Visit(made({"Blad1": rows}))
    assert found.asked == ["Blad1: Titel activiteit"]
    found.take_columns("Blad1")
    assert sorted(found.read_register.activiteiten["naam"]) == ["Bouwlab", "Taalcafé", "Zorglab"]
    assert found.target("Naam") == ""
    again = found.given_back()
    assert not again.asked
    assert sorted(again.read_register.activiteiten["naam"]) == ["Bouwlab", "Taalcafé", "Zorglab"]


def test_nothing_is_asked_about_a_name_beside_which_nothing_else_names_the_activities() -> None:
    rows = [["Naam", "Programma", "Plaats"], ["Bouwlab", "Noord", "Gouda"], ["Zorglab", "Zuid", "Leiden"]]
    assert not Visit(made({"Blad1": rows})).asked


def test_internal_partners_are_no_partners() -> None:
    rows = [
        ["Project", "Plaats", "Partners (intern)", "Partners (extern)"],
        ["Bouwlab", "Gouda", "team bouw", "ROC, Riet"],
        ["Zorglab", "Leiden", "team zorg", "De Vaart"],
    ]
    found = Visit(made({"Blad1": rows}))
    assert (found.target("Partners (intern)"), found.target("Partners (extern)")) == ("", "Partners")
    assert found.amounts() == (2, 3, 3, 0)
    # Of the column that is used it is not said that it is not.
    assert [(f.column, f.rule) for f in found.read_register.findings] == [("Partners (intern)", "UNKNOWN_COLUMN")]


def test_of_two_lists_of_activities_one_is_chosen_and_no_more_ids_are_told_of_than_were_made() -> None:
    headings = ["Project", "Plaats", "Stand"]
    old, new = [["Bouwlab", "Gouda", "klaar"]], [["Zorglab", "Leiden", "loopt"], ["Taalcafé", "Woerden", "loopt"]]
    found = Visit(made({"Projecten 2025": [headings, *old], "Projecten 2026": [headings, *new]}))
    assert found.register is None
    assert [sheet.ids_made for sheet in found.proposal.sheets] == [0, 0]
    found.be_sheet("Projecten 2026", "Activiteiten")
    assert [sheet.ids_made for sheet in found.proposal.sheets] == [0, 2]
    assert found.figures.counted == 2
    again = found.given_back()
    assert not again.asked
    assert again.figures.counted == 2


def test_a_column_that_is_used_is_not_told_to_be_unknown() -> None:
    """Of the months nothing is said; of the other list only what nobody said anything about."""
    assert visit("months_as_columns").read_register.bevindingen.empty
    told = visit("own_words").read_register.findings
    assert [f.column for f in told if f.rule == Rule.UNKNOWN_COLUMN.name] == [
        "Opmerkingen",
        "Budget 2026",
        "Contact",
        "06-nr",
    ]
    assert again("months_as_columns").read_register.bevindingen.empty


def test_that_organisations_stand_among_the_activities_is_said() -> None:
    """A map of a network often has both as its elements; which of them are activities only a person can say."""
    tabs = WORKBOOKS["kumu"]()
    tabs["Elements"] += [
        ["De Vaart", "Organisatie", "", "Ziekenhuis", "Leiden", None],
        ["Gemeente Leiden", "organisatie", "", "", "Leiden", None],
    ]
    found = Visit(made(tabs))
    assert found.figures.counted == 9
    assert (
        "2 rijen hebben als soort “Organisatie” en tellen nu mee als activiteit. Is dat niet zo, zet "
        "die rijen dan op een eigen werkblad Partners."
    ) in found.proposal.notes
    assert not any("als soort" in note for note in visit("kumu").proposal.notes)


def test_the_answers_to_a_form_are_read_by_its_questions() -> None:
    """Who answered stands in Naam: whether that is the name of the activity is asked."""
    rows = [
        ["Id", "Starttijd", "E-mail", "Naam", "Wat is de titel van de activiteit?", "Welke partners doen mee?"],
        ["1", "1-9-2026 10:00", "anonymous", "Medewerker A", "Bouwlab", "ROC Plas; Zorggroep Riet"],
        ["2", "1-9-2026 10:05", "anonymous", "Medewerker B", "Zorglab", "ROC Plas"],
        ["3", "1-9-2026 10:10", "anonymous", "Medewerker B", "Taalcafé", ""],
    ]
    found = Visit(made({"Sheet1": rows}))
    assert found.asked == ["Sheet1: Wat is de titel van de activiteit?"]
    found.take_columns("Sheet1")
    assert sorted(found.read_register.activiteiten["naam"]) == ["Bouwlab", "Taalcafé", "Zorglab"]
    assert found.amounts() == (3, 2, 3, 0)
    assert not found.given_back().asked
