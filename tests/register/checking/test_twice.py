import time
from itertools import pairwise

import pytest

from lrn.register.checking.twice import _roughly
from lrn.register.model import Severity
from lrn.terms import plain


def partners(build_register, *names):
    rows = [["ID", "Naam"], *([f"P{n}", name] for n, name in enumerate(names, start=1))]
    register = build_register({"Activiteiten": [["ID", "Naam"], ["A1", "Een"]], "Partners": rows})
    assert len(register.partners) == len(names)  # each of them counts
    return [(f.severity, f.cell, f.message) for f in register.findings]


@pytest.mark.parametrize(
    "name",
    [
        "zorgpunt",
        " Zorgpunt ",
        "ZÓRGPUNT",
        "Zorgpunt B.V.",
        "Stichting Zorgpunt",
        "Zorg\u00adpunt",
        "Zorgpunt\u200b",
        "Z\u043ergpunt",
    ],
)
def test_a_partner_that_is_there_already_is_asked_about(build_register, name):
    message = "Deze naam staat ook op rij 2 (P1). Is dat dezelfde organisatie? Gebruik dan één ID: nu telt die als twee partners"
    assert partners(build_register, "Zorgpunt", name) == [(Severity.OPMERKING, "Partners!B3", message)]


def test_a_name_that_is_there_three_times_counts_three_times(build_register):
    found = partners(build_register, "Zorgpunt", "Stad", "zorgpunt", "Zorgpunt")
    assert [cell for _, cell, _ in found] == ["Partners!B4", "Partners!B5"]
    assert all(message.endswith("nu telt die als 3 partners") for *_, message in found)


@pytest.mark.parametrize("name", ["Zorgpunten", "Zorg punt", "Gemeente Zorgpunt", "Zorgpunt 2", "\u65e5\u672c"])
def test_another_name_is_another_partner(build_register, name):
    assert partners(build_register, "Zorgpunt", name) == []


def test_names_in_another_script_are_not_all_one(build_register):
    assert partners(build_register, "\u65e5\u672c", "\u4e2d\u56fd") == []


HEADINGS = ["ID", "Naam", "Gemeente", "Start"]


@pytest.mark.parametrize(
    ("second", "asked"),
    [
        (["Lunch & leren", "Leiden", "1-9-2025"], True),
        (["lunch en leren", "gem. Leiden", "2025-09-01"], True),
        (["Lunch en leren", "Gouda", "1-9-2025"], False),  # it is held in every town
        (["Lunch en leren", "Leiden", "1-9-2026"], False),  # and every year
        (["Lunch en leren", "", ""], False),
        (["Ander gesprek", "Leiden", "1-9-2025"], False),
    ],
)
def test_an_activity_is_asked_about_when_place_and_start_are_the_same_too(build_register, second, asked):
    rows = [HEADINGS, ["A1", "Lunch en leren", "Leiden", "1-9-2025"], ["A2", *second]]
    register = build_register({"Activiteiten": rows})
    message = "Naam, plaats en start zijn die van rij 2 (A1). Is dat dezelfde activiteit? Haal dan een van de twee weg"
    assert [(f.cell, f.message) for f in register.findings] == ([("Activiteiten!B3", message)] if asked else [])


@pytest.mark.parametrize("gemeente", ["", "Atlantis"])
def test_activities_of_which_the_place_is_not_known_are_not_compared(build_register, gemeente):
    rows = [HEADINGS, *([f"A{n}", "Lunch", gemeente, ""] for n in range(3))]
    register = build_register({"Activiteiten": rows})
    assert {f.column for f in register.findings} <= {"Gemeente"}


def test_a_row_that_does_not_count_is_no_second_one(build_register):
    rows = [HEADINGS, ["A1", "Lunch", "Leiden", ""], ["A1", "Lunch", "Leiden", ""]]
    assert [f.severity for f in build_register({"Activiteiten": rows}).findings] == [Severity.FOUT]


def test_names_are_sieved_no_finer_than_they_are_compared():
    same = [
        "Zórg & Welzijn",
        "zorg en welzijn",
        "ZORG-EN  WELZIJN",
        "Z\u043erg en welzijn",
        "\uff3aorg\u200b en welzijn",
    ]
    assert all(plain(one) == plain(other) for one, other in pairwise(same))
    assert set(_roughly(same)) == {b"zorgenwelzijn"}


def test_a_hundred_thousand_names_are_quick():
    names = [f"Activiteit {n} van het netwérk" for n in range(100_000)]
    begun = time.process_time()
    assert len(set(_roughly(names))) == 100_000
    assert time.process_time() - begun < 3  # a quarter of a second; one by one it takes three
    begun = time.process_time()
    _roughly(["a" + "\u0301" * 16_000 + "\u0323" * 16_000] * 50)
    assert time.process_time() - begun < 3
