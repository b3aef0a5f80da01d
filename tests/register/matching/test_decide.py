"""One decision more: what is decided from then on, and what it leaves alone."""

from __future__ import annotations

import pytest

from lrn.register.matching import decide
from lrn.register.matching.model import (
    ASIDE,
    PARTNER_NAMES,
    Certainty,
    ColumnFound,
    Matching,
    Proposal,
    Records,
    SheetFound,
    SheetMatch,
)

COLUMNS = (
    ColumnFound("Nr.", "A", target="ID", certainty=Certainty.SURE),
    ColumnFound("Wat", "B", target="Naam", certainty=Certainty.ASKED),
    ColumnFound("Hoe ver", "C", target="Status", certainty=Certainty.ASKED),
    ColumnFound("Met", "D", target=PARTNER_NAMES, certainty=Certainty.SURE),
    ColumnFound("Los", "E"),
)
LIST = SheetFound("Blad1", "Activiteiten", Certainty.SURE, heading_row=3, rows=9, columns=COLUMNS)
PROPOSAL = Proposal((LIST, SheetFound("Oud", "Partners", Certainty.ASKED), SheetFound("Los")))
NOTHING = Matching()


def columns(matching: Matching, tab: str = "Blad1") -> dict[str, str]:
    found = matching.of(tab)
    return dict(found.columns) if found else {}


def test_a_column_is_decided_with_the_sheet_as_it_is_read_and_nothing_of_what_is_sure():
    decided = decide.column(NOTHING, PROPOSAL, "Blad1", "Wat", "Naam")
    assert decided.sheets == (SheetMatch("Blad1", "Activiteiten", 3, columns={"Wat": "Naam"}),)


def test_a_heading_goes_to_one_column_also_where_the_other_was_only_sure():
    decided = decide.column(NOTHING, PROPOSAL, "Blad1", "Los", "ID")
    assert columns(decided) == {"Los": "ID", "Nr.": ASIDE}
    decided = decide.column(decided, PROPOSAL, "Blad1", "Wat", "ID")
    assert columns(decided) == {"Los": ASIDE, "Nr.": ASIDE, "Wat": "ID"}


def test_what_is_only_asked_about_is_not_taken_away():
    assert columns(decide.column(NOTHING, PROPOSAL, "Blad1", "Los", "Naam")) == {"Los": "Naam"}


def test_several_columns_can_hold_partners_or_be_kept_aside():
    decided = decide.column(NOTHING, PROPOSAL, "Blad1", "Los", PARTNER_NAMES)
    decided = decide.column(decided, PROPOSAL, "Blad1", "Wat", ASIDE)
    assert columns(decided) == {"Los": PARTNER_NAMES, "Wat": ASIDE}


def test_all_that_is_asked_about_is_taken_at_once():
    assert columns(decide.every_column(NOTHING, PROPOSAL, "Blad1")) == {"Wat": "Naam", "Hoe ver": "Status"}


def test_a_sheet_takes_the_place_of_the_one_that_was_read_as_such():
    decided = decide.column(NOTHING, PROPOSAL, "Blad1", "Wat", "Naam")
    decided = decide.sheet(decided, PROPOSAL, "Los", "Activiteiten")
    assert [(match.tab, match.sheet, dict(match.columns)) for match in decided.sheets] == [
        ("Blad1", ASIDE, {}),
        ("Los", "Activiteiten", {}),
    ]


def test_saying_yes_to_a_sheet_keeps_what_was_said_of_its_columns():
    decided = decide.column(NOTHING, PROPOSAL, "Oud", "x", ASIDE)
    assert columns(decide.sheet(decided, PROPOSAL, "Oud", "Partners"), "Oud") == {"x": ASIDE}


def test_another_row_of_headings_lets_go_of_the_columns():
    decided = decide.column(NOTHING, PROPOSAL, "Blad1", "Wat", "Naam")
    decided = decide.layout(decided, PROPOSAL, "Blad1", 5, Records.COLUMNS)
    assert decided.sheets == (SheetMatch("Blad1", "Activiteiten", 5, Records.COLUMNS),)


def test_ids_are_made_or_not():
    decided = decide.ids(NOTHING, PROPOSAL, "Blad1", make=True)
    assert decided.of("Blad1").make_ids
    assert not decide.ids(decided, PROPOSAL, "Blad1", make=False).of("Blad1").make_ids


def test_ids_that_are_made_unasked_are_made_after_another_decision_too():
    proposal = Proposal((LIST,), Matching((SheetMatch("Blad1", "Activiteiten", make_ids=True),)))
    assert decide.column(NOTHING, proposal, "Blad1", "Wat", "Naam").of("Blad1").make_ids


def test_a_sheet_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        decide.column(NOTHING, PROPOSAL, "Weg", "Wat", "Naam")


def test_what_was_said_of_a_value_is_taken_back_alone():
    match = SheetMatch(
        "Blad1",
        "Activiteiten",
        values={"Status": {"klaar": "Afgerond", "idee": "Verkenning"}, "Einde": {"x": ""}},
        left={"Status": ("?", "qq")},
    )
    other = SheetMatch("Blad2", "Partners", left={"Status": ("?",)})
    decided = decide.without_value(Matching((match, other)), "Activiteiten", "Status", "klaar")
    decided = decide.without_value(decided, "Activiteiten", "Einde", "x")
    decided = decide.without_value(decided, "Activiteiten", "Status", "?")
    assert decided.of("Blad1").values == {"Status": {"idee": "Verkenning"}}
    assert decided.of("Blad1").left == {"Status": ("qq",)}
    assert decided.of("Blad2") == other
