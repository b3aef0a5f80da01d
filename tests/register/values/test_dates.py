from datetime import date, timedelta

import pytest

from lrn.register.columns import SHEETS, Kind
from lrn.register.rules import Rule
from lrn.register.values.cell import reader
from lrn.register.values.dates import date_value, day_first, month_first
from lrn.register.values.periods import period
from lrn.register.values.remark import Read


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
        "do 1-10-2026",
        "Do. 01/10/2026",
        "donderdag 1-10-2026",
        "1\u201310\u20132026",  # a dash, as Word makes of a hyphen
        "2026\u201110\u201101",
        "1 oktober 2026.",
        "1-10-2026.",
        "'1-10-2026",
        "’2026-10-01",
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
    "text", ["voorjaar 2026", "n.n.b.", "?", "okt 26", "week 54 2026", "5e kwartaal 2026", "2027-2029"]
)
def test_a_text_that_is_no_date_gets_no_guess(text):
    read = date_value(text)
    assert read.value is None
    assert [r.suggestion for r in read.remarks] == [""]
    assert "geen datum" in read.remarks[0].message


def test_the_number_that_excel_keeps_for_a_day_is_known():
    assert date_value("46296").remarks[0].suggestion == "1-10-2026"
    assert date_value("46296", last=True).remarks[0].suggestion == "1-10-2026"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "1-1-2026", "31-12-2026"),
        ("oktober 2026", "1-10-2026", "31-10-2026"),
        ("juni 2026", "1-6-2026", "30-6-2026"),
        ("feb. 2028", "1-2-2028", "29-2-2028"),
        ("jun-26", "1-6-2026", "30-6-2026"),
        ("mrt '27", "1-3-2027", "31-3-2027"),
        ("June 2026", "1-6-2026", "30-6-2026"),
        ("06-2026", "1-6-2026", "30-6-2026"),
        ("6/2026", "1-6-2026", "30-6-2026"),
        ("2026-06", "1-6-2026", "30-6-2026"),
        ("202606", "1-6-2026", "30-6-2026"),
        ("2025-2026", "1-8-2025", "31-7-2026"),
        ("2025/26", "1-8-2025", "31-7-2026"),
        ("25/26", "1-8-2025", "31-7-2026"),
        ("schooljaar 2025-2026", "1-8-2025", "31-7-2026"),
        ("sj 25-26", "1-8-2025", "31-7-2026"),
        ("cursusjaar 11/12", "1-8-2011", "31-7-2012"),
        ("2011-12", "1-12-2011", "31-12-2011"),  # without a word before it, as likely a month
        ("Q3 2026", "1-7-2026", "30-9-2026"),
        ("2026-Q1", "1-1-2026", "31-3-2026"),
        ("kwartaal 4 2026", "1-10-2026", "31-12-2026"),
        ("2e kwartaal van 2026", "1-4-2026", "30-6-2026"),
        ("derde kwartaal 2026", "1-7-2026", "30-9-2026"),
        ("het vierde kw 2026", "1-10-2026", "31-12-2026"),
        ("2026 h1", "1-1-2026", "30-6-2026"),
        ("2026-H2", "1-7-2026", "31-12-2026"),
        ("mei 2026", "1-5-2026", "31-5-2026"),
        ("ultimo 2026", "", "31-12-2026"),
        ("vanaf Q2 2026", "1-4-2026", ""),
        ("week 36 2026", "31-8-2026", "6-9-2026"),
        ("2026-W53", "28-12-2026", "3-1-2027"),
        ("1e helft 2026", "1-1-2026", "30-6-2026"),
        ("tweede halfjaar 2026", "1-7-2026", "31-12-2026"),
        ("H2 2026", "1-7-2026", "31-12-2026"),
        ("eind 2026", "", "31-12-2026"),
        ("t/m juni 2026", "", "30-6-2026"),
        ("tot en met schooljaar 2025/2026", "", "31-7-2026"),
        ("begin september 2026", "1-9-2026", ""),
        ("sinds 2024", "1-1-2024", ""),
    ],
)
def test_of_an_incomplete_date_the_first_or_the_last_day_is_meant(text, first, last):
    assert date_value(text).value is None
    assert date_value(text).remarks[0].suggestion == first
    assert date_value(text, last=True).remarks[0].suggestion == last


def test_only_of_einde_the_last_day_is_meant():
    columns = [column for sheet in SHEETS for column in sheet.columns if column.kind is Kind.DATE]
    meant = {column.header: reader(column)("juni 2026").remarks[0].suggestion for column in columns}
    assert meant == {"Start": "1-6-2026", "Einde": "30-6-2026", "Bijgewerkt": "1-6-2026", "Sinds": "1-6-2026"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-05T10:00:00Z", date(2026, 9, 5)),
        ("2026-09-04T21:59:59Z", date(2026, 9, 4)),
        ("2026-09-04T22:00:00Z", date(2026, 9, 5)),  # summer: two hours later
        ("2026-01-04T22:30:00Z", date(2026, 1, 4)),  # winter: one
        ("2026-09-05T00:30:00+02:00", date(2026, 9, 5)),
        ("2026-09-05T00:30:00+0530", date(2026, 9, 4)),
        ("2026-09-04T23:30:00.000-05:00", date(2026, 9, 5)),
        ("20260904T223000Z", date(2026, 9, 5)),
        ("2026-09-04 22:30 UTC", date(2026, 9, 5)),
        ("5-9-2026 23:30 GMT", date(2026, 9, 6)),
        ("Fri, 04 Sep 2026 22:30:00 GMT", date(2026, 9, 5)),
        ("Sat Sep 05 2026 10:00:00 GMT+0200 (CEST)", date(2026, 9, 5)),
        ("2026-10-01 09:00-17:00", date(2026, 10, 1)),  # until when, and no zone
        ("Sep 5, 2026", date(2026, 9, 5)),
    ],
)
def test_a_moment_with_a_zone_is_the_day_in_amsterdam(text, day):
    assert date_value(text) == (day, ())


@pytest.mark.parametrize("year", [1900, 1999, 2026, 2028, 2100])
@pytest.mark.parametrize("origin", [date(1899, 12, 30), date(1904, 1, 1)])
@pytest.mark.parametrize("spell", ["{:%Y-%m-%d} 00:00:00", "{:%d-%m-%Y}", "{:%-d/%-m/%Y}"])
def test_a_year_that_excel_made_a_day_of_is_not_believed(year, origin, spell):
    text = spell.format(origin + timedelta(days=year))
    read, end = date_value(text), date_value(text, last=True)
    assert (read.value, end.value) == (None, None)
    assert f"Is het jaar {year} bedoeld?" in read.remarks[0].message
    assert end.remarks[0].suggestion == f"31-12-{year}"
    assert read.remarks[0].suggestion == f"1-1-{year}"


@pytest.mark.parametrize("text", ["1900-01-15 00:00:00", "31-12-1909", "1-3-1905"])
def test_a_day_of_long_ago_is_taken_for_a_number_that_was_typed(text):
    read = date_value(text)
    assert read.value is None
    assert "los getal" in read.remarks[0].message


def test_the_first_day_that_is_believed():
    assert date_value("1-1-1910").value == date(1910, 1, 1)


def test_a_year_and_month_that_excel_made_a_day_of_is_understood():
    read = date_value("2454-09-20 00:00:00", last=True)  # 202609
    assert read.value is None
    assert read.remarks[0].suggestion == "30-9-2026"


@pytest.mark.parametrize("text", ["1 - 6 - 2026", "1 juni, 2026", "1 jun '26", "20260601", "01-06-'26"])
def test_a_date_with_stray_spaces_or_signs_is_read(text):
    assert date_value(text).value == date(2026, 6, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31-12-2199", date(2199, 12, 31)),
        ("1-1-2200", None),
        ("31-12-1909", None),
        ("1-1-1899", None),
        ("1-1-00", date(2000, 1, 1)),
        ("31-12-99", date(2099, 12, 31)),
        ("1-1-026", None),
    ],
)
def test_the_years_that_a_register_can_mean(text, day):
    assert date_value(text).value == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-09-05T23:59Z", date(2026, 9, 6)),
        ("2026-09-05T24:00Z", date(2026, 9, 5)),  # no moment: the day as it is written
        ("2026-09-05T23:60Z", date(2026, 9, 5)),
        ("2026-09-05T01:00+14:00", date(2026, 9, 4)),
        ("2026-09-05T01:00+14:01", date(2026, 9, 5)),  # no zone is that far ahead
        ("2026-09-05T23:30-00:30", date(2026, 9, 6)),
        ("2026-09-05T23:30:15,5-05:00", date(2026, 9, 6)),
        ("2026-09-05 23:30 uur", date(2026, 9, 5)),
    ],
)
def test_only_a_moment_in_a_zone_can_be_another_day(text, day):
    assert date_value(text) == Read(day)


@pytest.mark.parametrize(
    ("text", "likely", "rule"),
    [
        ("10/25/2026", "25-10-2026", Rule.MONTH_BEFORE_DAY),
        ("13/13/2026", "", Rule.NO_SUCH_DAY),
        ("2026-25-10", "", Rule.NO_SUCH_DAY),  # of a year that stands first nobody turns the rest
        ("2454-09-20", "1-9-2026", Rule.MONTH_TYPED),
        ("2300-01-01", "", Rule.NO_SUCH_DAY),
        ("12345", "18-10-1933", Rule.NO_DATE),
        ("123456", "", Rule.NO_DATE),
        ("1234", "", Rule.NO_DATE),
        ("2026", "1-1-2026", Rule.NO_DAY_OR_MONTH),
        ("mei 2026", "1-5-2026", Rule.NO_DAY),
    ],
)
def test_of_what_is_no_day_what_was_meant_and_why(text, likely, rule):
    (remark,) = date_value(text).remarks
    assert (remark.suggestion, remark.rule) == (likely, rule)


@pytest.mark.parametrize(
    ("text", "by_day", "by_month"),
    [
        ("9/5/2026", date(2026, 5, 9), date(2026, 9, 5)),
        ("13/5/2026", date(2026, 5, 13), None),
        ("5/13/26", None, date(2026, 5, 13)),
        ("9/5/1909", None, None),
        ("2026-05-09", None, None),
        ("9/5/2026 23:30Z", date(2026, 5, 10), date(2026, 9, 6)),
    ],
)
def test_a_date_can_be_read_in_either_order(text, by_day, by_month):
    assert (day_first(text), month_first(text)) == (by_day, by_month)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1990", True), ("1989", False), ("2100", True), ("2101", False),
        ("Q4 2026", True), ("Q5 2026", False), ("H2 2026", True), ("3e helft 2026", False),
        ("week 1 2026", True), ("week 53 2026", True), ("week 53 2025", False), ("week 0 2026", False),
        ("2025-2027", False), ("2025/27", False), ("11-12", False), ("12/13", True), ("schooljaar 11-12", True),
        ("jaar 2026", True), (f"{'jaar 2026':<60}", True), (" ".join(["schooljaar 2025", "-" * 60]), False),
    ],
)  # fmt: skip
def test_which_periods_there_are(text, found):
    assert (period(text) is not None) == found
