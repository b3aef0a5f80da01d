"""What is kept of a visit: by its token only, few at a time, and not for ever."""

from __future__ import annotations

import pytest

from lrn.ui.base.visits import Visits


@pytest.fixture
def clock():
    class Clock:
        now = 0.0

        def __call__(self) -> float:
            return self.now

    return Clock()


@pytest.fixture
def visits(clock):
    return Visits(most=3, size=300, seconds=60, timer=clock)


def test_a_visit_is_found_by_its_token_only(visits):
    visits.put("a", "van a", 10)
    assert visits.find("a") == "van a"
    assert visits.find("b") is None
    assert visits.find("") is None


def test_it_lasts_as_long_as_somebody_comes_by(visits, clock):
    visits.put("a", "van a", 10)
    for _ in range(5):
        clock.now += 59
        assert visits.find("a") == "van a"
    clock.now += 61
    assert visits.find("a") is None
    assert len(visits) == 0


def test_of_too_many_the_one_that_was_away_longest_goes(visits, clock):
    for token in "abc":
        clock.now += 1
        visits.put(token, token, 1)
    clock.now += 1
    assert visits.find("a") == "a"
    visits.put("d", "d", 1)
    assert [visits.find(token) for token in "abcd"] == ["a", None, "c", "d"]


def test_there_are_never_more_bytes_than_allowed_and_one_that_is_too_large_is_not_kept(visits):
    visits.put("a", "a", 200)
    visits.put("b", "b", 200)
    assert visits.find("a") is None
    visits.put("c", "c", 301)
    assert visits.find("c") is None
    assert visits.find("b") == "b"


def test_what_is_let_go_is_gone(visits):
    visits.put("a", "a", 1)
    visits.drop("a")
    visits.drop("a")
    assert visits.find("a") is None
