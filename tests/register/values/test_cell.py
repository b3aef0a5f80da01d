import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn.register import columns
from lrn.register.rules import Rule
from lrn.register.values.cell import (
    all_ids,
    all_texts,
    flag_value,
    id_of,
    is_empty_mark,
    is_excel_error,
    reader,
    taker,
    text_of,
)
from lrn.register.values.remark import Read

# ── Flags, texts, IDs ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ja", True),
        ("Ja", True),
        (" JA ", True),
        ("x", True),
        ("X", True),
        ("True", True),
        ("WAAR", True),
        ("1", True),
        ("√", True),  # of a font with mathematics, and the boxes of Word
        ("☑", True),
        ("☒", True),
        ("+", True),
        ("×", True),
        ("☐", False),
        ("nee", False),
        ("Nee ", False),
        ("ONWAAR", False),
        ("False", False),
        ("0", False),
        ("", None),
        ("   ", None),
    ],
)
def test_yes_and_no_are_read_in_every_spelling(text, value):
    assert flag_value(text) == Read(value)


def test_a_flag_that_says_neither_is_named():
    read = flag_value("misschien")
    assert read.value is None
    assert "misschien" in read.remarks[0].message


@pytest.mark.parametrize("text", ["0484", "+31 6", "1e5", "NA", "None", "TRUE", "#", "007", "nan", "null", "1,5"])
def test_a_text_stays_what_it_is(text):
    assert text_of(f"  {text} ") == text


@pytest.mark.parametrize("text", ["K01", " k01 ", "k 01", "K\u00a001"])
def test_an_id_is_compared_without_case_and_spaces(text):
    assert id_of(text) == "K01"


def test_leading_zeros_of_an_id_are_kept():
    assert id_of("0484") == "0484"


def test_all_ids_of_a_column_are_those_of_its_cells():
    assert all_ids(["k1", "A02", "0484"]) == ["K1", "A02", "0484"]
    assert all_ids(["k1", "", " k 2 ", "K\u00a03", "é4"]) == ["K1", None, "K2", "K3", "É4"]
    assert all_ids(["k1", "\u200b"]) == ["K1", None]
    assert all_ids([]) == []


def test_all_texts_of_a_column_are_those_of_its_cells():
    assert all_texts(["een", " twee ", "", "  ", "drie\n"]) == ["een", "twee", None, None, "drie"]


def test_what_is_taken_for_what_it_is_needs_no_reading():
    taken = {column.field: taker(column) for column in columns.ACTIVITEITEN.columns}
    assert (taken["id"], taken["naam"], taken["college"], taken["omschrijving"]) == (
        all_ids,
        all_texts,
        all_texts,
        all_texts,
    )
    assert taken["status"] is taken["gemeente"] is taken["start"] is taken["ingredienten"] is None
    assert taker(columns.DEELNAMES.column("partner")) is all_ids
    assert taker(columns.VERBINDINGSLIJNEN.column("van")) is all_texts


@pytest.mark.parametrize(
    ("text", "says_nothing"),
    [
        ("-", True),
        ("n.v.t.", True),
        ("N / A", True),
        ("Niet van toepassing", True),
        ("… — …", True),
        ("", False),
        ("?", False),
        ("onbekend", False),
        ("geen idee", False),
        ("-" * 24, True),  # as long as the longest of these words with five signs
        ("-" * 25, False),
    ],
)
def test_what_says_that_nothing_is_filled_in(text, says_nothing):
    assert is_empty_mark(text) == says_nothing


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("status", "n.v.t.", None),
        ("netwerkthema", "-", False),  # the column knows it
        ("omschrijving", "geen", "geen"),
        ("id", "-", "-"),
        ("college", "?", None),
        ("college", "onbekend", None),
        ("college", "n.v.t.", None),
        ("college", "Onbekend College", "Onbekend College"),
    ],
)
def test_an_empty_mark_is_an_empty_cell_but_in_free_text_and_ids(field, text, value):
    assert reader(columns.ACTIVITEITEN.column(field))(text) == Read(value)


@pytest.mark.parametrize(
    ("text", "is_error"),
    [("#N/B", True), (" #VERW! ", True), ("#N/A", True), ("Err:502", True), ("#ERR502", True), ("Err:50", False),
     ("Err:5020", False), ("#", False), ("#1", False), ("zie #N/B", False)],
)  # fmt: skip
def test_what_a_failed_formula_shows(text, is_error):
    assert is_excel_error(text) == is_error


@pytest.mark.parametrize(
    ("text", "likely", "said"),
    [
        ("jawel!", "ja", "“jawel!” is geen ja of nee"),
        ("neen", "nee", "“neen” is geen ja of nee"),
        ("misschien", "", "“misschien” is geen ja of nee. Kies een van beide of laat de cel leeg"),
    ],
)
def test_of_a_flag_that_says_neither_what_was_meant(text, likely, said):
    (remark,) = flag_value(text).remarks
    assert (remark.message, remark.suggestion, remark.sure, remark.rule) == (said, likely, False, Rule.NO_YES_OR_NO)


# ── Whatever is typed ────────────────────────────────────────────────────────────────────────────────────────

COLUMNS = [column for sheet in columns.SHEETS for column in sheet.columns]
KINDS = {(c.kind, c.vocabulary.name if c.vocabulary else ""): c for c in COLUMNS}
PARTS = ["1", "31-2-2026", "00000", "9999-99-99", ";", ",", "\n", ".", "ja", "Leiden", "²", "٣", "ß", "İ", "\x00", " "]
TYPED = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(PARTS), max_size=8).map("".join))


@pytest.mark.parametrize("column", KINDS.values(), ids=lambda c: f"{c.kind.value}-{c.field}")
@settings(max_examples=60, deadline=None, database=None)
@given(text=TYPED)
def test_any_text_ends_in_a_value_or_a_remark(column, text):
    read = reader(column)(text)
    assert isinstance(read, Read)
    assert all(remark.message and remark.rule.severity in ("waarschuwing", "opmerking") for remark in read.remarks)


def test_every_kind_of_column_is_tried():
    assert {kind for kind, _ in KINDS} == set(columns.Kind)
