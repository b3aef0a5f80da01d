from datetime import date

import pytest

from lrn.register.dates import date_value
from lrn.register.reading import Read


@pytest.mark.parametrize(
    "text",
    [
        "2026-10-01",
        "2026-10-01 00:00:00",
        "2026-10-01T08:30:00",
        "2026/10/01",
        "1-10-2026",
        "01-10-2026",
        "1/10/2026",
        "1.10.2026",
        "1 10 2026",
        "1-10-26",
        "1-10-2026 09:00",
        "1 oktober 2026",
        "1 Oktober 2026",
        "1 OKTOBER 2026",
        "1 okt 2026",
        "1 okt. 2026",
        "1-okt-2026",
        "1-okt-26",  # how Excel shows a date by default
        "1e oktober 2026",
        "donderdag 1 oktober 2026",
        "Donderdag 1 oktober 2026",
        "  1  oktober   2026 ",
        "1\u00a0oktober\u00a02026",
    ],
)
def test_a_date_is_read_in_every_spelling(text):
    assert date_value(text) == Read(date(2026, 10, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3-4-2026", date(2026, 4, 3)),
        ("12/11/2026", date(2026, 11, 12)),
        ("13-1-2026", date(2026, 1, 13)),
        ("1 januari 2026", date(2026, 1, 1)),
        ("2 feb 2026", date(2026, 2, 2)),
        ("3 mrt 2026", date(2026, 3, 3)),
        ("3 maart 2026", date(2026, 3, 3)),
        ("4 mei 2026", date(2026, 5, 4)),
        ("5 juni 2026", date(2026, 6, 5)),
        ("6 aug. 2026", date(2026, 8, 6)),
        ("7 sept 2026", date(2026, 9, 7)),
        ("29-2-2028", date(2028, 2, 29)),
    ],
)
def test_the_day_comes_before_the_month(text, day):
    assert date_value(text) == Read(day)


@pytest.mark.parametrize("text", ["31-2-2026", "29-2-2026", "1-13-2026", "2026-13-01", "32 januari 2026", "0-1-2026"])
def test_a_day_that_does_not_exist_is_no_date(text):
    read = date_value(text)
    assert read.value is None
    assert len(read.remarks) == 1
    assert text in read.remarks[0].message


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2026", "1-1-2026"),
        ("oktober 2026", "1-10-2026"),
        ("46296", "1-10-2026"),
        ("voorjaar 2026", ""),
        ("n.n.b.", ""),
        ("?", ""),
    ],
)
def test_a_text_that_is_no_date_says_what_was_probably_meant(text, meant):
    read = date_value(text)
    assert read.value is None
    assert [r.suggestion for r in read.remarks] == [meant]
    assert "geen datum" in read.remarks[0].message


@pytest.mark.parametrize("text", ["1 - 6 - 2026", "1 juni, 2026", "1 jun '26", "20260601", "01-06-'26"])
def test_a_date_with_stray_spaces_or_signs_is_read(text):
    assert date_value(text).value == date(2026, 6, 1)
