import io
import warnings
from datetime import date

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from lrn.register.load import load, load_content
from lrn.register.writing.sample import write_sample
from lrn.register.writing.template import template

TODAY = date(2026, 11, 1)
DATA = ("Activiteiten", "Partners", "Deelnames", "Verbindingslijnen")
# How many values each list has, counted in the tables of the domain.
LISTS = {
    ("Activiteiten", "Verschijningsvorm"): 13,
    ("Activiteiten", "Gemeente"): 29,
    ("Activiteiten", "Arbeidsmarktregio"): 37,
    ("Activiteiten", "Status"): 5,
    ("Activiteiten", "Ingrediënten"): 11,
    ("Activiteiten", "Netwerkthema"): 2,
    ("Activiteiten", "Thema's"): 8,
    ("Activiteiten", "Niveaus"): 3,
    ("Activiteiten", "Betrokkenen"): 5,
    ("Activiteiten", "Samenwerkingsvorm"): 4,
    ("Activiteiten", "Rol mboRijnland"): 2,
    ("Activiteiten", "Deelname"): 3,
    ("Activiteiten", "Meerwaarde mboRijnland"): 13,
    ("Activiteiten", "Meerwaarde partners"): 11,
    ("Partners", "Soort"): 13,
    ("Partners", "Gemeente"): 29,
    ("Partners", "Schaal"): 4,
    ("Partners", "Strategische relatie"): 2,
    ("Deelnames", "Rol"): 2,
    ("Verbindingslijnen", "Vorm"): 6,
}
SEVERAL = (
    "Ingrediënten",
    "Thema's",
    "Niveaus",
    "Betrokkenen",
    "Deelname",
    "Meerwaarde mboRijnland",
    "Meerwaarde partners",
)
DATES = {"Activiteiten": ["Start", "Einde", "Bijgewerkt"], "Verbindingslijnen": ["Sinds"]}
REFERENCES = {
    ("Deelnames", "Activiteit"): "lijst_ID_activiteit",
    ("Deelnames", "Partner"): "lijst_ID_partner",
    ("Verbindingslijnen", "Van"): "lijst_ID_activiteit",
    ("Verbindingslijnen", "Naar"): "lijst_ID_activiteit",
}


@pytest.fixture(scope="module")
def content():
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # XlsxWriter leaves out what it warns of: a message that is too long, say
        return template()


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


@pytest.fixture(scope="module")
def book(content):
    """Shared: no test may change it."""
    return opened(content)


def columns(sheet):
    """The letter of each column by its heading."""
    return {cell.value: cell.column_letter for cell in sheet[1]}


def checks(sheet):
    """What is checked in the cells of a column, by its heading."""
    by_letter = {letter: heading for heading, letter in columns(sheet).items()}
    found = {}
    for check in sheet.data_validations.dataValidation:
        (area,) = check.sqref.ranges
        assert area.min_col == area.max_col
        found[by_letter[get_column_letter(area.min_col)]] = (check, area.min_row, area.max_row)
    return found


def choices(book, sheet, heading):
    """The values that the cells of a column offer."""
    check, *_ = checks(book[sheet])[heading]
    area = book.defined_names[check.formula1].value.replace("$", "")
    name, _, cells = area.partition("!")
    return [cell.value for (cell,) in book[name][cells]]


def filled(content, path, rows):
    """The template with *rows* (dicts by heading, by sheet) from row 3 on."""
    book = opened(content)
    for name, lines in rows.items():
        letters = columns(book[name])
        for number, line in enumerate(lines, start=3):
            for heading, value in line.items():
                book[name][f"{letters[heading]}{number}"] = value
    book.save(path)
    return path


VALID = {
    "Activiteiten": [
        {"ID": "A-001", "Naam": "Zorglab", "Gemeente": "Leiden", "Ingrediënten": "1; 6", "Start": date(2026, 9, 15)},
        {"ID": "A-002", "Naam": "Energiehub", "Thema's": "Klimaat; wonen", "Ingrediënten": 9, "Breedtegraad": 52.1},
    ],
    "Partners": [{"ID": "P-001", "Naam": "Woonzorg", "Gemeente": "Utrecht"}],
    "Deelnames": [{"Activiteit": "A-001", "Partner": "P-001"}],
    "Verbindingslijnen": [{"ID": "L-001", "Van": "A-001", "Naar": "Gouda", "Sinds": date(2026, 10, 1)}],
}


# ── What comes out of it ─────────────────────────────────────────────────────────────────────────────────────


def rows_counted(register):
    assert [rows.left_out for rows in register.rows] == [0, 0, 0, 0]
    return [rows.counted for rows in register.rows]


def test_an_empty_template_is_a_register_without_activities_or_findings(tmp_path):
    (tmp_path / "sjabloon.xlsx").write_bytes(template())
    register = load(tmp_path / "sjabloon.xlsx", today=TODAY)
    assert register.findings == ()
    assert rows_counted(register) == [0, 0, 0, 0]
    assert not register.source.is_sample


def test_what_is_filled_in_below_the_example_counts(content, tmp_path):
    register = load(filled(content, tmp_path / "r.xlsx", VALID), today=TODAY)
    assert register.findings == ()
    assert rows_counted(register) == [2, 1, 1, 1]
    assert register.activiteiten["id"].tolist() == ["A-001", "A-002"]


def test_the_example_is_right_by_the_contract_once_it_has_an_id_of_its_own(content, tmp_path):
    book = opened(content)
    for name in DATA:
        for cell in book[name][2]:
            cell.value = "X1" if cell.value == "VOORBEELD" else cell.value
    book.save(tmp_path / "r.xlsx")
    register = load(tmp_path / "r.xlsx", today=TODAY)
    assert register.findings == ()
    assert rows_counted(register) == [1, 1, 1, 1]


def test_every_value_that_can_be_chosen_is_understood(content, book, tmp_path):
    # A municipality and a region that contradict each other get an opmerking, so a row has one of the two.
    lists = {heading: choices(book, sheet, heading) for sheet, heading in LISTS if sheet == "Activiteiten"}
    activities = []
    for number in range(37 + 29):
        line = {heading: values[number % len(values)] for heading, values in lists.items()}
        place = {"Arbeidsmarktregio": None} if number >= 37 else {"Gemeente": None}
        activities.append({"ID": f"A{number}", "Naam": f"x{number}"} | line | place)
        if number >= 37:
            activities[-1]["Gemeente"] = lists["Gemeente"][number - 37]
    partners = [
        {"ID": f"P{number}", "Naam": f"x{number}"}
        | {h: choices(book, "Partners", h)[number % n] for (s, h), n in LISTS.items() if s == "Partners"}
        for number in range(29)
    ]
    lines = [
        {"ID": f"L{number}", "Van": "A1", "Naar": "A2", "Vorm": choice}
        for number, choice in enumerate(choices(book, "Verbindingslijnen", "Vorm"))
    ]
    parts = [{"Activiteit": "A1", "Partner": "P1", "Rol": choice} for choice in choices(book, "Deelnames", "Rol")]
    rows = {"Activiteiten": activities, "Partners": partners, "Deelnames": parts, "Verbindingslijnen": lines}
    register = load(filled(content, tmp_path / "r.xlsx", rows), today=TODAY)
    assert register.findings == ()
    assert rows_counted(register) == [66, 29, 2, 6]


def test_the_same_bytes_every_time(content, tmp_path):
    (tmp_path / "sjabloon.xlsx").write_bytes(template())
    assert (tmp_path / "sjabloon.xlsx").read_bytes() == content == template()


# ── What it looks like ───────────────────────────────────────────────────────────────────────────────────────


def test_it_opens_with_the_explanation(book):
    assert book.sheetnames == ["Uitleg", *DATA, "Lijsten"]
    assert book.active.title == "Uitleg"


def test_the_explanation_says_what_a_new_user_must_know(book):
    said = " ".join(str(cell.value).replace("\n", " ") for row in book["Uitleg"] for cell in row if cell.value)
    for words in (
        *DATA,
        "puntkomma",
        "1 t/m 11",
        "Dag-maand-jaar",
        "VOORBEELD",
        "aan niemand",
        "ID en Naam",
        "geen checklist",
    ):
        assert words in said
    links = [cell.hyperlink.location for (cell,) in book["Uitleg"]["A1:A30"] if cell.hyperlink]
    assert links == [f"{name}!A1" for name in DATA]


@pytest.mark.parametrize(
    ("name", "amount", "first", "last", "frozen"),
    [
        ("Activiteiten", 28, "ID", "Bijgewerkt", "C2"),
        ("Partners", 6, "ID", "Strategische relatie", "C2"),
        ("Deelnames", 4, "Activiteit", "Meerwaarde", "A2"),
        ("Verbindingslijnen", 7, "ID", "Omschrijving", "B2"),
    ],
)
def test_headings_are_bold_stay_in_view_and_have_a_filter(book, name, amount, first, last, frozen):
    sheet = book[name]
    headings = [cell.value for cell in sheet[1]]
    assert (len(headings), headings[0], headings[-1]) == (amount, first, last)
    assert all(cell.font.bold for cell in sheet[1])
    assert sheet.freeze_panes == frozen
    assert sheet.auto_filter.ref.startswith(f"A1:{get_column_letter(amount)}")


def test_the_columns_that_a_row_needs_look_different(book):
    dark = {(name, cell.value) for name in DATA for cell in book[name][1] if cell.fill.start_color.rgb == "FF2A74AA"}
    assert dark == {
        ("Activiteiten", "ID"),
        ("Activiteiten", "Naam"),
        ("Partners", "ID"),
        ("Partners", "Naam"),
        ("Deelnames", "Activiteit"),
        ("Deelnames", "Partner"),
        ("Verbindingslijnen", "ID"),
        ("Verbindingslijnen", "Van"),
        ("Verbindingslijnen", "Naar"),
    }
    needed = {(name, cell.value) for name in DATA for cell in book[name][1] if cell.comment.text.startswith("Nodig. ")}
    assert needed == dark


@pytest.mark.parametrize("name", DATA)
def test_every_heading_has_a_note_with_an_example_that_fits_in_its_box(book, name):
    for cell in book[name][1]:
        assert cell.comment.author == "LRN-dashboard"
        assert "ijvoorbeeld" in cell.comment.text
        letters = 290 / 6.5 * (cell.comment.height // 16)  # of Tahoma 9, at its widest
        assert len(cell.comment.text) < letters


def test_the_example_is_grey_and_slanted_and_named(book):
    for name in DATA:
        shown = [cell for cell in book[name][2] if cell.value is not None]
        assert shown[0].value == "VOORBEELD"
        assert all(cell.font.italic and cell.font.color.rgb == "FF6B757D" for cell in shown)
        assert not book[name]["A3"].font.italic


# ── What Excel offers and checks ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("place", "amount"), LISTS.items(), ids=str)
def test_every_limited_column_has_its_list(book, place, amount):
    sheet, heading = place
    check, first, last = checks(book[sheet])[heading]
    assert check.type == "list"
    assert (first, last >= 2000) == (2, True)
    offered = choices(book, sheet, heading)
    assert len(offered) == len(set(offered)) == amount
    assert all(offered)


@pytest.mark.parametrize(("place", "name"), REFERENCES.items(), ids=str)
def test_ids_are_offered_where_a_row_refers_to_another(book, place, name):
    check, first, last = checks(book[place[0]])[place[1]]
    assert (check.type, check.formula1, first, last >= 2000) == ("list", name, 2, True)


def test_where_several_values_fit_or_a_place_excel_does_not_ask(book):
    silent = {h for name in DATA for h, (check, *_) in checks(book[name]).items() if not check.showErrorMessage}
    assert silent == {*SEVERAL, "Van", "Naar"}


def test_nothing_is_refused_and_what_is_asked_is_dutch(book):
    for name in DATA:
        for check, *_ in checks(book[name]).values():
            assert check.allow_blank
            if check.showErrorMessage:
                assert check.errorStyle == "warning"
                assert check.error.endswith(".")


@pytest.mark.parametrize(("name", "headings"), DATES.items())
def test_dates_are_shown_and_checked_as_dates(book, name, headings):
    for heading in headings:
        sheet, letter = book[name], columns(book[name])[heading]
        assert sheet[f"{letter}2"].number_format == "dd-mm-yyyy"
        check, first, last = checks(sheet)[heading]
        assert (check.type, first, last >= 2000) == ("date", 2, True)
        assert "dag-maand-jaar" in check.error


def test_a_new_row_keeps_a_date_a_code_and_degrees_as_they_are_typed(content):
    styles = {}
    for name in ("Activiteiten", "Verbindingslijnen"):
        sheet = opened(content)[name]
        for heading, letter in columns(sheet).items():
            styles[heading] = sheet.column_dimensions[letter].number_format
    assert [styles[heading] for heading in ("ID", "Ingrediënten", "Van", "Naar")] == ["@"] * 4
    assert [styles[heading] for heading in ("Start", "Einde", "Bijgewerkt", "Sinds")] == ["dd-mm-yyyy"] * 4
    assert [styles[heading] for heading in ("Breedtegraad", "Lengtegraad")] == ["0.0000"] * 2
    assert styles["Naam"] == "General"


def test_degrees_are_those_of_the_netherlands(book):
    found = {heading: checks(book["Activiteiten"])[heading][0] for heading in ("Breedtegraad", "Lengtegraad")}
    assert {h: (k.type, k.formula1, k.formula2) for h, k in found.items()} == {
        "Breedtegraad": ("decimal", "50.5", "53.8"),
        "Lengtegraad": ("decimal", "3.2", "7.4"),
    }


def test_the_sample_explains_itself_with_the_same_lists(book, tmp_path):
    write_sample(tmp_path / "voorbeeld.xlsx")
    sample = openpyxl.load_workbook(tmp_path / "voorbeeld.xlsx")
    assert list(sample["Lijsten"].values) == list(book["Lijsten"].values)
    ours = list(book["Uitleg"].values)
    assert set(list(sample["Uitleg"].values)[1:]) < set(ours)


# ── Another program ──────────────────────────────────────────────────────────────────────────────────────────


def test_libreoffice_saves_it_as_the_same_register(content, resave, tmp_path):
    empty = load_content("leeg.xlsx", resave(content), today=TODAY)
    assert empty.findings == ()
    assert rows_counted(empty) == [0, 0, 0, 0]
    path = filled(content, tmp_path / "gevuld.xlsx", VALID)
    register = load_content("gevuld.xlsx", resave(path.read_bytes()), today=TODAY)
    assert register.findings == ()
    assert rows_counted(register) == [2, 1, 1, 1]


def test_libreoffice_keeps_the_lists_and_the_notes(content, book, resave):
    saved = opened(resave(content))
    for name in DATA:
        assert checks(saved[name]).keys() == checks(book[name]).keys()
        assert [cell.comment.text for cell in saved[name][1]] == [cell.comment.text for cell in book[name][1]]
    for sheet, heading in LISTS:
        assert choices(saved, sheet, heading) == choices(book, sheet, heading)


@pytest.mark.parametrize(
    ("ids", "drop_example", "offered"),
    [
        ({}, False, ["VOORBEELD"]),
        ({3: "A-001", 4: "A-002"}, False, ["VOORBEELD", "A-001", "A-002"]),
        ({3: "A-001", 6: "A-009"}, False, ["VOORBEELD", "A-001", None, None, "A-009"]),
        ({3: 1, 4: 2}, False, ["VOORBEELD", 1, 2]),
        ({3: "A-001", 4: "A-002"}, True, ["A-001", "A-002"]),
    ],
    ids=["new", "filled", "with a gap", "numbers", "example deleted"],
)
def test_the_ids_offered_are_those_filled_in(content, resave, tmp_path, ids, drop_example, offered):
    book = opened(content)
    for row, identity in ids.items():
        book["Activiteiten"][f"A{row}"] = identity
    if drop_example:
        book["Activiteiten"].delete_rows(2)
    trial = book.create_sheet("Proef")
    trial["A1"] = "=ROWS(lijst_ID_activiteit)"
    for number in range(len(offered)):
        trial[f"A{number + 2}"] = f"=INDEX(lijst_ID_activiteit,{number + 1})"
    book.save(tmp_path / "ids.xlsx")
    saved = io.BytesIO(resave((tmp_path / "ids.xlsx").read_bytes()))
    found = openpyxl.load_workbook(saved, data_only=True)["Proef"]
    assert found["A1"].value == len(offered)
    assert [found[f"A{number + 2}"].value or None for number in range(len(offered))] == offered
