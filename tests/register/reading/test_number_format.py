"""A value is shown by its number format, as a Dutch Excel does."""

import string
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lrn.register.reading.number_format import as_shown, is_scientific, shows_day, simple

DAY = date(2026, 5, 1)
MOMENT = datetime(2026, 5, 1, 14, 5)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (DAY, "", "01-05-2026"),
        (DAY, "d-mmm", "1-mei"),
        (date(2026, 3, 12), "d-mmm", "12-mrt"),
        (DAY, "mmm-yy", "mei-26"),
        (DAY, "[$-413]dddd d mmmm yyyy;@", "vrijdag 1 mei 2026"),
        (DAY, "yyyy-mm-dd", "2026-05-01"),
        (DAY, r"dd\-mm\-yyyy", "01-05-2026"),
        (MOMENT, "", "01-05-2026 14:05"),
        (MOMENT, "d-m-yyyy h:mm", "1-5-2026 14:05"),
        (MOMENT, "h:mm AM/PM", "2:05 PM"),
        (time(9, 5), "h:mm", "9:05"),
        (time(9, 5, 7), "mm:ss", "05:07"),
        (time(0, 0), "dd-mm-yyyy", "00-01-1900"),
        (timedelta(hours=24, minutes=30), "", "24:30"),
        (timedelta(hours=24, minutes=30), "[h]:mm:ss", "24:30:00"),
        (timedelta(hours=-1), "[h]:mm", "-1:00"),
        (timedelta(days=999_999_999), "", "23999999976:00"),
        (24.5 / 24, "[h]:mm", "24:30"),
        (46143.25, "d-m-yyyy h:mm", "1-5-2026 6:00"),
        (-5, "dd-mm-yyyy", "########"),
        (True, "", "WAAR"),
        (False, "0", "ONWAAR"),
        (5.0, "", "5"),
        (3703.5, "General", "3703,5"),
        (0.1 + 0.2, "", "0,3"),
        (1 / 3, "", "0,333333333"),
        (12345678901234, "", "1,23457E+13"),
        (1e-12, "", "1E-12"),
        (float("nan"), "0.0", "nan"),
        (0.125, "0.0%", "12,5%"),
        (0.125, "0%", "13%"),
        (1e5, "0.00E+00", "1,00E+05"),
        (7, "000", "007"),
        (3703.5, '"€" #,##0.00', "€ 3.703,50"),
        (3703.5, r'_ "€"\ * #,##0.00_ ;_ "€"\ * \-#,##0.00_ ;_ "€"\ * "-"??_ ;_ @_ ', "€ 3.703,50"),
        (-3703.5, "[$€-413] #,##0.00;[Red]-[$€-413] #,##0.00", "-€ 3.703,50"),
        (1.5, '0 "dagen"', "2 dagen"),
        (1_234_567, "#,##0,", "1.235"),
        (-0.001, "0.00", "0,00"),
        (0, '0;-0;"nul"', "nul"),
        (2.5, "0.0##", "2,5"),
        (3.5, "# ?/?", "3,5"),  # a fraction is not followed
    ],
)
def test_a_value_is_shown_as_excel_shows_it(value, code, shown):
    assert as_shown(value, code) == shown


VALUES = st.one_of(st.booleans(), st.integers(), st.floats(), st.dates(), st.datetimes(), st.times(), st.timedeltas())


@given(VALUES, st.one_of(st.text(string.ascii_letters + '0#?.,%E;[]"\\_*@$-+/:€', max_size=20), st.text(max_size=300)))
def test_any_value_is_shown_by_any_format(value, code):
    assert isinstance(as_shown(value, code), str)
    assert isinstance(simple(code), str)
    shows_day(code), is_scientific(code)


@pytest.mark.parametrize(
    ("code", "needed"),
    [
        ("0.0%", "0.0%"),
        ("#,##0.00", "#,##0.00"),
        ("[Red]0.0;-0.0", "0.0"),
        (r'_ "€"\ * #,##0.00_ ;_ "€"\ * \-#,##0.00_ ', '"€ "#,##0.00'),
        ('0 "dagen"', '0" dagen"'),
        ("[h]:mm:ss", "[h]:mm"),
        ("General", ""),
        ("@", ""),
        ("# ?/?", ""),
        ('0"a\x00<b>"', '0"ab"'),
        ("", ""),
    ],
)
def test_only_what_is_needed_of_a_format_is_written_elsewhere(code, needed):
    assert simple(code) == needed
