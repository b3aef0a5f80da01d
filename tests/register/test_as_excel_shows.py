"""A cell is taken as its keeper sees it, in every kind of workbook: small files made byte by byte or by an office."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from lrn.register import columns as c
from lrn.register.load import build, keep, load
from lrn.register.model import Severity, SheetRows, Source
from lrn.register.reading.parse import read_content
from lrn.register.worker import wanted
from tests.register import making

DAY = date(2026, 10, 1)
YEAR = 2028  # in a cell for dates Excel shows it as 20-07-1905
KINDS = ("xlsx", "ods", "xls", "xlsb")


def number(kind, value, code, shown=""):
    """A cell with a number format in a workbook of this kind; an .ods says how it is *shown*."""
    if kind == "ods":
        return shown
    if kind == "xlsx":
        return 's="6"', f"<v>{value}</v>"
    return making.Formatted(value, code)


def workbook(kind, rows, code="", **parts):
    """A workbook of this kind with *rows* on the sheet Activiteiten; in an .xlsx style 6 is the number format *code*."""
    if kind != "xlsx":
        return getattr(making, kind)(rows)
    styles = making.STYLES.replace(
        "<cellXfs", f'<numFmts><numFmt numFmtId="164" formatCode="{code}"/></numFmts><cellXfs'
    )
    styles = styles.replace('<xf numFmtId="49"/>', '<xf numFmtId="49"/><xf numFmtId="164"/>')
    return making.xlsx(rows, styles=styles, **parts)


def read(kind, content):
    """The register in *content*, read in this very process, as these files are harmless."""
    source = Source(Path(f"register.{kind}"), "1", datetime(2026, 10, 1))
    return build(read_content(content, wanted), source, DAY)


def told(register, *, severity=None):
    return {f.cell: (f.value, f.suggestion) for f in register.findings if severity is None or f.severity is severity}


# ── A year in a cell for dates ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("heading", "meant"), [("Start", "1-1-2028"), ("Einde", "31-12-2028"), ("Bijgewerkt", "1-1-2028")]
)
def test_a_year_in_a_cell_for_dates_is_asked_about_and_not_believed(kind, heading, meant):
    year = number(kind, YEAR, "dd-mm-yyyy", making.ods_typed("date", "1905-07-20", "20-07-1905"))
    register = read(kind, workbook(kind, [["ID", "Naam", heading], ["K1", "Zorglab", year]], "dd-mm-yyyy"))
    assert told(register) == {"Activiteiten!C2": ("20-07-1905", meant)}
    assert register.activiteiten[heading.lower()].isna().all()
    assert register.activiteiten["niet_begrepen"].tolist() == [heading]


def test_so_is_one_in_sinds():
    sheets = {
        "Activiteiten": making.sheet_xml(making.rows_xml(making.ROWS)),
        "Verbindingslijnen": making.sheet_xml(
            making.rows_xml([["ID", "Van", "Naar", "Sinds"], ["L1", "K1", "Gouda", ('s="1"', f"<v>{YEAR}</v>")]])
        ),
    }
    register = read("xlsx", making.packed(making.parts(sheets)))
    assert told(register) == {"Verbindingslijnen!D2": ("20-07-1905", "1-1-2028")}
    assert register.verbindingslijnen["sinds"].isna().all()


def test_a_workbook_that_counts_from_1904_has_another_day_for_it():
    book = making.workbook_xml(["Activiteiten"], '<workbookPr date1904="1"/>')
    rows = [["ID", "Naam", "Einde"], ["K1", "Zorglab", ('s="1"', f"<v>{YEAR}</v>")]]
    register = read("xlsx", making.xlsx(rows, workbook=book))
    assert told(register) == {"Activiteiten!C2": ("21-07-1909", "31-12-2028")}


def test_the_last_day_of_a_month_that_excel_made_the_first_of_is_asked_about():
    rows = [["ID", "Naam", "Start", "Einde"], ["K1", "Zorglab", ('s="6"', "<v>46174</v>"), ('s="6"', "<v>46174</v>")]]
    register = read("xlsx", workbook("xlsx", rows, "mmm-yy"))
    assert told(register) == {"Activiteiten!D2": ("jun-26", "30-6-2026")}
    assert register.activiteiten["einde"].dt.date.tolist() == [date(2026, 6, 1)]


# ── Texts that Excel made something else of ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_that_excel_made_a_date_of_is_kept_as_it_is_shown(kind):
    cell = number(kind, making.serial(date(2026, 5, 1)), "d-mmm", making.ods_typed("date", "2026-05-01", "1-mei"))
    register = read(kind, workbook(kind, [["ID", "Naam", "Locatie"], [cell, cell, cell]], "d-mmm"))
    row = register.activiteiten.iloc[0]
    assert (row["id"], row["naam"], row["locatie"]) == ("1-MEI", "1-mei", "1-mei")
    assert told(register, severity=Severity.OPMERKING) == {f"Activiteiten!{letter}2": ("1-mei", "") for letter in "ABC"}
    assert all("Excel heeft hier een datum van gemaakt" in finding.message for finding in register.findings)


@pytest.mark.parametrize("sheet", c.SHEETS, ids=lambda sheet: sheet.name)
def test_no_column_of_texts_shows_a_day_as_the_reader_gives_it(tmp_path, write_workbook, sheet):
    texts = [column for column in sheet.columns if column.kind in (c.Kind.ID, c.Kind.TEXT, c.Kind.NAME)]
    cells = [date(2026, 5, 1) if column in texts else "" for column in sheet.columns]
    rows = [[column.header for column in sheet.columns], cells]
    sheets = {"Activiteiten": [["ID", "Naam"], ["K1", "Zorglab"]]} | {sheet.name: rows}
    register = read("xlsx", write_workbook(tmp_path / "register.xlsx", sheets).read_bytes())
    made = [f for f in register.findings if "Excel heeft hier een datum van gemaakt" in f.message]
    # The format that write_workbook gives a date; of a contact column nothing is repeated.
    assert [(f.column, f.value) for f in made] == [
        (column.header, "" if column.contact else "1-5-2026") for column in texts
    ]
    shown = getattr(register, sheet.name.lower())
    assert not shown.astype(str).apply(lambda column: column.str.contains("00:00:00")).any(axis=None)


def test_numbers_times_and_truths_in_columns_of_texts():
    rows = [
        ["ID", "Naam", "Locatie", "Team"],
        [1.0, ('s="6"', "<v>100000</v>"), ('s="3"', f"<v>{24.5 / 24}</v>"), True],
        [('s="6"', "<v>100200</v>"), 12.5, ('s="4"', "<v>0.125</v>"), 2026],
        ["1.0", "Lab", ('s="2"', "<v>0.5</v>"), ""],
    ]
    register = read("xlsx", workbook("xlsx", rows, "0.00E+00"))
    found = register.activiteiten[["id", "naam", "locatie", "team"]].fillna("").to_numpy().tolist()
    assert found == [
        ["1", "100000", "24:30:00", "WAAR"],
        ["100200", "12,5", "13%", "2026"],
        ["1.0", "Lab", "12:00", ""],
    ]
    made = {f.cell: (f.value, f.message.split(". ")[0]) for f in register.findings}
    assert made == {
        "Activiteiten!B2": ("1,00E+05", "Excel heeft hier een getal van gemaakt"),
        "Activiteiten!C2": ("24:30:00", "Excel heeft hier een tijd van gemaakt"),
        "Activiteiten!D2": ("WAAR", "Excel heeft hier WAAR of ONWAAR van gemaakt"),
        "Activiteiten!A3": ("1,00E+05", "Excel heeft hier een getal van gemaakt"),
        "Activiteiten!C4": ("12:00", "Excel heeft hier een tijd van gemaakt"),
    }


def test_a_number_refers_to_an_id_that_shows_zeros_before_it(tmp_path):
    book = openpyxl.Workbook()
    activities, partners, deelnames = book.active, book.create_sheet("Partners"), book.create_sheet("Deelnames")
    activities.title = "Activiteiten"
    for row in (["ID", "Naam"], [7, "Zeven"], [8, "Acht"], ["08", "Ook acht"]):
        activities.append(row)
    for row in (["ID", "Naam"], ["P1", "Zorgpunt"]):
        partners.append(row)
    for row in (["Activiteit", "Partner"], [7, "P1"], ["007", "P1"], ["7", "P1"], [8, "P1"]):
        deelnames.append(row)
    activities["A2"].number_format = "000"
    book.save(tmp_path / "register.xlsx")
    register = read("xlsx", (tmp_path / "register.xlsx").read_bytes())
    assert register.activiteiten["id"].tolist() == ["007", "8", "08"]
    # A text "7" is another text than 007, which a finding says; a number is the same number.
    assert register.deelnames["activiteit"].tolist() == ["007", "007", "onbekend", "8"]


def test_a_value_is_quoted_as_excel_shows_it():
    rows = [
        ["ID", "Naam", "Gemeente", "Netwerkthema", "Breedtegraad", "Status", "1"],
        ["K1", "Zorglab", ('s="1"', "<v>46143</v>"), ('s="4"', "<v>0.5</v>"), 91.5, ('s="6"', "<v>46143</v>"), ('s="6"', "<v>46143</v>")],
    ]  # fmt: skip
    register = read("xlsx", workbook("xlsx", rows, "d-mmm"))
    quoted = {finding.cell: (finding.value, finding.message.split("”")[0]) for finding in register.findings}
    assert quoted == {
        "Activiteiten!C2": ("01-05-2026", "“01-05-2026"),
        "Activiteiten!D2": ("50%", "“50%"),
        "Activiteiten!E2": ("91,5", "“91,5"),
        "Activiteiten!F2": ("1-mei", "“1-mei"),
        "Activiteiten!G2": ("1-mei", "“1-mei"),
    }


def test_a_kept_state_has_the_name_that_was_seen(tmp_path):
    path = tmp_path / "register.xlsx"
    rows = [["ID", "Naam", "Start"], ["K1", ('s="6"', "<v>46143</v>"), ('s="6"', "<v>46143</v>")]]
    path.write_bytes(workbook("xlsx", rows, "d-mmm"))
    again = load(keep(path, tmp_path / "standen"), today=DAY)
    assert again.activiteiten["naam"].tolist() == ["1-mei"]
    assert again.activiteiten["start"].dt.date.tolist() == [date(2026, 5, 1)]


# ── Months first ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("heading", ["Start", "Einde", "Bijgewerkt"])
def test_a_month_first_column_leaves_no_day_certain(kind, heading):
    rows = [
        ["ID", "Naam", heading],
        *([f"K{n}", "x", text] for n, text in enumerate(["4/25/2026", "9/5/2026", "5/5/2026"])),
    ]
    register = read(kind, workbook(kind, rows))
    assert told(register, severity=Severity.WAARSCHUWING) == {
        "Activiteiten!C2": ("4/25/2026", "25-4-2026"),
        "Activiteiten!C3": ("9/5/2026", "5 september 2026"),
    }
    assert register.activiteiten[heading.lower()].isna().tolist() == [True, True, False]


@pytest.mark.parametrize("kind", KINDS)
def test_an_american_list_is_read_as_such_in_every_column_and_said_of_each_day(kind):
    rows = [
        ["ID", "Naam", "Start", "Einde"],
        ["K1", "a", "4/25/2026", "9/5/2026"],
        ["K2", "b", "4/26/2026", "12/11/2026"],
        ["K3", "c", "9/5/2026", None],
    ]
    register = read(kind, workbook(kind, rows))
    found = register.activiteiten[["start", "einde"]]
    assert found["start"].dt.date.tolist() == [date(2026, 4, 25), date(2026, 4, 26), date(2026, 9, 5)]
    assert found["einde"].dt.date.tolist()[:2] == [date(2026, 9, 5), date(2026, 12, 11)]
    said = told(register, severity=Severity.OPMERKING)
    assert list(said) == [f"Activiteiten!{cell}" for cell in ("C2", "D2", "C3", "D3", "C4")]
    assert register.findings[1].message.startswith("Op dit blad staat de maand voorop, dus “9/5/2026” lezen we als 5")


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_column_that_contradicts_itself_no_day_is_believed_in_silence(kind):
    texts = ["4/25/2024", "25/4/2024", "2/3/2024", "2 maart 2024"]
    rows = [["ID", "Naam", "Start"], *([f"K{n}", "x", text] for n, text in enumerate(texts)), ["K9", "x", DAY]]
    register = read(kind, workbook(kind, rows))
    found = register.activiteiten["start"].dt.date.tolist()
    assert found[1:2] + found[3:] == [date(2024, 4, 25), date(2024, 3, 2), DAY]
    assert register.activiteiten["start"].isna().tolist() == [True, False, True, False, False]
    assert [f.cell for f in register.findings] == ["Activiteiten!C2", "Activiteiten!C4"]
    assert "kan 2 maart of 3 februari 2024 zijn" in register.findings[1].message


# ── Columns of the workbook's own ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", KINDS)
def test_own_numbers_days_and_truths_are_kept_as_what_they_are(kind):
    share = number(kind, 0.125, "0.0%", making.ods_typed("percentage", "0.125", "12,5%"))
    truth = {"xlsx": ('t="b"', "<v>1</v>"), "ods": making.ods_typed("boolean", "true", "WAAR")}.get(kind, "ja")
    rows = [
        ["ID", "Naam", "Budget", "Aandeel", "Peilmoment", "Klaar", "Gemengd"],
        ["K1", "a", 3703.5, share, date(2024, 3, 15), truth, 7],
        ["K2", "b", 10, share, None, None, "acht"],
        ["K3", "c", None, share, date(2025, 3, 15), truth, date(2024, 3, 15)],
    ]
    register = read(kind, workbook(kind, rows, "0.0%"))
    own = register.terzijde["Activiteiten"]
    assert own["Budget"].tolist()[:2] == [3703.5, 10.0]
    assert own["Budget"].isna().tolist() == [False, False, True]
    assert own["Aandeel"].tolist() == [0.125, 0.125, 0.125]
    assert own["Peilmoment"].dt.date.tolist()[::2] == [date(2024, 3, 15), date(2025, 3, 15)]
    if kind in ("xlsx", "ods"):
        assert own["Klaar"].tolist() == [True, None, True]
    assert own["Gemengd"].tolist()[:2] == ["7", "acht"]
    assert "00:00:00" not in own["Gemengd"].tolist()[2]
    assert register.formats["Activiteiten"] == ("", "", "0.0%", "", "", "")


def test_own_moments_and_durations(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Activiteiten"
    sheet.append(["ID", "Naam", "Moment", "Duur", "Bedrag", date(2027, 1, 1)])
    sheet.append(["K1", "a", datetime(2026, 5, 1, 14, 5), timedelta(hours=24, minutes=30), 1234.5, 1])
    sheet.append(["K2", "b", datetime(2026, 5, 2), timedelta(hours=9), -2, 2])
    for row in (2, 3):
        sheet.cell(row, 4).number_format = "[h]:mm"
        sheet.cell(row, 5).number_format = '_ "€"\\ * #,##0.00_ ;_ "€"\\ * \\-#,##0.00_ '
    sheet["F1"].number_format = "mmm-yy"
    book.save(tmp_path / "register.xlsx")
    register = read("xlsx", (tmp_path / "register.xlsx").read_bytes())
    own = register.terzijde["Activiteiten"]
    assert own["Moment"].dt.to_pydatetime().tolist() == [datetime(2026, 5, 1, 14, 5), datetime(2026, 5, 2)]
    assert own["Duur"].tolist() == pytest.approx([24.5 / 24, 9 / 24])
    assert own["jan-27"].tolist() == [1.0, 2.0]  # a heading is shown as it is seen too
    assert register.formats["Activiteiten"] == ("", "", "[h]:mm", '"€ "#,##0.00', "")


# ── What a document of LibreOffice holds ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("inside", "read"),
    [
        ("Lab<text:tab/>thuis", "Lab thuis"),
        ("Lab<text:line-break/>thuis", "Lab thuis"),
        ("Lab<text:tab></text:tab>thuis", "Lab thuis"),
        ('Lab<text:tab text:tab-ref="1"/>thuis', "Lab thuis"),
        ('Lab<text:s text:c="2"/>thuis', "Lab  thuis"),
        ("Lab</text:p><text:p>thuis", "Lab\nthuis"),
        ("<text:span>Lab</text:span>thuis", "Labthuis"),
    ],
)
def test_a_tab_or_break_in_an_ods_is_a_space(inside, read):
    cell = f'<table:table-cell office:value-type="string"><text:p>{inside}</text:p></table:table-cell>'
    book = read_content(making.ods([["ID", "Naam"], ["K1", cell]]), lambda names: names)
    assert book.sheets["Activiteiten"].columns[1][1] == read


def test_a_time_of_more_than_a_day_in_an_ods_is_a_time():
    cell = making.ods_typed("time", "PT24H30M00S", "24:30")
    short = making.ods_typed("time", "PT09H15M00S", "9:15")
    register = read(
        "ods", making.ods([["ID", "Naam", "Locatie", "Duur"], ["K1", "a", cell, cell], ["K2", "b", short, short]])
    )
    assert register.activiteiten["locatie"].tolist() == ["24:30", "9:15"]
    assert register.terzijde["Activiteiten"]["Duur"].tolist() == pytest.approx([24.5 / 24, 9.25 / 24])
    assert register.formats["Activiteiten"] == ("", "[h]:mm")


def test_how_an_ods_shows_a_cell_is_found_among_repeated_cells_and_comments():
    comment = "<office:annotation><text:p>let op</text:p></office:annotation>"
    day = making.ods_typed("date", "2026-05-01", "1-mei", ' table:number-columns-repeated="2"')
    day = day.replace("<text:p>", f"{comment}<text:p>")
    content = making.ods_content(
        {
            "Uitleg": making.ods_row(["x"]),
            "Activiteiten": making.ods_row(["ID", "Naam", "Locatie", "Team"])
            + making.ods_row(["K1", day, "z"], ' table:number-rows-repeated="2"'),
        }
    )
    kept = read_content(making.ods_of(content), lambda names: names).sheets["Activiteiten"].kept
    shown = [[kept.shown(row, position) for position in range(4)] for row in range(3)]
    assert shown == [[None] * 4, [None, "1-mei", "1-mei", None], [None, "1-mei", "1-mei", None]]


def test_a_row_of_numbers_in_one_record_of_an_xls_has_its_formats():
    content = making.xls([["ID", "Naam", "Aandeel", "Rest"], ["K1", "a", making.Formatted(3, "0.0%", packed=True)]])
    kept = read_content(content, lambda names: names).sheets["Activiteiten"].kept
    assert kept.shown(1, 2) == "300,0%"


@pytest.fixture(scope="module")
def office_files(tmp_path_factory):
    """One workbook as LibreOffice saves it in each kind, by kind."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    place = tmp_path_factory.mktemp("office")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Activiteiten"
    sheet.append(["ID", "Naam", "Locatie", "Einde", "Aandeel", "Klaar", "Duur"])
    sheet.append(["K1", "Lab\tthuis", date(2026, 3, 12), YEAR, 0.125, True, timedelta(hours=24, minutes=30)])
    sheet.append(["K2", "Hub", 24.5 / 24, date(2027, 6, 1), 0.5, False, timedelta(hours=9)])
    formats = {"C2": "dd-mm-yyyy", "C3": "[h]:mm", "D2": "dd-mm-yyyy", "D3": "dd-mm-yyyy"}
    formats |= {"E2": "0.0%", "E3": "0.0%", "G2": "[h]:mm", "G3": "[h]:mm"}
    for cell, code in formats.items():
        sheet[cell].number_format = code
    book.save(place / "register.xlsx")
    for kind in ("ods", "xls", "xlsx"):
        profile = f"-env:UserInstallation={(place / 'profile').as_uri()}"
        command = [
            office,
            "--headless",
            profile,
            "--convert-to",
            kind,
            "--outdir",
            str(place / "uit"),
            str(place / "register.xlsx"),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {kind: (place / "uit" / f"register.{kind}").read_bytes() for kind in ("ods", "xls", "xlsx")}


@pytest.mark.parametrize("kind", ["ods", "xls", "xlsx"])
def test_what_libreoffice_saves_is_read_the_same_in_every_kind(office_files, kind):
    register = read(kind, office_files[kind])
    assert [" ".join(name.split()) for name in register.activiteiten["naam"]] == ["Lab thuis", "Hub"]
    assert register.activiteiten["locatie"].tolist() == ["12-03-2026", "24:30"]
    assert told(register, severity=Severity.WAARSCHUWING) == {"Activiteiten!D2": ("20-07-1905", "31-12-2028")}
    own = register.terzijde["Activiteiten"]
    assert own["Aandeel"].tolist() == [0.125, 0.5]
    assert own["Klaar"].tolist() == [True, False]
    assert own["Duur"].tolist() == pytest.approx([24.5 / 24, 9 / 24])
    assert register.formats["Activiteiten"] == ("", "0.0%", "", "[h]:mm")


def test_a_formula_without_anything_to_show_is_an_empty_cell_in_an_ods():
    """LibreOffice writes the outcome "" as a paragraph without a type; formulas are filled down below the rows."""
    empty = '<table:table-cell table:formula="of:=IF([.B3]=1;1;&quot;&quot;)"><text:p/></table:table-cell>'
    rows = [["ID", "Naam", "Gemeente"], ["A1", "Zorglab", empty], [empty, None, empty]]
    register = read("ods", making.ods(rows))
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 1, 0)
    assert not register.findings
