"""A region under Gemeente, and a municipality under Arbeidsmarktregio, moved to where they belong."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from lrn.measures.quality.by_cause import grouped
from lrn.register.load import give_back, load_content
from lrn.register.matching.decide import value
from lrn.register.matching.edits import CellEdit
from lrn.register.matching.model import Matching, SheetMatch
from lrn.register.matching.toml import from_toml, to_toml
from lrn.register.rules import Rule
from tests.register.matching.books import lines, planned, read, sheet

DAY = date(2026, 11, 30)
ACTIVITIES = "Activiteiten"
MOVED = {"Gemeente": {"Midden Holland": "Regio: Midden-Holland"}}


def test_a_region_goes_to_its_own_column_that_is_added() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Plaats", "1|Bouwlab|midden holland", "2|Zorglab|Gouda")}
    found, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, values=MOVED))
    assert lines(after.sheets[ACTIVITIES]) == [
        "ID|Naam|Plaats|Arbeidsmarktregio",
        "1|Bouwlab||Midden-Holland",
        "2|Zorglab|Gouda",
    ]
    assert CellEdit(ACTIVITIES, 1, 3, "", "Midden-Holland", "waarde verplaatst") in found.cells
    assert read(after).tables["activiteiten"]["regio"] == ["AM20", None]


def test_only_an_empty_cell_is_filled_and_another_region_keeps_both() -> None:
    rows = ("1|A|Midden Holland|", "2|B|Midden Holland|MIDDEN HOLLAND", "3|C|Midden Holland|Haaglanden")
    book = {ACTIVITIES: sheet("ID|Naam|Gemeente|Regio", *rows)}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, values=MOVED))
    assert lines(after.sheets[ACTIVITIES])[1:] == [
        "1|A||Midden-Holland",
        "2|B||MIDDEN HOLLAND",
        "3|C|Midden Holland|Haaglanden",
    ]


def test_a_municipality_goes_the_other_way() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Regio", "1|A|Gouda", "2|B|Haaglanden")}
    moved = {"Arbeidsmarktregio": {"Gouda": "Gemeente: Gouda"}}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, values=moved))
    assert lines(after.sheets[ACTIVITIES]) == ["ID|Naam|Regio|Gemeente", "1|A||Gouda", "2|B|Haaglanden"]


def test_what_would_not_stay_there_is_not_moved() -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Gemeente|Regio", "1|A|Midden Holland|")}
    round_and_round = MOVED | {"Arbeidsmarktregio": {"Midden Holland": "Gemeente: Gouda"}}
    found, _ = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, values=round_and_round))
    assert not found


@pytest.mark.parametrize("typed", ["Regio: Nergenshuizen", "Regio Midden-Holland", "regio:"])
def test_what_names_no_region_is_not_moved(typed: str) -> None:
    book = {ACTIVITIES: sheet("ID|Naam|Gemeente|Regio", "1|A|Midden Holland|")}
    _, after = planned(book, SheetMatch(ACTIVITIES, ACTIVITIES, values={"Gemeente": {"Midden Holland": typed}}))
    assert lines(after.sheets[ACTIVITIES])[1] == f"1|A|{typed}"


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    own = book.active
    own.title = ACTIVITIES
    for row in (
        ["ID", "Naam", "Plaats", "Status"],
        ["A1", "Bouwlab", "Midden Holland", "actief"],
        ["A2", "Zorglab", "Midden Holland", "actief"],
        ["A3", "Leerlab", "Leiden", "actief"],
        ["A4", "Taallab", "", "actief"],
    ):
        own.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_chosen_given_back_and_loaded_again_the_rows_have_a_place() -> None:
    content = _workbook()
    before = load_content("eigen.xlsx", content, today=DAY, propose=True)
    assert before.activiteiten["plaats"].tolist() == ["zonder", "zonder", "AM19", "zonder"]
    (group,) = (one for one in grouped(before) if one.cause == Rule.A_REGION.cause)
    assert (group.count, group.proposed) == (2, "Regio: Midden-Holland")
    assert {group.proposed, "Gouda"} <= set(group.choices)

    decided = value(Matching(), before.proposal, group, group.proposed)
    kept = to_toml(decided)
    assert from_toml(kept) == decided
    after = load_content("eigen.xlsx", content, today=DAY, matching=kept, propose=True)
    assert after.activiteiten["plaats"].tolist() == ["AM20", "AM20", "AM19", "zonder"]
    assert not [one for one in grouped(after) if one.column == "Gemeente" and one.value]

    given = give_back("eigen.xlsx", content, today=DAY, matching=kept)
    rows = [*openpyxl.load_workbook(io.BytesIO(given))[ACTIVITIES].iter_rows(values_only=True)]
    assert rows == [
        ("ID", "Naam", "Plaats", "Status", "Arbeidsmarktregio"),
        ("A1", "Bouwlab", None, "actief", "Midden-Holland"),
        ("A2", "Zorglab", None, "actief", "Midden-Holland"),
        ("A3", "Leerlab", "Leiden", "actief", None),
        ("A4", "Taallab", None, "actief", None),
    ]
    again = load_content("eigen.xlsx", given, today=DAY)
    assert again.activiteiten["plaats"].tolist() == ["AM20", "AM20", "AM19", "zonder"]
    assert again.proposal.gone == ()
    assert give_back("eigen.xlsx", given, today=DAY, matching="") == given
