import pytest

from lrn.views.meetings import MEETINGS, SCENES, USUAL, find


def test_the_meetings_of_the_network_are_there():
    assert list(MEETINGS) == ["netwerk", "cvb", "regio-overleg", "college", "3o-overleg", "bovenregionaal"]


@pytest.mark.parametrize("meeting", MEETINGS.values(), ids=MEETINGS)
def test_a_meeting_shows_known_views_each_once_and_tells_at_the_end_how_it_was_counted(meeting):
    assert set(meeting.scenes) <= set(SCENES)
    assert len(set(meeting.scenes)) == len(meeting.scenes)
    assert meeting.scenes[:2] == ("titel", "valt_op")
    assert meeting.asks
    assert meeting.scenes[-1] == "verantwoording"


def test_every_view_is_shown_somewhere():
    assert {view for meeting in MEETINGS.values() for view in meeting.scenes} == set(SCENES)


@pytest.mark.parametrize(
    ("text", "key"), [("CvB", "cvb"), (" 3o-Overleg ", "3o-overleg"), ("College van Bestuur", "cvb")]
)
def test_a_meeting_is_found_by_key_and_name(text, key):
    assert find(text).key == key


def test_what_is_no_meeting_is_not_found():
    assert find("borrel") is None
    assert USUAL.key == "netwerk"
