from datetime import UTC, date, datetime

import pytest

from lrn import clock
from lrn.cli.arguments import selected
from lrn.register.child import find_source
from lrn.register.load import SAMPLE, load


@pytest.mark.parametrize(
    ("utc", "here"),
    [
        (datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC), datetime(2026, 11, 30, 23, 59, 59)),
        (datetime(2026, 11, 30, 23, 30, tzinfo=UTC), datetime(2026, 12, 1, 0, 30)),  # winter: one hour ahead
        (datetime(2026, 6, 30, 21, 59, tzinfo=UTC), datetime(2026, 6, 30, 23, 59)),
        (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), datetime(2026, 7, 1, 0, 30)),  # summer: two
    ],
)
def test_the_day_is_that_of_the_netherlands(monkeypatch, utc, here):
    monkeypatch.setattr(clock, "_utc", lambda: utc)
    assert clock.now() == here
    assert clock.today() == here.date()
    assert clock.at(utc.timestamp()) == here


def test_half_past_eleven_in_utc_is_tomorrow_for_the_register_and_the_command_line(monkeypatch):
    monkeypatch.setattr(clock, "_utc", lambda: datetime(2026, 11, 30, 23, 30, tzinfo=UTC))
    assert load(SAMPLE).checked_on == date(2026, 12, 1)
    assert selected("", None).peildatum == date(2026, 12, 1)


def test_a_workbook_saved_after_midnight_is_of_that_day(tmp_path):
    import os

    path = tmp_path / "register.xlsx"
    path.write_bytes(SAMPLE.read_bytes())
    saved = datetime(2026, 6, 30, 22, 30, tzinfo=UTC).timestamp()
    os.utime(path, (saved, saved))
    assert find_source(path).modified == datetime(2026, 7, 1, 0, 30)


def test_nothing_reads_the_clock_but_this_one():
    """A second reading would be of the day where the server stands."""
    from tests.test_layers import MODULES, ROOT

    asked = (
        "date.today(",
        "datetime.now(",
        "datetime.today(",
        ".fromtimestamp(",
        "utcnow(",
        "datetime.now,",
        "datetime.now)",
    )
    for file in MODULES:
        text = (ROOT / file).read_text(encoding="utf-8")
        found = [words for words in asked if words in text.replace("datetime.now(UTC)", "")]
        assert not found or file == "lrn/clock.py", file
