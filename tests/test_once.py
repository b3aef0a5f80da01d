"""What is counted once while a deck is made: the same thing only, and only until it is done."""

import pandas as pd
import pytest

from lrn.once import counting_once, once


@pytest.fixture
def count():
    asked = []

    @once
    def rows(frame, *, extra=0):
        asked.append(len(frame))
        return [len(frame) + extra]

    rows.asked = asked
    return rows


def test_within_it_the_same_frame_is_counted_once_and_another_with_the_same_rows_is_not(count):
    frame = pd.DataFrame({"id": ["A", "B"]})
    with counting_once():
        assert count(frame) is count(frame)
        assert count(frame, extra=1) == [3]
        assert count(frame.copy()) == [2]
    assert count.asked == [2, 2, 2]


def test_after_it_and_without_it_nothing_is_kept(count):
    frame = pd.DataFrame({"id": ["A"]})
    for _ in range(2):
        with counting_once(), counting_once():  # the inner one is of the outer one
            count(frame)
            count(frame)
    count(frame)
    count(frame)
    assert len(count.asked) == 4


def test_a_frame_that_is_gone_is_not_taken_for_another_at_the_same_place(count):
    with counting_once():
        assert [count(pd.DataFrame({"id": range(amount)}))[0] for amount in range(50)] == list(range(50))


def test_what_goes_wrong_is_tried_again():
    tried = []

    @once
    def broken(number):
        tried.append(number)
        raise LookupError

    with counting_once():
        for _ in range(2):
            with pytest.raises(LookupError):
                broken(1)
    assert tried == [1, 1]
