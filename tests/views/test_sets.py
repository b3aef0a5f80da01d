"""Own sets: what they are of, and that each can be found by its name."""

from datetime import date

import pytest

from lrn.register.load import SAMPLE, load
from lrn.selection import Selection
from lrn.views import sets
from lrn.views.meetings import MEETINGS
from lrn.views.sets import ViewSet

TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def sample():
    return load(SAMPLE, today=TODAY)


def test_a_set_shows_its_views_in_its_order_and_without_views_those_of_its_meeting():
    meeting = MEETINGS["cvb"]
    own = ViewSet("X", "cvb", ("verloop", "titel"))
    assert own.shown.scenes == ("verloop", "titel")
    assert (own.shown.key, own.shown.asks) == (meeting.key, meeting.asks)
    assert own.left_out == tuple(key for key in meeting.scenes if key not in ("titel", "verloop"))
    assert ViewSet("X", "cvb").shown == meeting
    assert ViewSet("X", "cvb").left_out == ()


def test_no_two_sets_have_one_name_and_none_is_lost():
    same = [ViewSet("Mei"), ViewSet("MEI", "cvb"), ViewSet("Mei (2)", "college"), ViewSet("Juni")]
    found, told = sets.each_by_a_name(same)
    assert [each.name for each in found] == ["Mei", "MEI (2)", "Mei (2) (2)", "Juni"]
    assert [each.meeting for each in found] == [each.meeting for each in same]
    assert [sentence.count("meer dan één reeks") for sentence in told] == [1, 1]
    assert sets.find(" mei  (2) ", found).meeting == "cvb"
    assert sets.find("", found) is None


@pytest.mark.parametrize(
    "selection",
    [
        Selection(peildatum=TODAY),
        Selection(peildatum=date(2026, 10, 1), regio=("AM20", "AM19"), thema=("zorg",), ingredient=(3,)),
        Selection(peildatum=TODAY, gemeente=("GM0513",), netwerkthema=False, vergelijk="kwartaal"),
        Selection(peildatum=None, vergelijk="2026-01-31"),
    ],
)
def test_what_a_set_says_of_a_selection_gives_it_back(sample, selection):
    own = ViewSet("X", selection=sets.said(selection, TODAY))
    assert sets.selection_of(own, sample, TODAY) == (selection, [])


def test_a_set_of_today_is_of_each_day_on_which_it_is_opened(sample):
    own = ViewSet("X", selection=sets.said(Selection(peildatum=TODAY, regio=("AM20",)), TODAY))
    later, _ = sets.selection_of(own, sample, date(2027, 2, 1))
    assert later == Selection(peildatum=date(2027, 2, 1), regio=("AM20",))


def test_what_the_register_does_not_know_is_said_and_the_rest_is_chosen(sample):
    asked = {"regio": ("Marsland", "AM20"), "peildatum": ("31 juni",), "vergelijk": ("ooit",), "college": ("x" * 99,)}
    found, told = sets.selection_of(ViewSet("X", selection=asked), sample, TODAY)
    assert found == Selection(peildatum=TODAY, regio=("AM20",))
    assert len(told) == len(asked)
    assert told[0].startswith("De reeks ‘X’ kiest ‘Marsland’ bij Regio: dat kent dit register niet")
    assert max(map(len, told)) < 200
