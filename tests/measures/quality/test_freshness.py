from datetime import date

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lrn import vocabulary as v
from lrn.measures.quality.freshness import (
    age_phrase,
    ages,
    contact_role,
    not_updated_for,
    per_college,
    to_update,
    within,
    without_date,
)
from lrn.register.checking.activities import DAYS_FRESH
from lrn.terms import plain

TODAY = date(2026, 10, 1)

# fmt: off
# Days until 1 October 2026: a 30, b 400, c none, d 366, e 365, f 500, g future, h 731, i none.
ROWS = [
    ["ID", "Naam", "Gemeente", "College", "Status", "Einde", "Opbrengst", "Contactpersoon", "E-mail", "Bijgewerkt"],
    ["a", "Aarde", "Leiden", "Zorg", "actief", "", "", "Noor Vos", "noor@voorbeeld.nl", date(2026, 9, 1)],
    ["b", "Beek", "", "techniek", "afgerond", date(2026, 6, 30), "", "teamleider Sam Kok", "", date(2025, 8, 27)],
    ["c", "Cel", "", "", "gestopt", "", "", "", "", ""],
    ["d", "Dak", "", "", "", date(2026, 10, 1), "", "practor", "", date(2025, 9, 30)],
    ["e", "Eb", "", "Zorg", "actief", "", "", "", "", date(2025, 10, 1)],
    ["f", "Fuut", "", "Zorg", "actief", date(2026, 9, 30), "een les", "", "", date(2025, 5, 19)],
    ["g", "Gist", "", "Economie", "verkenning", "", "", "", "", date(2026, 12, 1)],
    ["h", "Hof", "", "Zorg", "gestopt", "", "een les", "", "", date(2024, 9, 30)],
    ["i", "Ijs", "", "Zorg", "afgerond", "", "", "", "", ""],
]
# fmt: on


@pytest.fixture(scope="module")
def listed(build_register):
    return ages(build_register({"Activiteiten": ROWS}), today=TODAY)


def test_an_age_is_in_days_and_never_below_zero(listed):
    assert list(listed.columns) == [
        "id", "naam", "plaats", "college", "status", "einde", "bijgewerkt", "dagen", "voorbij", "opbrengst",
        "contactrol", "rij",
    ]  # fmt: skip
    assert listed["dagen"].astype(object).where(listed["dagen"].notna(), None).tolist() == [
        30, 400, None, 366, 365, 500, 0, 731, None,
    ]  # fmt: skip
    assert listed["dagen"].dtype == "Int64"
    assert without_date(listed) == 2


def test_past_is_by_status_or_by_an_end_before_today(listed):
    assert listed.loc[listed["voorbij"], "id"].tolist() == ["B", "C", "F", "H", "I"]
    assert listed.loc[listed["opbrengst"], "id"].tolist() == ["F", "H"]
    assert listed["rij"].tolist() == [2, 3, 4, 5, 6, 7, 8, 9, 10]


def test_a_register_of_any_selection_will_do(register):
    some = ages(register, today=TODAY)
    assert some.loc[some["dagen"].notna(), ["id", "dagen"]].to_numpy().tolist() == [["K01", 30], ["K03", 638]]
    assert some.loc[some["voorbij"], "id"].tolist() == ["K08"]


def test_without_activities_there_is_nothing_to_update(build_register):
    none = ages(build_register({"Activiteiten": [["ID", "Naam"]]}), today=TODAY)
    assert none.empty
    assert to_update(none).empty
    assert per_college(none).empty
    assert without_date(none) == 0


def test_what_asks_for_a_look_is_listed_by_college_oldest_first(listed):
    assert to_update(listed)[["college", "id", "reden"]].to_numpy().tolist() == [
        ["techniek", "B", "langer dan een jaar niet bijgewerkt; voorbij, nog zonder opbrengst"],
        ["Zorg", "H", "langer dan een jaar niet bijgewerkt"],
        ["Zorg", "F", "langer dan een jaar niet bijgewerkt"],
        ["Zorg", "I", "voorbij, nog zonder opbrengst"],
        ["Zonder college", "D", "langer dan een jaar niet bijgewerkt"],
        ["Zonder college", "C", "voorbij, nog zonder opbrengst"],
    ]


def test_the_threshold_can_be_moved(listed):
    assert to_update(listed, older_than=364)["id"].tolist() == ["B", "H", "F", "E", "I", "D", "C"]
    assert to_update(listed, older_than=731)["reden"].unique().tolist() == ["voorbij, nog zonder opbrengst"]
    assert to_update(listed, older_than=500).loc[1, "reden"] == "langer dan 500 dagen niet bijgewerkt"


@pytest.mark.parametrize(
    ("days", "phrase"),
    [
        (DAYS_FRESH, "langer dan een jaar niet bijgewerkt"),
        (730, "langer dan 2 jaar niet bijgewerkt"),
        (180, "langer dan 180 dagen niet bijgewerkt"),
        (1, "langer dan 1 dag niet bijgewerkt"),
    ],
)
def test_the_reason_follows_the_threshold(days, phrase):
    assert not_updated_for(days) == phrase


def test_the_default_is_the_year_of_the_check(listed, build_register):
    remarked = [f.row for f in build_register({"Activiteiten": ROWS}).findings if f.column == "Bijgewerkt"]
    assert sorted(to_update(listed).loc[lambda x: x["dagen"] > DAYS_FRESH, "rij"]) == sorted(remarked)


def test_colleges_stand_in_alphabetical_order(listed):
    frame = per_college(listed)
    assert frame.astype(object).where(frame.notna(), None).to_numpy().tolist() == [
        ["Economie", 1, 0, 0],
        ["techniek", 1, 400, 1],
        ["Zorg", 5, 432.5, 3],  # of 30, 365, 500 and 731
        ["Zonder college", 2, 366, 2],
    ]


def test_a_college_that_noted_no_dates_has_no_median(build_register):
    rows = [["ID", "Naam", "College"], ["a", "x", "Zorg"]]
    frame = per_college(ages(build_register({"Activiteiten": rows}), today=TODAY))
    assert frame["mediaan_dagen"].isna().all()
    assert age_phrase(frame["mediaan_dagen"].iloc[0]) == "onbekend"


def test_what_is_listed_is_what_a_college_has_to_update(listed):
    for older_than in (0, 100, DAYS_FRESH, 600):
        asked = per_college(listed, older_than=older_than)["te_actualiseren"].sum()
        assert asked == len(to_update(listed, older_than=older_than))


@pytest.mark.parametrize(
    ("days", "phrase"),
    [
        (0, "0 dagen"),
        (1, "1 dag"),
        (6, "6 dagen"),
        (7, "1 week"),
        (27, "3 weken"),
        (30, "4 weken"),
        (31, "1 maand"),
        (61, "2 maanden"),
        (364, "11 maanden"),
        (365, "1 jaar"),
        (729, "1 jaar"),
        (730, "2 jaar"),
        (432.5, "1 jaar"),
        (None, "onbekend"),
        (pd.NA, "onbekend"),
        (float("nan"), "onbekend"),
    ],
)
def test_an_age_is_told_in_whole_units(days, phrase):
    assert age_phrase(days) == phrase


@pytest.mark.parametrize(
    ("days", "phrase"),
    [
        (None, "onbekend"),
        (0, "1 dag"),
        (1.5, "2 dagen"),
        (6, "6 dagen"),
        (7, "1 week"),
        (8, "2 weken"),
        (28, "4 weken"),
        (29, "1 maand"),
        (31, "2 maanden"),
        (365, "12 maanden"),
        (366, "13 maanden"),
        (730, "24 maanden"),
        (731, "3 jaar"),
    ],
)
def test_in_how_long_something_was_updated_is_rounded_up(days, phrase):
    assert within(days) == phrase


# ── Contact persons ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("coördinator", "coördinator"),
        ("COORDINATOR", "coördinator"),
        ("Noor Vos (teamleider)", "teamleider"),
        ("Noor Vos, praktijkdocent", "praktijkdocent"),
        ("docent en teamleider", "teamleider"),
        ("docent-onderzoeker Sam Kok", "docent-onderzoeker"),
        ("team leider zorg", "teamleider"),
        ("Accountmanager", "relatiebeheerder"),
        ("regio-coördinator", "coördinator"),
        ("teamleider.zorg@voorbeeld.nl", "teamleider"),
        ("Noor Vos", "staat in de werkmap"),
        ("noor@voorbeeld.nl", "staat in de werkmap"),
        ("Docententeam", "staat in de werkmap"),
        ("Docentius", "staat in de werkmap"),
        ("06-12345678", "staat in de werkmap"),
        ("…", "staat in de werkmap"),
        ("", "niet ingevuld"),
        ("  ", "niet ingevuld"),
        (None, "niet ingevuld"),
    ],
)
def test_of_a_contact_person_only_the_function_is_shown(cell, shown):
    assert contact_role(cell) == shown


FUNCTIONS = [spelling for term in v.CONTACTROLLEN.terms for spelling in (term.label, *term.aliases)]
ANSWERS = {*v.CONTACTROLLEN.codes, "staat in de werkmap", "niet ingevuld"}
WORD = st.one_of(
    st.text(max_size=12),
    st.sampled_from(FUNCTIONS),
    st.sampled_from(["Noor", "Vos", "de", "Kok", "noor@voorbeeld.nl", "teamleiderVos", "Meester", "van Dam"]),
)


@settings(max_examples=400)
@given(st.lists(WORD, max_size=6).map(" ".join))
@example("Noor Vos praktijkdocent")
def test_no_other_word_of_the_cell_comes_out(cell):
    shown = contact_role(cell)
    assert shown in ANSWERS  # one of a closed list that is written in the vocabulary, whatever the cell holds
    typed = set(plain(cell).split())
    if shown in v.CONTACTROLLEN.codes:
        spelled = [set(plain(spelling).split()) for spelling in FUNCTIONS if v.CONTACTROLLEN.find(spelling) == shown]
        assert any(words <= typed for words in spelled)
    else:
        assert not typed & set(v.CONTACTROLLEN.codes)


@given(st.sampled_from(FUNCTIONS), st.sampled_from(["Noor Vos", "S. de Kok", "J.P. van Dam-Smit"]))
def test_a_function_is_found_beside_any_name(function, name):
    for cell in (f"{name}, {function}", f"{function.upper()} {name}", f"{name} ({function})"):
        assert contact_role(cell) == v.CONTACTROLLEN.find(function)


def test_every_spelling_of_a_function_is_its_own():
    for term in v.CONTACTROLLEN.terms:
        assert {v.CONTACTROLLEN.find(spelling) for spelling in (term.label, *term.aliases)} == {term.code}
        assert term.label == term.code


def test_no_contact_details_are_in_the_frames(listed):
    for frame in (listed, to_update(listed), per_college(listed)):
        shown = frame.to_csv()
        assert not [text for text in ("Noor", "Sam", "Kok", "@") if text in shown]
