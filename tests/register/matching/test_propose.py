"""What is proposed for workbooks that others keep: sheets, the row of the headings, columns; what is asked, and why."""

import json
from itertools import permutations, product

import numpy as np
import pytest

from lrn.register import columns as c
from lrn.register.matching import assign
from lrn.register.matching.column_sample import Fit, evidence
from lrn.register.matching.edits import applied
from lrn.register.matching.fits import are_ticks, fit
from lrn.register.matching.model import (
    ASIDE,
    MONTH,
    PARTNER_NAMES,
    Certainty,
    Matching,
    Records,
    SheetMatch,
    from_plain,
    to_plain,
)
from lrn.register.matching.plan import edits
from lrn.register.matching.propose import propose
from lrn.register.matching.synonyms import ALIKE, STRONG, WEAK, meanings, sheet_meant
from lrn.register.reading.book import Book, SheetTexts
from lrn.register.reading.xlsx import Span
from tests.register.matching.books import read, sheet

NOTHING = Matching()
SURE, ASKED, UNKNOWN, CONTRACT, DECIDED = (
    Certainty.SURE,
    Certainty.ASKED,
    Certainty.UNKNOWN,
    Certainty.CONTRACT,
    Certainty.DECIDED,
)
NAMES = ("Bouwlab", "Zorg op maat", "Samen schoon", "Taalmaatjes", "Robotica lab", "Sportdorp")
TOWNS = ("Leiden", "Gouda", "Zoetermeer", "Woerden", "Katwijk", "Lisse")
STATES = ("loopt", "klaar", "idee", "actief", "gestopt", "loopt")


def proposed(decided=NOTHING, **tabs):
    return propose(Book(tabs), decided)


def columns(found):
    """Of each column what it is taken for, and how sure that is."""
    return {column.heading: (column.target, column.certainty) for column in found.columns}


def only(found):
    (sheet,) = found.sheets
    return sheet


def listed(heading, *columns, rows=NAMES):
    """A sheet of activities: *heading* above their names, and of each further column its heading and its cells."""
    texts = [[heading, *rows], *([head, *cells] for head, cells in columns)]
    return SheetTexts([[*column, *[""] * (1 + len(rows) - len(column))] for column in texts])


def a_list(**more):
    """A list with names and towns, and more columns by heading."""
    return listed("Naam", ("Plaats", TOWNS), *((head, cells) for head, cells in more.items()))


# ── A colleague's workbook ───────────────────────────────────────────────────────────────────────────────────

OWN = {
    "Nr.": ("A01", "2", "3", "4", "A05", "6"),
    "Titel activiteit": NAMES,
    "Plaats": ("Leiden", "Gem. Gouda", "Alphen a/d Rijn", "n.t.b.", "", "Hele regio"),
    "Soort activiteit": ("CIV", "C.I.V.", "living lab", "lunch", "Hackathon", "PPS"),
    "College / team": ("Techniek & ICT", "techniek", "Zorg/welzijn", "", "ECO", "Entree"),
    "Startdatum": ("1-9-2024", "sept 2024", "2025", "2025-03-01 00:00:00", "", "Q1 2026"),
    "Stand van zaken": STATES,
    "Thema": ("zorg", "Zorg, welzijn", "klimaat", "", "wonen", "alle"),
    "Netwerk thema?": ("ja", "nee", "x", "deels", "", "ja"),
    "Ingredienten": ("1,2,6", "1;5;9", "alle", "", "9 en 10", "Leren"),
    "Korte omschrijving": ("Samen in de wijk.", "", "Samen in de wijk.", "", "", ""),
    "Partner(s)": (
        "Gemeente Leiden",
        "gemeente leiden, ROC",
        "De Vaart",
        "",
        "n.v.t.",
        "Ziekenhuis De Vaart; Zorggroep Riet",
    ),
    "Wie trekt het": ("practor", "docent", "", "directeur", "", ""),
    "Mailadres": ("zorg@voorbeeld.example", "", "-", "bouw@voorbeeld.example", "", ""),
    "Laatst bijgewerkt": ("2026-09-01 00:00:00", "okt 2025", "", "", "", "vorige week"),
    "Opmerkingen": ("nog checken!", "", "", "", "", ""),
    "Budget 2026": ("5000", "€ 12.500", "p.m.", "", "7000", "100"),
}
ANSWERS = {
    "Nr.": ("ID", SURE),
    "Titel activiteit": ("Naam", SURE),
    "Plaats": ("Gemeente", CONTRACT),
    "Soort activiteit": ("Verschijningsvorm", SURE),
    "College / team": ("College", ASKED),  # two of the contract's in one heading
    "Startdatum": ("Start", CONTRACT),
    "Stand van zaken": ("Status", SURE),
    "Thema": ("Thema's", CONTRACT),
    "Netwerk thema?": ("Netwerkthema", CONTRACT),
    "Ingredienten": ("Ingrediënten", CONTRACT),
    "Korte omschrijving": ("Omschrijving", SURE),
    "Partner(s)": (PARTNER_NAMES, SURE),
    "Wie trekt het": ("Contactpersoon", SURE),
    "Mailadres": ("E-mail", SURE),
    "Laatst bijgewerkt": ("Bijgewerkt", CONTRACT),
    "Opmerkingen": (ASIDE, UNKNOWN),
    "Budget 2026": (ASIDE, UNKNOWN),
}
PARTNERS = sheet("Organisatie|soort|Plaats|Contact|06-nr", "De Vaart|ziekenhuis|Leiden|coördinator|06-12345678")
LINES = sheet("van|naar|soort|hoe vaak", "Leiden|Gouda|kennisdeling|maandelijks", "2|3|overleg|2x per jaar")


def own(headings=(), above=()):
    """The columns of OWN, with other *headings* for the first ones, under the rows *above*."""
    heads = [*headings, *list(OWN)[len(headings) :]]
    width = len(heads)
    rows = [[*row, *[""] * (width - len(row))] for row in above] + [heads, *zip(*OWN.values(), strict=True)]
    return SheetTexts([list(column) for column in zip(*rows, strict=True)])


def test_a_colleagues_workbook_is_understood_but_for_one_question():
    found = proposed(Activiteiten=own(), partners=PARTNERS, Verbindingen=LINES)
    activities, partners, lines = found.sheets
    assert columns(activities) == ANSWERS
    assert found.asked == 1
    assert activities.missing == ()
    assert not activities.ids_made
    assert (partners.sheet, partners.certainty, partners.ids_made) == ("Partners", CONTRACT, 1)
    assert columns(partners)["Organisatie"] == ("Naam", CONTRACT)
    assert columns(partners)["06-nr"] == (ASIDE, UNKNOWN)
    assert (lines.sheet, lines.certainty, lines.ids_made) == ("Verbindingslijnen", SURE, 2)
    assert columns(lines) == {
        "van": ("Van", CONTRACT),
        "naar": ("Naar", CONTRACT),
        "soort": ("Vorm", SURE),
        "hoe vaak": ("Frequentie", SURE),
    }
    assert dict(found.matching.of("Activiteiten").columns) == {
        heading: target for heading, (target, certainty) in ANSWERS.items() if certainty is SURE
    }
    assert found.matching.of("partners").make_ids
    assert found.matching.of("Verbindingen").make_ids


@pytest.mark.parametrize(
    ("tab", "texts"),
    [
        ("Activiteiten", own(("id", "naam"))),  # half.xlsx
        ("Activiteiten", own(above=[["Overzicht activiteiten – concept"], ["geel = uitzoeken"], []])),  # titel.xlsx
        ("Blad1", own()),  # blad1.xlsx
    ],
)
def test_applied_it_gives_a_register_in_which_every_row_counts(tab, texts):
    book = Book({tab: texts, "partners": PARTNERS, "Verbindingen": LINES})
    found = propose(book, NOTHING)
    checked = read(applied(book, edits(book, found.matching)))
    assert len(checked.tables["activiteiten"]["id"]) == 6
    assert checked.tables["activiteiten"]["status"][0] == "actief"


def test_of_every_column_it_says_why():
    reasons = {column.heading: column.why for column in proposed(Blad1=own()).sheets[0].columns}
    assert reasons["Nr."] == "kop lijkt op ID, alle 6 waarden zijn korte, unieke kenmerken"
    assert reasons["Soort activiteit"].startswith("kop lijkt op Verschijningsvorm, ")
    assert reasons["Mailadres"] == "kop lijkt op E-mail, beide waarden zijn e-mailadressen"
    assert reasons["College / team"] == "kop kan College zijn"
    assert reasons["Plaats"] == ""  # it is called so


def test_how_a_person_can_be_reached_is_no_example():
    found = proposed(
        Blad1=a_list(**{"Mailadres": ("a@b.example",), "Trekker": ("Jo",), "Mobiel": ("06-12345678",)}),
        Partners=PARTNERS,
    )
    shown = {column.heading: column.examples for sheet in found.sheets for column in sheet.columns}
    assert shown["Mailadres"] == shown["Trekker"] == shown["Mobiel"] == shown["06-nr"] == shown["Contact"] == ()
    assert shown["Naam"] == NAMES[:3]
    rival = proposed(Blad1=a_list(**{"Trekker": ("Jo",), "Owner": ("Bo",), "Docent": ("Mo",)})).sheets[0]
    assert {column.heading: column.examples for column in rival.columns[2:]} == {
        "Trekker": (),
        "Owner": (),
        "Docent": (),
    }
    remark = proposed(Blad1=a_list(Opmerking=("bel 06-12345678 of a@b.example",))).sheets[0].columns[-1]
    assert remark.examples == ("bel [telefoonnummer] of [e-mailadres]",)


# ── Sheets ───────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("tab", ["Blad1", "Sheet1", "Projecten 2026", "tblExport_q1", "Partnerlijst"])
def test_the_only_list_of_a_workbook_is_that_of_the_activities(tab):
    found = only(proposed(**{tab: a_list()}))
    assert (found.sheet, found.certainty) == ("Activiteiten", SURE)


@pytest.mark.parametrize(
    ("tab", "meant"),
    [
        ("Projecten", "Activiteiten"),
        ("Activities", "Activiteiten"),
        ("tbl_Activiteiten", "Activiteiten"),
        ("Activteiten", "Activiteiten"),
        ("Organisaties 2026", "Partners"),
        ("Verbindingen", "Verbindingslijnen"),
        ("Connections", "Verbindingslijnen"),
        ("Blad1", ""),
        ("Leiden", ""),
    ],
)
def test_a_sheet_says_by_its_name_what_it_is(tab, meant):
    assert sheet_meant(tab) == meant


def test_sheets_without_a_telling_name_are_known_by_their_columns():
    found = proposed(
        Blad1=a_list(Status=STATES),
        Blad2=sheet("Organisatie|Type|Plaats", "De Vaart|bedrijf|Leiden", "ROC|mbo|Gouda", "GGD|overheid|Gouda"),
        Blad3=sheet("Project|Organisatie|Rol", "Bouwlab|De Vaart|deelnemer", "Sportdorp|ROC|initiatiefnemer"),
        Blad4=sheet("From|To|Type", "Bouwlab|Sportdorp|kennisdeling", "Gouda|Leiden|overleg"),
    )
    assert [sheet.sheet for sheet in found.sheets] == ["Activiteiten", "Partners", "Deelnames", "Verbindingslijnen"]
    assert {sheet.certainty for sheet in found.sheets} == {SURE}


def test_of_two_lists_alike_it_asks_which_one_and_takes_neither():
    found = proposed(**{"2025": a_list(), "2026": a_list()})
    assert [(sheet.sheet, sheet.certainty) for sheet in found.sheets] == [("Activiteiten", ASKED), (ASIDE, UNKNOWN)]
    assert found.matching == NOTHING
    assert found.asked == 1


def test_a_sheet_that_the_contract_knows_stays_what_it_is():
    found = proposed(Projecten=a_list(), Activiteiten=sheet("ID|Naam", "A1|Bouwlab"))
    assert [(s.tab, s.sheet, s.certainty) for s in found.sheets] == [
        ("Projecten", ASIDE, UNKNOWN),
        ("Activiteiten", "Activiteiten", CONTRACT),
    ]


def test_sheets_with_words_about_the_list_are_no_lists():
    legend = sheet("Kleur|Betekenis", "groen|loopt", "rood|klaar")
    found = proposed(Projecten=a_list(), Legenda=legend, Lijsten=legend, Keuzelijsten=legend)
    assert [(s.tab, s.sheet) for s in found.sheets] == [
        ("Projecten", "Activiteiten"),
        ("Legenda", ASIDE),
        ("Keuzelijsten", ASIDE),
    ]
    assert found.sheets[0].certainty is SURE


def test_a_workbook_in_the_contracts_form_needs_nothing():
    found = proposed(
        Activiteiten=sheet("ID|Naam|Gemeente|Eigen", "A1|Bouwlab|Leiden|x"), Lijsten=sheet("Status", "actief")
    )
    assert found.matching == NOTHING
    assert found.asked == 0
    assert columns(only(found)) == {
        "ID": ("ID", CONTRACT),
        "Naam": ("Naam", CONTRACT),
        "Gemeente": ("Gemeente", CONTRACT),
        "Eigen": (ASIDE, UNKNOWN),
    }
    assert only(found).missing == ()
    assert "Status" in only(found).absent
    assert "Naam" not in only(found).absent


# ── The headings ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("above", "row"),
    [
        ([], 1),
        (["Overzicht LRN-activiteiten kernteam", "geel = nog uitzoeken", ""], 4),
        (["Wat||Waar||Hoe"], 2),  # headings of groups
        ([""] * 20, 21),  # further down than reading looks
    ],
)
def test_the_headings_are_found_under_what_stands_above_them(above, row):
    texts = sheet(
        *above, "Nr|Naam project|Stad|Locatie|Fase", *(f"{n}|{NAMES[n]}|{TOWNS[n]}|zaal|{STATES[n]}" for n in range(6))
    )
    found = only(proposed(Blad1=texts))
    assert found.heading_row == row
    assert found.rows == 6
    assert columns(found) == {
        "Nr": ("ID", SURE),
        "Naam project": ("Naam", SURE),
        "Stad": ("Gemeente", SURE),
        "Locatie": ("Locatie", CONTRACT),
        "Fase": ("Status", SURE),
    }


def test_headings_of_which_none_is_known_are_found_by_their_looks():
    texts = sheet(
        "Wat wij doen",
        "",
        "Merk|Ding|Waarheen|Toestand",
        *(f"A{n}|{NAMES[n]}|{TOWNS[n]}|{STATES[n]}" for n in range(6)),
    )
    found = only(proposed(Blad1=texts))
    assert found.heading_row == 3
    assert columns(found) == {
        "Merk": ("ID", SURE),
        "Ding": ("Naam", SURE),
        "Waarheen": ("Gemeente", SURE),
        "Toestand": ("Status", SURE),
    }
    assert found.columns[2].why == "alle 6 waarden zijn gemeenten of plaatsen"


def test_a_list_without_headings_is_asked_about():
    found = proposed(Blad1=sheet(*(f"A{n}|{NAMES[n]}|{TOWNS[n]}|{STATES[n]}" for n in range(6))))
    assert only(found).heading_row == 0
    assert only(found).columns == ()
    assert (only(found).sheet, only(found).certainty, only(found).rows) == ("Activiteiten", ASKED, 6)
    assert only(found).why == "geen rij met koppen gevonden: zet boven elke kolom een kop"
    assert found.matching == NOTHING


def test_headings_merged_over_two_rows_are_those_of_the_lower_row():
    texts = sheet("Nr|Titel|Periode|", "||Van|Tot", "1|Bouwlab|1-9-2025|1-9-2026", "2|Sportdorp|1-9-2025|1-9-2026")
    merged = SheetTexts(texts.columns, merged=(Span(0, 0, 1, 0), Span(0, 1, 1, 1), Span(0, 2, 0, 3)))
    found = only(proposed(Blad1=merged))
    assert found.heading_row == 2
    assert columns(found) == {
        "Nr": ("ID", SURE),
        "Titel": ("Naam", CONTRACT),
        "Van": ("Start", SURE),
        "Tot": ("Einde", SURE),
    }


def test_records_in_columns():
    rows = zip(("Project", *NAMES), ("Stad", *TOWNS), ("Fase", *STATES), strict=True)
    turned = SheetTexts([list(row) for row in rows])
    texts = SheetTexts([list(row) for row in zip(*turned.columns, strict=True)])
    ours = only(proposed(Blad1=texts))
    found = only(proposed(Blad1=turned))
    assert (ours.records, found.records) == (Records.ROWS, Records.COLUMNS)
    assert (
        columns(ours)
        == columns(found)
        == {
            "Project": ("Naam", SURE),
            "Stad": ("Gemeente", SURE),
            "Fase": ("Status", SURE),
        }
    )
    assert found.rows == 6
    assert found.ids_made == 6


# ── Columns ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        *[(heading, "id") for heading in ("#", "Nr.", "Volgnr", "Projectnummer", "Reference")],
        *[
            (heading, "naam")
            for heading in ("Title", "Titel activiteit", "Projectnaam", "Project", "Naam van het project")
        ],
        *[(heading, "status") for heading in ("Stand van zaken", "Fase", "Stage", "Projectstatus", "Progress")],
        *[(heading, "start") for heading in ("Start date", "Begindatum", "Van", "Looptijd van")],
        *[(heading, "einde") for heading in ("End date", "Tot", "Deadline", "Due Date")],
        *[(heading, "bijgewerkt") for heading in ("Modified", "Last modified", "Laatst gewijzigd")],
        *[(heading, "contactpersoon") for heading in ("Wie trekt het", "Trekker", "Owner", "Assigned To")],
        *[(heading, PARTNER_NAMES) for heading in ("Partner(s)", "Organisations", "Samenwerkingspartners")],
        *[(heading, "omschrijving") for heading in ("Description", "Korte omschrijving (max. 500 tekens)")],
        *[(heading, "college") for heading in ("Department", "Afdeling")],
        *[(heading, "themas") for heading in ("Tags", "Maatschappelijk thema", "Theme")],
    ],
)
def test_a_heading_is_a_word_for_a_column(heading, field):
    assert meanings(c.ACTIVITEITEN, heading).get(field) == STRONG


def test_a_heading_can_mean_something_to_a_degree():
    assert meanings(c.ACTIVITEITEN, "Stand van zakn") == {"status": ALIKE}  # a slip of the pen
    assert meanings(c.ACTIVITEITEN, "Stand vanzaken") == {"status": STRONG}  # but for a space
    assert meanings(c.ACTIVITEITEN, "Status per 1 november") == {"status": WEAK}
    assert meanings(c.ACTIVITEITEN, "College / team") == {"college": WEAK, "team": WEAK}
    for own in (
        "Budget 2026",
        "Opmerkingen",
        "Created By",
        "Aantal studenten",
        "2026",
        "x" * 10_000,
        "",
        "Terzijde: Status",
    ):
        assert meanings(c.ACTIVITEITEN, own) == {}
    assert meanings(c.ACTIVITEITEN, "Type")["vorm"] == STRONG
    assert meanings(c.PARTNERS, "Type")["soort"] == STRONG


def of(heading, cells, **more):
    """What a column with *heading* and *cells* is taken for beside names and towns."""
    found = proposed(Blad1=a_list(**{heading: cells} | more))
    return columns(only(found))[heading]


@pytest.mark.parametrize(
    ("cells", "target"),
    [
        (("A-1", "A-2", "A-3", "A-4", "A-5", "A-6"), "ID"),
        (("1", "2", "3", "4", "5", "6"), "ID"),
        (STATES, "Status"),
        (("Livinglab", "Hackathon", "CIV", "PPS", "CIV", "CIV"), "Verschijningsvorm"),
        (("zorg", "zorg; wonen", "klimaat", "zorg en welzijn", "", "wonen"), "Thema's"),
        (("strategisch", "tactisch; operationeel", "tactisch", "operationeel", "", ""), "Niveaus"),
        (("1; 2; 9", "1;5", "3; 6", "9 en 10", "", ""), "Ingrediënten"),
        (("a@b.example", "c@b.example", "d@b.example", "", "", ""), "E-mail"),
        (("Holland Rijnland", "Midden-Holland", "Haaglanden", "Rijnmond", "", ""), "Arbeidsmarktregio"),
    ],
)
def test_what_stands_in_a_column_tells_what_it_is(cells, target):
    assert of("Zomaar iets", cells) == (target, SURE)


@pytest.mark.parametrize(
    ("cells", "target", "certainty"),
    [
        (("1-9-2025", "1-10-2025", "1-9-2024", "", "", ""), "Start", ASKED),  # a day of what?
        (("ja", "nee", "ja", "ja", "nee", "ja"), "Netwerkthema", ASKED),
        (("500", "1200", "300", "900", "250", "800"), ASIDE, UNKNOWN),  # numbers that count something
        (("x", "", "x", "x", "", ""), ASIDE, UNKNOWN),
        (("iets", "wat", "iets", "en", "zo", "meer"), ASIDE, UNKNOWN),
        (("", "", "", "", "", ""), ASIDE, UNKNOWN),
    ],
)
def test_what_could_be_more_is_asked_or_left(cells, target, certainty):
    assert of("Zomaar iets", cells) == (target, certainty)


def test_a_column_of_ones_own_is_no_column_of_the_contract_whatever_stands_in_it():
    assert of("Opmerkingen", STATES) == (ASIDE, UNKNOWN)
    assert of("Budget 2026", ("1", "2", "3", "4", "5", "6")) == (ASIDE, UNKNOWN)


def test_a_heading_that_its_values_deny_is_asked():
    found = only(proposed(Blad1=a_list(Fase=("10%", "20%", "30%", "90%", "80%", "70%"))))
    assert columns(found)["Fase"] == ("Status", ASKED)
    assert found.columns[-1].why == "kop lijkt op Status, maar de waarden niet"
    assert of("Fase", ("iets anders", "loopt", "nog iets", "wat", "zo", "meer")) == ("Status", SURE)  # 1 of 6


def test_a_heading_that_means_two_things_is_settled_by_its_values():
    assert of("Locatie nu", TOWNS) == ("Locatie", ASKED)  # Plaats is the town already
    found = listed("Naam", ("Location", TOWNS))
    assert columns(only(proposed(Blad1=found)))["Location"] == ("Gemeente", SURE)
    found = listed("Naam", ("Location", ("zaal 1", "zaal 2", "buurthuis", "kantine", "", "")))
    assert columns(only(proposed(Blad1=found)))["Location"] == ("Locatie", SURE)
    assert of("Category", ("zorg", "wonen", "klimaat", "", "", "")) == ("Thema's", SURE)
    assert of("Category", ("CIV", "PPS", "Livinglab", "", "", "")) == ("Verschijningsvorm", SURE)


def test_of_two_columns_for_one_target_the_better_is_taken():
    found = a_list(**{"Stand": STATES, "Stand van zaken": STATES})
    assert columns(only(proposed(Blad1=found)))["Stand van zaken"] == ("Status", SURE)
    assert columns(only(proposed(Blad1=found)))["Stand"] == (ASIDE, UNKNOWN)
    alike = a_list(**{"Trekker": ("docent",), "Owner": ("practor",)})
    assert columns(only(proposed(Blad1=alike)))["Trekker"] == ("Contactpersoon", ASKED)
    assert columns(only(proposed(Blad1=alike)))["Owner"] == (ASIDE, UNKNOWN)


def test_of_what_is_taken_already_it_says_where():
    found = only(proposed(Blad1=a_list(**{"Trekker": ("docent",), "Status": STATES, "Stand van zaken": STATES})))
    assert {column.heading: column.why for column in found.columns}["Stand van zaken"] == "Status is al kolom D"
    assert {column.heading: column.why for column in found.columns}["Status"] == ""


def test_a_required_column_without_a_value_leaves_its_place_to_another():
    """As a form gives it back that asked nobody's name."""
    asked = "Wat is de naam van uw activiteit?"
    form = listed(
        "Id",
        ("Begintijd", ("2026-01-01 00:00:00",)),
        ("Naam", ()),
        (asked, NAMES),
        ("In welke gemeente?", TOWNS),
        rows=("1", "2", "3", "4", "5", "6"),
    )
    assert columns(only(proposed(Form1=form))) == {
        "Id": ("ID", CONTRACT),
        "Begintijd": (ASIDE, UNKNOWN),
        "Naam": (ASIDE, UNKNOWN),
        asked: ("Naam", SURE),
        "In welke gemeente?": ("Gemeente", SURE),
    }
    book = Book({"Form1": form})
    given_back = applied(book, edits(book, propose(book, NOTHING).matching))
    assert read(given_back).tables["activiteiten"]["naam"] == list(NAMES)
    no_other = only(proposed(Activiteiten=sheet("Naam|Plaats", "|Leiden", "|Gouda")))
    assert columns(no_other)["Naam"] == ("Naam", CONTRACT)


def test_what_the_contract_calls_so_is_never_taken_twice():
    found = only(proposed(Blad1=a_list(**{"Status": STATES, "Stand van zaken": STATES, "Titel": NAMES})))
    assert columns(found) == {
        "Naam": ("Naam", CONTRACT),
        "Plaats": ("Gemeente", CONTRACT),
        "Status": ("Status", CONTRACT),
        "Stand van zaken": (ASIDE, UNKNOWN),
        "Titel": (ASIDE, UNKNOWN),
    }


def test_two_dates_of_which_one_comes_first():
    days = ("1-9-2025", "1-10-2025", "1-9-2024", "3-3-2024", "", "1-1-2026")
    later = ("1-9-2026", "1-10-2026", "1-9-2025", "4-3-2024", "", "1-1-2027")
    for first, second in ((days, later), (later, days)):
        found = columns(only(proposed(Blad1=a_list(**{"Datum A": first, "Datum B": second}))))
        starts = "Datum A" if first is days else "Datum B"
        ends = "Datum B" if first is days else "Datum A"
        assert (found[starts], found[ends]) == (("Start", ASKED), ("Einde", ASKED))


def test_months_as_columns_are_when_an_activity_ran():
    ticks = {"jan 2026": ("x", "x"), "feb 2026": ("x", ""), "mrt 2026": ("", "")}
    assert {of(month, cells, **ticks) for month, cells in ticks.items()} == {(MONTH, SURE)}
    hours = {"jan 2026": ("8", "12"), "feb 2026": ("4", "")}
    assert of("jan 2026", hours["jan 2026"], **hours) == (ASIDE, UNKNOWN)
    period = {"Start": ("1-9-2025",), "Einde": ("1-9-2026",)}
    assert of("jan 2026", ticks["jan 2026"], **ticks, **period) == (ASIDE, UNKNOWN)  # it says so itself
    assert of("jan 2026", ("x",)) == (ASIDE, UNKNOWN)  # one month is no calendar


def test_a_row_for_each_partner_has_names_that_come_back():
    rows = [
        (NAMES[n // 2], ("De Vaart", "Gemeente Leiden", "Zorggroep Riet")[n % 3], STATES[n // 2]) for n in range(12)
    ]
    found = only(proposed(Blad1=sheet("Project|Partner|Status", *map("|".join, rows))))
    assert columns(found) == {
        "Project": ("Naam", SURE),
        "Partner": (PARTNER_NAMES, SURE),
        "Status": ("Status", CONTRACT),
    }


def test_an_export_of_a_microsoft_list():
    found = only(
        proposed(
            query=listed(
                "Title",
                ("Progress", ("Completed", "In progress", "Not started", "Behind", "", "")),
                ("Category", ("Livinglab", "Hackathon", "CIV", "PPS", "", "")),
                ("Start date", ("2025-01-01 00:00:00", "2025-02-01 00:00:00", "", "", "", "")),
                ("Due date", ("2026-01-01 00:00:00", "2026-02-01 00:00:00", "", "", "", "")),
                ("Assigned to", ("docent",)),
                ("Modified", ("2026-10-01 00:00:00",)),
                ("Created By", ("iemand",)),
                ("Item Type", ("Item",)),
            )
        )
    )
    assert columns(found) == {
        "Title": ("Naam", SURE),
        "Progress": ("Status", SURE),
        "Category": ("Verschijningsvorm", SURE),
        "Start date": ("Start", SURE),
        "Due date": ("Einde", SURE),
        "Assigned to": ("Contactpersoon", SURE),
        "Modified": ("Bijgewerkt", SURE),
        "Created By": (ASIDE, UNKNOWN),
        "Item Type": (ASIDE, UNKNOWN),
    }


def test_a_kumu_workbook():
    elements = listed("Label", ("Type", ("Livinglab", "Hackathon")), ("Tags", ("zorg", "wonen")), ("City", TOWNS))
    lines = sheet(
        "From|To|Direction|Type", "Bouwlab|Sportdorp|directed|kennisdeling", "Sportdorp|Bouwlab|mutual|overleg"
    )
    found = proposed(Elements=elements, Connections=lines)
    assert [(s.sheet, s.certainty, s.ids_made) for s in found.sheets] == [
        ("Activiteiten", SURE, 6),
        ("Verbindingslijnen", SURE, 2),
    ]
    assert columns(found.sheets[0])["Label"] == ("Naam", SURE)
    assert columns(found.sheets[1])["From"] == ("Van", SURE)
    assert columns(found.sheets[1])["Direction"] == (ASIDE, UNKNOWN)


# ── Borders ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("fitting", "judged", "things", "proves", "agrees", "denies"),
    [
        (2, 2, 2, False, True, False),  # two values prove nothing by themselves
        (3, 3, 2, True, True, False),
        (3, 3, 1, False, True, False),  # one thing, in three spellings
        (3, 5, 3, True, True, False),  # 60%
        (59, 100, 9, False, True, False),
        (3, 10, 3, False, True, False),  # 30%
        (29, 100, 9, False, False, False),
        (1, 10, 1, False, False, False),  # 10%
        (9, 100, 9, False, False, True),
        (0, 3, 0, False, False, True),
        (0, 2, 0, False, False, False),  # two values deny nothing either
        (0, 0, 0, False, False, False),
    ],
)
def test_how_much_the_values_say(fitting, judged, things, proves, agrees, denies):
    found = Fit(fitting, judged, things, "zijn datums|is een datum")
    assert (found.proves, found.agrees, found.denies) == (proves, agrees, denies)


@pytest.mark.parametrize(
    ("fitting", "judged", "why"),
    [
        (1, 1, ""),
        (2, 2, "beide waarden zijn datums"),
        (3, 3, "alle 3 waarden zijn datums"),
        (1, 3, "1 van de 3 waarden is een datum"),
        (58, 60, "58 van de 60 bekeken waarden zijn datums"),  # there may be more
    ],
)
def test_what_it_says_of_the_values(fitting, judged, why):
    assert Fit(fitting, judged, 2, "zijn datums|is een datum").why == why


def test_what_only_says_that_nothing_is_filled_in_is_no_value():
    found = evidence(["n.v.t.", "-", "Leiden", "", " ", "Leiden", "Gouda"])
    assert found.values == ("Leiden", "Gouda")
    assert (found.filled, found.different) == (3, 2)


def test_numbers_that_do_not_count_up_prove_no_ids():
    up, mixed = (fit(c.ACTIVITEITEN, "id", evidence(cells)) for cells in (["1", "2", "5"], ["5", "2", "1"]))
    assert up
    assert up.proves
    assert mixed
    assert not mixed.proves
    assert mixed.agrees


def test_ticks_are_marks_and_no_numbers():
    assert are_ticks(["x", "", "X", "ja", "1"])
    assert not are_ticks(["x", "2"])


def test_the_best_of_all_ways_is_taken():
    """Compared with all ways to give each row a column of its own."""
    random = np.random.default_rng(12)
    for height, width in product((1, 2, 3, 4), (4, 5, 6)):
        cost = random.integers(-9, 1, (height, width)).astype(float)
        chosen = assign._cheapest(cost)
        assert len(set(chosen)) == height
        best = min(sum(cost[row, at] for row, at in enumerate(way)) for way in permutations(range(width), height))
        assert sum(cost[row, at] for row, at in enumerate(chosen)) == best


def test_what_only_fits_one_place_goes_there():
    """Greedily Titel would be the name and the longer heading nothing; together they explain more."""
    found = columns(
        only(proposed(Blad1=sheet("Label|Thema titel", "zorg|Bouwlab", "wonen|Sportdorp", "klimaat|Taalmaatjes")))
    )
    assert found == {"Label": ("Thema's", SURE), "Thema titel": ("Naam", SURE)}


# ── Hostile ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_headings_that_are_no_headings():
    wild = ("x" * 10_000, "=1+1", "\u200b", "<b>Status</b>", "\u0000", "(" * 500, "😀", "Datum", "Datum")
    texts = SheetTexts([["Naam", *NAMES], *([heading, *STATES] for heading in wild)])
    found = proposed(Blad1=texts)
    shown = [column.heading for column in only(found).columns]
    assert "\u200b" not in shown
    assert max(map(len, shown)) == 200
    assert shown[-2:] == ["Datum", "Datum (2)"]
    assert len(shown) == len(set(shown)) == 9
    targets = [column.target for column in only(found).columns if column.target]
    assert len(targets) == len(set(targets))


@pytest.mark.parametrize(
    "texts",
    [
        SheetTexts(),
        SheetTexts([[]]),
        sheet(""),
        sheet("Naam"),
        sheet("", "", ""),
        SheetTexts([["Naam", "Bouwlab"]] * 700),
        SheetTexts([["(" * 5_000] * 50] * 50),
        SheetTexts([["é\u0301" * 9_000] * 5] * 5),
        SheetTexts([["1-1-1" * 5_000] * 50] * 20),
    ],
)
def test_whatever_stands_there_gives_a_proposal(texts):
    found = proposed(Blad1=texts, Activiteiten=texts, Partners=texts)
    assert from_plain(json.loads(json.dumps(to_plain(found)))) == found


def test_a_proposal_travels_as_json():
    found = proposed(Blad1=own(above=[["Overzicht"], []]), partners=PARTNERS, Verbindingen=LINES)
    assert found.sheets[0].absent  # so that every field is filled
    assert from_plain(json.loads(json.dumps(to_plain(found)))) == found


# ── What was decided ─────────────────────────────────────────────────────────────────────────────────────────


def test_what_was_decided_goes_before_what_is_sure():
    decided = Matching(
        (SheetMatch("Blad1", "Activiteiten", columns={"Stand van zaken": ASIDE, "Opmerkingen": "Status"}),)
    )
    found = propose(Book({"Blad1": own()}), decided)
    assert columns(only(found))["Stand van zaken"] == (ASIDE, DECIDED)
    assert columns(only(found))["Opmerkingen"] == ("Status", DECIDED)
    assert columns(only(found))["Nr."] == ("ID", SURE)
    assert found.matching.of("Blad1").columns["Opmerkingen"] == "Status"
    assert found.matching.of("Blad1").columns["Nr."] == "ID"
    assert found.gone == ()


def test_the_sheet_that_was_decided_on_goes_before_the_one_of_that_name():
    decided = Matching((SheetMatch("Blad2", "Activiteiten"), SheetMatch("Blad3", ASIDE)))
    found = propose(Book({"Activiteiten": a_list(), "Blad2": a_list(), "Blad3": a_list()}), decided)
    assert [(s.sheet, s.certainty) for s in found.sheets] == [
        (ASIDE, UNKNOWN),
        ("Activiteiten", DECIDED),
        (ASIDE, DECIDED),
    ]


def test_headings_that_moved_with_a_title_are_found_again():
    decided = Matching((SheetMatch("Blad1", "Activiteiten", heading_row=1, columns={"Toestand": "Status"}),))
    texts = sheet("Een nieuwe titel", "", "Naam|Toestand|Stad", "Bouwlab|loopt|Leiden")
    found = propose(Book({"Blad1": texts}), decided)
    assert only(found).heading_row == 3 == found.matching.of("Blad1").heading_row
    assert columns(only(found))["Toestand"] == ("Status", DECIDED)
    assert found.gone == ()


MATCH = SheetMatch(
    "Blad1",
    "Activiteiten",
    columns={"Nr.": "ID", "Stand van zaken": "Status", "Opmerkingen": ASIDE, "Partner(s)": PARTNER_NAMES, "jan": MONTH},
    values={"Status": {"klaar": "afgerond"}, "Thema's": {"groen": "klimaat"}},
)


@pytest.mark.parametrize(
    "heading", ["Key ingredient", "Key contact", "Key partner", "Status code", "Nummer ingrediënt"]
)
def test_a_heading_that_names_another_column_is_no_id(heading):
    cells = ("1", "2", "3", "4", "5", "6")
    for more in ({}, {"Ingrediënten": ("1", "2", "1, 2", "", "4", "")}):
        assert columns(only(proposed(Activiteiten=a_list(**{heading: cells}, **more))))[heading][0] != "ID"


@pytest.mark.parametrize("heading", ["Event nummer", "Issue key", "Key", "Code", "Rijnummer 2026"])
def test_a_heading_that_names_nothing_else_may_be_the_id(heading):
    cells = ("1", "2", "3", "4", "5", "6")
    assert columns(only(proposed(Activiteiten=a_list(**{heading: cells}))))[heading][0] == "ID"


def test_what_is_gone_is_said():
    decided = Matching((MATCH, SheetMatch("Lijnen", "Verbindingslijnen"), SheetMatch("Oud", ASIDE)))
    texts = sheet("Nr.|Naam|Stad", "1|Bouwlab|Leiden")
    found = propose(Book({"Blad1": texts, "partners": PARTNERS}), decided)
    assert found.gone == (
        "De kolom Stand van zaken is weg: Status wordt niet gelezen.",
        "De kolom Partner(s) is weg: de namen van partners worden niet gelezen.",
        "De kolom jan is weg: die maand telt niet mee.",
        "De kolom Thema's is weg: wat u bij de waarden koos, doet niets meer.",
        "Het werkblad Lijnen is weg: Verbindingslijnen wordt niet gelezen.",
    )
    elsewhere = Matching((SheetMatch("partners", "Partners", columns={"type": "Soort"}),))
    assert propose(Book({"Activiteiten": a_list(), "partners": sheet("Naam", "ROC")}), elsewhere).gone == (
        "De kolom type op het werkblad partners is weg: Soort wordt niet gelezen.",
    )


def test_of_a_workbook_given_back_nothing_is_gone_and_nothing_asked():
    book = Book({"Blad1": own(), "partners": PARTNERS, "Verbindingen": LINES})
    decided = Matching((SheetMatch("Blad1", "Activiteiten", columns={"College / team": "College"}),))
    first = propose(book, decided)
    given_back = applied(book, edits(book, first.matching))
    again = propose(given_back, first.matching)
    assert (again.gone, again.asked) == ((), 0)
    assert not edits(given_back, again.matching)
    fresh = propose(given_back, NOTHING)
    assert fresh.asked == 0
    assert {column.certainty for sheet in fresh.sheets for column in sheet.columns} <= {CONTRACT, SURE, UNKNOWN}


def test_ids_are_made_where_there_is_no_column_of_them_or_an_empty_one():
    without = proposed(Activiteiten=a_list())
    empty = proposed(Activiteiten=a_list(ID=("", "")))
    some = proposed(Activiteiten=a_list(ID=("", "A2")))
    assert without.matching.of("Activiteiten").make_ids
    assert only(without).missing == ()
    assert empty.matching.of("Activiteiten").make_ids
    assert some.matching == NOTHING
