"""Every suggestion of the product, whatever sheet and column: none drops a part of what was typed or guesses a code."""

import random
from itertools import combinations

import pytest

from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.values.cell import reader
from lrn.register.values.headers import suggest_header
from lrn.terms import plain

COLUMNS = [column for sheet in c.SHEETS for column in sheet.columns]
LISTED = {column.vocabulary: column for column in COLUMNS if column.vocabulary}
ONE_VALUE = (c.Kind.TERM, c.Kind.TERMS, c.Kind.MUNICIPALITY, c.Kind.REGION, c.Kind.INGREDIENTS)
JOINED = ["{} / {}", "{} - {}", "{} of {}", "{}, {} en meer", "niet {}, wel {}"]
CODES = ["GM0363", "GM0003", "gm 9999", "GMO546", "AM01", "AM99", "A-99", "P-001", "K12", "2026-1"]


def labels_of(column):
    if column.kind is c.Kind.MUNICIPALITY:
        return [gemeente.naam for gemeente in v.GEMEENTEN]
    if column.kind is c.Kind.REGION:
        return [term.label for term in v.REGIO_NAMEN.terms]
    if column.kind is c.Kind.INGREDIENTS:
        return [term.label for term in v.INGREDIENT_NAMEN.terms]
    return [term.label for term in column.vocabulary.terms]


def words(text):
    return {word for word in plain(text).split() if len(word) > 2}


@pytest.mark.parametrize(
    "column", [x for x in COLUMNS if x.kind in ONE_VALUE], ids=lambda x: f"{x.field} {x.kind.value}"
)
def test_of_two_values_in_one_none_is_suggested(column):
    labels = labels_of(column)
    pairs = list(combinations(labels, 2))
    for one, other in random.Random(11).sample(pairs, min(20, len(pairs))):
        for written in JOINED:
            typed = written.format(one, other)
            for remark in reader(column)(typed).remarks:
                said = [name for name in (one, other) if name in remark.message]
                lost = [name for name in said if not words(name) <= words(remark.suggestion)]
                assert not (remark.suggestion and lost), (typed, remark)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda x: f"{x.field} {x.kind.value}")
@pytest.mark.parametrize("code", CODES)
def test_no_code_is_guessed(column, code):
    if column.kind is c.Kind.DATE:
        return  # a number may be a day as Excel counts it
    # Amsterdam, and Appingedam that was: in the column for regions that is known, and not guessed.
    known = ["Elders"] if column.kind is c.Kind.REGION and code in ("GM0363", "GM0003") else []
    assert [remark.suggestion for remark in reader(column)(code).remarks if remark.suggestion] == known


@pytest.mark.parametrize("sheet", c.SHEETS, ids=lambda sheet: sheet.name)
def test_no_heading_loses_a_part(sheet):
    for column in sheet.columns:
        for heading in (
            f"{column.header} 2025",
            f"{column.header} van vorig jaar",
            f"geen {column.header}",
            f"{column.header} oud",
        ):
            assert suggest_header(sheet, heading) == ("", False), heading


@pytest.mark.parametrize("text", ["jan 2026", "ja, deels", "ja en nee", "jaarlijks", "neem contact op"])
def test_what_is_more_than_yes_or_no_is_not_taken_for_it(text):
    (remark,) = reader(c.ACTIVITEITEN.column("netwerkthema"))(text).remarks
    assert remark.suggestion == ""


@pytest.mark.parametrize(
    ("text", "meant"), [("9. Samen aan de slg", "9. Samen aan de slag"), ("5. Samen aan de slg", "")]
)
def test_a_number_before_a_misspelt_ingredient_must_agree(text, meant):
    (remark,) = reader(c.ACTIVITEITEN.column("ingredienten"))(text).remarks
    assert remark.suggestion == meant


def test_a_range_of_ingredients_is_not_two_of_them():
    (remark,) = reader(c.ACTIVITEITEN.column("ingredienten"))("6-9").remarks
    assert remark.suggestion == ""


# ── What one row says of another ─────────────────────────────────────────────────────────────────────────────────


def deelname(build_register, activity, partner):
    sheets = {
        "Activiteiten": [["ID", "Naam"], ["A-1", "Een"], ["A1", "Twee"], ["A-9", "Negen"], ["A-1-1", "Elf"]],
        "Partners": [["ID", "Naam"], ["P-1", "Zorgpunt"], ["P-2", "Zorgpunt"], ["P-3", "Regio Leiden"]],
        "Deelnames": [["Activiteit", "Partner"], [activity, partner]],
    }
    register = build_register(sheets)
    return [(f.suggestion, f.sure, f.message) for f in register.findings if f.sheet == "Deelnames"]


def test_where_two_rows_answer_both_are_named_and_none_is_sure(build_register):
    assert deelname(build_register, "A.1", "Zorgpunt") == [
        ("", False, "Geen activiteit met dit ID op het blad Activiteiten. Bedoelt u A-1 of A1?"),
        ("", False, "Geen partner met dit ID op het blad Partners. Bedoelt u P-1 of P-2?"),
    ]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("A-09", "A-9"), ("a9", "A-9"), ("Negen", "A-9"), ("A-99", ""), ("A-11", ""), ("A.1.1", "A-1-1"), ("?", "")],
)
def test_an_id_is_sure_only_as_the_same_but_for_zeros_and_signs(build_register, typed, meant):
    ((found, sure, _),) = deelname(build_register, typed, "P-3")
    assert (found, sure) == (meant, bool(meant))


def test_a_municipality_is_not_the_partner_that_has_its_name_in_another_form(build_register):
    ((found, sure, _),) = deelname(build_register, "A-9", "gemeente Leiden")
    assert (found, sure) == ("", False)
