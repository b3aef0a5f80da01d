"""Merged cells and rows of totals, in every kind of workbook: what the reader of the sheet sees is what counts."""

import io
import struct
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from lrn.register.load import build, load, mark
from lrn.register.model import Severity, SheetRows, Source
from lrn.register.reading import snapshot
from lrn.register.reading.parse import read_content
from lrn.register.reading.xlsx import Refused
from lrn.register.worker import wanted
from tests.conftest import PEILDATUM
from tests.register import making

ROWS = [
    ["ID", "Naam", "Gemeente", "Thema's"],
    ["A1", "Een", "Leiden", "zorg"],
    ["A2", "Twee", None, "wonen"],
    ["A3", "Drie", None, None],
    [None, None, None, None],
    ["A4", "Vier", "Gouda", "klimaat"],
]
DOWN = [(1, 2, 4, 2)]  # Leiden, over rows 2 to 5: top, left, bottom, right from 0


def xlsx(rows, spans=(), **more):
    after = "".join(
        f'<mergeCell ref="{making.letters(left)}{t + 1}:{making.letters(r)}{b + 1}"/>' for t, left, b, r in spans
    )
    return making.xlsx_of(making.rows_xml(rows), after=f"<mergeCells>{after}</mergeCells>", **more)


def ods(rows, spans=()):
    starts = {(t, left): (b - t + 1, r - left + 1) for t, left, b, r in spans}
    made = []
    for n, row in enumerate(rows):
        cells = []
        for place, value in enumerate(row):
            size = starts.get((n, place))
            spanned = f' table:number-columns-spanned="{size[1]}" table:number-rows-spanned="{size[0]}"' if size else ""
            cell = making.ods_cell(value, spanned)
            inside = any(t <= n <= b and left <= place <= r for t, left, b, r in spans) and not size
            cells.append(
                cell.replace("<table:table-cell", "<table:covered-table-cell") if inside and not value else cell
            )
        made.append(f"<table:table-row>{''.join(cells)}</table:table-row>")
    return making.ods_of(making.ods_content({"Activiteiten": "".join(made)}))


def xls(rows, spans=()):
    record = struct.pack("<H", len(spans)) + b"".join(struct.pack("<4H", t, b, left, r) for t, left, b, r in spans)
    return making.xls(rows, after=making.xls_record(0xE5, record))


def xlsb(rows, spans=()):
    merged = b"".join(making.xlsb_record(0xB0, struct.pack("<4I", t, b, left, r)) for t, left, b, r in spans)
    content = making.xlsb(rows)
    out = io.BytesIO()
    end = making.xlsb_record(0x92) + making.xlsb_record(0x82)
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.bin"):
                assert part.endswith(end)
                part = part[: -len(end)] + making.xlsb_record(0x92) + merged + making.xlsb_record(0x82)
            new.writestr(name, part)
    return out.getvalue()


SOURCE = Source(Path("register.xlsx"), "1", datetime(2026, 10, 1))
KINDS = {"xlsx": xlsx, "ods": ods, "xls": xls, "xlsb": xlsb}


def read(content):
    return build(read_content(content, wanted), SOURCE, PEILDATUM)


def told(register):
    return [(f.severity.value, f.cell, f.value, f.message) for f in register.findings]


# ── Merged cells ─────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("kind", KINDS)
def test_a_merged_cell_counts_on_each_row_that_it_covers(kind):
    register = read(KINDS[kind](ROWS, DOWN))
    assert register.activiteiten["gemeente"].tolist() == ["GM0546", "GM0546", "GM0546", "GM0513"]
    assert register.activiteiten["rij"].tolist() == [2, 3, 4, 6]  # an empty row is no activity because it is covered
    message = "Deze cel is samengevoegd (C2:C5). De waarde telt op elk van die rijen"
    assert told(register) == [("opmerking", "Activiteiten!C2", "Leiden", message)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_merged_id_gives_no_row_the_id_of_another(kind):
    register = read(KINDS[kind]([*ROWS[:3], [None, "Drie", "Gouda", None]], [(2, 0, 3, 0)]))
    assert register.activiteiten["id"].tolist() == ["A1", "A2"]
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 1)
    ((severity, cell, _, message),) = told(register)
    assert (severity, cell) == ("fout", "Activiteiten!A4")
    assert message.startswith("ID is samengevoegd met rij 3, dus deze rij telt niet mee")


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_merged_across_counts_for_its_own_column_only(kind):
    rows = [["ID", "Naam", "Gemeente", "Locatie"], ["A1", "Een", "Leiden", None]]
    register = read(KINDS[kind](rows, [(1, 2, 1, 3)]))
    assert register.activiteiten[["gemeente", "locatie"]].to_numpy().tolist() == [["GM0546", None]]
    message = "Deze cel is samengevoegd met die ernaast (C2:D2). De waarde telt alleen bij Gemeente, niet bij Locatie"
    assert told(register) == [("opmerking", "Activiteiten!C2", "Leiden", message)]


def test_headings_in_two_rows_are_read_where_most_of_them_stand():
    rows = [
        ["ID", "Naam", "Periode", None],
        [None, None, "Start", "Einde"],
        ["A1", "Een", "1-9-2025", "1-9-2026"],
    ]
    register = read(xlsx(rows, [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)]))
    assert register.findings == ()
    assert [str(day.date()) for day in register.activiteiten[["start", "einde"]].iloc[0]] == [
        "2025-09-01",
        "2026-09-01",
    ]


def test_what_stands_under_a_merged_cell_counts_and_is_told():
    rows = [["ID", "Naam", "Gemeente"], ["A1", "Een", "Leiden"], ["A2", "Twee", "Gouda"]]
    register = read(xlsx(rows, [(1, 2, 2, 2)]))
    assert register.activiteiten["gemeente"].tolist() == ["GM0546", "GM0513"]
    message = "Deze cel is samengevoegd met C2 en niet te zien, maar deze waarde telt"
    assert ("opmerking", "Activiteiten!C3", "Gouda", message) in told(register)


# What stands in the cells that are merged, by its kind of workbook: a value and number format, or the XML of a cell.
DAY, SHOWN = datetime(2026, 5, 4), ' table:number-rows-spanned="3"'
VERBS = ("telt", "staat")  # one's own columns count for nothing
IN_MERGED = {
    "datum": ((DAY, "d-mmm"), ("date", "2026-05-04", "4-mei"), "4-mei"),
    "percentage": ((0.5, "0%"), ("percentage", "0.5", "50%"), "50%"),
    "getal": ((2026, "General"), ("float", "2026", "2026"), "2026"),
}


def merged_values(kind, name):
    """Naam, Start and two columns of one's own, each merged over three rows, in a workbook of this *kind*."""
    in_excel, in_office, _ = IN_MERGED[name]
    headings = ["ID", "Naam", "Start", "Deel", "Dag"]
    if kind == "ods":
        typed = (in_office, ("date", "2026-05-04", "04-05-2026"), ("percentage", "0.125", "12,5%"))
        first = [making.ods_typed(*told, SHOWN) for told in (*typed, typed[1])]
        covered = '<table:covered-table-cell table:number-columns-repeated="4"/>'
        rows = [headings, ["A1", *first], ["A2", covered], ["A3", covered]]
        return making.ods_of(making.ods_content({"Activiteiten": "".join(map(making.ods_row, rows))}))
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Activiteiten")
        sheet.write_row(0, 0, headings)
        sheet.write_column(1, 0, ["A1", "A2", "A3"])
        for place, (value, code) in enumerate((in_excel, (DAY, "dd-mm-yyyy"), (0.125, "0.0%"), (DAY, "dd-mm-yyyy")), 1):
            sheet.merge_range(1, place, 3, place, value, book.add_format({"num_format": code}))
    return out.getvalue()


@pytest.mark.parametrize("name", IN_MERGED)
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_what_is_no_text_in_a_merged_cell_is_the_same_on_each_row(kind, name):
    register = read(merged_values(kind, name))
    assert register.activiteiten["naam"].tolist() == [IN_MERGED[name][2]] * 3
    assert register.activiteiten["start"].tolist() == [DAY] * 3
    own = register.terzijde["Activiteiten"]
    assert own["Deel"].tolist() == [0.125] * 3
    assert own["Dag"].tolist() == [DAY] * 3
    assert register.formats["Activiteiten"] == ("", "0.0%", "")
    found = {f.cell: (f.value, f.message) for f in register.findings if f.message.startswith("Deze cel")}
    counts, stands = (
        f"Deze cel is samengevoegd ({{0}}2:{{0}}4). De waarde {verb} op elk van die rijen" for verb in VERBS
    )
    assert found == {
        "Activiteiten!B2": (IN_MERGED[name][2], counts.format("B")),
        "Activiteiten!C2": ("04-05-2026", counts.format("C")),
        "Activiteiten!D2": ("12,5%", stands.format("D")),
        "Activiteiten!E2": ("04-05-2026", stands.format("E")),
    }


def test_several_merged_cells_in_a_column_are_one_finding():
    rows = [
        ["ID", "Naam", "Gemeente"],
        *([f"A{n}", f"Activiteit {n}", "Leiden" if n % 2 == 0 else None] for n in range(8)),
    ]
    register = read(xlsx(rows, [(n, 2, n + 1, 2) for n in (1, 3, 5, 7)]))
    assert (register.activiteiten["gemeente"] == "GM0546").all()
    assert [message for *_, message in told(register)] == [
        "Deze cel is samengevoegd (C2:C3, en nog 3 in deze kolom). De waarde telt op elk van die rijen"
    ]


def test_a_snapshot_keeps_the_value_of_a_merged_cell_on_each_row():
    content = xlsx(ROWS, DOWN)
    now = read(content)
    kept = snapshot.decode(snapshot.encode(read_content(content, wanted), "r.xlsx", "2026-10-01T12:00:00"))
    then = build(kept, SOURCE, PEILDATUM)
    assert then.activiteiten.equals(now.activiteiten)


@pytest.mark.parametrize(
    "spans",
    [[(1, 2, 1_048_575, 16_383)], [(0, 0, 65_535, 255)] * 3, [(5, 2, 1, 2)], [(900_000, 2, 900_001, 2)]],
    ids=["to the end", "all over each other", "upside down", "elsewhere"],
)
def test_merged_cells_that_cannot_be_are_harmless(spans):
    register = read(xlsx(ROWS, spans))
    assert register.activiteiten["id"].tolist() == ["A1", "A2", "A3", "A4"]


def test_merged_cells_over_each_other_without_end_are_refused():
    rows = [["ID", "Naam", "Gemeente"], *([f"A{n}", f"Activiteit {n}", None] for n in range(3_000))]
    with pytest.raises(Refused, match="beschadigd"):
        read(xlsx(rows, [(0, 2, 3_000, 2)] * 4_000))


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_libreoffice_saves_merged_cells_and_totals_so_that_they_are_read_the_same(resave, kind):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Activiteiten"
    for row in [*ROWS, [None, "=COUNTA(B2:B6)"]]:
        sheet.append(row)
    sheet.merge_cells("C2:C5")
    sheet.merge_cells("A4:A5")
    out = io.BytesIO()
    book.save(out)
    register = read(resave(out.getvalue(), kind))
    assert register.activiteiten["gemeente"].tolist() == ["GM0546"] * 3 + ["GM0513"]
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 4, 0, totals=1)
    assert [cell for _, cell, *_ in told(register)] == ["Activiteiten!C2", "Activiteiten!B7"]


# ── Rows of totals ───────────────────────────────────────────────────────────────────────────────────────────────

DATA = [["ID", "Naam", "Gemeente"], ["A1", "Een", "Leiden"], ["A2", "Twee", "Gouda"]]
SHEETS = {
    "Partners": [["ID", "Naam"], ["P1", "Stad"]],
    "Deelnames": [["Activiteit", "Partner"], ["A1", "P1"]],
    "Verbindingslijnen": [["ID", "Van", "Naar"], ["L1", "A1", "A2"]],
}


def formula(text, value):
    return (f"=COUNTA({text})", value)


def with_formulas(sheets):
    """A workbook as Excel saves it; a tuple is a formula and its outcome."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    if isinstance(value, tuple):
                        sheet.write_formula(r, c, value[0], None, value[1])
                    elif value is not None:
                        sheet.write(r, c, value)
    return out.getvalue()


def test_the_row_of_totals_of_a_table_is_no_activity():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Activiteiten")
        columns = [{"header": "ID", "total_string": "Som der delen"}, {"header": "Naam", "total_function": "count"}]
        sheet.add_table("A1:C4", {"data": DATA[1:], "total_row": True, "columns": [*columns, {"header": "Gemeente"}]})
    register = read(out.getvalue())
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 0, totals=1)
    assert told(register) == [
        ("opmerking", "Activiteiten!A4", "Som der delen", "Dit is een totaalrij en telt niet mee")
    ]


def test_a_table_without_a_row_of_totals_loses_no_row():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        columns = [{"header": heading} for heading in DATA[0]]
        book.add_worksheet("Activiteiten").add_table("A1:C3", {"data": DATA[1:], "columns": columns})
    assert read(out.getvalue()).rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 0)


@pytest.mark.parametrize("word", ["Totaal", "TOTAAL:", "Eindtotaal", "Totaal aantal", "Aantal", "Gemiddelde:"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_typed_row_of_totals_is_told_and_no_activity(kind, word):
    register = read(KINDS[kind]([*DATA, [None, None, None], [word, 2, None]]))
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 0, totals=1)
    assert [(severity, cell) for severity, cell, *_ in told(register)] == [("opmerking", "Activiteiten!A5")]


@pytest.mark.parametrize(
    "row",
    [
        ["TOTAAL", "2 activiteiten", None],
        ["Σ", 2, None],
        ["Subtotaal Leiden", 1, None],
        ["Totaal generaal", None, 2],
        [None, "Totaal activiteiten", 2],
    ],
)
def test_what_there_are_so_many_of_may_stand_in_a_row_of_totals(row):
    register = read(xlsx([*DATA, row]))
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 0, totals=1)


@pytest.mark.parametrize("row", [["Totaal", "Zorg 2030", None], ["T1", "2 activiteiten", None], ["Som-1", 2, None]])
def test_an_activity_that_is_called_like_a_total_counts(row):
    assert read(xlsx([*DATA, row])).rows_of("Activiteiten") == SheetRows("Activiteiten", 3, 0)


@pytest.mark.parametrize("name", SHEETS)
def test_every_sheet_may_have_a_row_of_totals(name, tmp_path, write_workbook):
    sheets = {"Activiteiten": DATA} | {n: [*rows, ["Totaal", 1]] if n == name else rows for n, rows in SHEETS.items()}
    register = load(write_workbook(tmp_path / "r.xlsx", sheets))
    assert [(rows.sheet, rows.totals) for rows in register.rows if rows.totals] == [(name, 1)]
    assert [(f.sheet, f.severity) for f in register.findings] == [(name, Severity.OPMERKING)]


@pytest.mark.parametrize(
    "row",
    [
        [formula("A2:A3", 2), formula("B2:B3", 2)],
        ["Aantal:", formula("B$2:B$3", 2)],
        [None, ("=SUBTOTAL(103,B2:B3)", 2)],
        ["Aantal", "activiteiten totaal", ("=COUNTA(A2:A3)", 2)],
    ],
)
def test_formulas_over_the_rows_above_make_a_row_of_totals(row):
    register = read(with_formulas({"Activiteiten": [*DATA, row]}))
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 0, totals=1)


def test_an_activity_with_formulas_is_an_activity():
    numbered = [('="A-"&COUNTA(B$2:B4)', "A-3"), "Drie", "Gouda", ("=SUM(E2:E3)", 5), 3]
    total = ["P-7", "Total", "Gouda"]  # an oil company is called so
    rows = [[*DATA[0], "Uren tot nu", "Uren"], *DATA[1:], numbered, total, [7, "Totaal", "Gouda"]]
    register = read(with_formulas({"Activiteiten": rows}))
    assert register.activiteiten["id"].tolist() == ["A1", "A2", "A-3", "P-7", "7"]


def test_a_snapshot_leaves_rows_of_totals_behind():
    content = with_formulas({"Activiteiten": [*DATA, [formula("A2:A3", 2), formula("B2:B3", 2)]]})
    kept = snapshot.decode(snapshot.encode(read_content(content, wanted), "r.xlsx", "2026-10-01T12:00:00"))
    assert build(kept, SOURCE, PEILDATUM).activiteiten["id"].tolist() == ["A1", "A2"]


def test_a_row_of_totals_is_marked_in_the_workbook_that_comes_back():
    content = with_formulas({"Activiteiten": [*DATA, ["Totaal", formula("B2:B3", 2)]]})
    book = openpyxl.load_workbook(io.BytesIO(mark("r.xlsx", content, today=PEILDATUM)))
    assert "totaalrij" in book["Activiteiten"]["A4"].comment.text


# ── Headings between the rows, legends and remarks ───────────────────────────────────────────────────────────────

HEADED = ["ID", "Naam", "Gemeente", "Start", "Opmerking"]
BELOW = ["A9", "Negen", "Gouda", None, None]
NOTE = "Deze rij lijkt een tussenkop of toelichting, en die telt niet mee. Moet de rij wel meetellen? Vul dan ID en Naam in"


def with_row(kind, row, spans=()):
    """A register of two activities with *row* between them, and the findings but those about headings."""
    register = read(KINDS[kind]([HEADED, ["A1", "Een", "Leiden", None, None], row, BELOW], spans))
    return register, [found for found in told(register) if not found[1].endswith("1")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("first", [0, 1, 2, 3])
def test_a_heading_merged_over_the_sheet_is_one_finding_and_no_activity(kind, first):
    row = [None] * first + ["Afgerond in 2025"] + [None] * (5 - first)
    register, found = with_row(kind, row, [(2, first, 2, 4)])
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 0, notes=1)
    assert found == [("opmerking", f"Activiteiten!{making.letters(first)}3", "Afgerond in 2025", NOTE)]


@pytest.mark.parametrize(
    "row",
    [
        ["--- afgerond / archief ---"],
        [None, "=== 2024 ==="],
        [None, None, "---------- archief"],
        ["geel = nog uitzoeken"],
        ["Let op: rood is dringend"],
        ["Archief"],  # the other IDs have a digit
        [None, None, None, None, None, "groen = klopt"],  # beside the table
        ["--- afgerond ---", None, None, None, None, "3 rijen"],
    ],
)
def test_a_heading_or_a_legend_in_one_cell_is_told_once_and_no_activity(row):
    register, found = with_row("xlsx", row + [None] * (6 - len(row)))
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 0, notes=1)
    assert [(severity, message) for severity, *_, message in found if "geen kop" not in message] == [
        ("opmerking", NOTE)
    ]


BOTH = "ID en Naam zijn niet ingevuld, dus de rij telt niet mee"


@pytest.mark.parametrize(
    ("row", "cell", "message"),
    [
        (["A7"], "B3", "Geen Naam ingevuld, dus de rij telt niet mee"),
        ([None, "Archief"], "A3", "Geen ID ingevuld, dus de rij telt niet mee"),
        ([None, None, "Leiden"], "A3", BOTH),
        ([None, None, "Leiden", "1-9-2025", "navragen"], "A3", BOTH),
        ([None, None, None, None, "navragen"], "A3", BOTH),
        (["Archief", None, "Leiden"], "B3", "Geen Naam ingevuld, dus de rij telt niet mee"),
        (HEADED, "A3", "Deze rij herhaalt de kolomkoppen en telt niet mee. Haal de rij weg"),
    ],
)
def test_a_row_that_does_not_count_has_one_fout(row, cell, message):
    register, found = with_row("xlsx", row + [None] * (5 - len(row)))
    assert register.rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 1)
    assert [(severity, where, text) for severity, where, _, text in found] == [
        ("fout", f"Activiteiten!{cell}", message)
    ]


def test_a_row_that_does_not_count_has_no_remark_about_its_merged_cells():
    _, found = with_row("xlsx", ["A7", None, "Leiden", None, None], [(2, 2, 2, 3)])
    assert [(severity, where) for severity, where, *_ in found] == [("fout", "Activiteiten!B3")]


@pytest.mark.parametrize("sheet", ["Partners", "Deelnames", "Verbindingslijnen"])
def test_every_sheet_may_have_headings_between_its_rows(sheet, tmp_path, write_workbook):
    sheets = {"Activiteiten": DATA} | {
        n: [*rows, ["--- oud ---"]] if n == sheet else rows for n, rows in SHEETS.items()
    }
    register = load(write_workbook(tmp_path / "r.xlsx", sheets))
    assert [(rows.sheet, rows.notes) for rows in register.rows if rows.notes] == [(sheet, 1)]
    (found,) = register.findings
    assert found.message.endswith(
        {
            "Partners": "ID en Naam in",
            "Deelnames": "Activiteit en Partner in",
            "Verbindingslijnen": "ID, Van en Naar in",
        }[sheet]
    )


def test_ids_without_digits_leave_a_row_that_was_only_begun_what_it_is():
    rows = [["ID", "Naam"], ["ZORG", "Een"], ["ICT", "Twee"], ["TECHNIEK", None]]
    assert read(xlsx(rows)).rows_of("Activiteiten") == SheetRows("Activiteiten", 2, 1)


def test_a_snapshot_leaves_headings_between_the_rows_behind():
    content = xlsx([*DATA, ["Afgerond", None, None], ["A3", "Drie", "Gouda"]], [(3, 0, 3, 2)])
    kept = snapshot.decode(snapshot.encode(read_content(content, wanted), "r.xlsx", "2026-10-01T12:00:00"))
    then = build(kept, SOURCE, PEILDATUM)
    assert then.activiteiten["id"].tolist() == ["A1", "A2", "A3"]
    assert then.findings == ()
