from collections import Counter

import pytest

from lrn.register.checking.colleges import MOST_NAMES, likely_same, name_key
from lrn.register.columns import ACTIVITEITEN

COLLEGE = ACTIVITEITEN.column("college")


@pytest.mark.parametrize(
    "text",
    ["Zorg en Welzijn", "zorg & welzijn", "zorg/welzijn", "Zorg, Welzijn", "College Zorg en Welzijn", "ZORG + WELZIJN"],
)
def test_the_same_words_are_one_college_whatever_joins_them(text):
    assert name_key(text, COLLEGE) == "zorg welzijn"


@pytest.mark.parametrize(("text", "key"), [("College", "college"), ("?", "?"), ("Welzijn en Zorg", "welzijn zorg")])
def test_a_name_is_never_nothing_and_keeps_the_order_of_its_words(text, key):
    assert name_key(text, COLLEGE) == key


@pytest.mark.parametrize(
    ("name", "others", "meant"),
    [
        ("techniek", ["Techniek en ICT"], "Techniek en ICT"),
        ("ICT", ["Techniek en ICT"], "Techniek en ICT"),
        ("ECO", ["Economie"], "Economie"),
        ("econo", ["Economie"], "Economie"),
        ("econom", ["Economie"], ""),  # longer than one shortens a name
        ("ec", ["Economie"], ""),  # two letters begin too much
        ("cie", ["Economie"], ""),  # its letters, but it does not begin with them
        ("Z&W", ["Zorg en Welzijn"], "Zorg en Welzijn"),
        ("OSV", ["Opvoeding, Sport en Veiligheid"], "Opvoeding, Sport en Veiligheid"),
        ("Techniek en ITC", ["Techniek en ICT"] * 2, "Techniek en ICT"),
        ("Techniek en ITC", ["Techniek en ICT"], ""),  # of two as often used nobody knows which is right
        ("Techniek en ICT", ["techniek"] * 9, ""),  # no part is dropped
        ("Zorg", ["Zorg en Welzijn", "Zorg en Techniek"], ""),
        ("Z&W / T&I", ["Zorg en Welzijn", "Techniek en ICT"], ""),
        ("Zorg 2", ["Zorg 1"] * 3, ""),
        ("Economie", ["Ecologie"] * 3, ""),
        ("Horeca", ["Sport"] * 3, ""),
    ],
)
def test_a_name_may_be_another_in_short_or_misspelt(name, others, meant):
    assert likely_same(Counter([name, *others])).get(name, "") == meant


def test_a_column_with_a_name_for_each_row_holds_no_colleges():
    names = [f"Naam {chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(MOST_NAMES)]
    assert likely_same(Counter(["Naam", names[0]])) == {"Naam": names[0]}
    assert likely_same(Counter(["Naam", *names])) == {}


def test_a_name_that_may_be_another_is_asked_about_on_each_of_its_rows_and_counts_apart(build_register):
    names = ["Techniek & ICT", "techniek", "Techniek en ICT", "Zorg/Welzijn", "Techniek", "?", "zorg en welzijn"]
    rows = [[f"A{n}", f"N{n}", name] for n, name in enumerate(names)]
    register = build_register({"Activiteiten": [["ID", "Naam", "College"], *rows]})
    assert register.colleges == ("techniek", "Techniek & ICT", "Zorg/Welzijn")
    message = "“{}” telt als een college apart. Is dit Techniek & ICT? Gebruik dan die naam"
    assert [(f.severity.value, f.cell, f.message, f.suggestion, f.sure) for f in register.findings] == [
        ("opmerking", "Activiteiten!C3", message.format("techniek"), "Techniek & ICT", False),
        ("opmerking", "Activiteiten!C6", message.format("Techniek"), "Techniek & ICT", False),
    ]


def test_the_word_that_heads_a_column_of_teams_says_nothing_there(build_register):
    rows = [["A1", "Een", "Team Verpleging"], ["A2", "Twee", "verpleging"], ["A3", "Drie", "Verpleging 2"]]
    register = build_register({"Activiteiten": [["ID", "Naam", "Team"], *rows]})
    assert register.activiteiten["team"].tolist() == ["Team Verpleging", "Team Verpleging", "Verpleging 2"]
    assert register.findings == ()
