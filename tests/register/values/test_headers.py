from itertools import zip_longest

import pytest

from lrn.register.columns import ACTIVITEITEN, DEELNAMES, PARTNERS, VERBINDINGSLIJNEN
from lrn.register.reading.book import SheetTexts
from lrn.register.values.headers import find_headers, read_as, suggest_header


def positions(headings, sheet=ACTIVITEITEN, above=()):
    headers = find_headers(sheet, frame([*above, headings]))
    return {column.field: position for column, position in headers.known.items()}


def frame(rows):
    return SheetTexts([list(column) for column in zip_longest(*rows, fillvalue="")])


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("GEMEENTE", "gemeente"),
        ("  gemeente ", "gemeente"),
        ("Ingredienten", "ingredienten"),
        ("INGREDIËNTEN", "ingredienten"),
        ("Themas", "themas"),
        ("Thema’s", "themas"),
        ("Thema('s)", "themas"),
        ("Ingrediënt(en)", "ingredienten"),
        ("Arbeidsmarkt (regio)", "regio"),
        ("Netwerkthema (ja/nee)", "netwerkthema"),
        ("Start (dd-mm-jjjj)", "start"),
        ("Start\n(datum)", "start"),
        ("Startdatum", "start"),
        ("Rol MBORijnland", "rol"),
        ("rol", "rol"),
        ("e-mail", "email"),
        ("E mail", "email"),
        ("Arbeids-\nmarktregio", "regio"),
        ("netwerk thema", "netwerkthema"),
        ("Gemeentehuis", None),
        ("meerwaarde  partners", "meerwaarde_partners"),
    ],
)
def test_a_heading_matches_without_case_accents_and_brackets(heading, field):
    found = positions(["ID", "Naam", heading])
    assert {name for name, position in found.items() if position == 2} == ({field} if field else set())


@pytest.mark.parametrize("sheet", [ACTIVITEITEN, PARTNERS, DEELNAMES, VERBINDINGSLIJNEN], ids=lambda s: s.name)
def test_every_heading_of_the_contract_is_found_in_any_order(sheet):
    headings = [column.header for column in reversed(sheet.columns)]
    assert positions(headings, sheet) == {c.field: i for i, c in enumerate(reversed(sheet.columns))}


@pytest.mark.parametrize(
    "above",
    [
        [],
        [["Register van het netwerk"]],
        [["Register"], [""], ["Bijgewerkt door het kernteam, naam onbekend", "", "versie 3"]],
        [["Naam van het register"], ["Status", "concept"]],
    ],
    ids=len,
)
def test_titles_may_stand_above_the_headings(above):
    headers = find_headers(ACTIVITEITEN, frame([*above, ["ID", "Naam", "Gemeente"], ["K1", "Zorglab", "Leiden"]]))
    assert headers.row == len(above)
    assert {c.field: p for c, p in headers.known.items()} == {"id": 0, "naam": 1, "gemeente": 2}


def test_a_sheet_without_a_known_heading_has_none():
    assert find_headers(ACTIVITEITEN, frame([["appel", "peer"], ["1", "2"]])) is None


def test_an_empty_sheet_has_no_headings():
    assert find_headers(ACTIVITEITEN, SheetTexts()) is None


@pytest.mark.parametrize(
    "headings",
    [
        [str(n) for n in range(1, 12)],
        ["1. Uitdagingen", "2. Deelnemers", "3. Niveaus", *map(str, range(4, 12))],
        [f"Ingrediënt {n}" for n in range(1, 12)],
        ["1 Maatschappelijke, onderwijskundige en economische uitdagingen", *(f"{n})" for n in range(2, 12))],
    ],
    ids=["numbers", "names", "words", "long"],
)
def test_eleven_numbered_columns_stand_for_the_ingredients(headings):
    headers = find_headers(ACTIVITEITEN, frame([["ID", "Naam", *headings]]))
    assert headers.numbered == {n: n + 1 for n in range(1, 12)}
    assert headers.unknown == []


@pytest.mark.parametrize("heading", ["0", "12", "2026", "2026 plan", "10 jaar lustrum", "1e contactpersoon", "2 Leren"])
def test_another_number_is_no_ingredient(heading):
    headers = find_headers(ACTIVITEITEN, frame([["ID", "Naam", heading]]))
    assert headers.numbered == {}
    assert headers.unknown == [(2, heading)]


def test_numbered_columns_belong_to_activities_only():
    headers = find_headers(PARTNERS, frame([["ID", "Naam", "1"]]))
    assert headers.numbered == {}
    assert headers.unknown == [(2, "1")]


def test_of_a_heading_that_is_there_twice_the_first_counts():
    headers = find_headers(ACTIVITEITEN, frame([["ID", "Naam", "Gemeente", "gemeente "]]))
    assert {c.field: p for c, p in headers.known.items()}["gemeente"] == 2
    assert headers.twice == [(3, "gemeente ")]


def test_unknown_headings_are_named_as_typed():
    headers = find_headers(ACTIVITEITEN, frame([["ID", "Budget (k€)", "Naam", "", "Opmerking"]]))
    assert headers.unknown == [(1, "Budget (k€)"), (4, "Opmerking")]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Gemeeente", "Gemeente"),
        ("Verschijningvorm", "Verschijningsvorm"),
        ("Ingredienen", "Ingrediënten"),
        ("Samenwerkingvorm", "Samenwerkingsvorm"),
        ("Kleur van de stoelen", ""),
    ],
)
def test_a_misspelt_heading_gets_the_likely_one(typed, meant):
    assert suggest_header(ACTIVITEITEN, typed)[0] == meant


@pytest.mark.parametrize(
    ("headings", "field", "position"),
    [
        (["Code", "ID", "Naam"], "id", 1),
        (["ID", "Titel", "Naam"], "naam", 2),
        (["ID", "Naam", "Plaats", "Gemeente"], "gemeente", 3),
        (["ID", "Naam", "Regio", "Arbeidsmarktregio"], "regio", 3),
    ],
)
def test_the_heading_itself_goes_before_an_alias_that_stands_earlier(headings, field, position):
    assert positions(headings)[field] == position


@pytest.mark.parametrize(
    ("headings", "field", "position"),
    [(["Gemeente code", "ID", "Naam"], "id", 1), (["ID", "Gemeente naam", "Naam"], "naam", 2)],
)
def test_a_column_about_the_municipality_is_not_the_column_behind_its_prefix(headings, field, position):
    assert positions(headings)[field] == position


def test_headings_are_looked_for_in_fifteen_rows():
    for above, found in ((14, 14), (15, None)):
        headers = find_headers(ACTIVITEITEN, frame([*[["ons register"]] * above, ["ID", "Naam"]]))
        assert (headers and headers.row) == found


def test_the_row_with_most_of_what_is_needed_holds_the_headings():
    headers = find_headers(ACTIVITEITEN, frame([["Status", "Start", "Einde"], ["ID", "Naam"], ["ID", "Naam"]]))
    assert headers.row == 1  # the first of those that are as good
    headers = find_headers(ACTIVITEITEN, frame([["ID", "Naam"], ["ID", "Naam", "Status"]]))
    assert headers.row == 1


def test_a_heading_that_is_longer_than_any_is_none():
    for signs, known in ((200, True), (201, False)):
        assert ("naam" in positions(["ID", f"Naam ({'x' * (signs - 7)})"])) == known
        headers = find_headers(ACTIVITEITEN, frame([["ID", "Naam", f"1.{'x' * (signs - 2)}"]]))
        assert (headers.numbered == {1: 2}) == known


@pytest.mark.parametrize(
    ("heading", "field"), [("Gemeente", "gemeente"), ("Plaats", "gemeente"), ("Ingrediënt 3", 3), ("Kleur", None)]
)
def test_what_one_heading_is_taken_for(heading, field):
    found = read_as(ACTIVITEITEN, heading)
    assert getattr(found, "field", found) == field


def test_of_an_ingredient_that_is_there_twice_the_first_counts():
    headers = find_headers(ACTIVITEITEN, frame([["ID", "Naam", "1", "1. Uitdagingen"]]))
    assert headers.numbered == {1: 2}
    assert headers.unknown == [(3, "1. Uitdagingen")]
