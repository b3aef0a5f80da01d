import pytest

from lrn.register.ingredients import ingredients_value
from lrn.register.reading import Read


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


@pytest.mark.parametrize(("text", "meant"), [("1.5", "1;5"), ("2.11", "2;11"), (" 6.7 ", "6;7")])
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
    assert len(read.remarks) == 1


def test_what_is_understood_counts_beside_what_is_not():
    read = ingredients_value("1; 12; leeren; 9")
    assert read.value == (1, 9)
    assert [r.suggestion for r in read.remarks] == ["", "Leren"]


@pytest.mark.parametrize(
    ("text", "meant"), [("1 5 9", "1;5;9"), ("1/5", "1;5"), ("1 en 5", "1;5"), ("1.5", "1;5"), ("1.0", "")]
)
def test_numbers_with_another_sign_between_them_are_suggested_as_the_contract_writes_them(text, meant):
    read = ingredients_value(text)
    assert read.value is None
    assert [remark.suggestion for remark in read.remarks] == [meant]
