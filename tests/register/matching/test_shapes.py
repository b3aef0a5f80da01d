"""Sheets in another shape."""

from __future__ import annotations

from datetime import datetime

import pytest

from lrn.register.matching.model import MONTH, PARTNER_NAMES, SheetMatch
from lrn.register.matching.shapes import as_typed_from, turned
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.kept import Kept
from lrn.register.reading.xlsx import Span
from tests.register.matching.books import lines, planned, read, sheet

DAY = datetime(2026, 10, 1)
RECORDS = SheetTexts(  # a heading and two records, side by side
    [
        ["Naam", "Plaats", "Start", "Nummer"],
        ["Bouwlab", "Gouda", "2026-10-01 00:00:00", "7"],
        ["Zorglab", "", "", ""],
    ],
    errors={(1, 2): "#N/A"},
    uncalculated=frozenset({(3, 2)}),
    merged=(Span(0, 1, 0, 2),),
    kept=Kept({1: [None, None, DAY, 7.0]}, lambda position: {2: "d-m-yyyy", 3: "000"} if position == 1 else {}),
)


def test_columns_become_rows() -> None:
    found = turned(RECORDS)
    assert found.columns == [
        ["Naam", "Bouwlab", "Zorglab"],
        ["Plaats", "Gouda", ""],
        ["Start", "2026-10-01 00:00:00", ""],
        ["Nummer", "7", ""],
    ]
    assert found.errors == {(2, 1): "#N/A"}
    assert found.uncalculated == {(2, 3)}
    assert found.merged == (Span(1, 0, 2, 0),)


def test_what_is_no_text_turns_along() -> None:
    found = turned(RECORDS)
    assert found.kept.value(1, 2) == DAY
    assert found.kept.shown(1, 3) == "007"
    assert found.kept.value(1, 0) is None


def test_turned_twice_is_the_same() -> None:
    found = turned(turned(RECORDS))
    assert (found.columns, found.errors, found.merged) == (RECORDS.columns, RECORDS.errors, RECORDS.merged)


def test_a_long_list_is_turned_as_far_as_a_register_has_columns() -> None:
    assert len(turned(SheetTexts([["x"] * 1000])).columns) == 702


def test_an_empty_sheet_stays_empty() -> None:
    assert turned(SheetTexts()).columns == []


def test_what_is_typed_on_a_new_tab() -> None:
    found = as_typed_from(turned(RECORDS), 0)
    assert found.columns[1] == ["Plaats", "Gouda", "#N/A"]
    assert found.columns[2] == ["Start", "2026-10-01", ""]
    assert found.columns[3] == ["Nummer", "007", ""]
    assert found.columns[0] == ["Naam", "Bouwlab", "Zorglab"]
    assert as_typed_from(turned(RECORDS), 2).columns[2] == [""]


# ── A row for each partner ───────────────────────────────────────────────────────────────────────────────────

ACTIVITIES = "Activiteiten"
BY_PARTNER = SheetMatch(ACTIVITIES, ACTIVITIES, columns={"Partner": PARTNER_NAMES}, make_ids=True)


def test_rows_with_one_id_become_one_activity() -> None:
    book = {
        ACTIVITIES: sheet(
            "ID|Naam|Partner|Thema|Status|Opmerking",
            "A1|Bouwlab|De Vaart|zorg|Actief|bellen",
            "A2|Lunch|ROC||Actief|",
            "A1|Bouwlab|ROC|wonen|Afgerond|mailen",
            "A1|Bouwlab|Riet|zorg|Actief|",
            "A3|Markt|||Actief|",
        )
    }
    found, after = planned(book, BY_PARTNER)
    assert lines(after.sheets[ACTIVITIES]) == [
        "ID|Naam|Partner|Thema|Status|Opmerking|Ook genoemd",
        "A1|Bouwlab|De Vaart; ROC; Riet|zorg; wonen|Actief|bellen; mailen|Status: Afgerond",
        "A2|Lunch|ROC||Actief",
        "",
        "",
        "A3|Markt|||Actief",
    ]
    assert lines(after.sheets["Deelnames"])[1:] == ["A1|P-001", "A1|P-002", "A1|P-003", "A2|P-002"]
    assert found.notes == (
        "1 activiteit staat op meer rijen, één per partner. We tellen elke activiteit één keer; "
        "2 rijen noemen een volgende partner.",
        "Verschillen die rijen bij Status, dan telt de eerste; de rest staat in de kolom Ook genoemd.",
        "Uit de kolom Partner komen 3 partners en 4 deelnames erbij.",
    )
    checked = read(after)
    assert checked.tables["activiteiten"]["naam"] == ["Bouwlab", "Lunch", "Markt"]
    assert checked.rows[0].left_out == 0


def test_rows_with_one_name_become_one_activity_unless_they_are_elsewhere() -> None:
    book = {
        ACTIVITIES: sheet(
            "Naam|Plaats|Partner",
            "Kennislunch|Gouda|ROC",
            "Kennislunch|Leiden|ROC",
            "kennislunch|Leiden|De Vaart",
            "Kennislunch|Leiden|De Vaart",  # twice the same: that is for its keeper to say
        )
    }
    _, after = planned(book, BY_PARTNER)
    assert lines(after.sheets[ACTIVITIES])[1:] == [
        "Kennislunch|Gouda|ROC|A-001",
        "Kennislunch|Leiden|ROC; De Vaart|A-002",
        "",
        "",
    ]


def test_a_row_with_only_a_partner_belongs_to_the_one_above() -> None:
    book = {
        ACTIVITIES: sheet("ID|Naam|Partner", "A1|Bouwlab|De Vaart", "||ROC", "||Riet", "||", "||Los", "A2|Markt|ROC")
    }
    _, after = planned(book, BY_PARTNER)
    assert lines(after.sheets[ACTIVITIES])[1:] == [
        "A1|Bouwlab|De Vaart; ROC; Riet",
        "",
        "",
        "",
        "||Los",
        "A2|Markt|ROC",
    ]
    assert [f.row for f in read(after).findings if f.severity == "fout"] == [6]


def test_an_activity_merged_over_its_partners_is_one() -> None:
    texts = sheet("ID|Naam|Partner", "A1|Bouwlab|De Vaart", "||ROC", "A2|Markt|Riet")
    merged = SheetTexts(texts.columns, merged=(Span(1, 0, 2, 0), Span(1, 1, 2, 1)))
    _, after = planned({ACTIVITIES: merged}, BY_PARTNER)
    assert lines(after.sheets[ACTIVITIES])[1:] == ["A1|Bouwlab|De Vaart; ROC", "", "A2|Markt|Riet"]
    assert lines(after.sheets["Deelnames"])[1:] == ["A1|P-001", "A1|P-002", "A2|P-003"]


def test_one_id_for_two_activities_stays_as_it_is() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Partner", "A1|Bouwlab|De Vaart", "A1|Zorglab|ROC")}
    _, after = planned(book, BY_PARTNER)
    assert lines(after.sheets[ACTIVITIES]) == lines(book[ACTIVITIES])
    assert read(after).rows[0].left_out == 1


# ── Months as columns ────────────────────────────────────────────────────────────────────────────────────────


def ran(*rows: str, months: str, tab: str = ACTIVITIES, row: int = 0) -> tuple[list[str], tuple[str, ...]]:
    """Start and Einde of each row that get them from *months* (headings with a space between them), and the notes."""
    decided = SheetMatch(tab, ACTIVITIES, row, columns=dict.fromkeys(months.split("_"), MONTH))
    found, after = planned({tab: sheet(*rows)}, decided)
    texts = after.sheets[ACTIVITIES]
    places = {column[max(row - 1, 0)]: column for column in texts.columns}
    days = zip(places.get("Start", [""] * texts.height), places.get("Einde", [""] * texts.height), strict=True)
    read(after)
    return [f"{start} {end}" for start, end in list(days)[max(row, 1) :]], found.notes


def test_the_first_and_the_last_month_that_are_marked_count() -> None:
    days, notes = ran(
        "ID|Naam|nov 2026|2026-12|jan '27|2027-02-01 00:00:00",
        "A1|Bouwlab|x||✓|",
        "A2|Markt||||1",
        "A3|Lunch|-|nee|?|",
        "A4|Wijk||kick-off||",
        months="nov 2026_2026-12_jan '27_2027-02-01 00:00:00",
    )
    assert days == ["1-11-2026 31-1-2027", "1-2-2027 28-2-2027", " ", "1-12-2026 31-12-2026"]
    assert notes == (
        "Start en Einde komen bij 3 activiteiten uit de kolommen met maanden.",
        "Bij de maanden staat ook iets anders dan een x (“kick-off”); dat telt als een x.",
    )


@pytest.mark.parametrize(
    ("above", "tab", "expected"),
    [
        ("||schooljaar 2026-2027|||", ACTIVITIES, "1-9-2026 31-1-2027"),
        ("Planning 2026/27|||||", ACTIVITIES, "1-9-2026 31-1-2027"),
        ("||2026|||2027", ACTIVITIES, "1-9-2026 31-1-2027"),
        ("|||||", "Jaar 2026-2027", "1-9-2026 31-1-2027"),
        ("|||||", ACTIVITIES, " "),
        ("Planning 2026|||||", ACTIVITIES, " "),  # whose year is january?
    ],
)
def test_the_year_of_a_month_may_stand_above_it(above: str, tab: str, expected: str) -> None:
    rows = above, "ID|Naam|sep|okt|nov|jan", "A1|Bouwlab|x|||x"
    days, notes = ran(*rows, months="sep_okt_nov_jan", tab=tab, row=2)
    assert days == [expected]
    assert any("welk jaar" in note for note in notes) is (expected == " ")


def test_a_year_that_is_said_once_counts_on() -> None:
    assert ran("ID|Naam|nov 2026|dec|jan", "A1|Bouwlab||x|x", months="nov 2026_dec_jan")[0] == ["1-12-2026 31-1-2027"]


def test_start_stays_where_it_has_a_column() -> None:
    days, notes = ran("ID|Naam|Begin|1-2026", "A1|Bouwlab|1-1-2020|x", months="1-2026")
    assert days == [" 31-1-2026"]
    assert notes == ("Einde komt bij 1 activiteit uit de kolommen met maanden.",)


def test_a_bar_of_merged_cells_goes_over_all_its_months() -> None:
    texts = sheet("ID|Naam|jan 2026|feb 2026|mrt 2026|apr 2026", "A1|Bouwlab||x||")
    merged = SheetTexts(texts.columns, merged=(Span(1, 3, 1, 5),))
    columns = dict.fromkeys(["jan 2026", "feb 2026", "mrt 2026", "apr 2026"], MONTH)
    _, after = planned({ACTIVITIES: merged}, SheetMatch(ACTIVITIES, ACTIVITIES, columns=columns))
    assert [column[1] for column in after.sheets[ACTIVITIES].columns[-2:]] == ["1-2-2026", "30-4-2026"]
