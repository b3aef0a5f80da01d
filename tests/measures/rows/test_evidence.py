from datetime import date

import pytest

from lrn.measures.rows import evidence
from lrn.measures.rows.conditions import ACTIVITY, LINE, PARTNER
from lrn.measures.rows.evidence import Evidence, amount, read, rows
from lrn.measures.themes import NETWERK
from lrn.selection import Selection

NOW = Selection(peildatum=date(2026, 10, 1))


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, ["K01", "K02", "K03", "K04", "K05", "K06", "K07"]),
        ({"plaats": "AM19"}, ["K01"]),
        ({"plaats": "AM20"}, ["K06"]),
        ({"plaats": "zonder"}, ["K07"]),
        ({"plaats": "elders"}, ["K05"]),
        ({"gemeente": "GM0632"}, ["K03"]),
        ({"gemeente": "GM1892"}, ["K05"]),
        ({"gemeente": "zonder"}, ["K06", "K07"]),
        ({"gemeente": "GM0513"}, []),
        ({"college": "Techniek"}, ["K02", "K05"]),
        ({"college": ""}, ["K04", "K07"]),
        ({"vorm": "livinglab"}, ["K01"]),
        ({"status": "voorbereiding"}, ["K02"]),
        ({"thema": "klimaat"}, ["K02", "K05"]),
        ({"thema": "klimaat", "plaats": "AM34"}, ["K02"]),
        ({"thema": "zorg", "college": "Zorg en Welzijn"}, ["K01", "K06"]),
        ({"thema": "arbeidsmarkttransities"}, ["K01", "K02", "K04", "K06"]),
        ({"thema": "arbeidsmarkttransities", "plaats": "AM21"}, ["K04"]),
        ({"thema": "recreatie"}, []),
        ({"ingredient": 1}, ["K01", "K03", "K06"]),
        ({"ingredient": 9, "plaats": "GM0632"}, ["K03"]),
        ({"ingredient": 5}, []),
        ({"dag": "2026-06-30"}, ["K01", "K02", "K03", "K04", "K05", "K06", "K07", "K08"]),
        ({"dag": "2026-07-01"}, ["K01", "K02", "K03", "K04", "K05", "K06", "K07"]),
        ({"dag": "2025-06-30"}, ["K01", "K03", "K04", "K07", "K08"]),
        ({"erbij": "2025-06-30"}, ["K02", "K05", "K06"]),
        ({"erbij": "2025-06-30", "thema": "zorg"}, ["K06"]),
        ({"voorbij": "2026-07-01"}, []),
        ({"zonder_einde": "ja", "basis": "altijd"}, []),
        ({"voorbij": "2026-06-30"}, ["K08"]),
        ({"voorbij": "2026-06-30", "thema": "wonen"}, ["K08"]),
        ({"voorbij": "2026-06-30", "thema": "zorg"}, []),
        ({"basis": "register", "ingredient": 1}, ["K01", "K03", "K06", "K08"]),
        ({"begonnen": "2026-04-01"}, ["K06"]),
        ({"begonnen": "2026-01-15"}, ["K02", "K06"]),
        ({"begonnen": "2026-01-16", "plaats": "AM20"}, ["K06"]),
        ({"eindigt": "2026-12-31"}, ["K02"]),
        ({"eindigt": "2026-12-30"}, []),
        ({"afgelopen": "2026-06-30"}, ["K08"]),
        ({"afgelopen": "2026-07-01"}, []),
        ({"afgelopen": "2026-06-30", "thema": "zorg"}, []),
        ({"activiteit": "K03"}, ["K03"]),
        ({"gemeente_in": "AM19"}, ["K01"]),
        ({"gemeente_in": "AM20"}, []),  # of K06 only the region is known
        ({"netwerkthema": "ja"}, ["K01", "K02", "K04", "K06"]),
        ({"niet_genoemd": "1"}, ["K02", "K04", "K05", "K07"]),
        ({"partner": "P1"}, ["K01", "K02"]),
        ({"partner": "P3"}, []),
        ({"partner": "P3", "basis": "altijd"}, ["K08"]),
        ({"bijgewerkt": "onbekend"}, ["K02", "K04", "K05", "K06", "K07"]),
        ({"actualiseren": "365"}, ["K03"]),
        ({"actualiseren": "365", "basis": "altijd"}, ["K03", "K08"]),
        ({"actualiseren": "20", "basis": "altijd"}, ["K01", "K03", "K08"]),
    ],
    ids=str,
)
def test_a_figure_is_followed_to_the_activities_behind_it(register, conditions, expected):
    evidence = Evidence.of(**conditions)
    assert list(rows(register, NOW, evidence)["id"]) == expected
    assert amount(register, NOW, evidence) == len(expected)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, ["P1", "P2"]),
        ({"plaats": "AM19"}, ["P1", "P2"]),
        ({"plaats": "AM34"}, ["P1"]),
        ({"plaats": "AM20"}, []),
        ({"basis": "register"}, ["P1", "P2", "P3", "P4"]),
        ({"basis": "register", "gevestigd": "AM21", "strategisch": "ja"}, ["P2", "P4"]),
        ({"doet_mee_in": "AM34"}, ["P1"]),
        ({"doet_mee_in_gemeente": "GM0637"}, ["P1"]),
        ({"plaats": "AM19", "doet_mee_in": "AM34"}, ["P1"]),
        ({"plaats": "AM21", "doet_mee_in": "AM34"}, []),
        ({"plaats": "AM21", "doet_mee_in": "AM19"}, ["P2"]),
        ({"past_bij": "arbeidsmarkttransities"}, ["P2"]),
        ({"past_bij": "arbeidsmarkttransities", "doet_mee_in": "AM34"}, []),
        ({"past_bij": "onderwijs"}, []),
        ({"soort": "overheid"}, ["P1"]),
        ({"soort": ""}, []),
    ],
    ids=str,
)
def test_partners_are_followed_too(register, conditions, expected):
    assert list(rows(register, NOW, Evidence.of("partners", **conditions))["id"]) == expected


@pytest.mark.parametrize(
    ("unit", "conditions", "expected"),
    [
        ("partners", {"dag": "2025-06-30"}, ["P1", "P2", "P3"]),
        ("partners", {"voorbij": "2025-06-30"}, ["P3"]),
        ("partners", {"erbij": "2025-06-30"}, []),  # P1 takes part in K02 too, and took part in K01 already
        ("verbindingslijnen", {"erbij": "2025-06-30"}, ["L2"]),
        ("verbindingslijnen", {"voorbij": "2025-06-30"}, []),  # L3 leaves K08, but reaches Midden-Holland
    ],
    ids=str,
)
def test_partners_and_lines_that_came_and_went_are_followed_too(register, unit, conditions, expected):
    assert list(rows(register, NOW, Evidence.of(unit, **conditions))["id"]) == expected


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([], ["L1", "L2", "L3", "L5"]),
        # L3 leaves K08, which has ended, for Midden-Holland; L4 is yet to begin
        (["AM19"], ["L1", "L2", "L5"]),
        (["AM20"], ["L2", "L3"]),
        (["GM0632"], ["L1", "L5"]),
        (["AM34"], []),
        (["AM19", "AM20"], ["L2"]),
        (["AM19", "GM0632"], ["L1", "L5"]),
        (["AM20", "GM0632"], []),
    ],
    ids=str,
)
def test_lines_are_followed_too(register, places, expected):
    evidence = Evidence("verbindingslijnen", tuple(("raakt_plaats", place) for place in places))
    assert list(rows(register, NOW, evidence)["id"]) == expected
    assert read(evidence.parameters) == (evidence, [])


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (None, []),
        ("netwerk", ["K02"]),
        ("peildatum", ["K02", "K05"]),
        ("register", ["K02", "K05", "K08"]),
        ("altijd", []),
    ],
)
def test_a_figure_can_be_counted_over_more_than_was_chosen(register, basis, expected):
    selection = Selection(peildatum=date(2026, 10, 1), regio=("AM19",), ingredient=(8,))
    assert list(rows(register, selection, Evidence.of(thema="klimaat", basis=basis))["id"]) == expected


def test_another_day_can_be_counted_over_more_than_was_chosen(register):
    selection = Selection(peildatum=date(2026, 10, 1), regio=("AM19",))
    assert amount(register, selection, Evidence.of(dag="2025-06-30", basis="netwerk")) == 5
    assert amount(register, selection, Evidence.of(dag="2025-06-30")) == 1


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"thema": "zorg"}, ["L1"]),  # of K01; the lines between places have no theme
        ({"thema": "recreatie"}, []),
        ({"plaats": "AM19"}, ["L1", "L2", "L5"]),  # of K01, of Leiden, and of the region itself
        ({"gemeente": "GM0632"}, ["L1", "L5"]),  # of K03 in Woerden, and of Woerden
        ({"plaats": "AM19", "thema": "zorg"}, ["L1"]),
    ],
    ids=str,
)
def test_lines_are_narrowed_as_a_selection_would(register, conditions, expected):
    assert list(rows(register, NOW, Evidence.of("verbindingslijnen", **conditions))["id"]) == expected


def test_lines_are_narrowed_by_their_form(register):
    assert list(rows(register, NOW, Evidence.of("verbindingslijnen", lijnvorm="kennisdeling"))["id"]) == ["L1", "L3"]


def test_different_ingredients_are_counted_and_their_activities_shown(register):
    evidence = Evidence.of("ingredienten", plaats="AM19")
    assert amount(register, NOW, evidence) == 3
    assert list(rows(register, NOW, evidence)["id"]) == ["K01"]


def test_two_ingredients_must_both_be_named(register):
    evidence = Evidence.of(ingredient=1).also(ingredient=9)
    assert list(rows(register, NOW, evidence)["id"]) == ["K03"]


def test_the_same_can_be_asked_of_other_rows():
    evidence = Evidence.of("partners", thema="zorg", strategisch="ja")
    assert evidence.counting("activiteiten") == Evidence.of(thema="zorg")
    assert evidence.counting("partners") == evidence


def test_evidence_travels_in_a_link():
    evidence = Evidence.of("partners", thema="zorg", plaats="AM19", college="Zorg: en & Welzijn")
    assert evidence.parameters == ["telt:partners", "thema:zorg", "plaats:AM19", "college:Zorg: en & Welzijn"]
    assert read(evidence.parameters) == (evidence, [])


def test_what_a_link_asks_that_nobody_knows_is_told():
    asked = [
        "thema:zorg",
        "thema:tuinieren",
        "kleur:rood",
        "dag:morgen",
        "dag:20261001",
        "telt:auto's",
        "ingredient:12",
    ]
    found, unknown = read(asked)
    assert found == Evidence.of(thema="zorg")
    assert unknown == asked[1:]


def test_what_a_link_says_twice_counts_once_and_what_is_empty_says_nothing():
    assert read(["thema:zorg", "", "thema:zorg", "x", "x"]) == (Evidence.of(thema="zorg"), ["x"])


def test_evidence_that_cannot_be_is_refused():
    with pytest.raises(ValueError, match="tuinieren"):
        Evidence.of(thema="tuinieren")


def test_every_condition_and_setting_says_how_it_is_counted():
    values = {
        "dag": "2026-06-30",
        "erbij": "2026-06-30",
        "voorbij": "2026-06-30",
        "afgelopen": "2026-06-30",
        "basis": "altijd",
        "te_zien": "3",
        "niet_te_zien": "3",
        "los": "lijnen",
        "tussen": "regios",
        "actualiseren": "365",
        "ongeacht": "college",
    }
    for name in (*ACTIVITY, *PARTNER, *LINE, *evidence._SETTING):
        asked = Evidence(where=((name, values.get(name, "1")),))
        assert len(asked.definitions) == 1, name
    assert len(Evidence.of(thema=NETWERK, basis="peildatum").definitions) == 3


@pytest.mark.parametrize("where", [{"plaats": "AM34"}, {"gemeente": "GM0546"}])
def test_beside_a_place_it_is_not_said_that_place_does_not_matter(where):
    asked = Evidence.of(basis="netwerk", ingredient=5).also(**where)
    assert not any("ongeacht regio of gemeente" in text for text in (*asked.phrases(), *asked.definitions))
    assert "de peildatum en de andere filters wel" in asked.definitions[0]
    assert "ongeacht regio of gemeente" in Evidence.of(basis="netwerk", ingredient=5).phrases()


def test_each_kind_is_defined_in_its_own_words():
    assert "drie thema's" in Evidence.of(thema="zorg").definitions[0]
    assert "drie ingrediënten" in Evidence.of(ingredient=6).definitions[0]
    assert "thema's" not in Evidence.of(ingredient=6).definitions[0]


@pytest.mark.parametrize(
    ("asked", "peildatum", "first"),
    [
        (Evidence(), date(2026, 10, 1), "Actief op de peildatum"),
        (Evidence(), None, "Alle getelde activiteiten"),
        (Evidence.of(gemeente="GM0513"), date(2026, 10, 1), "Actief op de peildatum"),
        (Evidence.of(dag="2025-10-01"), date(2026, 10, 1), "Geteld op de dag die hier staat"),
        (Evidence.of("partners", basis="register"), date(2026, 10, 1), "Alle rijen van het werkblad"),
    ],
)
def test_the_day_that_counts_is_said_first(asked, peildatum, first):
    assert asked.defined_on(Selection(peildatum=peildatum))[0].startswith(first)


def test_evidence_says_what_it_counts():
    evidence = Evidence.of(thema="zorg", plaats="GM0632", dag="2026-06-30")
    assert evidence.phrases() == ["thema zorg", "Woerden (Midden-Utrecht)", "op 30 juni 2026"]
    assert "Een activiteit met drie thema's staat bij elk daarvan" in evidence.definitions[0]
    assert "Woerden staat apart" in evidence.definitions[1]
