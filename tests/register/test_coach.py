"""A workbook as a colleague keeps it, with mistakes planted in it: each is found, told, mended as told, and gone.

The workbooks are written cell by cell, so that what is wrong and where is known beforehand.
"""

import io
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
from openpyxl.utils import coordinate_to_tuple, get_column_letter
from typer.testing import CliRunner

from lrn.cli.commands import app
from lrn.measures.summary import figures
from lrn.register.load import load_content, mark
from lrn.register.model import Severity, SheetRows
from lrn.register.writing.template import template
from lrn.selection import Selection

# What openpyxl does not know of a workbook it says each time.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

TODAY = date(2026, 10, 1)
FOUT, WAARSCHUWING, OPMERKING = Severity.FOUT, Severity.WAARSCHUWING, Severity.OPMERKING

# ── A workbook without a mistake ─────────────────────────────────────────────────────────────────────────────────

# fmt: off
HEADINGS = {
    "Activiteiten": ["ID", "Naam", "Omschrijving", "Verschijningsvorm", "Gemeente", "Arbeidsmarktregio", "Locatie", "Breedtegraad", "Lengtegraad", "College", "Team", "Status", "Start", "Einde", "Ingrediënten", "Netwerkthema", "Thema's", "Niveaus", "Betrokkenen", "Samenwerkingsvorm", "Rol mboRijnland", "Deelname", "Meerwaarde mboRijnland", "Meerwaarde partners", "Opbrengst", "Contactpersoon", "E-mail", "Bijgewerkt"],
    "Partners": ["ID", "Naam", "Soort", "Gemeente", "Schaal", "Strategische relatie"],
    "Deelnames": ["Activiteit", "Partner", "Rol", "Meerwaarde"],
    "Verbindingslijnen": ["ID", "Van", "Naar", "Vorm", "Frequentie", "Sinds", "Omschrijving"],
}
FIRST_ROW = {"Activiteiten": 4, "Partners": 2, "Deelnames": 2, "Verbindingslijnen": 2}  # below the headings

VORMEN = ["Livinglab", "CIV", "Hackathon", "PPS", "Practoraat", "Wijkleercentrum"]
ONDERWERPEN = ["Langer thuis", "Circulair bouwen", "Slimme kas", "Veilige wijk", "Schone mobiliteit", "Gezonde school", "Taal op de werkvloer", "Zij-instroom zorg", "Warmtenet", "Gastvrije stad"]
GEMEENTEN = ["Leiden", "Alphen aan den Rijn", "Zoetermeer", "gem. Gouda", "Woerden", "Leidschendam", "Den Haag", "KATWIJK", "Utrecht"]
INGREDIENTEN = ["1; 2; 6", "2;3;9", 6, "10, 11", "1\n4\n8", "3. Niveaus; 5"]
THEMAS = ["zorg; welzijn", "Klimaat", "wonen, zorg", "", "onderwijs\nmobiliteit", "recreatie"]
STATUSSEN = ["Actief", "actief", "Voorbereiding", "Verkenning", "Afgerond"]
SOORTEN = ["overheid", "bedrijf", "non-profit", "branchevereniging", "onderwijs: hbo"]
# fmt: on


def faultless():
    """What stands in each cell, by sheet and cell: 60 activities, 25 partners, 90 deelnames and 20 lines."""
    cells = {"Activiteiten!A1": "Register Lerend Regionaal Netwerk"}
    rows = {
        "Activiteiten": [activity(n) for n in range(1, 61)],
        "Partners": [
            [f"P-{n:02}", f"{SOORTEN[n % 5]} nr. {n}".capitalize(), SOORTEN[n % 5], GEMEENTEN[n % 9],
             ["lokaal", "regionaal", "landelijk"][n % 3], ["nee", "ja", ""][n % 3]]
            for n in range(1, 26)
        ],
        # Activities 4 and 12 and partner 8 take part in nothing.
        "Deelnames": [
            [f"A-{n % 40 + 13:02}", f"P-{n % 17 + 9:02}", ["deelnemer", "initiatiefnemer", ""][n % 3], ""]
            for n in range(90)
        ],
        "Verbindingslijnen": [
            [f"L-{n:02}", f"A-{n + 12:02}", ["Leiden", f"A-{n + 30:02}", "Regio Midden-Holland"][n % 3],
             ["Kennisdeling", "3O-overleg"][n % 2], "elk kwartaal", date(2025, 1, n), ""]
            for n in range(1, 21)
        ],
    }  # fmt: skip
    for sheet, headings in HEADINGS.items():
        for r, row in enumerate([headings, *rows[sheet]], FIRST_ROW[sheet] - 1):
            cells |= {f"{sheet}!{get_column_letter(c)}{r}": value for c, value in enumerate(row, 1) if value != ""}
    return cells


def activity(n):
    """Row n + 3 of the sheet; its ID, its place and the day it was updated are formulas, with their outcome."""
    row = n + 3
    updated = date(2026, n % 9 + 1, n % 28 + 1)
    gemeente = GEMEENTEN[n % 9]
    return [
        ('="A-"&TEXT(ROW()-3,"00")', f"A-{n:02}"),
        f"{VORMEN[n % 6]} {ONDERWERPEN[n % 10]} {n}",
        "Studenten en bewoners werken samen." if n % 2 else "",
        VORMEN[n % 6],
        gemeente,
        "",
        (f'="School in "&E{row}', f"School in {gemeente}"),
        52.0 + n / 1000 if n % 3 else "",
        4.5 + n / 1000 if n % 3 else "",
        ["Zorg en Welzijn", "Techniek", "Economie"][n % 3],
        ["Verpleging", "Bouw", ""][n % 3],
        STATUSSEN[n % 5],
        date(2024, n % 12 + 1, 1) if n % 2 else f"{n % 28 + 1}-{n % 12 + 1}-2024",
        date(2027, 7, 31) if n % 4 == 0 else "",
        INGREDIENTEN[n % 6],
        ["ja", "nee", ""][n % 3],
        THEMAS[n % 6],
        ["strategisch; tactisch; operationeel", "tactisch"][n % 2],
        "studenten; docenten",
        ["informeel en terugkerend", "formeel en langdurig", ""][n % 3],
        ["deelnemer", "initiatiefnemer"][n % 2],
        "bewust; actief",
        "kennis delen; docentstages",
        "expertise",
        "Een les is herschreven." if n % 3 else "",
        "projectleider",
        "naam@voorbeeld.example",
        (f"=DATE({updated.year},{updated.month},{updated.day})", updated),
    ]


NO_OUTCOME = 987654321  # stands in for the outcome that is taken out of the file


def written(cells):
    """An .xlsx with *cells*, in the formatting of somebody's own."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        look = {"font_name": "Verdana", "font_size": 9, "border": 1, "border_color": "#BFBFBF"}
        plain, day = book.add_format(look), book.add_format(look | {"num_format": "d mmm yyyy"})
        heading = book.add_format(look | {"bold": True, "bg_color": "#FFE699", "text_wrap": True, "valign": "top"})
        title = book.add_format({"bold": True, "font_size": 16, "font_color": "#7030A0"})
        late = book.add_format({"font_color": "#C00000"})
        names = dict.fromkeys(address.rpartition("!")[0] for address in cells)
        sheets = {name: book.add_worksheet(name) for name in names}
        for address, value in cells.items():
            name, _, ref = address.rpartition("!")
            row, column = (place - 1 for place in coordinate_to_tuple(ref))
            is_heading = row == FIRST_ROW.get(name, 0) - 2
            write(sheets[name], row, column, value, heading if is_heading else plain, day)
        sheet = sheets["Activiteiten"]
        sheet.merge_range("A1:D1", cells["Activiteiten!A1"], title)
        sheet.freeze_panes(3, 2)
        sheet.autofilter(2, 0, 62, 27)
        sheet.conditional_format("AB4:AB63", {"type": "cell", "criteria": "<", "value": 45931, "format": late})
        sheet.data_validation("P4:P63", {"validate": "list", "source": ["ja", "nee"], "error_type": "warning"})
        sheet.write_comment("B5", "Nog even navragen bij Noor", {"author": "Kernteam"})
        sheet.write_comment("E9", "Klopt dit?", {"author": "Kernteam"})  # a mistake is planted here
        sheet.set_column("Z:AA", 12, None, {"hidden": True})
        sheets["Deelnames"].hide_gridlines(2)
    return without_outcome(out.getvalue())


def write(sheet, row, column, value, plain, day):
    match value:
        case (formula, date() as outcome):
            sheet.write_formula(row, column, formula, day, (outcome - date(1899, 12, 30)).days)
        case (formula, outcome):
            sheet.write_formula(row, column, formula, plain, outcome)
        case date():
            sheet.write_datetime(row, column, datetime(value.year, value.month, value.day), day)
        case int() | float():
            sheet.write_number(row, column, value, plain)
        case _:
            sheet.write_string(row, column, value, plain)


def without_outcome(content):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<v>%d</v>" % NO_OUTCOME, b""))
    return out.getvalue()


# ── Forty mistakes ───────────────────────────────────────────────────────────────────────────────────────────────

# What is planted (the first cell is where it must be found), severity, what was probably meant, whether that is sure, and
# what a person does after reading the message when the meant value cannot just be put in that cell.
# Activity n is on row n + 3, the other sheets have number n on row n + 1.
# fmt: off
MISTAKES = [
    # rows that cannot be counted
    ({"Activiteiten!A7": ""}, FOUT, "", False, {"Activiteiten!A7": "A-04"}),
    ({"Activiteiten!A15": "a-05"}, FOUT, "", False, {"Activiteiten!A15": "A-12"}),
    ({"Activiteiten!B20": ""}, FOUT, "", False, {"Activiteiten!B20": "Warmtenet Leiden"}),  # deelnames and a line name it
    ({"Partners!A9": "P-03"}, FOUT, "", False, {"Partners!A9": "P-08"}),
    ({"Verbindingslijnen!B7": ""}, FOUT, "", False, {"Verbindingslijnen!B7": "A-18"}),
    # places
    ({"Activiteiten!E9": "Zoetemeer"}, WAARSCHUWING, "Zoetermeer", False, None),
    ({"Activiteiten!E10": "Zoetermeeer"}, WAARSCHUWING, "Zoetermeer", False, None),
    ({"Activiteiten!E11": "Zevenhuizen"}, WAARSCHUWING, "", False, {"Activiteiten!E11": "Zuidplas"}),
    ({"Activiteiten!E12": "Midden-Holland"}, WAARSCHUWING, "", False, {"Activiteiten!E12": "", "Activiteiten!F12": "Midden-Holland"}),
    ({"Activiteiten!F13": "Gouda", "Activiteiten!E13": ""}, WAARSCHUWING, "Midden-Holland", True, None),
    ({"Activiteiten!F14": "Midden-Holland", "Activiteiten!E14": "Leiden"}, OPMERKING, "Holland Rijnland", False, None),
    ({"Activiteiten!H16": 4.4905}, WAARSCHUWING, "breedtegraad en lengtegraad andersom", False, {"Activiteiten!H16": 52.1585}),
    ({"Activiteiten!I16": 52.1585}, WAARSCHUWING, "breedtegraad en lengtegraad andersom", False, {"Activiteiten!I16": 4.4905}),
    ({"Activiteiten!H17": 521585}, WAARSCHUWING, "", False, {"Activiteiten!H17": "52,1585"}),
    # days
    ({"Activiteiten!M18": "voorjaar 2025"}, WAARSCHUWING, "", False, {"Activiteiten!M18": "1-3-2025"}),
    ({"Activiteiten!M19": "31-2-2025"}, WAARSCHUWING, "", False, {"Activiteiten!M19": "28-2-2025"}),
    ({"Activiteiten!N21": date(2025, 7, 31), "Activiteiten!M21": date(2025, 9, 1)}, WAARSCHUWING, "", False, {"Activiteiten!N21": "31-7-2026"}),
    ({"Activiteiten!N22": "doorlopend"}, WAARSCHUWING, "(leeg)", False, {"Activiteiten!N22": ""}),
    ({"Activiteiten!M23": 45931}, WAARSCHUWING, "1-10-2025", False, None),  # a day as Excel counts it
    ({"Activiteiten!M24": "10/25/2025"}, WAARSCHUWING, "25-10-2025", False, None),
    ({"Activiteiten!AB25": date(2025, 9, 30)}, OPMERKING, "", False, {"Activiteiten!AB25": "1-10-2026"}),
    # several values in a cell
    ({"Activiteiten!O26": "1; 6; 12"}, WAARSCHUWING, "", False, {"Activiteiten!O26": "1; 6; 11"}),
    ({"Activiteiten!O27": 1.5}, WAARSCHUWING, "1; 5", False, None),
    ({"Activiteiten!O28": date(2026, 5, 1)}, WAARSCHUWING, "1; 5", False, None),  # typed as 1-5
    ({"Activiteiten!Q29": "zorg; mobilteit"}, WAARSCHUWING, "Mobiliteit", False, None),
    ({"Activiteiten!Q30": "wonen; arbeidsmarkttransities"}, OPMERKING, "ja in de kolom Netwerkthema", True, {"Activiteiten!Q30": "wonen", "Activiteiten!P30": "ja"}),
    ({"Activiteiten!R31": "", "Activiteiten!O31": "3; 9"}, OPMERKING, "", False, {"Activiteiten!R31": "tactisch"}),
    # one value out of a list
    ({"Activiteiten!L32": "halverwege"}, WAARSCHUWING, "", False, {"Activiteiten!L32": "Actief"}),
    ({"Activiteiten!P33": "misschien"}, WAARSCHUWING, "", False, {"Activiteiten!P33": "nee"}),
    ({"Partners!C12": "hogschool"}, WAARSCHUWING, "onderwijs: hbo", False, None),
    # formulas
    ({"Activiteiten!J34": ('=VLOOKUP("Bouwkunde",$A$1:$B$2,2,FALSE)', "#N/A")}, WAARSCHUWING, "", False, {"Activiteiten!J34": "Techniek"}),
    ({"Activiteiten!M35": ("=DATE(2024,9,1)", NO_OUTCOME)}, WAARSCHUWING, "", False, {"Activiteiten!M35": date(2024, 9, 1)}),
    # what one row says of another
    ({"Deelnames!A10": "A-7"}, WAARSCHUWING, "A-07", True, None),
    ({"Deelnames!B11": "P-99"}, WAARSCHUWING, "", False, {"Deelnames!B11": "P-02"}),
    ({"Deelnames!B12": "Bedrijf nr. 16"}, WAARSCHUWING, "P-16", True, None),
    ({"Verbindingslijnen!C5": "Goudda"}, WAARSCHUWING, "Gouda", False, None),
    ({"Verbindingslijnen!C6": "A-999"}, WAARSCHUWING, "", False, {"Verbindingslijnen!C6": "A-35"}),
    # headings and sheets
    ({"Activiteiten!T3": "Samenwerkinsvorm"}, WAARSCHUWING, "Samenwerkingsvorm", False, None),
    ({"Activiteiten!AC3": "Kostenplaats", "Activiteiten!AC4": "K-12"}, OPMERKING, "", False, {"Activiteiten!AC3": "", "Activiteiten!AC4": ""}),
    ({"Begroting!A1": "Post", "Begroting!B1": "Bedrag", "Begroting!A2": "Zaalhuur", "Begroting!B2": 250}, OPMERKING, "", False, {"Begroting": None}),
]
# fmt: on
PLANTED = {next(iter(cells)): rest for cells, *rest in MISTAKES}


@pytest.fixture(scope="module")
def clean():
    return written(faultless())


@pytest.fixture(scope="module")
def planted():
    cells = faultless()
    for mistake, *_ in MISTAKES:
        cells |= mistake
    return written({address: value for address, value in cells.items() if value != ""})


@pytest.fixture(scope="module")
def found(planted):
    return load_content("register.xlsx", planted, today=TODAY)


@pytest.fixture(scope="module")
def marked(planted):
    return mark("register.xlsx", planted, today=TODAY)


def rows_counted(register):
    return [(rows.sheet, rows.counted, rows.left_out) for rows in register.rows]


def frames(register):
    return {name: frame for name, frame in vars(register).items() if hasattr(frame, "columns")}


def assert_same(one, other):
    """The same rows, values and findings, whichever file they came from."""
    assert rows_counted(one) == rows_counted(other)
    assert one.findings == other.findings
    for name, frame in frames(one).items():
        assert frame.equals(frames(other)[name]), name


def test_without_a_mistake_there_is_no_finding(clean):
    register = load_content("register.xlsx", clean, today=TODAY)
    assert register.findings == ()
    assert rows_counted(register) == [
        ("Activiteiten", 60, 0),
        ("Partners", 25, 0),
        ("Deelnames", 90, 0),
        ("Verbindingslijnen", 20, 0),
    ]


def test_forty_planted_mistakes_are_forty_findings_each_at_its_cell(found):
    assert len(PLANTED) == 40
    assert sorted(finding.cell for finding in found.findings) == sorted(PLANTED)
    for finding in found.findings:
        severity, meant, sure, _ = PLANTED[finding.cell]
        assert (finding.severity, finding.suggestion, finding.sure) == (severity, meant, sure), finding


def test_a_row_that_is_left_out_takes_only_itself_along(found):
    assert rows_counted(found) == [
        ("Activiteiten", 57, 3),
        ("Partners", 24, 1),
        ("Deelnames", 90, 0),
        ("Verbindingslijnen", 19, 1),
    ]


def test_a_finding_without_a_likely_value_says_what_to_do(found):
    messages = {finding.cell: finding.message for finding in found.findings if not finding.suggestion}
    assert messages == {
        "Activiteiten!A7": "Geen ID ingevuld, dus de rij telt niet mee",
        "Activiteiten!A15": "ID staat al op rij 8. Deze rij telt pas mee met een ander ID",
        "Activiteiten!B20": "Geen Naam ingevuld, dus de rij telt niet mee. Naar A-17 verwijzen 4 andere rijen; die tellen nu zonder A-17 mee",
        "Activiteiten!E11": "“Zevenhuizen” kan in Zuidplas of Westerkwartier liggen: noem de gemeente",
        "Activiteiten!E12": "“Midden-Holland” is een arbeidsmarktregio: bij een activiteit hoort die in de kolom Arbeidsmarktregio",
        "Activiteiten!H17": "“521585” ligt buiten Nederland: hier past een getal van 50,5 tot 53,8",
        "Activiteiten!M18": "“voorjaar 2025” is geen datum. Schrijf dag-maand-jaar, zoals 15-9-2026, of laat de cel leeg",
        "Activiteiten!M19": "“31-2-2025” is geen datum die bestaat",
        "Activiteiten!N21": "Einde ligt vóór Start en telt als niet ingevuld. Verbeter een van beide",
        "Activiteiten!AB25": "Langer dan een jaar niet bijgewerkt. Klopt de rij nog? Zet hier dan de datum van vandaag",
        "Activiteiten!O26": "“12” is geen ingrediënt. De nummers zijn 1 t/m 11",
        "Activiteiten!R31": "Ingrediënt 3 (verschillende niveaus) is genoemd, maar er staat geen niveau bij. Vul Niveaus in, bijvoorbeeld tactisch; operationeel",
        "Activiteiten!L32": "“halverwege” herkennen we niet als status. Kies Verkenning, Voorbereiding, Actief, Afgerond of Gestopt",
        "Activiteiten!P33": "“misschien” is geen ja of nee. Kies een van beide of laat de cel leeg",
        "Activiteiten!J34": "Hier staat de Excel-fout #N/A in plaats van een waarde: herstel de formule of typ de waarde",
        "Activiteiten!M35": "Hier staat een formule zonder uitkomst: open de werkmap in Excel en sla die op",
        "Activiteiten!AC3": "Deze kolom kennen we niet en gebruiken we niet voor de cijfers. U kunt de kolom laten staan",
        "Partners!A9": "ID staat al op rij 4. Deze rij telt pas mee met een ander ID",
        "Deelnames!B11": "Geen partner met dit ID op het blad Partners. Verbeter het of vul het daar aan",
        "Verbindingslijnen!B7": "Geen Van ingevuld, dus de rij telt niet mee",
        "Verbindingslijnen!C6": "Dit is geen ID van een activiteit, geen gemeente en geen arbeidsmarktregio. Vul een van die drie in",
        "Begroting!A1": "Dit werkblad kennen we niet en lezen we niet. U kunt het laten staan",
    }


def test_marking_changes_nothing_of_what_is_read(found, marked):
    assert_same(load_content("register.xlsx", marked, today=TODAY), found)


def test_the_marked_workbook_mended_as_told_has_no_findings_left(marked):
    book, outcomes = (openpyxl.load_workbook(io.BytesIO(marked), data_only=only) for only in (False, True))
    put_outcomes(book, outcomes)
    listed = [[cell.value or "" for cell in row] for row in book["Te verbeteren"].iter_rows(min_row=2)]
    assert len(listed) == 40
    for _, sheet, ref, _, value, message, meant, *_ in listed:
        mend(book, f"{sheet}!{ref}", str(value), message, meant)
    out = io.BytesIO()
    book.save(out)

    mended = load_content("register.xlsx", out.getvalue(), today=TODAY)
    assert mended.findings == ()
    assert rows_counted(mended) == [
        ("Activiteiten", 60, 0),
        ("Partners", 25, 0),
        ("Deelnames", 90, 0),
        ("Verbindingslijnen", 20, 0),
    ]
    values = mended.activiteiten.set_index("id")
    assert values.loc[["A-06", "A-07", "A-08"], "gemeente"].tolist() == ["GM0637", "GM0637", "GM1892"]
    assert values.loc[["A-09", "A-10", "A-11"], "plaats"].tolist() == ["AM20", "AM20", "AM19"]
    assert values.loc["A-20", "start"].date() == date(2025, 10, 1)
    numbers, themes = (frame.groupby("activiteit").agg(list) for frame in (mended.ingredienten, mended.themas))
    assert numbers.loc[["A-23", "A-24", "A-25"], "nr"].tolist() == [[1, 6, 11], [1, 5], [1, 5]]
    assert themes.loc["A-26", "thema"] == ["mobiliteit", "zorg"]


def put_outcomes(book, outcomes):
    """A value instead of each formula: openpyxl keeps the one or the other."""
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    cell.value = outcomes[sheet.title][cell.coordinate].value


def mend(book, address, value, message, meant):
    """Do what the sheet "Te verbeteren" says of one cell."""
    by_hand = PLANTED[address][3]
    if by_hand is None:
        (quoted,) = re.findall("^“(.*?)”", message) or [value]
        by_hand = {address: value.replace(quoted, meant)}  # the other values in the cell stay
    for place, new in by_hand.items():
        sheet, _, ref = place.rpartition("!")
        if sheet:
            cell = book[sheet][ref]
            cell.number_format = "General"
            cell.value = new or None
        else:
            del book[place]


# ── One mistake, one finding ─────────────────────────────────────────────────────────────────────────────────────


def told(register):
    return [(finding.severity.value, finding.cell, finding.suggestion) for finding in register.findings]


@pytest.mark.parametrize("heading", ["Niveaux", "Nivaus"])
def test_no_level_is_missed_where_its_heading_is_misspelt(build_register, heading):
    rows = [["ID", "Naam", "Ingrediënten", heading], ["K1", "Zorglab", "3", "tactisch"], ["K2", "Energiehub", "3", ""]]
    assert told(build_register({"Activiteiten": rows})) == [("waarschuwing", "Activiteiten!D1", "Niveaus")]


def test_a_level_that_is_an_error_is_said_once(build_register):
    rows = [["ID", "Naam", "Ingrediënten", "Niveaus"], ["K1", "Zorglab", "3", "#N/B"]]
    assert told(build_register({"Activiteiten": rows})) == [("waarschuwing", "Activiteiten!D2", "")]


def test_a_needed_column_under_a_misspelt_heading_is_one_fout(build_register):
    sheets = {
        "Activiteiten": [["ID", "Naam"], ["K1", "Zorglab"]],
        "Partners": [["ID", "Naam"], ["P1", "Stad"]],
        "Deelnames": [["Activitiet", "Partner"], ["K1", "P1"], ["K1", "P1"]],
    }
    register = build_register(sheets)
    assert told(register) == [("fout", "Deelnames!A1", "Activiteit")]
    assert register.rows_of("Deelnames") == SheetRows("Deelnames", counted=0, left_out=2)


def test_partners_without_an_id_are_one_fout_and_who_names_them_makes_none(build_register):
    sheets = {
        "Activiteiten": [["ID", "Naam"], ["K1", "Zorglab"]],
        "Partners": [["Organisatie", "Soort"], ["Stad", "overheid"], ["Dorp", "overheid"]],
        "Deelnames": [["Activiteit", "Partner"], ["K1", "P1"], ["K1", "P2"]],
    }
    register = build_register(sheets)
    assert told(register) == [("fout", "Partners!A1", "")]
    assert register.findings[0].message == "De kolom ID ontbreekt. Zonder deze kolom telt geen rij op dit blad mee"
    assert rows_counted(register)[1:3] == [("Partners", 0, 2), ("Deelnames", 2, 0)]


def test_a_misspelt_sheet_is_one_finding(build_register):
    sheets = {
        "Activiteiten": [["ID", "Naam"], ["K1", "Zorglab"]],
        "Partner": [["ID", "Naam"], ["P1", "Stad"]],
        "Deelnames": [["Activiteit", "Partner"], ["K1", "P1"]],
    }
    assert told(build_register(sheets)) == [("waarschuwing", "Partner!A1", "Partners")]


def test_a_region_among_the_municipalities_is_not_taken_for_a_misspelling(build_register):
    rows = [["ID", "Naam", "Gemeente"], ["K1", "Zorglab", "Midden-Holland"]]
    assert told(build_register({"Activiteiten": rows})) == [("waarschuwing", "Activiteiten!C2", "")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-05-01 00:00:00", "1; 5"),  # 1-5
        ("2026-11-09 00:00:00", "9; 11"),
        ("2009-05-01 00:00:00", "1; 5; 9"),  # 1-5-9
        ("2026-12-09 00:00:00", ""),
        ("1.1", "1; 10"),  # 1,10
        ("2.1", "2; 10"),
        ("2.11", "2; 11"),
    ],
)
def test_what_excel_made_of_ingredients_is_undone(build_register, typed, meant):
    rows = [["ID", "Naam", "Ingrediënten"], ["K1", "Zorglab", typed]]
    assert told(build_register({"Activiteiten": rows})) == [("waarschuwing", "Activiteiten!C2", meant)]


# ── Not filled in ────────────────────────────────────────────────────────────────────────────────────────────────

MARKS = [
    "-",
    "–",
    "--",
    "…",
    "...",
    "/",
    "n.v.t.",
    "nvt",
    "N.V.T.",
    "n/a",
    "n.n.b.",
    "n.t.b.",
    "Geen",
    " geen ",
]
OPEN = [
    "Verschijningsvorm",
    "Gemeente",
    "Arbeidsmarktregio",
    "Breedtegraad",
    "College",
    "Team",
    "Status",
    "Start",
    "Einde",
    "Ingrediënten",
    "Thema's",
    "Niveaus",
    "Bijgewerkt",
]


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_for_nothing_counts_as_an_empty_cell(build_register, mark):
    register = build_register({"Activiteiten": [["ID", "Naam", *OPEN], ["K1", "Zorglab", *[mark] * len(OPEN)]]})
    assert register.findings == ()
    row = register.activiteiten.iloc[0]
    assert (
        row[["vorm", "gemeente", "regio", "breedtegraad", "college", "team", "status", "start", "einde"]].isna().all()
    )
    assert (row["plaats"], len(register.ingredienten), len(register.themas)) == ("zonder", 0, 0)


@pytest.mark.parametrize(("mark", "expected"), [("n.v.t.", None), ("geen", None), ("-", False)])
def test_in_a_column_of_ja_and_nee_only_a_dash_says_nee(build_register, mark, expected):
    register = build_register({"Activiteiten": [["ID", "Naam", "Netwerkthema"], ["K1", "Zorglab", mark]]})
    assert register.findings == ()
    assert register.activiteiten["netwerkthema"].tolist() == [expected]


@pytest.mark.parametrize("mark", ["-", "n.v.t.", "…"])
def test_a_mark_is_no_x(build_register, mark):
    register = build_register({"Activiteiten": [["ID", "Naam", "1", "2"], ["K1", "Zorglab", "x", mark]]})
    assert register.findings == ()
    assert register.ingredienten["nr"].tolist() == [1]


@pytest.mark.parametrize("mark", ["?", "onbekend", "Onbekend"])
def test_a_doubt_is_named_where_a_list_is_asked_for_and_is_no_college(build_register, mark):
    rows = [["ID", "Naam", "Gemeente", "College"], ["K1", "Zorglab", mark, mark]]
    register = build_register({"Activiteiten": rows})
    assert told(register) == [("waarschuwing", "Activiteiten!C2", "")]
    assert register.colleges == ()


@pytest.mark.parametrize("name", ["日本", "Здоровье", "★"])
def test_a_college_in_another_script_is_a_college(build_register, name):
    register = build_register({"Activiteiten": [["ID", "Naam", "College"], ["K1", "Zorglab", name]]})
    assert register.colleges == (name,)


def test_free_text_a_name_and_an_id_stay_what_they_are(build_register):
    rows = [["ID", "Naam", "Locatie"], ["-", "?", "n.v.t."], ["K2", "Geen", "-"]]
    register = build_register({"Activiteiten": rows})
    assert register.activiteiten[["id", "naam", "locatie"]].to_numpy().tolist() == rows[1:]


@pytest.mark.parametrize("typed", ["zorg; n.v.t.", "geen idee", "日本", "✓?"])
def test_more_than_a_mark_is_named(build_register, typed):
    rows = [["ID", "Naam", "Thema's"], ["K1", "Zorglab", typed]]
    assert [cell for _, cell, _ in told(build_register({"Activiteiten": rows}))] == ["Activiteiten!C2"]


def test_an_end_that_is_only_a_mark_is_no_activity(build_register):
    sheets = {
        "Activiteiten": [["ID", "Naam"], ["K1", "a"]],
        "Verbindingslijnen": [["ID", "Van", "Naar"], ["L1", "K1", "?"]],
    }
    assert told(build_register(sheets)) == [("waarschuwing", "Verbindingslijnen!C2", "")]


# ── Another program ──────────────────────────────────────────────────────────────────────────────────────────────


def test_libreoffice_saves_the_template_as_the_same_register(resave):
    before = load_content("sjabloon.xlsx", template(), today=TODAY)
    after = load_content("sjabloon.xlsx", resave(template()), today=TODAY)
    assert [rows.examples for rows in after.rows] == [1, 1, 1, 1]
    assert_same(after, before)


def test_libreoffice_saves_the_marked_workbook_as_the_same_register(clean, resave):
    before = load_content("register.xlsx", clean, today=TODAY)
    after = load_content("register.xlsx", resave(mark("register.xlsx", clean, today=TODAY)), today=TODAY)
    assert_same(after, before)


def test_libreoffice_finds_the_planted_mistakes_where_they_were(found, marked, resave):
    saved = resave(marked)
    again = load_content("register.xlsx", saved, today=TODAY)
    # It works out the formula that had no outcome, as the message about it asks.
    assert again.findings == tuple(finding for finding in found.findings if finding.cell != "Activiteiten!M35")
    assert rows_counted(again) == rows_counted(found)
    sheets = [openpyxl.load_workbook(io.BytesIO(content))["Te verbeteren"] for content in (marked, saved)]
    before, after = ([[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in sheets)
    assert after == before
    again = openpyxl.load_workbook(io.BytesIO(mark("register.xlsx", saved, today=TODAY)))
    assert again.sheetnames == [*HEADINGS, "Begroting", "Te verbeteren"]
    assert again["Te verbeteren"].max_row == 40


# ── A workbook as people make it ─────────────────────────────────────────────────────────────────────────────────

# fmt: off
UNTIDY = [
    ["Code", "Activiteit", "Toelichting", "Plaats", "Arbeids-\nmarktregio", "Locatie", "College", "Status", "Start-\ndatum", "Eind-\ndatum", "Ingrediënten (nrs.)", "Netwerk-\nthema (ja/nee)", "Thema’s", "Niveau", "Betrokkenen", "Rol", "Kostenplaats", "Laatst bijgewerkt"],
    ["z1", "Zorglab", "Zorg in de wijk", "Leiden", "", "n.v.t.", "Zorg en Welzijn", "Actief", date(2025, 9, 1), "n.v.t.", "1; 6; 9", "ja", "zorg; welzijn", "tactisch", "studenten, docenten", "initiatiefnemer", "K1", "-"],
    ["z2", "Energiehub", "-", "Den Haag", "-", "-", "techniek", "loopt", "1 sept. 2025", "31 december 2026", "2 , 8", "x", "duurzaamheid", "-", "…", "deelnemer", "", "…"],
    ["t 1", "Fietslab", "", "Leidschendam- Voorburg", "n.v.t.", "", "Techniek ", "in voorbereiding", "01.10.2026", "-", 10, "Nee", "Mobiliteit", "n.v.t.", "", "", "K2", ""],
    [],
    ["t2", "Buurthub", "…", "nnb", "Midden Holland", "…", "-", "ACTIEF", "maandag 3 maart 2025", "…", "-", "-", "wonen en zorg", "…", "nvt", "nvt", "", "nnb"],
    ["t3", "Stadsgesprek", "nvt", "Alphen a/d Rijn", "", "", "n.v.t.", "…", "nnb", "geen", "geen", "n.v.t.", "geen", "geen", "–", "-", "", ""],
    ["e1", "Waterweek", "", "WOERDEN", "", "", "Economie", "afgerond", "2024-02-01", "30/6/26", "1\n2\n3", "ja", "klimaat\nwonen", "strategisch/tactisch/operationeel", "", "", "", ""],
    ["e2", "Hackathon Gouda", "", "gem. Gouda", "", "", "ECONOMIE", "Actief", "2-10-2026", "3-okt-26", "Leren", "Ja", "onderwijs", "", "", "", "", ""],
    ["e3", "Koepeltafel", "", "'s-Gravenhage", "n.n.b.", "", "n.n.b.", "Actief", "1-1-'25", "30-9-2026", "7;7", "", "", "", "", "", "K3", ""],
    ["e4", "Regiotafel", "", "…", "Regio Holland Rijnland", "", "", "", "", "", "1. Uitdagingen; 11", "waar", "n.v.t.", "operationeel", "", "", "", ""],
]
# fmt: on
UNTIDY_PARTNERS = [
    ["ID", "Organisatie", "Soort", "Plaats", "Schaal", "Strategische\nrelatie"],
    ["P1", "Stad", "Overheid", "Leiden", "-", "-"],
    ["P2", "Koepel", "nnb", "n.v.t.", "Landelijk", "JA"],
]
UNTIDY_DEELNAMES = [["Activiteit (ID)", "Partner (ID)", "Rol"], ["Z1", "p1", "…"], ["z 2", "P2", "n.v.t."]]


def untidy_workbook(rows=UNTIDY):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "dd-mm-yy", "bg_color": "#FFFF99"})
        grey, loud = book.add_format({"bg_color": "#D9D9D9"}), book.add_format({"bold": True, "bg_color": "#92D050"})
        overview = book.add_worksheet("Draaitabel")  # first, as people put what they look at most
        overview.write_row("A3", ["Rijlabels", "Aantal van Activiteit"], loud)
        overview.write_row("A4", ["Techniek", 2])
        overview.write_row("A5", ["Eindtotaal", 2], loud)
        sheet = book.add_worksheet(" activiteiten")
        sheet.merge_range("A1:H1", "Overzicht activiteiten LRN – stand september", loud)
        sheet.write_row("A2", ["Bijgewerkt door:", "", "Noor Vos"])
        for area, text in (("A4:C4", "Algemeen"), ("D4:F4", "Waar"), ("I4:J4", "Wanneer"), ("K4:P4", "Inhoud")):
            sheet.merge_range(area, text, grey)
        for r, row in enumerate(rows, 4):
            for c, value in enumerate(row):
                write(sheet, r, c, value, loud if r == 4 else grey, day)
        for r in range(20, 200):
            sheet.write_blank(r, 0, None, grey)  # coloured, and empty
        sheet.autofilter(4, 0, 4 + len(rows), 17)
        sheet.filter_column("G", "x == Techniek")
        sheet.set_row(5, None, None, {"hidden": True})
        sheet.set_column("F:F", 10, None, {"hidden": True})
        sheet.write_comment("B7", "Vraag Noor nog even")
        sheet.insert_textbox("T2", "Groen is nieuw")
        old = book.add_worksheet("Oud (2023)")
        old.write_row("A1", ["ID", "Naam"])
        old.hide()
        for name, others in (("PARTNERS", UNTIDY_PARTNERS), ("deelnames ", UNTIDY_DEELNAMES)):
            other = book.add_worksheet(name)
            for r, row in enumerate(others):
                other.write_row(r, 0, row)
        book.add_worksheet("Blad4")
    return out.getvalue()


@pytest.fixture(scope="module")
def untidy():
    return load_content("ons register.xlsx", untidy_workbook(), today=TODAY)


def test_of_an_untidy_workbook_only_what_is_not_the_register_is_named(untidy):
    assert told(untidy) == [
        ("opmerking", "Activiteiten!Q5", ""),
        ("opmerking", "Draaitabel!A1", ""),
        ("opmerking", "Oud (2023)!A1", ""),
    ]
    assert rows_counted(untidy) == [
        ("Activiteiten", 9, 0),
        ("Partners", 2, 0),
        ("Deelnames", 2, 0),
        ("Verbindingslijnen", 0, 0),
    ]


def test_an_untidy_workbook_gives_the_right_figures(untidy):
    # On the last day of September Fietslab and the hackathon have yet to start, and Waterweek is over.
    counted = figures(untidy, Selection(peildatum=date(2026, 9, 30)))
    assert counted["activiteiten"] == {"totaal": 9, "actief": 6, "uitgesloten": 0}
    assert {row["code"]: row["aantal"] for row in counted["per_plaats"] if row["aantal"]} == {
        "AM19": 3,  # Zorglab, Stadsgesprek, Regiotafel
        "AM20": 1,  # Buurthub
        "AM21": 2,  # Energiehub, Koepeltafel
    }
    assert [row["aantal"] for row in counted["per_ingredient"]] == [2, 1, 0, 0, 0, 1, 1, 1, 1, 0, 1]
    assert {row["thema"]: row["aantal"] for row in counted["per_thema"] if row["aantal"]} == {
        "klimaat": 1,
        "wonen": 1,
        "zorg": 2,
        "welzijn": 1,
    }
    assert counted["netwerkthema"]["aantal"] == 3
    assert untidy.colleges == ("Economie", "techniek", "Zorg en Welzijn")


def test_the_dates_of_an_untidy_workbook_are_read_in_each_spelling(untidy):
    days = untidy.activiteiten.set_index("id")[["start", "einde"]]
    assert {
        row.Index: tuple(str(day.date()) if day == day else "" for day in row[1:]) for row in days.itertuples()
    } == {
        "Z1": ("2025-09-01", ""),
        "Z2": ("2025-09-01", "2026-12-31"),
        "T1": ("2026-10-01", ""),
        "T2": ("2025-03-03", ""),
        "T3": ("", ""),
        "E1": ("2024-02-01", "2026-06-30"),
        "E2": ("2026-10-02", "2026-10-03"),
        "E3": ("2025-01-01", "2026-09-30"),
        "E4": ("", ""),
    }


def test_controle_tells_of_an_untidy_workbook_in_a_line_each(tmp_path):
    rows = [*UNTIDY, ["e5", "Zorgtafel", "", "Zevenhuizen", "", "", "", "lopnde"], ["z1", "Zorglab"]]
    path = tmp_path / "ons register.xlsx"
    path.write_bytes(untidy_workbook(rows))
    result = CliRunner().invoke(app, ["controle", str(path)])
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "opmerking    Activiteiten!Q5 [Kostenplaats]: Deze kolom kennen we niet en gebruiken we niet voor de cijfers. U kunt de kolom laten staan.",
        "waarschuwing Activiteiten!D16 [Zevenhuizen]: “Zevenhuizen” kan in Zuidplas of Westerkwartier liggen: noem de gemeente.",
        "waarschuwing Activiteiten!H16 [lopnde]: “lopnde” herkennen we niet als status. Bedoelt u Actief?",
        "fout         Activiteiten!A17 [z1]: ID staat al op rij 6. Deze rij telt pas mee met een ander ID.",
        "opmerking    Draaitabel!A1 [Draaitabel]: Dit werkblad kennen we niet en lezen we niet. U kunt het laten staan.",
        "opmerking    Oud (2023)!A1 [Oud (2023)]: Dit werkblad kennen we niet en lezen we niet. U kunt het laten staan.",
        "Activiteiten: 10 rijen tellen mee, 1 niet.",
        "Partners: 2 rijen tellen mee, 0 niet.",
        "Deelnames: 2 rijen tellen mee, 0 niet.",
        "Verbindingslijnen: 0 rijen tellen mee, 0 niet.",
    ]
