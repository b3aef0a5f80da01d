"""A workbook as someone makes it who only knows the contract: two variants of the same data, one set of figures."""

from datetime import date

import pytest

from lrn.measures.summary import figures
from lrn.register.load import load
from lrn.selection import Selection

# fmt: off
COMMON = [
    ["id", "NAAM", "gemeente", "ARBEIDSMARKTREGIO", "college", "status", "start", "einde", "netwerkthema (ja/nee)", "themas"],
    ["a-1", "Zorgcampus", "Gemeente Leiden", "", "zorg", "Actief", "1 september 2024", "", "Ja", "zorg, welzijn"],
    ["a-2", "Groene daken", "Alphen aan de Rijn", "", "Bouw", "ACTIEF", "01-02-2025", "", "NEE", "Klimaat\nWonen"],
    ["a-3", "Koepeltafel", "Den Haag", "", "", "actief", "2025/03/15", "", "x", ""],
    ["a-4", "Fietslab", "LEIDSCHENDAM ", "", "Techniek", "voorbereiding", "3-4-26", "31 dec 2026", "", "mobiliteit;klimaat;recreatie"],
    ["a-5", "Waterwerkers", "gem. Woerden", "Midden-Utrecht", "techniek", "", "", "", "ja", "klimaat"],
    ["a-6", "Buurtschool", "the hague", "Midden-Holland", "Zorg ", "actief", "", "", "ja", "onderwijs"],
    ["a-7", "Stadsgesprek", "Utrecht", "", "", "actief", "1-1-2026", "30-9-2026", "nee", "anders"],
    ["a-8", "Oude pilot", "gouda", "", "", "Gestopt", "1-1-2020", "", "ja", "zorg"],
    ["a-9", "Nieuw plan", "", "", "", "verkenning", "", "", "", ""],
    ["a-10", "Losse middag", "", "", "", "", "", "", "", ""],
]
INGREDIENTS = ["1;5;9", "4, 8", "10. Opleidingspartner", "", "2\n3", "Leren; 5", "1", "1;2", "", "7"]
MARKS = [[1, 5, 9], [4, 8], [10], [], [2, 3], [5, 6], [1], [1, 2], [], [7]]
# fmt: on


def _in_one_column():
    return [[*COMMON[0], "INGREDIENTEN"], *([*row, text] for row, text in zip(COMMON[1:], INGREDIENTS, strict=True))]


def _in_eleven_columns():
    title = [["Register samenwerking, bijgewerkt in september"], [""]]
    heads = [*COMMON[0], *range(1, 8), *(f"{n}. {name}" for n, name in ((8, "Arbeidsmarkt"), (9, "Slag"), (10, "x")))]
    rows = [
        [*row, *("x" if n in numbers else "" for n in range(1, 12))]
        for row, numbers in zip(COMMON[1:], MARKS, strict=True)
    ]
    return [*title, [*heads, "11"], *rows]


@pytest.fixture(scope="module", params=[_in_one_column, _in_eleven_columns], ids=["one column", "eleven columns"])
def theirs(request, tmp_path_factory, write_workbook):
    path = tmp_path_factory.mktemp("ander") / "ons register.xlsx"
    return load(write_workbook(path, {"activiteiten": request.param(), "Notities": [["hoi"]]}), today=date(2026, 10, 1))


@pytest.fixture(scope="module")
def found(theirs):
    return figures(theirs, Selection(peildatum=date(2026, 9, 30)))


def test_all_rows_are_counted(found):
    assert found["activiteiten"] == {"totaal": 10, "actief": 8, "uitgesloten": 0}


def test_only_the_foreign_sheet_the_contradictory_region_and_the_missing_level_are_named(theirs):
    assert sorted((f.sheet, f.column) for f in theirs.findings) == [
        ("Activiteiten", "Arbeidsmarktregio"),
        ("Activiteiten", "Niveaus"),
        ("Notities", ""),
    ]


def test_places_are_counted(found):
    assert {row["code"]: row["aantal"] for row in found["per_plaats"]} == {
        "AM19": 2,
        "AM34": 1,
        "AM20": 1,
        "GM0632": 1,
        "AM21": 1,
        "elders": 1,
        None: 1,
    }


def test_municipalities_are_counted(found):
    counted = {row["naam"]: row["aantal"] for row in found["per_gemeente"] if row["aantal"]}
    assert counted == {
        "Leiden": 1,
        "Alphen aan den Rijn": 1,
        "'s-Gravenhage": 2,
        "Leidschendam-Voorburg": 1,
        "Woerden": 1,
        "Andere gemeenten": 1,
        "Zonder gemeente": 1,
    }


def test_ingredients_are_counted(found):
    counts = [(row["nr"], row["aantal"]) for row in found["per_ingredient"]]
    assert counts == [(1, 2), (2, 1), (3, 1), (4, 1), (5, 2), (6, 1), (7, 1), (8, 1), (9, 1), (10, 1), (11, 0)]


def test_themes_are_counted(found):
    assert {row["thema"]: row["aantal"] for row in found["per_thema"]} == {
        "onderwijs": 1,
        "klimaat": 3,
        "mobiliteit": 1,
        "wonen": 1,
        "zorg": 1,
        "welzijn": 1,
        "recreatie": 1,
        "anders": 1,
    }
    assert found["netwerkthema"] == {"aantal": 4, "aandeel": 0.5}


def test_spellings_of_colleges_are_brought_together(theirs):
    assert sorted(theirs.activiteiten["college"].dropna().unique()) == ["Bouw", "Techniek", "zorg"]
