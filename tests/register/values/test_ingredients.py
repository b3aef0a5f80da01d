import pytest

from lrn.register.rules import Rule
from lrn.register.values.ingredients import ingredients_value, pair_meanings
from lrn.register.values.remark import Read


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1;5;9", (1, 5, 9)),
        ("9; 5 ;1", (1, 5, 9)),
        ("1, 5", (1, 5)),
        ("1,5,9", (1, 5, 9)),
        ("1\n5\n9", (1, 5, 9)),
        ("1;;5;", (1, 5)),
        ("5;5;5", (5,)),
        ("11", (11,)),
        ("Leren", (6,)),
        ("leren; toegevoegde waarde", (6, 7)),
        ("Leren, Samen aan de slag", (6, 9)),
        ("1. Uitdagingen", (1,)),
        ("3) niveaus", (3,)),
        ("10 De opleidingspartner in de regio", (10,)),
        ("Dé opleidingspartner in de regio", (10,)),
        ("Ingrediënt 4", (4,)),
        ("INGREDIENT 4: ARBEIDSMARKTREGIO'S", (4,)),
        ("Arbeidsmarktregio’s", (4,)),
        ("De partners", (11,)),
        ("Maatschappelijke, onderwijskundige en economische uitdagingen", (1,)),
        ("Maatschappelijke, onderwijskundige en economische uitdagingen, Leren", (1, 6)),
        ("Leren; Maatschappelijke, onderwijskundige en economische uitdagingen; 11", (1, 6, 11)),
        ("1. Maatschappelijke, onderwijskundige en economische uitdagingen, 9", (1, 9)),
        ("", None),
        (" ; , ", None),
    ],
)
def test_ingredients_are_read_by_number_and_by_name(text, numbers):
    assert ingredients_value(text) == Read(numbers)


@pytest.mark.parametrize(("text", "meant"), [("1.5", "1; 5"), ("2.11", "2; 11"), (" 6.7 ", "6; 7")])
def test_one_number_made_of_two_by_excel_is_asked_about(text, meant):
    read = ingredients_value(text)
    assert read.value is None
    assert [r.suggestion for r in read.remarks] == [meant]


@pytest.mark.parametrize("text", ["3. Leren", "6 Arbeidsmarkt", "1: Partners"])
def test_a_number_and_a_name_that_disagree_count_as_neither(text):
    read = ingredients_value(text)
    assert read.value is None
    assert len(read.remarks) == 1


@pytest.mark.parametrize("text", ["0", "12", "99", "100"])
def test_a_number_that_is_no_ingredient_is_named(text):
    read = ingredients_value(text)
    assert read.value is None
    assert [remark.message for remark in read.remarks] == [f"“{text}” is geen ingrediënt. De nummers zijn 1 t/m 11"]


def test_what_is_understood_counts_beside_what_is_not():
    read = ingredients_value("1; 12; leeren; 9")
    assert read.value == (1, 9)
    assert [r.suggestion for r in read.remarks] == ["", "Leren"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1 5 9", (1, 5, 9)),
        ("1/5", (1, 5)),
        ("1/2/3", (1, 2, 3)),
        ("9 en 10", (9, 10)),
        ("1, 5 en 9", (1, 5, 9)),
        ("1 + 5", (1, 5)),
        ("ingrediënt 1 en 2", (1, 2)),
        ("Ingrediënten: 1, 2 en 6", (1, 2, 6)),
        ("9-10", (9, 10)),  # 9 to 10, and 9 and 10
        ("1 t/m 4", (1, 2, 3, 4)),
        ("1 tot en met 4", (1, 2, 3, 4)),
        ("1 t/m 3; 9", (1, 2, 3, 9)),
        ("1 t/m 3 en Leren", (1, 2, 3, 6)),
        ("1 t/m 11", tuple(range(1, 12))),
    ],
)
def test_numbers_in_a_row_are_understood_where_they_can_mean_one_thing(text, numbers):
    assert ingredients_value(text) == Read(numbers)


@pytest.mark.parametrize(("text", "meant"), [("1-4", "1; 2; 3; 4 of 1; 4"), ("9-11", "9; 10; 11 of 9; 11")])
def test_a_dash_between_two_numbers_may_mean_two_things(text, meant):
    read = ingredients_value(text)
    assert read.value is None
    assert [(r.message, r.suggestion) for r in read.remarks] == [
        (f"Zet een puntkomma tussen de ingrediënten: {meant}", "")
    ]


@pytest.mark.parametrize("text", ["4 t/m 1", "9 t/m 12", "0 t/m 3", "t/m 4", "3 t/m 3"])
def test_a_range_that_is_none_of_ingredients_is_named(text):
    read = ingredients_value(text)
    assert read.value is None
    assert [remark.suggestion for remark in read.remarks] == [""]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("1.5", "1; 5"),
        ("1.0", ""),
        ("1.2.5", "1; 2; 5"),
        ("2-6-9", "2; 6; 9"),
        ("10-9", "10; 9"),
        ("1/13", ""),
        ("alle", "1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11"),
        ("Alle elf ingrediënten", "1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11"),
    ],
)
def test_what_may_mean_something_else_is_suggested_as_the_contract_writes_it(text, meant):
    read = ingredients_value(text)
    assert read.value is None
    assert [remark.suggestion for remark in read.remarks] == [meant]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026-05-01 00:00:00", "1; 5"),
        ("2000-05-01 00:00:00", "1; 5"),
        ("2001-05-01 00:00:00", "1; 5; 1"),
        ("2011-05-01 00:00:00", "1; 5; 11"),
        ("2012-05-01 00:00:00", "1; 5"),
        ("2026-12-01 00:00:00", ""),  # there is no ingredient 12
        ("2026-11-12 00:00:00", ""),
        ("2.1", "2; 10"),  # as Excel writes 2.10
        ("12.1", ""),
    ],
)
def test_what_excel_made_of_numbers_is_what_was_typed(text, meant):
    (remark,) = ingredients_value(text).remarks
    assert (remark.suggestion, remark.rule, remark.sure) == (meant, Rule.ONE_NUMBER, False)


@pytest.mark.parametrize(
    ("text", "meanings"),
    [
        ("1-4", ("1; 2; 3; 4", "1; 4")),
        (" 9 - 11 ", ("9; 10; 11", "9; 11")),
        ("9-10", ("9; 10",)),
        ("4-4", ()),
        ("4-1", ()),
        ("0-3", ()),
        ("10-12", ()),
        ("1-2-3", ()),
        ("1", ()),
    ],
)
def test_what_a_pair_can_mean(text, meanings):
    assert pair_meanings(text) == meanings


@pytest.mark.parametrize(
    ("text", "meant", "part"),
    [
        ("6. leeren", "Leren", "6. leeren"),
        ("7 Samen aan de sla", "", "7 Samen aan de sla"),
        ("leeren", "Leren", "leeren"),
    ],
)
def test_a_number_before_a_name_must_agree_with_what_is_proposed(text, meant, part):
    (remark,) = ingredients_value(text).remarks
    assert remark.suggestion.removeprefix("6. ") == meant
    assert remark.part == part
