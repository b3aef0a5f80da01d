"""From a workbook of somebody's own to the contract's form, as reading then finds it."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from lrn.register import columns as c
from lrn.register.matching.edits import CellEdit, applied
from lrn.register.matching.heads import SET_ASIDE
from lrn.register.matching.model import ASIDE, PARTNER_NAMES, Matching, Records, SheetMatch
from lrn.register.matching.plan import edits
from lrn.register.reading.book import Book, SheetTexts
from lrn.register.reading.kept import Kept
from lrn.register.reading.xlsx import Span
from lrn.register.values.headers import find_headers, read_as, suggest_header
from tests.register.matching.books import lines, planned, read, sheet

OWN = {"Nr.": "ID", "Titel activiteit": "Naam"}
ACTIVITIES = "Activiteiten"


# ── Headings ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_column_gets_the_heading_of_the_contract() -> None:
    book = {ACTIVITIES: sheet("Nr.|Titel activiteit|Waar", "1|Bouwlab|Gouda")}
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns=OWN | {"Waar": "Gemeente"}))
    assert lines(after.sheets[ACTIVITIES]) == ["ID|Naam|Gemeente", "1|Bouwlab|Gouda"]
    assert found.cells[0] == CellEdit(ACTIVITIES, 0, 0, "Nr.", "ID", "kop")
    assert read(after).tables["activiteiten"]["naam"] == ["Bouwlab"]


def test_nothing_decided_changes_nothing() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Plaats", "1|Bouwlab|Gouda"), "Lunch": sheet("a|b")}
    found, after = planned(book)
    assert not found
    assert after.sheets == book


def test_what_is_not_there_changes_nothing() -> None:
    book = {ACTIVITIES: sheet("ID|Naam", "1|Bouwlab")}
    gone = SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Weg": "Status"}, values={"Status": {"klaar": "Afgerond"}})
    assert not planned(book, gone, SheetMatch("Blad9", "Partners"))[0]


def test_a_column_kept_aside_is_not_read() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Plaats|Regio (oud)|1", "1|Bouwlab|Gouda|Haaglanden|x")}
    aside = {"Plaats": ASIDE, "Regio (oud)": ASIDE, "1": ASIDE}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns=aside))
    assert lines(after.sheets[ACTIVITIES])[0] == "ID|Naam|Terzijde: Plaats|Terzijde: Regio (oud)|Terzijde: 1"
    found = read(after).tables
    assert found["activiteiten"]["gemeente"] == found["activiteiten"]["regio"] == [None]
    assert not found["ingredienten"]["nr"]


@pytest.mark.parametrize("contract", c.SHEETS, ids=lambda found: found.name)
def test_reading_knows_no_heading_that_is_set_aside(contract: c.Sheet) -> None:
    headings = [h for column in contract.columns for h in (column.header, *column.aliases)]
    for heading in [*headings, *map(str, range(1, 12)), "1. Uitdagingen", "ID (oud)"]:
        assert read_as(contract, SET_ASIDE + heading) is None
        assert suggest_header(contract, SET_ASIDE + heading) == ("", False)


def test_of_two_columns_that_read_alike_the_chosen_one_is_read() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Naam (kort)|Project|Begin", "1|a|b|Bouwlab|2026")}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Project": "Naam"}))
    assert lines(after.sheets[ACTIVITIES])[0] == "ID|Terzijde: Naam|Terzijde: Naam (kort)|Naam|Begin"
    assert read(after).tables["activiteiten"]["naam"] == ["Bouwlab"]


def test_of_two_columns_with_one_heading_the_second_can_be_chosen() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Naam", "1|kort|Bouwlab")}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Naam (2)": "Naam"}))
    assert read(after).tables["activiteiten"]["naam"] == ["Bouwlab"]


def test_headings_change_places() -> None:
    """Old and new names of a column go around: what was done is seen to be done."""
    book = {ACTIVITIES: sheet("ID|Naam|Project", "1|wat we doen|Bouwlab")}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Naam": "Omschrijving", "Project": "Naam"}))
    assert lines(after.sheets[ACTIVITIES])[0] == "ID|Omschrijving|Naam"


def test_the_second_of_two_headings_stays_the_second() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Datum|Datum|Datum", "1|Bouwlab|1-9-2026|x|y")}
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Datum": "Start", "Datum (3)": ASIDE}))
    assert lines(after.sheets[ACTIVITIES])[0] == "ID|Naam|Start|Datum (2)|Datum (3)"
    (decided,) = found.matching.sheets
    assert decided.columns == {"Start": "Start", "Datum (3)": ASIDE}


def test_one_heading_of_the_contract_goes_to_one_column() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Datum|Start", "1|Bouwlab|1-9-2026|1-1-2020")}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Datum": "Start", "Start": "Start"}))
    assert lines(after.sheets[ACTIVITIES])[0] == "ID|Naam|Start|Terzijde: Start"


def test_headings_said_again_halfway_stay_headings() -> None:
    book = {ACTIVITIES: sheet("Nr.|Titel activiteit", "1|Bouwlab", "Nr.|Titel activiteit", "2|Zorglab")}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns=OWN))
    checked = read(after)
    assert checked.tables["activiteiten"]["id"] == ["1", "2"]
    assert [f.message for f in checked.findings if f.severity == "fout"] == [
        "Deze rij herhaalt de kolomkoppen en telt niet mee. Haal de rij weg"
    ]


def test_a_row_above_is_not_taken_for_the_headings() -> None:
    """The rows above name three columns of the contract, those decided about only two."""
    book = {ACTIVITIES: sheet("Activiteit|Status|Thema|College", "Nr.|Titel activiteit", "1|Bouwlab")}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, 2, columns={"Nr.": "Team", "Titel activiteit": "Naam"}))
    found = find_headers(c.ACTIVITEITEN, after.sheets[ACTIVITIES])
    assert found is not None
    assert found.row == 1
    assert lines(after.sheets[ACTIVITIES])[0].startswith("Terzijde: Activiteit|")


def test_a_row_below_is_not_taken_for_the_headings() -> None:
    book = {ACTIVITIES: sheet("Nr.|Titel activiteit|x|y", "ID|Naam|Status|Thema", "1|Bouwlab|a|b")}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, 1, columns=OWN))
    found = find_headers(c.ACTIVITEITEN, after.sheets[ACTIVITIES])
    assert found is not None
    assert found.row == 0
    assert lines(after.sheets[ACTIVITIES])[1].startswith("ID|Naam|Terzijde")


def test_headings_far_below_the_top_get_a_tab_of_their_own() -> None:
    above = [f"regel {n}" for n in range(20)]
    book = {"Blad1": sheet(*above, "Nr.|Titel activiteit", "1|Bouwlab", "2|Zorglab")}
    found, after = planned(book, SheetMatch("Blad1", ACTIVITIES, 21, columns=OWN))
    assert list(after.sheets) == ["Blad1 (terzijde)", ACTIVITIES]
    assert lines(after.sheets[ACTIVITIES]) == ["ID|Naam", "1|Bouwlab", "2|Zorglab"]
    assert found.cells == []


def test_a_heading_that_is_merged_with_the_row_below_changes_where_it_is_seen() -> None:
    texts = sheet("Nr.|Titel activiteit|Wanneer", "||Van|Tot", "1|Bouwlab|1-9-2026|1-9-2027")
    merged = SheetTexts(texts.columns, merged=(Span(0, 0, 1, 0), Span(0, 1, 1, 1)))
    decided = SheetMatch(ACTIVITIES, ACTIVITIES, 2, columns=OWN | {"Van": "Start", "Tot": "Einde"})
    _, after = planned({ACTIVITIES: merged}, decided)
    assert lines(after.sheets[ACTIVITIES])[:2] == ["ID|Naam|Wanneer", "||Start|Einde"]
    assert read(after).tables["activiteiten"]["naam"] == ["Bouwlab"]


# ── Tabs ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_tab_gets_the_name_of_the_contract() -> None:
    book = {"Lijst": sheet("ID|Naam", "1|Bouwlab"), "relaties": sheet("ID|Naam", "P1|De Vaart")}
    found, after = planned(book, SheetMatch("Lijst", ACTIVITIES), SheetMatch("relaties", "Partners"))
    assert found.renamed == {"Lijst": ACTIVITIES, "relaties": "Partners"}
    assert list(after.sheets) == [ACTIVITIES, "Partners"]


def test_a_tab_in_the_way_gets_a_name_of_its_own() -> None:
    book = {"ACTIVITEITEN": sheet("wat anders"), "Lijst": sheet("ID|Naam", "1|Bouwlab")}
    found, after = planned(book, SheetMatch("Lijst", ACTIVITIES))
    assert found.renamed == {"ACTIVITEITEN": "ACTIVITEITEN (terzijde)", "Lijst": ACTIVITIES}
    assert found.notes == ("Het blad ACTIVITEITEN heet nu ACTIVITEITEN (terzijde) en wordt niet gelezen.",)
    assert read(after).tables["activiteiten"]["naam"] == ["Bouwlab"]


def test_a_tab_that_is_set_aside_is_not_read() -> None:
    book = {ACTIVITIES: sheet("ID|Naam", "1|Bouwlab"), "Partners": sheet("ID|Naam", "P1|De Vaart")}
    _, after = planned(book, SheetMatch("Partners", ASIDE))
    assert list(after.sheets) == [ACTIVITIES, "Partners (terzijde)"]
    checked = read(after)
    assert not checked.tables["partners"]["id"]
    assert [f.severity for f in checked.findings] == ["opmerking"]


def test_tabs_change_places() -> None:
    book = {ACTIVITIES: sheet("ID|Naam", "P1|De Vaart"), "Partners": sheet("ID|Naam", "1|Bouwlab")}
    decided = SheetMatch(ACTIVITIES, "Partners"), SheetMatch("Partners", ACTIVITIES)
    found = edits(Book(book), Matching(decided))
    after = applied(Book(book), found)
    assert not edits(after, found.matching)  # by the same matching they would change places again
    assert read(after).tables["activiteiten"]["naam"] == ["Bouwlab"]


# ── Values ───────────────────────────────────────────────────────────────────────────────────────────────────

VALUES = {
    "Status": {"klaar": "Afgerond", "?": "Verkenning", "weg": ""},
    "Thema's": {"techniek": "onderwijs", "Klimaat en energie": "klimaat", "alle": ""},
}


@pytest.mark.parametrize(
    ("heading", "typed", "new"),
    [
        ("Status", "klaar", "Afgerond"),
        ("Status", " Klaar! ", "Afgerond"),
        ("Status", "?", "Verkenning"),
        ("Status", "-", "-"),  # nothing is left of it, as of a question mark
        ("Status", "weg", ""),
        ("Status", "zo goed als klaar", "zo goed als klaar"),
        ("Thema", "Zorg, techniek", "Zorg; onderwijs"),
        ("Thema", "Zorg; Techniek; alle", "Zorg; onderwijs"),
        ("Thema", "klimaat en energie", "klimaat"),
        ("Thema", "klimaat en zorg", "klimaat en zorg"),
        ("Thema", "zorg, wonen", "zorg, wonen"),
        ("Thema", "techniek; onderwijs", "onderwijs"),
    ],
)
def test_a_value_is_replaced_as_decided(heading: str, typed: str, new: str) -> None:
    book = {ACTIVITIES: SheetTexts([["ID", "1"], ["Naam", "Bouwlab"], [heading, typed]])}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, values=VALUES))
    assert after.sheets[ACTIVITIES].columns[2] == [heading, new]


# ── IDs ──────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("there", "made"),
    [
        (["A-001", "A-007", ""], "A-008"),
        (["A01", "A09", "A10", ""], "A11"),
        (["1", "2", "A03", ""], "3"),
        (["PRJ-2024-013", ""], "PRJ-2024-014"),
        (["zorg", "bouw", ""], "A-001"),
        (["A-1", "zorg", ""], "A-2"),
        (["a-001", "A-2", "x", "y", "z", ""], "A-003"),
    ],
)
def test_an_id_is_made_in_the_style_of_those_there(there: list[str], made: str) -> None:
    names = [f"Activiteit {n}" for n in range(len(there))]
    book = {ACTIVITIES: SheetTexts([["ID", *there], ["Naam", *names]])}
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, make_ids=True))
    assert after.sheets[ACTIVITIES].columns[0][-1] == made
    assert found.ids_made == {ACTIVITIES: 1}
    assert len(read(after).tables["activiteiten"]["id"]) == len(there)


def test_without_a_column_of_ids_one_is_added() -> None:
    rows = [
        "Titel activiteit|Plaats|Uren",
        "Bouwlab|Gouda|5",
        "--- afgerond ---||",
        "Zorglab|Leiden|7",
        "Titel activiteit|Plaats|Uren",
        "Leren in de wijk||",
        "Lunch|Gouda|",
        "Markt|Gouda|",
        "Hackathon|Gouda|",
        "||",
        "Totaal||12",
    ]
    decided = SheetMatch("Blad1", ACTIVITIES, columns={"Titel activiteit": "Naam"}, make_ids=True)
    found, after = planned({"Blad1": sheet(*rows)}, decided)
    assert lines(after.sheets[ACTIVITIES])[:4] == [
        "Naam|Plaats|Uren|ID",
        "Bouwlab|Gouda|5|A-001",
        "--- afgerond ---",
        "Zorglab|Leiden|7|A-002",
    ]
    assert found.ids_made == {"Blad1": 5}
    assert found.notes == ("Op rij 6 van Activiteiten staat alleen een naam; die rij krijgt geen ID en telt niet mee.",)
    checked = read(after)
    assert checked.tables["activiteiten"]["id"] == [f"A-00{n}" for n in range(1, 6)]
    assert next((r.counted, r.left_out, r.totals, r.notes) for r in checked.rows) == (5, 2, 1, 1)


def test_a_list_of_names_only_gets_ids() -> None:
    book = {ACTIVITIES: sheet("Naam", "Bouwlab", "Zorglab", "Kennislunch")}
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, make_ids=True))
    assert after.sheets[ACTIVITIES].columns[1] == ["ID", "A-001", "A-002", "A-003"]
    assert found.notes == ()


def test_without_a_name_nothing_gets_an_id() -> None:
    book = {ACTIVITIES: sheet("Plaats|Status", "Gouda|Actief")}
    assert not planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, make_ids=True))[0]


# ── Names for IDs ────────────────────────────────────────────────────────────────────────────────────────────


def test_a_name_stands_for_its_id_where_one_answers() -> None:
    book = {
        ACTIVITIES: sheet("ID|Naam", "A1|Bouwlab", "A2|Zorglab", "A3|Lunch", "A4|lunch", "A5|Leiden"),
        "Partners": sheet("ID|Naam", "P1|Gemeente Gouda"),
        "Deelnames": sheet("Activiteit|Partner", "A1|P1", "bouwlab|gem. Gouda", "Lunch|P1", "A2|Riet"),
        "Verbindingslijnen": sheet("ID|Van|Naar", "L1|Zorglab|Leiden", "L2|A1|A2"),
    }
    found, after = planned(book)
    assert lines(after.sheets["Deelnames"])[2:] == ["A1|P1", "Lunch|P1", "A2|Riet"]
    assert lines(after.sheets["Verbindingslijnen"])[1] == "L1|A2|Leiden"
    assert found.notes == (
        "1 deelname noemt een activiteit of partner bij naam; we lezen het ID dat erbij hoort.",
        "1 verbindingslijn noemt een activiteit bij naam; we lezen het ID dat erbij hoort.",
    )


# ── Partners in a cell ───────────────────────────────────────────────────────────────────────────────────────


def test_partners_in_a_cell_become_rows() -> None:
    book = {
        ACTIVITIES: sheet(
            "ID|Naam|Partner(s)",
            "A1|Bouwlab|Gemeente Leiden; ROC",
            "A2|Zorglab|gem. Gouda, Bouwbedrijf Kade, Hout en Steen",
            "A3|Lunch|n.v.t.",
            "A4|Wijk|diverse bedrijven",
            "|Zonder ID|ROC Ver",
            "A5|Markt|roc / Gemeente Gouda",
        ),
        "partners": sheet("Soort|Organisatie", "bedrijf|Bouwbedrijf Kade, Hout en Steen", "|ROC"),
    }
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Partner(s)": PARTNER_NAMES}))
    assert lines(after.sheets["partners"]) == [
        "Soort|Organisatie|ID",
        "bedrijf|Bouwbedrijf Kade, Hout en Steen|P-001",
        "|ROC|P-002",
        "overheid|Gemeente Leiden|P-003",
        "overheid|Gemeente Gouda|P-004",
    ]
    assert lines(after.sheets["Deelnames"]) == [
        "Activiteit|Partner|Rol|Meerwaarde",
        "A1|P-003",
        "A1|P-002",
        "A2|P-004",
        "A2|P-001",
        "A5|P-002",
        "A5|P-004",
    ]
    assert found.notes == (
        "Uit de kolom Partner(s) komen 2 partners en 6 deelnames erbij.",
        "“diverse bedrijven” is geen naam van een organisatie en dus geen partner.",
    )


def test_records_in_columns_get_a_tab_of_their_own() -> None:
    book = {ACTIVITIES: sheet("Titel activiteit|Bouwlab|Zorglab", "Stand|loopt|klaar", "Partners|De Vaart|")}
    decided = SheetMatch(
        ACTIVITIES,
        ACTIVITIES,
        1,
        Records.COLUMNS,
        {"Titel activiteit": "Naam", "Stand": "Status", "Partners": PARTNER_NAMES},
        {"Status": {"loopt": "Actief"}},
        make_ids=True,
    )
    found, after = planned(book, decided)
    assert list(after.sheets) == ["Activiteiten (terzijde)", ACTIVITIES, "Partners", "Deelnames"]
    assert lines(after.sheets[ACTIVITIES]) == [
        "Naam|Status|Partners|ID",
        "Bouwlab|Actief|De Vaart|A-001",
        "Zorglab|klaar||A-002",
    ]
    assert after.sheets["Activiteiten (terzijde)"] == book[ACTIVITIES]
    assert found.ids_made == {ACTIVITIES: 2}
    assert found.notes[-1] == (
        "Wat op het blad Activiteiten stond, staat als rijen op een nieuw blad Activiteiten; "
        "het oude heet nu Activiteiten (terzijde)."
    )
    assert read(after).tables["activiteiten"]["naam"] == ["Bouwlab", "Zorglab"]


def test_partners_that_are_there_stay_one() -> None:
    book = {
        ACTIVITIES: sheet("ID|Naam|Wie|Met", "A1|Bouwlab|ROC; P2|roc", "A2|Markt|Onbekend?|De vaart"),
        "Partners": sheet("ID|Naam", "P1|ROC", "P2|De Vaart", "p4|"),
        "Deelnames": sheet("Partner|Activiteit", "P1|A1", "De Vaart|A2", "Riet|A2"),
    }
    columns = {"Wie": PARTNER_NAMES, "Met": PARTNER_NAMES}
    values = {PARTNER_NAMES: {"Onbekend?": "Riet"}}
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns=columns, values=values))
    assert lines(after.sheets["Partners"])[3:] == ["p4", "P5|Riet"]
    assert lines(after.sheets["Deelnames"])[1:] == ["P1|A1", "P2|A2", "P5|A2", "P2|A1"]
    assert found.notes[-1] == "Uit de kolommen Wie en Met komen 1 partner en 1 deelname erbij."


def test_of_two_partners_with_one_name_the_first_is_meant_and_that_is_said() -> None:
    book = {
        ACTIVITIES: sheet("ID|Naam|Wie", "A1|Bouwlab|ROC"),
        "Partners": sheet("ID|Naam", "P1|ROC", "P2|ROC"),
        "Deelnames": sheet("Activiteit|Partner", "A1|ROC"),
    }
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Wie": PARTNER_NAMES}))
    assert lines(after.sheets["Deelnames"])[1:] == ["A1|ROC", "A1|P1"]
    assert "“ROC” staat 2 keer op het blad Partners; we nemen de eerste, P1." in found.notes


def test_what_is_no_text_stays_what_it_is_unless_it_is_replaced() -> None:
    days = [None, datetime(2026, 10, 1), datetime(2026, 11, 1)]
    texts = SheetTexts(
        [
            ["ID", "1", "2"],
            ["Naam", "Bouwlab", "Markt"],
            ["Datum", *(f"{day}" for day in days[1:])],
            ["Status", "", "klaar"],
        ],
        errors={(1, 3): "#N/A"},
        kept=Kept({2: days}, lambda position: {1: "d mmm yyyy", 2: "d mmm yyyy"}),
    )
    values = {"Start": {"1 okt 2026": "15-10-2026"}, "Status": {"#N/A": "Actief"}}
    decided = SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Datum": "Start"}, values=values)
    found, after = planned({ACTIVITIES: texts}, decided)
    assert [edit[1:] for edit in found.cells] == [
        (0, 2, "Datum", "Start", "kop"),
        (1, 2, "2026-10-01 00:00:00", "15-10-2026", "waarde"),
        (1, 3, "#N/A", "Actief", "waarde"),
    ]
    assert after.sheets[ACTIVITIES].kept.value(2, 2) == days[2]
    assert read(after).tables["activiteiten"]["start"] == [date(2026, 10, 15), date(2026, 11, 1)]


def test_a_partner_that_is_like_one_of_the_sheet_is_added_and_asked_about() -> None:
    book = {
        ACTIVITIES: sheet(
            "ID|Naam|Wie", "1|A|Ziekenhuis De Vaart", "2|B|De Vaart; Riet", "3|C|Hogeschool Rijn & Stroom"
        ),
        "Partners": sheet("ID|Naam|Soort", "P1|De Vaart|zorg", "P2|Stichting Riet|zorg"),
    }
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Wie": PARTNER_NAMES}))
    assert [row.split("|")[1] for row in lines(after.sheets["Partners"])[3:]] == [
        "Ziekenhuis De Vaart",
        "Riet",
        "Hogeschool Rijn & Stroom",
    ]
    assert found.notes[1:] == (
        "“Ziekenhuis De Vaart” lijkt op “De Vaart” van het blad Partners; zijn het dezelfde, gebruik dan die naam.",
        "“Riet” lijkt op “Stichting Riet” van het blad Partners; zijn het dezelfde, gebruik dan die naam.",
        "“Hogeschool Rijn & Stroom” lezen we als één partner; zijn het er twee, zet er dan een puntkomma tussen.",
    )
