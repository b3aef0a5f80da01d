import itertools
from collections import Counter
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lrn.measures.combinations import combinations, label, smallest
from lrn.measures.rows.evidence import Evidence, amount
from lrn.selection import Selection

POT = [1, 2, 6, 9, 11]


def cooked(register, named):
    """*register* with an activity for each of the sets of ingredients in *named*."""
    pairs = [(f"A{n}", nr) for n, nrs in enumerate(named) for nr in sorted(nrs)]
    frame = pd.DataFrame({"id": [f"A{n}" for n in range(len(named))], "naam": [f"Naam {n}" for n in range(len(named))]})
    long = pd.DataFrame(pairs, columns=["activiteit", "nr"])
    return replace(register, activiteiten=frame, ingredienten=long.astype({"nr": "int64"}))


def test_what_is_named_together_more_often_than_apart_is_a_dish(register):
    # Of ten activities four name 1, three 2, two 3 and three 9; two name 1 and 3, two 2 and 9. Also two name 1 and 2,
    # and 1 and 9, but that is less than an activity more than 10 × 0,4 × 0,3.
    frame = combinations(register, at_least=2)
    assert list(frame["nrs"]) == [(1, 3), (2, 9)]
    assert list(frame["aantal"]) == [2, 2]
    assert list(frame["verwacht"]) == pytest.approx([0.8, 0.9])
    assert list(frame["keer"]) == pytest.approx([2.5, 2 / 0.9])
    assert list(frame["voorbeelden"]) == [
        ("Zorgnetwerk", "Zorglab Leiden"),
        ("Duurzaam bouwen Gouda", "Energiehub Zoetermeer"),
    ]


def test_two_activities_are_no_dish(register):
    assert combinations(register).empty


@pytest.mark.parametrize(("activities", "least"), [(0, 3), (7, 3), (60, 3), (61, 4), (90, 5), (2000, 100)])
def test_a_dish_is_made_by_three_activities_or_by_one_in_twenty(activities, least):
    assert smallest(activities) == least


def test_only_the_largest_of_combinations_in_the_same_activities_is_a_dish(register):
    frame = combinations(cooked(register, [{6, 7, 8}] * 4 + [set()] * 6))
    assert list(frame["nrs"]) == [(6, 7, 8)]
    assert frame.loc[0, ["aantal", "verwacht"]].tolist() == [4, pytest.approx(10 * 0.4**3)]


def test_an_ingredient_that_all_name_is_in_no_dish(register):
    frame = combinations(cooked(register, [{6, 7, 9}] * 4 + [{9}] * 6))
    assert list(frame["nrs"]) == [(6, 7)]


def test_a_dish_has_the_names_of_its_ingredients():
    assert label((3, 6, 11)) == "Niveaus + Leren + Partners"


def test_a_dish_is_its_evidence(register):
    for row in combinations(register, at_least=2).to_dict("records"):
        evidence = Evidence(where=tuple(("ingredient", str(nr)) for nr in row["nrs"]))
        assert amount(register, Selection(), evidence) == row["aantal"]


@settings(max_examples=60, deadline=None)
@given(named=st.lists(st.sets(st.sampled_from(POT)), max_size=14))
def test_dishes_are_those_of_a_naive_count(register, named):
    found = combinations(cooked(register, named))
    counts = Counter({frozenset(nrs): n for nrs, n in zip(found["nrs"], found["aantal"], strict=True)})
    total = len(named)

    def naive(pot):
        return sum(pot <= nrs for nrs in named)

    for pot, n in counts.items():
        assert n == naive(pot)
        assert not [other for other in counts if pot < other and counts[other] == n]
    for size in range(2, len(POT) + 1):
        for pot in map(frozenset, itertools.combinations(POT, size)):
            n = naive(pot)
            together = n >= 3 and all(n * total - naive(pot - {nr}) * naive(frozenset({nr})) >= total for nr in pot)
            assert together == any(pot <= other and counts[other] == n for other in counts if together or other == pot)
