import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn.register import columns
from lrn.register.values.cell import flag_value, id_of, reader, text_of
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
