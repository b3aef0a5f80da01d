import csv
import io
import re
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np
import openpyxl
import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from lrn.cells import inert, storable
from lrn.export.values import Share
from lrn.export.workbook import as_csv, as_workbook, sheet_names

ABOUT = [("Register", "register.xlsx"), ("Peildatum", "1 oktober 2026")]
RUNS = ["=1+1", "+31 71 123", "-5 of zo", "@SUM(A1)", "\t=1", " =1", "＝1+1", '=HYPERLINK("http://x.example";"klik")']


def csv_rows(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def cells(content, sheet=0):
    return (
        CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(sheet).to_python(skip_empty_area=False)
    )


def parts(content, name):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(archive.read(part).decode("utf-8") for part in archive.namelist() if re.search(name, part))


@pytest.fixture(scope="module")
def mixed():
    return pd.DataFrame(
        {
            "Naam": ["Café 't Hoekje", "twee\nregels", None],
            "Aantal": [1234, 0, -3],
            "Aandeel": [12.5, float("nan"), float("-inf")],
            "Start": pd.to_datetime(["2026-10-01", None, "2024-02-29"]),
            "Netwerkthema": [True, False, None],
            "Van alles": [date(2026, 1, 5), pd.NA, datetime(2026, 1, 5, 14, 5)],
        }
    )


# ── csv ──────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_csv_is_what_a_dutch_excel_opens(mixed):
    assert as_csv(mixed).decode("utf-8") == (
        "\ufeffNaam;Aantal;Aandeel;Start;Netwerkthema;Van alles\r\n"
        "Café 't Hoekje;1234;12,5;01-10-2026;ja;05-01-2026\r\n"
        '"twee\nregels";0;;;nee;\r\n'
        ";-3;;29-02-2024;;05-01-2026 14:05\r\n"
    )


def test_a_csv_without_rows_has_its_headings_and_without_columns_nothing():
    assert csv_rows(as_csv(pd.DataFrame({"ID": [], "Naam": []}))) == [["ID", "Naam"]]
    assert as_csv(pd.DataFrame()).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("text", RUNS)
def test_nothing_in_a_csv_runs(text):
    heading, cell = (row[0] for row in csv_rows(as_csv(pd.DataFrame({text: [text]}))))
    assert heading == cell == f"'{text}"


def test_a_negative_number_in_a_csv_is_a_number_and_as_a_text_it_is_not():
    table = pd.DataFrame({"getal": [-3, -2.5, np.int64(-7), Decimal("-1.25"), "-3"]}, dtype="object")
    assert [row[0] for row in csv_rows(as_csv(table))[1:]] == ["-3", "-2,5", "-7", "-1,25", "'-3"]


def test_numbers_in_a_csv_have_no_exponent_and_no_needless_zero():
    table = pd.DataFrame({"getal": [3.0, 1e20, 1e-7, 0.1]})
    assert [row[0] for row in csv_rows(as_csv(table))[1:]] == ["3", "1" + 20 * "0", "0,0000001", "0,1"]


def test_characters_that_cannot_be_stored_are_left_out():
    table = pd.DataFrame({"a\x00b": ["x\x1by", "u\ufffev", "\ud800w", "\x00"]}, dtype="object")
    wanted = ["ab", "xy", "uv", "w", ""]
    assert [row[0] for row in csv_rows(as_csv(table))] == wanted
    assert [row[0] for row in cells(as_workbook({"Blad": table}, []))] == wanted[:-1]


# ── workbook ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_workbook_has_real_numbers_and_dates(mixed):
    assert cells(as_workbook({"Activiteiten": mixed}, ABOUT)) == [
        ["Naam", "Aantal", "Aandeel", "Start", "Netwerkthema", "Van alles"],
        ["Café 't Hoekje", 1234, 12.5, date(2026, 10, 1), "ja", date(2026, 1, 5)],
        ["twee\nregels", 0, "", "", "nee", ""],
        ["", -3, "", date(2024, 2, 29), "", datetime(2026, 1, 5, 14, 5)],
    ]


def test_dates_show_as_dutch_people_write_them(mixed):
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook({"Activiteiten": mixed}, ABOUT)))["Activiteiten"]
    assert sheet["D2"].number_format == "dd-mm-yyyy"
    assert sheet["F4"].number_format == "dd-mm-yyyy hh:mm"
    assert sheet["B2"].number_format == "General"


def test_headings_are_bold_stay_in_view_and_have_a_filter(mixed):
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook({"Activiteiten": mixed}, ABOUT)))["Activiteiten"]
    assert [cell.font.bold for cell in sheet[1]] == [True] * 6
    assert not sheet["A2"].font.bold
    assert sheet.freeze_panes == "A2"
    assert sheet.tables["Activiteiten"].ref == sheet.tables["Activiteiten"].autoFilter.ref == "A1:F4"


@pytest.mark.parametrize(
    ("sheet", "table"),
    [
        ("Per plaats", "Per_plaats"),
        ("Thema's × plaats", "Thema_s_plaats"),
        ("Per ingrediënt", "Per_ingrediënt"),
        ("A1", None),  # these could be cells
        ("R1C1", None),
        ("c", None),
        ("2026", None),
        ("!!!", None),
    ],
)
def test_a_table_is_called_as_its_sheet_where_excel_allows_that(mixed, sheet, table):
    book = openpyxl.load_workbook(io.BytesIO(as_workbook({sheet: mixed}, ABOUT)))
    assert list(book.worksheets[0].tables) == ([table] if table else [])
    assert (book.worksheets[0].auto_filter.ref == "A1:F4") is (table is None)


def test_no_two_tables_have_one_name(mixed):
    book = openpyxl.load_workbook(io.BytesIO(as_workbook({"Per plaats": mixed, "per_plaats": mixed}, ABOUT)))
    assert [list(sheet.tables) for sheet in book.worksheets] == [["Per_plaats"], [], []]


@pytest.mark.parametrize(
    "table",
    [
        pd.DataFrame({"ID": []}),
        pd.DataFrame([[1, 2]], columns=["Kop", "KOP"]),
        pd.DataFrame({"": [1]}),
        pd.DataFrame({"_x0041_": [1]}),
        pd.DataFrame({"twee\nregels": [1]}),
        pd.DataFrame({"k" * 300: [1]}),
    ],
)
def test_headings_that_excels_tables_refuse_have_a_plain_filter(table):
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook({"Blad": table}, [])))["Blad"]
    assert not sheet.tables
    assert sheet.auto_filter.ref


def test_of_a_table_with_many_columns_the_first_two_stay_in_view():
    table = pd.DataFrame([range(13)], columns=[f"k{n}" for n in range(13)])
    assert openpyxl.load_workbook(io.BytesIO(as_workbook({"Blad": table}, [])))["Blad"].freeze_panes == "C2"


def test_a_share_is_a_percentage_with_decimals_from_a_hundred_activities_and_none_when_they_are_few():
    shares = [Share(0.384, 99), Share(0.384, 100), Share(0.5, 4), Share(float("nan"), 9)]
    table = pd.DataFrame({"Aandeel": shares, "n": 1})
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook({"Blad": table}, [])))["Blad"]
    found = [(cell.value, cell.number_format) for cell in sheet["A"][1:3]]
    assert found == [(0.384, "0%"), (0.384, "0.0%")]
    assert sheet["A4"].value is None
    assert as_csv(table).decode("utf-8-sig").splitlines() == ["Aandeel;n", "38%;1", "38,4%;1", ";1", ";1"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("bel 06-12345678 of mail noor.vos@voorbeeld.nl", "bel [telefoonnummer] of mail [e-mailadres]"),
        ("071 123 45 67", "[telefoonnummer]"),
        ("van 2024 tot 2026", "van 2024 tot 2026"),
    ],
)
def test_nobody_can_be_reached_by_what_is_in_a_file(text, kept):
    table = pd.DataFrame({text: [text]})
    assert csv_rows(as_csv(table)) == [[kept], [kept]]
    content = as_workbook({"Blad": table}, [(text, text)])
    assert cells(content) == [[kept], [kept]]
    assert cells(content, 1) == [[kept, kept]]


def test_columns_are_as_wide_as_their_text_up_to_sixty():
    table = pd.DataFrame({"kort": ["ja"], "lang": ["x" * 500], "twee": ["y" * 30 + "\n" + "z" * 10]})
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook({"Blad": table}, [])))["Blad"]
    widths = [sheet.column_dimensions[column].width for column in "ABC"]
    assert widths == pytest.approx([8, 61, 31], abs=1)
    assert sheet["B2"].alignment.wrap_text


def test_what_the_last_sheet_says_can_be_a_date():
    about = [("Peildatum", date(2026, 10, 1)), ("Gemaakt op", datetime(2026, 10, 2, 9, 30)), ("Link", None)]
    sheet = openpyxl.load_workbook(io.BytesIO(as_workbook({}, about)))["Selectie"]
    assert [(cell.value, cell.number_format) for cell in sheet["B"][:2]] == [
        (datetime(2026, 10, 1), "dd-mm-yyyy"),
        (datetime(2026, 10, 2, 9, 30), "dd-mm-yyyy hh:mm"),
    ]
    assert sheet["B3"].value is None


def test_the_last_sheet_says_what_was_chosen(mixed):
    content = as_workbook({"Activiteiten": mixed, "Partners": mixed}, [*ABOUT, ("Zoekterm", "=1+1")])
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == ["Activiteiten", "Partners", "Selectie"]
    assert cells(content, 2) == [["Register", "register.xlsx"], ["Peildatum", "1 oktober 2026"], ["Zoekterm", "=1+1"]]


def test_without_tables_there_is_still_a_workbook():
    content = as_workbook({}, ABOUT)
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == ["Selectie"]


@pytest.mark.parametrize("text", [*RUNS, "http://x.example", "mailto:a@b.example", "{=1}", "123", "1e5"])
def test_a_text_is_a_text_and_no_formula_link_or_number(text):
    content = as_workbook({"Blad": pd.DataFrame({text: [text]})}, [(text, text)])
    for sheet in (r"sheet1\.xml$", r"sheet2\.xml$"):
        xml = parts(content, sheet)
        assert len(re.findall(r"<c [^>]*>", xml)) == len(re.findall(r'<c [^>]*t="s"', xml)) == 2
        assert "<f" not in xml
        assert "<hyperlink" not in xml
    assert "http" not in parts(content, r"\.rels$").replace("http://schemas.openxmlformats.org", "")


@pytest.mark.parametrize(("text", "quoted"), [("=1+1", True), ("-5", True), ("zorg", False)])
def test_a_text_that_could_run_is_kept_from_running_when_its_cell_is_edited(text, quoted):
    book = openpyxl.load_workbook(io.BytesIO(as_workbook({"Blad": pd.DataFrame({text: [text]})}, [(text, text)])))
    found = [book["Blad"]["A1"], book["Blad"]["A2"], book["Selectie"]["A1"], book["Selectie"]["B1"]]
    assert [cell.quotePrefix for cell in found] == [quoted] * 4


EMPTY = pd.DataFrame({"ID": pd.Series(dtype="object"), "Start": pd.Series(dtype="datetime64[ns]")})
AWKWARD_FRAMES = {
    "niets": (pd.DataFrame(), []),
    "geen rijen": (EMPTY, [["ID", "Start"]]),
    "alles leeg": (pd.DataFrame({"a": [None], "b": [pd.NaT], "c": [np.nan], "d": [pd.NA]}), [["a", "b", "c", "d"]]),
    "dubbel": (pd.DataFrame([[1, "x"], [2, "y"]], columns=["Kop", "Kop"]), [["Kop", "Kop"], [1, "x"], [2, "y"]]),
    "getallen als kop": (pd.DataFrame({1: [10], 7: [20]}), [["1", "7"], [10, 20]]),
    "gehelen met een gat": (pd.DataFrame({"i": pd.array([1, None], dtype="Int64")}), [["i"], [1]]),
    "ja nee of niets": (pd.DataFrame({"b": pd.array([True, False, None], dtype="boolean")}), [["b"], ["ja"], ["nee"]]),
    "klein": (pd.DataFrame({"i": np.array([-3], dtype="int8"), "b": np.array([True])}), [["i", "b"], [-3, "ja"]]),
    "soorten": (pd.DataFrame({"k": pd.Categorical(["laag", "hoog"])}), [["k"], ["laag"], ["hoog"]]),
    "seconden": (
        pd.DataFrame({"d": pd.to_datetime(["2026-10-01"]).astype("datetime64[s]")}),
        [["d"], [date(2026, 10, 1)]],
    ),
    "numpy": (pd.DataFrame({"d": [np.datetime64("2026-10-01"), 1]}, dtype="object"), [["d"], [date(2026, 10, 1)], [1]]),
    "tijdzone": (
        pd.DataFrame({"t": [datetime(2026, 10, 1, 9, 30, tzinfo=UTC)]}),
        [["t"], [datetime(2026, 10, 1, 9, 30)]],
    ),
    "voor 1900": (pd.DataFrame({"d": [date(1899, 12, 31), date(1, 1, 1)]}), [["d"], ["31-12-1899"], ["01-01-0001"]]),
    "groot": (pd.DataFrame({"n": [1234567890123456789, 10**400]}), [["n"], ["1234567890123456789"], ["1" + 400 * "0"]]),
    "lijst": (pd.DataFrame({"l": [[1, 2], ("a", "b")]}), [["l"], ["[1, 2]"], ["('a', 'b')"]]),
    "lang": (pd.DataFrame({"t": ["x" * 40_000]}), [["t"], ["x" * 32_767]]),
    "lang in tekens van twee": (pd.DataFrame({"t": ["😀" * 40_000]}), [["t"], ["😀" * 16_383]]),
}


@pytest.mark.parametrize("name", AWKWARD_FRAMES)
def test_an_awkward_table_is_written_too(name):
    table, wanted = AWKWARD_FRAMES[name]
    assert cells(as_workbook({"Blad": table}, [])) == wanted
    assert len(csv_rows(as_csv(table))) == 1 + len(table)


def test_the_same_table_gives_the_same_bytes(mixed):
    assert as_workbook({"A": mixed}, ABOUT) == as_workbook({"A": mixed.copy()}, ABOUT)
    assert as_csv(mixed) == as_csv(mixed.copy())


def test_a_table_is_not_changed(mixed):
    before = mixed.copy(deep=True)
    as_csv(mixed)
    as_workbook({"A": mixed}, ABOUT)
    pd.testing.assert_frame_equal(mixed, before)


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        (["Thema's per plaats"], ["Thema's per plaats"]),
        (["a/b:c[d]*?\\"], ["a b c d"]),
        (["'t Hoekje'"], ["t Hoekje"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 29 + " 2"]),
        (["Zorg", "zorg", "ZORG"], ["Zorg", "zorg 2", "ZORG 3"]),
        (["History", "Selectie"], ["History 2", "Selectie 2"]),
        (["", "[]", "\x00"], ["Blad", "Blad 2", "Blad 3"]),
        (["😀" * 20], ["😀" * 15]),
    ],
)
def test_names_of_sheets_are_what_excel_accepts(wanted, names):
    assert sheet_names(wanted) == names


# ── Any text at all ──────────────────────────────────────────────────────────────────────────────────────────

# Pieces that mean something to XML, to Excel or to XlsxWriter, put together in any order.
AWKWARD = st.lists(
    st.sampled_from(
        ["_x0041_", "_x000D_", "_", "x0041_", "_x005F_", "\r", "\n", "\t", " ", "<r>", "</r>", "<t>", "&", "]]>"]
    )
    | st.sampled_from(["=", "'", '"', ";", "\x00", "\x1b", "\ufffe", "\ud800", "😀", "é", "A1"]),
    max_size=8,
).map("".join)
ANY_TEXT = st.text(st.characters(), max_size=40) | AWKWARD


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
@example("_x0041_")
@example("_x0041_x0042_x0043_")
@example("a\rb\r\nc")
@example("<r><t>1</t></r>")
@example("<r></r>")
@example("  spatie ervoor en erna ")
def test_any_text_reads_back_as_what_can_be_stored_of_it(text):
    table = pd.DataFrame({"k": [text, "vast"]}, dtype="object")
    assert [row[0] for row in cells(as_workbook({"Blad": table}, [(text, text)]))] == ["k", storable(text), "vast"]
    assert [row[0] for row in csv_rows(as_csv(table))] == ["k", inert(text), "vast"]


@settings(max_examples=100, deadline=None)
@given(ANY_TEXT)
def test_any_text_can_be_a_heading_or_the_name_of_a_sheet(text):
    table = pd.DataFrame([[1, 2]], columns=pd.Index([text, "k"], dtype="object"))
    content = as_workbook({text: table, f"{text} ": table}, [])
    assert cells(content)[0] == [storable(text), "k"]
    assert csv_rows(as_csv(table))[0] == [inert(text), "k"]
