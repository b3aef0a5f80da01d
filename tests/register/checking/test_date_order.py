"""Which of day and month stands first, by what the texts of a column prove together; expected days counted by hand."""

from datetime import date

import pytest

from lrn.register.checking.date_order import Proofs, mostly_day_first, order, read_together, shown_month_first
from lrn.register.reading.kept import Kept

MONTH = [f"4/{day}/2026" for day in range(13, 31)]  # 13 April and later, with the month first
DAY = [f"{day}/4/2026" for day in range(13, 31)]
MAY, SEPTEMBER = date(2026, 5, 9), date(2026, 9, 5)


def read(cells, beside=Proofs(), *, english=False):  # noqa: B008
    column = order(cells)
    return read_together(column, beside, english=english or column.english)


def how(cells, text="9/5/2026", **more):
    """How *text* is read among *cells*: the day and the severity of what is said, None for the day first in silence."""
    found = read([*cells, text], **more).get(text)
    return None if found is None else (found.value, found.remarks[0].rule.severity)


DOUBT = (None, "waarschuwing")


@pytest.mark.parametrize(
    ("months", "days", "expected"),
    [
        (0, 0, None),  # nothing is proved: Dutch
        (0, 1, None),
        (0, 3, None),
        (1, 0, DOUBT),  # may be a slip
        (2, 0, (SEPTEMBER, "opmerking")),
        (3, 0, (SEPTEMBER, "opmerking")),
        (1, 1, DOUBT),
        (2, 1, DOUBT),
        (1, 2, DOUBT),
        (1, 4, DOUBT),
        (1, 5, None),  # said once: below
        (2, 9, DOUBT),
        (2, 10, None),
        (4, 1, DOUBT),
        (5, 1, (SEPTEMBER, "opmerking")),
    ],
)
def test_proofs_of_the_month_first_and_of_the_day_first(months, days, expected):
    assert how([*MONTH[:months], *DAY[:days]]) == expected


@pytest.mark.parametrize(
    ("months", "days", "said"), [(0, 5, False), (1, 4, False), (1, 5, True), (2, 9, False), (2, 10, True)]
)
def test_against_many_proofs_of_the_day_it_is_said_once_that_the_month_may_be_first(months, days, said):
    cells = ["9/5/2026", *MONTH[:months], *DAY[:days], "9/5/2026", "1/2/2026"]
    told = mostly_day_first(order(cells), cells)
    assert list(told) == ([0] if said else [])
    for remark in told.values():
        assert remark.message.endswith("“9/5/2026” lezen we als 9 mei 2026; 2 andere zo ook")
        assert remark.rule.severity == "opmerking"


@pytest.mark.parametrize(
    ("cells", "why", "leans"),
    [
        (MONTH[:1], "in deze kolom staat ook de maand voorop", "5 september 2026"),
        ([*MONTH[:1], *DAY[:1]], "in deze kolom staat soms de dag en soms de maand voorop", ""),
        ([*MONTH[:2], *DAY[:1]], "in deze kolom staat soms de dag en soms de maand voorop", "5 september 2026"),
        ([*MONTH[:1], *DAY[:2]], "in deze kolom staat soms de dag en soms de maand voorop", "9 mei 2026"),
        (["4/5/2026 2:00 PM"], "in deze kolom zijn datums op zijn Amerikaans geschreven", "5 september 2026"),
    ],
)
def test_what_is_in_doubt_names_both_days_and_how_to_write_it(cells, why, leans):
    (remark,) = read([*cells, "9/5/2026"])["9/5/2026"].remarks
    assert remark.message == (
        f"“9/5/2026” kan 9 mei of 5 september 2026 zijn: {why}. Schrijf de maand als woord, zoals 9 mei 2026"
    )
    assert (remark.suggestion, remark.sure) == (leans, False)


def test_what_is_suggested_is_never_in_doubt_again():
    assert read([*MONTH[:1], "5 september 2026", "9 mei 2026"]).keys() == set()


@pytest.mark.parametrize("sign", ["/", "-", ".", " "])
def test_a_column_with_the_month_first_is_read_so_and_every_text_says_it(sign):
    cells = [text.replace("/", sign) for text in ("4/25/2026", "4/26/2026", "9/5/2026", "12/11/26", "5/5/2026")]
    found = read([*cells, "2026-02-01"])
    assert [found[text].value for text in cells[:4]] == [
        date(2026, 4, 25),
        date(2026, 4, 26),
        SEPTEMBER,
        date(2026, 12, 11),
    ]
    assert found.keys() == set(cells[:4])  # 5 May is 5 May
    message = f"In deze kolom staat de maand voorop, dus “{cells[2]}” lezen we als 5 september 2026"
    assert found[cells[2]].remarks[0].message == message


def test_a_dash_of_word_a_day_of_the_week_and_stray_spaces_change_nothing():
    assert [*read(["4\u201325\u20132026", "za 9\u20135\u20132026"])] == ["za 9\u20135\u20132026"]
    assert [*read(["4/25/2026", " 9 / 5 / 2026 "])] == [" 9 / 5 / 2026 "]


def test_a_moment_with_a_zone_is_the_day_in_amsterdam():
    assert read([*MONTH[:2], "9/5/2026 23:30Z"])["9/5/2026 23:30Z"].value == date(2026, 9, 6)


def test_what_cannot_be_a_date_proves_nothing():
    assert read(["9/5/2026", "1/2/2026", "31/31/2026", "0/13/2026", "13/0/2026", "4/32/2026"]) == {}


def test_dates_with_another_sign_speak_for_themselves_when_they_can():
    cells = ["4/25/2026", "4/26/2026", "9/5/2026", "25-4-2026", "9-5-2026", "9 5 2026", "9.5.2026"]
    found = read(cells)
    assert found.keys() == {*cells[:3], "9 5 2026"}
    assert found["9/5/2026"].value == SEPTEMBER
    assert found["9 5 2026"].value is None  # of that sign nothing is proved, and the others contradict each other


def test_points_are_no_english_and_prove_it_only_of_each_other():
    assert how(MONTH, "9.5.2026") is how(["Sep 5, 2026"], "9.5.2026") is how([], "9.5.2026", beside=Proofs(3)) is None
    assert how(["4.25.2026"], "9.5.2026") == DOUBT


@pytest.mark.parametrize("text", ["9/5/2026 2:00 PM", "9/5/2026 10:15:00 a.m."])
def test_a_time_in_halves_of_a_day_is_american_unless_a_day_comes_first(text):
    assert how([], text) == DOUBT
    assert how(["4/25/2026 2:00 PM"], text) == (SEPTEMBER, "opmerking")
    assert how(["25/4/2026 2:00 PM"], text) is None


def test_a_month_in_english_before_the_day_is_american():
    assert how(["Sep 5, 2026"]) == DOUBT
    assert how(["5 sep 2026", "1 oktober 2026"]) is None


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (Proofs(), None),
        (Proofs(1), None),
        (Proofs(2), (SEPTEMBER, "opmerking")),
        (Proofs(2, 1), DOUBT),
        (Proofs(2, 10), None),
    ],
)
def test_a_column_without_a_proof_follows_the_other_columns(beside, expected):
    assert how([], beside=beside) == expected
    assert how(DAY[:1], beside=beside) is None


def shown(code, *days):
    return Kept({0: days}, formats=lambda position: dict.fromkeys(range(len(days)), code))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("m/d/yyyy", True),
        ("[$-409]mm/dd/yy;@", True),
        ("dd-mm-yyyy", False),
        ("d mmm yyyy", False),
        ("yyyy-mm-dd", False),
    ],
)
def test_how_the_days_in_a_column_are_shown_says_what_its_keeper_is_used_to(code, expected):
    days = ("9/5/2026", date(2026, 5, 9), date(2026, 4, 25))
    assert shown_month_first(shown(code, *days), range(3), 0) is expected
    assert not shown_month_first(shown(code, *days[:2]), range(2), 0)  # 9 May and 5 September look alike
    assert not shown_month_first(Kept(), range(3), 0)
