"""The workbook given back in the contract's form: changed where it was matched, the same everywhere else."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table

from lrn.register.load import give_back, load_content, mark
from lrn.register.matching.edits import CellEdit, Edits
from lrn.register.matching.given_back import give_back as write_back
from lrn.register.matching.model import Matching, Records, SheetMatch
from lrn.register.matching.plan import edits
from lrn.register.matching.toml import from_toml, lines, to_toml
from lrn.register.model import Unreadable
from lrn.register.reading.book import Book, SheetTexts

DAY = date(2026, 11, 30)
OWN = Matching(
    (
        SheetMatch(
            "Mijn blad",
            "Activiteiten",
            columns={"Nr.": "ID", "Titel activiteit": "Naam", "Stand": "Status", "Budget": ""},
            values={"Status": {"klaar": "afgerond"}},
        ),
    )
)


def own_workbook(table=False):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Mijn blad"
    for row in (
        ["Nr.", "Titel activiteit", "Stand", "Budget"],
        ["A1", "Zorglab", "klaar", 5000],
        ["A2", "Bouwlab", "Klaar", 12.5],
        ["A3", "Leerlab", "?", None],
    ):
        sheet.append(row)
    sheet["C2"].fill = PatternFill("solid", fgColor="FF00AA00")
    sheet.freeze_panes = "B2"
    other = book.create_sheet("Som")
    other["A1"] = "=SUM('Mijn blad'!D2:D4)"
    other["A2"] = "=COUNTA('Mijn blad'!A:A)&\"Mijn blad!\""
    other["A3"] = "=1+1"
    other["A4"].hyperlink = Hyperlink(ref="A4", location="'Mijn blad'!A1")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=4, min_row=1, max_row=4), titles_from_data=True)
    other.add_chart(chart, "D2")
    book.defined_names["geld"] = openpyxl.workbook.defined_name.DefinedName("geld", attr_text="'Mijn blad'!$D$2:$D$4")
    if table:
        sheet.add_table(Table(displayName="Projecten", ref="A1:D4"))
        other["A5"] = "=SUM(Projecten[Budget])&COUNTA(Projecten[Titel activiteit])&COUNTA(Projecten[[#All],[Stand]])"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def given():
    content = own_workbook(table=True)
    return content, give_back("mijn.xlsx", content, matching=to_toml(OWN), today=DAY)


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def test_headings_values_and_the_tab_are_as_chosen_and_the_rest_as_it_was(given):
    book = opened(given[1])
    assert book.sheetnames == ["Activiteiten", "Som", "Wijzigingen", "Koppeling"]
    assert [[cell.value for cell in row] for row in book["Activiteiten"]["A1:D4"]] == [
        ["ID", "Naam", "Status", "Budget"],
        ["A1", "Zorglab", "afgerond", 5000],
        ["A2", "Bouwlab", "afgerond", 12.5],
        ["A3", "Leerlab", "?", None],
    ]
    assert book["Activiteiten"]["C2"].fill.fgColor.rgb == "FF00AA00"
    assert book["Activiteiten"].freeze_panes == "B2"


def test_what_leans_on_the_tab_or_a_heading_goes_along(given):
    book = opened(given[1])
    som = book["Som"]
    assert som["A1"].value == "=SUM('Activiteiten'!D2:D4)"
    assert som["A2"].value == "=COUNTA('Activiteiten'!A:A)&\"Mijn blad!\""
    assert som["A3"].value == "=1+1"
    assert som["A4"].hyperlink.location == "'Activiteiten'!A1"
    assert som["A5"].value == "=SUM(Projecten[Budget])&COUNTA(Projecten[Naam])&COUNTA(Projecten[[#All],[Status]])"
    assert [column.name for column in book["Activiteiten"].tables["Projecten"].tableColumns] == [
        "ID",
        "Naam",
        "Status",
        "Budget",
    ]
    assert book.defined_names["geld"].attr_text == "'Activiteiten'!$D$2:$D$4"
    with zipfile.ZipFile(io.BytesIO(given[1])) as archive:
        chart = next(archive.read(name).decode() for name in archive.namelist() if "charts/chart" in name)
    assert "'Activiteiten'!$D$2:$D$4" in chart
    assert "Mijn blad" not in chart


def test_each_change_is_listed_with_old_and_new(given):
    rows = list(opened(given[1])["Wijzigingen"].iter_rows(values_only=True))
    assert rows == [
        ("Werkblad", "Cel", "Was", "Wordt", "Waarom"),
        ("Activiteiten", None, "Mijn blad", "Activiteiten", "naam van het blad"),
        ("Activiteiten", "A1", "Nr.", "ID", "kop"),
        ("Activiteiten", "B1", "Titel activiteit", "Naam", "kop"),
        ("Activiteiten", "C1", "Stand", "Status", "kop"),
        ("Activiteiten", "C2", "klaar", "afgerond", "waarde"),
        ("Activiteiten", "C3", "Klaar", "afgerond", "waarde"),
    ]


def test_loaded_again_it_is_the_same_register_and_knows_what_was_settled(given):
    before = load_content("mijn.xlsx", given[0], today=DAY, matching=to_toml(OWN))
    after = load_content("mijn.xlsx", given[1], today=DAY)
    assert after.activiteiten.equals(before.activiteiten)
    assert len(after.findings) == len(before.findings) == 3  # the own column, the own sheet, and "?"
    assert after.proposal.matching.before == 5  # and "klaar" twice
    assert after.proposal.gone == ()


def test_given_back_again_there_is_nothing_more_to_change(given):
    again = give_back("mijn.xlsx", given[1], matching="", today=DAY)
    assert again == given[1]


def test_the_matching_travels_along_in_the_form_of_the_register():
    values = {"Status": {"klaar": "afgerond"}}
    own = SheetMatch("Blad1", "Activiteiten", 1, Records.COLUMNS, {"a": "Naam", "Plaats": "", "b": "Partners"}, values)
    matching = Matching((own, SheetMatch("Rooster"), SheetMatch("Weg", "Partners")))
    book = Book({"Blad1": SheetTexts([["a", "Plaats", "b"], ["Bouwlab", "Gouda", "ROC"]]), "Rooster": SheetTexts()})
    told = lines(matching, edits(book, matching), "mijn.xlsx", 12)
    columns = {"Naam": "Naam", "Terzijde: Plaats": "", "b": "Partners"}
    assert from_toml("\n".join(told)) == Matching(
        (
            SheetMatch("Blad1 (terzijde)"),
            SheetMatch("Activiteiten", "Activiteiten", 1, columns=columns, values=values),
            SheetMatch("Rooster"),
        ),
        before=12,
    )


def test_a_sheet_koppeling_that_somebody_broke_changes_nothing(given):
    book = opened(given[1])
    book["Koppeling"]["A5"] = "versie = ???"
    out = io.BytesIO()
    book.save(out)
    found = load_content("mijn.xlsx", out.getvalue(), today=DAY)
    assert len(found.activiteiten) == 3
    assert found.proposal is None


def test_a_formula_that_others_lean_on_leaves_them_their_outcome():
    content = own_workbook()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for row, formula in (
        (2, '<f t="shared" ref="C2:C4" si="0">A2</f>'),
        (3, '<f t="shared" si="0"/>'),
        (4, '<f t="shared" si="0"/>'),
    ):
        begin = sheet.index(f'<c r="C{row}"')
        end = sheet.index("</c>", begin) + 4
        sheet = sheet[:begin] + f'<c r="C{row}" t="str">{formula}<v>klaar</v></c>' + sheet[end:]
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    edits = Edits(cells=[CellEdit("Mijn blad", 1, 2, "klaar", "afgerond", "waarde")])
    book = opened(write_back(out.getvalue(), edits, Matching(), "mijn.xlsx", 0))
    assert [book["Mijn blad"][f"C{row}"].value for row in (2, 3, 4)] == ["afgerond", "klaar", "klaar"]
    told = list(book["Wijzigingen"].iter_rows(min_row=3, values_only=True))
    assert [row[1] for row in told] == ["C3", "C4"]
    assert told[0][2:] == ("formule", "de uitkomst", "de formule leunde op een die is vervangen")


def test_cells_beyond_the_sheet_and_added_tabs_are_written():
    cells = [CellEdit("Mijn blad", 0, 4, "", "ID", "kop"), CellEdit("Mijn blad", 9, 4, "", "7", "ID gemaakt")]
    edits = Edits(cells=cells, added={"Partners": [["ID", "Naam"], ["P-001", "=ROC"]], "Som": [["x"]]})
    book = opened(write_back(own_workbook(), edits, Matching(), "mijn.xlsx", 0))
    assert book["Mijn blad"]["E1"].value == "ID"
    assert book["Mijn blad"]["E10"].value == 7
    assert book["Partners"]["B2"].value == "=ROC"
    assert book["Partners"]["B2"].data_type == "s"  # text, and no formula
    assert book["Som (2)"]["A1"].value == "x"


@pytest.mark.parametrize(("there", "made"), [(["1", "2"], "3"), ([1, 2], 3), (["A1", 2, 3], 3), (["A1", "2", 3], "3")])
def test_a_number_is_a_text_among_texts(there, made):
    book = openpyxl.Workbook()
    book.active.title = "Activiteiten"
    for row in (["ID", "Naam"], *([key, "Lab"] for key in there), [None, "Lab"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    edits = Edits(cells=[CellEdit("Activiteiten", len(there) + 1, 0, "", "3", "ID gemaakt")])
    found = opened(write_back(out.getvalue(), edits, Matching(), "mijn.xlsx", 0))["Activiteiten"]
    assert found.cell(len(there) + 2, 1).value == made
    assert [cell.value for cell in found["A"]][1:-1] == there


def test_tabs_may_change_names():
    content = own_workbook()
    edits = Edits(renamed={"Mijn blad": "Som", "Som": "Mijn blad"})
    book = opened(write_back(content, edits, Matching(), "mijn.xlsx", 0))
    assert book.sheetnames[:2] == ["Som", "Mijn blad"]
    assert book["Mijn blad"]["A1"].value == "=SUM('Som'!D2:D4)"


def test_what_is_no_xlsx_is_refused_with_what_to_do(tmp_path):
    content = b"\xd0\xcf\x11\xe0" + bytes(600)
    with pytest.raises(Unreadable):
        give_back("oud.xls", content, matching=to_toml(OWN), today=DAY)


def test_marked_it_is_marked_as_given_back(given):
    book = opened(mark("mijn.xlsx", given[0], today=DAY, matching=to_toml(OWN)))
    assert book.sheetnames[-1] == "Te verbeteren"
    assert "Activiteiten" in book.sheetnames
    assert book["Activiteiten"]["C4"].comment is not None
