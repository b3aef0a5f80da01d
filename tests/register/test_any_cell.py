"""Whatever is typed in a cell, reading ends in a value or a finding at that cell: never in an exception or in silence."""

import random
import time
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lrn import signs
from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.checking.check import SEVERAL
from lrn.register.load import build
from lrn.register.model import Severity, Source
from lrn.register.reading.book import Book, SheetTexts
from lrn.register.values.cell import id_of, is_empty_mark, reader
from lrn.register.values.dates import date_value
from lrn.register.values.headers import find_headers, suggest_header
from lrn.register.values.ingredients import ingredients_value
from tests.conftest import PEILDATUM, TEN_ROWS

SOURCE = Source(Path("register.xlsx"), "1", datetime(2026, 10, 1))
MANY = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

# ── Any text in any cell ─────────────────────────────────────────────────────────────────────────────────────

AWKWARD = [
    "K1", "k 1", "P1", "L1", "0484", "1e5", "NA", "n.v.t.", "?", "-", "TRUE", "ja", "x", "=1+1", "#N/A", "#", "Err:502", "nan", "inf",
    "1-10-2026", "31-2-2026", "10/25/2026", "1 oktober 2026", "2026-10-01 00:00:00", "46296", "ooit", "00:00:00",
    "1;5;9", "1,5", "1.5", "12", "1 en 5", "6. ", "52,1", "4.49", "1e308", "Leiden", "leidn", "Gem. Gouda", "Zuidplas", "Woerden",
    "zorg; welzijn", "zorg en wonen", "arbeidsmarkttransities", "Holland Rijnland", "regio Leiden", "Voorbeeld", "ID", "Naam",
    "a\nb", "\u200b", "\ufeff", "\u202eabc", "\x00", "\ud800", "\ue000", "😀", "\u0301", "ﷺ", "İ", "ß", "٣", "½", "a" * 300, "1" * 400, ";" * 50,
]  # fmt: skip
texts = st.one_of(
    st.just(""),
    st.sampled_from(AWKWARD),
    st.sampled_from(
        [term.label for column in c.ACTIVITEITEN.columns if column.vocabulary for term in column.vocabulary.terms]
    ),
    st.text(st.characters(exclude_categories=()), max_size=12),
    st.text("0123456789-/.;, enxja", max_size=12),
    st.dates().map(lambda day: f"{day:%d-%m-%Y}"),
)
ERROR, FORMULA = "error", "formula"  # what may stand in an empty cell


@st.composite
def books(draw):
    """A workbook with every column of the contract, and what stands in its cells by (sheet, column, row from 2)."""
    sheets = {}
    for sheet in c.SHEETS:
        rows = draw(st.lists(st.lists(texts, min_size=len(sheet.columns), max_size=len(sheet.columns)), max_size=3))
        columns = [[column.header, *(row[n] for row in rows)] for n, column in enumerate(sheet.columns)]
        odd = draw(
            st.dictionaries(
                st.tuples(st.integers(1, 3), st.integers(0, len(columns) - 1)),
                st.sampled_from([ERROR, FORMULA]),
                max_size=4,
            )
        )
        odd = {place: kind for place, kind in odd.items() if place[0] <= len(rows) and not columns[place[1]][place[0]]}
        errors = {place: "#N/A" for place, kind in odd.items() if kind == ERROR}
        uncalculated = frozenset(place for place, kind in odd.items() if kind == FORMULA)
        sheets[sheet.name] = SheetTexts(columns, errors, uncalculated)
    return Book(sheets)


def filled_rows(texts):
    """The rows below the headings that hold anything, as Excel counts them."""
    odd = {row for row, _ in (*texts.errors, *texts.uncalculated)}
    return [
        row + 1
        for row in range(1, texts.height)
        if row in odd or any(signs.seen(column[row]).strip() for column in texts.columns)
    ]


@MANY
@given(books())
def test_every_row_is_counted_or_left_out_with_a_reason(book):
    register = build(book, SOURCE, PEILDATUM)
    for sheet in c.SHEETS:
        rows = register.rows_of(sheet.name)
        filled = filled_rows(book.sheets[sheet.name])
        assert rows.counted + rows.left_out + rows.examples + rows.totals + rows.notes == len(filled)
        frame = getattr(register, sheet.name.lower())
        wrong = {
            finding.row
            for finding in register.findings
            if finding.severity is Severity.FOUT and finding.sheet == sheet.name
        }
        assert len(wrong) == rows.left_out
        assert wrong.isdisjoint(frame["rij"])
        assert set(frame["rij"]) | wrong <= set(filled)


@MANY
@given(books())
def test_what_is_filled_in_but_not_understood_has_a_finding_at_its_cell(book):
    register = build(book, SOURCE, PEILDATUM)
    told = {finding.cell for finding in register.findings}
    for sheet in c.SHEETS:
        frame = getattr(register, sheet.name.lower())
        texts = book.sheets[sheet.name]
        for values in frame.to_dict("records"):
            row = values["rij"] - 1
            for position, column in enumerate(sheet.columns):
                typed = texts.columns[position][row]
                odd = (row, position) in texts.errors or (row, position) in texts.uncalculated
                if odd or is_lost(register, book, column, typed, values):
                    assert (
                        f"{sheet.name}!{chr(65 + position) if position < 26 else 'A' + chr(39 + position)}{row + 1}"
                        in told
                    ), (column.header, typed)


def is_lost(register, book, column, typed, values):
    """Whether *typed* stands in a cell of a counted row and no value came of it."""
    if not signs.seen(typed).strip() or (is_empty_mark(typed) and column.kind not in (c.Kind.ID, c.Kind.TEXT)):
        return False
    if column.kind is c.Kind.NAME and (set(typed) <= set(" ?\n\t\r") or typed.strip().casefold() == "onbekend"):
        return False  # nobody wants a college called that
    if column.kind in (c.Kind.ACTIVITY, c.Kind.PARTNER, c.Kind.ENDPOINT) and id_of(typed) in left_out(book):
        return False  # the finding is on the row it refers to
    if column.field in SEVERAL:
        if not typed.strip("; ,\r\n"):
            return False  # between the separators stands nothing
        table = {"ingredienten": register.ingredienten, "themas": register.themas}.get(column.field)
        if table is None:
            table = register.kenmerken[register.kenmerken["veld"] == column.field]
        mine = table[table["activiteit"] == values["id"]].iloc[:, -1].tolist()
        network = column.field == "themas" and values["netwerkthema"] is True
        return v.ONBEKEND in mine or not (mine or network)
    value = values[column.field]
    return value is None or value != value or value == v.ONBEKEND


def left_out(book):
    """The IDs that are typed on the sheets that others refer to, counted or not."""
    sheets = (book.sheets[sheet.name] for sheet in (c.ACTIVITEITEN, c.PARTNERS))
    return {id_of(text) for texts in sheets for text in texts.columns[0][1:]}


@given(st.text(st.characters(exclude_categories=()), max_size=40))
@example("\ud800")
@example("\ud83d\ude00")
@example("\x00\x01\ufffe\U0010ffff")
@settings(max_examples=60, deadline=None)
def test_any_name_of_a_sheet_or_heading_and_any_own_text_is_carried_over(text):
    columns = [["ID", "K1"], ["Naam", "x"], [f"eigen {text}", text or "x"]]
    book = Book({"Activiteiten": SheetTexts(columns), f"Log {text}": SheetTexts([["a"]])})
    register = build(book, SOURCE, PEILDATUM)
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    assert register.terzijde["Activiteiten"].iloc[0, 1] == (whole or "x")
    assert [finding.sheet for finding in register.findings][-1] == f"Log {whole}"


# ── Text that takes long ─────────────────────────────────────────────────────────────────────────────────────

LENGTH = 32_767  # what a cell of Excel holds
LONG = {
    "digits": "1" * LENGTH,
    "forty digits and a letter": "1" * 40 + "x",
    "digits and a letter": "1" * LENGTH + "x",
    "a number of 5,000 digits": "1 " + "2" * 5_000,
    "digits apart": "1 " * (LENGTH // 2) + "x",
    "en": "en" * (LENGTH // 2) + "x",
    "spaces": "1" + " " * LENGTH + "x",
    "dots": "1 a" + "." * LENGTH + "x",
    "letters after a number": "1 " + "a" * LENGTH,
    "days": "dag" * (LENGTH // 3),
    "a day with a long time": "2026-10-01T10:00" + "x" * LENGTH,
    "brackets": "(" * LENGTH,
    "brackets the other way": ")" + "(" * LENGTH,
    "commas": "," * LENGTH,
    "many values": ";".join(f"woord {n}" for n in range(3_500)),
    "many values with commas": "a," * (LENGTH // 2),
    "known values": "zorg en " * (LENGTH // 8),
    "slashes": "a/" * (LENGTH // 2),
    "accents": "a" + "\u0301\u0323" * (LENGTH // 2),
    "accents in the wrong order": "a" + "\u0301" * (LENGTH // 2) + "\u0323" * (LENGTH // 2),
    "ligatures": "\ufdfa" * LENGTH,
    "quotes": "'" * LENGTH,
    "zeros": "0" * LENGTH + "A",
}
COLUMNS = {(column.kind, column.vocabulary): column for sheet in c.SHEETS for column in sheet.columns}.values()


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_no_text_takes_long_to_read(text):
    for column in COLUMNS:
        read = reader(column)
        read("eerst")
        begun = time.process_time()
        found = read(text)
        assert time.process_time() - begun < 3, column.header  # milliseconds; a pattern that runs wild takes minutes
        assert len(found.remarks) <= 1_000
        assert [len(remark.message) for remark in found.remarks if len(remark.message) > 400] == [], column.header


@pytest.mark.parametrize("text", LONG.values(), ids=LONG.keys())
def test_no_heading_takes_long_to_match(text):
    begun = time.process_time()
    assert find_headers(c.ACTIVITEITEN, SheetTexts([["ID"], [text]])) is not None
    suggest_header(c.ACTIVITEITEN, text)
    assert time.process_time() - begun < 3


# ── What is understood, in any spelling ──────────────────────────────────────────────────────────────────────

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
SHORT = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
SPELLINGS = [
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: f"{d:%d-%m-}{d.year:04}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: f"{d.day}.{d.month}.{d.year}",
    lambda d: f" {d.day} - {d.month} - {d.year} ",
    lambda d: f"{d.day} {d.month} {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.isoformat()} 00:00:00",
    lambda d: f"{d.isoformat()}T12:30:00",
    lambda d: f"{d.year:04}{d:%m%d}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1].upper()} {d.year}",
    lambda d: f"{d.day}-{SHORT[d.month - 1]}-{d.year}",
    lambda d: f"{d.day} {SHORT[d.month - 1]}. {d.year}",
    lambda d: f"{DAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
]


@given(st.dates(date(1910, 1, 1), date(2199, 12, 31)), st.sampled_from(SPELLINGS))
def test_a_day_is_understood_as_the_dutch_write_it(day, spell):
    assert date_value(spell(day)) == (day, ())


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_a_year_of_two_digits_is_of_this_century(day):
    for text in (f"{day:%d-%m-%y}", f"{day.day}-{day.month}-'{day:%y}", f"{day.day} {SHORT[day.month - 1]} '{day:%y}"):
        assert date_value(text) == (day, ())


@given(st.dates().filter(lambda day: not 1910 <= day.year <= 2199))
def test_a_day_long_ago_or_far_ahead_is_none_and_said_to_be(day):
    read = date_value(f"{day.day}-{day.month}-{day.year:04}")
    assert read.value is None
    assert len(read.remarks) == 1


@given(
    st.text(),
    st.sampled_from([str.upper, str.lower, str.title, lambda text: f" {text} ", lambda text: text.replace(" ", "\n")]),
)
@settings(max_examples=200)
def test_an_id_is_the_same_however_it_is_spaced_and_written(text, write):
    found = id_of(text)
    assert (found is None) == (not signs.seen(text).strip())
    if text.isascii():
        assert id_of(write(text)) == found
    if found:
        assert not any(sign.isspace() for sign in found)


@given(
    st.sets(st.integers(1, 11), min_size=2),
    st.sampled_from([";", "; ", "\n", " ;\n"]),
    st.randoms(use_true_random=False),
)
def test_ingredients_are_understood_by_number_and_name(numbers, separator, rnd):
    order = list(numbers)
    rnd.shuffle(order)
    names = {number: v.INGREDIENT[number].naam for number in numbers}
    writings = [
        str,
        lambda n: names[n],
        lambda n: f"{n}. {names[n]}",
        lambda n: names[n].upper(),
        lambda n: f"Ingrediënt {n}",
    ]
    text = separator.join(rnd.choice(writings)(number) for number in order)
    assert ingredients_value(text) == (tuple(sorted(numbers)), ())


@pytest.fixture(scope="module")
def ten():
    return build(book_of(TEN_ROWS), SOURCE, PEILDATUM)


def book_of(sheets):
    """The sheets as they come out of a workbook."""
    return Book(
        {
            name: SheetTexts([list(column) for column in zip(*([str(x) for x in row] for row in rows), strict=True)])
            for name, rows in sheets.items()
        }
    )


@given(
    seed=st.integers(0, 2**32),
    write=st.sampled_from(
        [str.upper, str.lower, str.title, lambda text: f"  {text}\n", lambda text: text.replace(" ", "  ")]
    ),
)
@settings(max_examples=30, deadline=None)
def test_columns_may_stand_in_any_order_and_be_written_in_any_way(ten, seed, write):
    rnd = random.Random(seed)
    sheets = {}
    for name, rows in TEN_ROWS.items():
        order = list(range(len(rows[0])))
        rnd.shuffle(order)
        shuffled = [[row[n] for n in order] for row in rows]
        sheets[name] = [[write(heading) for heading in shuffled[0]], *shuffled[1:]]
    register = build(book_of(sheets), SOURCE, PEILDATUM)
    for name in ("activiteiten", "ingredienten", "themas", "kenmerken", "partners", "deelnames", "verbindingslijnen"):
        mine, theirs = getattr(register, name), getattr(ten, name)
        assert mine.drop(columns="niet_begrepen", errors="ignore").equals(
            theirs.drop(columns="niet_begrepen", errors="ignore")
        ), name
    assert sorted((f.row, f.column, f.value) for f in register.findings) == sorted(
        (f.row, f.column, f.value) for f in ten.findings
    )
