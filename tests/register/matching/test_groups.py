"""What is one value, and what a choice for a group writes in a matching."""

import pytest

from lrn.register.matching.cells import Meant
from lrn.register.matching.groups import LEAVE, MAKE_IDS, Group, is_left, settle, value_key
from lrn.register.matching.model import Matching, Proposal, Records, SheetFound, SheetMatch
from lrn.register.model import Severity
from lrn.register.rules import UNREAD, Rule
from lrn.register.values.remark import EMPTY

FOUND = Proposal(
    (SheetFound("Onze lijst", "Activiteiten"),),
    Matching((SheetMatch("Onze lijst", "Activiteiten", 4, Records.ROWS, {"Nr.": "ID"}),)),
)


def group(column="Status", value="klaar", cause=Rule.UNKNOWN.cause, choices=("Afgerond", EMPTY, LEAVE)):
    cells = (value,) if value else ()
    return Group("Activiteiten", column, value, cause, 1, (2,), Severity.WAARSCHUWING, choices=choices, cells=cells)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("klaar", " Klaar! ", True),
        ("on hold", "on-hold", True),
        ("hele régio", "Hele regio", True),
        ("okt 2025", "Okt  2025", True),
        ("1-4", "1 - 4", True),
        ("1-4", "1; 4", False),
        ("1-4", "1 4", False),
        ("1 4", "14", False),
        ("1.5", "1,5", False),
        ("?", "-", False),
        ("?", "??", False),
        ("", " ", True),
    ],
)
def test_two_values_are_one_where_what_differs_says_nothing(one, other, same):
    assert (value_key(one) == value_key(other)) is same


def test_what_was_decided_of_a_range_is_not_done_to_a_list():
    meant = Meant({"1-4": "1; 2; 3; 4", "?": "Gestopt", "Klaar": "Afgerond"})
    assert [meant.of(text) for text in ("1-4", "1 - 4", "1; 4", "1,4")] == ["1; 2; 3; 4", "1; 2; 3; 4", None, None]
    assert [meant.of(text) for text in ("?", "-", "klaar", " KLAAR ")] == ["Gestopt", None, "Afgerond", "Afgerond"]


def test_a_choice_goes_to_the_sheet_by_its_own_name_and_as_it_is_read():
    settled = settle(Matching(), FOUND, group(), "Afgerond")
    assert settled == Matching((SheetMatch("Onze lijst", "Activiteiten", 4, values={"Status": {"klaar": "Afgerond"}}),))


def test_nothing_that_was_decided_before_is_lost():
    before = Matching(
        (
            SheetMatch("Onze lijst", "Activiteiten", columns={"A": "Naam"}, values={"Status": {"af": "Afgerond"}}),
            SheetMatch("Ook", "Partners"),
        )
    )
    after = settle(settle(before, FOUND, group(), EMPTY), FOUND, group("Einde", "heden"), LEAVE)
    sheet = after.of("Onze lijst")
    assert sheet.columns == {"A": "Naam"}
    assert sheet.values == {"Status": {"af": "Afgerond", "klaar": ""}}
    assert sheet.left == {"Einde": ("heden",)}
    assert after.of("Ook") == SheetMatch("Ook", "Partners")
    assert before.of("Onze lijst").values == {"Status": {"af": "Afgerond"}}


def test_a_choice_that_is_changed_takes_the_place_of_the_first():
    matching = settle(Matching(), FOUND, group(), LEAVE)
    assert is_left(matching, FOUND, group(value="KLAAR"))
    matching = settle(matching, FOUND, group(), "Afgerond")
    assert not is_left(matching, FOUND, group())
    matching = settle(matching, FOUND, group(), EMPTY)
    assert matching.of("Onze lijst").values == {"Status": {"klaar": ""}}


def test_rows_without_an_id_and_a_column_that_is_missed_are_settled_by_the_sheet():
    no_id = group("ID", "", "geen ID", (MAKE_IDS, LEAVE))
    assert settle(Matching(), FOUND, no_id, MAKE_IDS).of("Onze lijst").make_ids
    missed = group("Status", "", UNREAD, ("Fase", LEAVE))
    assert settle(Matching(), FOUND, missed, "Fase").of("Onze lijst").columns == {"Fase": "Status"}
    left = settle(Matching(), FOUND, missed, LEAVE)
    assert left.of("Onze lijst").left == {"Status": ("niet gelezen",)}
    assert is_left(left, FOUND, missed)
    assert not is_left(left, FOUND, group())


@pytest.mark.parametrize("choice", ["", "Fase", "Afgerond"])
def test_only_what_can_be_done_is_chosen(choice):
    with pytest.raises(ValueError, match="geen ID"):
        settle(Matching(), FOUND, group("ID", "", "geen ID", (MAKE_IDS, LEAVE)), choice)


def test_a_register_in_the_form_of_the_contract_needs_no_proposal():
    settled = settle(Matching(), None, group(), "Afgerond")
    assert settled == Matching((SheetMatch("Activiteiten", "Activiteiten", values={"Status": {"klaar": "Afgerond"}}),))
