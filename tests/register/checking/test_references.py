"""What one row says of another: by the same number, and which ID was probably meant."""

from datetime import datetime
from pathlib import Path

import pytest

from lrn.register.load import build
from lrn.register.model import Source
from lrn.register.reading.book import Book, SheetTexts
from lrn.register.reading.kept import Kept, plain_text
from tests.conftest import PEILDATUM


def sheet(*rows):
    """A sheet of *rows* of which the numbers are numbers."""
    columns = [list(column) for column in zip(*rows, strict=True)]
    kept = {place: cells for place, cells in enumerate(columns) if any(isinstance(cell, float) for cell in cells)}
    return SheetTexts([list(map(plain_text, cells)) for cells in columns], kept=Kept(kept))


def refers(identities, cell):
    """To which activity of *identities* a Deelname with *cell* refers, and the IDs that are proposed or named."""
    activities = sheet(["ID", "Naam"], *([identity, f"Naam {n}"] for n, identity in enumerate(identities, 1)))
    sheets = {
        "Activiteiten": activities,
        "Partners": sheet(["ID", "Naam"], ["P1", "Een"]),
        "Deelnames": sheet(["Activiteit", "Partner"], [cell, "P1"]),
    }
    register = build(Book(sheets), Source(Path("r.xlsx"), "1", datetime(2026, 10, 1)), PEILDATUM)
    said = [f for f in register.findings if f.sheet == "Deelnames"]
    return register.deelnames["activiteit"].item(), [(f.suggestion, f.message.partition(".")[2].strip()) for f in said]


@pytest.mark.parametrize(
    ("identities", "cell", "found"),
    [
        (["007", "8"], 7.0, "007"),
        (["7"], 7.0, "7"),
        (["7", "007"], 7.0, "7"),
        (["07", "007"], 7.0, "onbekend"),  # two IDs look like that number
        (["A7"], 7.0, "onbekend"),
        (["007"], "7", "onbekend"),  # a text is what it is
        (["70"], 7.0, "onbekend"),
    ],
)
def test_a_number_is_the_id_that_is_that_number(identities, cell, found):
    assert refers(identities, cell)[0] == found


@pytest.mark.parametrize(
    ("identities", "cell", "said"),
    [
        (["A-007"], "a7", ("A-007", "")),
        (["A-1-1", "A-11"], "A11", ("A-11", "")),
        (["A-1-1"], "A1.1", ("A-1-1", "")),
        (["A-1-1"], "A11", ("", "Verbeter het of vul het daar aan")),
        (["A1", "B1"], "naam 2", ("B1", "")),
        (["A-7", "A07"], "A7", ("", "Bedoelt u A-7 of A07?")),
        (["A-7", "A07", "A 007", "A.7"], "A7", ("", "Bedoelt u A-7, A07, A007 of A.7?")),
        (["A-7", "A07", "A 007", "A.7", "A_7"], "A7", ("", "Bedoelt u A-7, A07, A007, A.7 of een andere?")),
        (["A1"], "Z9", ("", "Verbeter het of vul het daar aan")),
    ],
)
def test_an_id_that_is_not_there_may_be_another(identities, cell, said):
    assert refers(identities, cell) == ("onbekend", [said])


def test_an_end_that_is_not_there_may_be_an_activity_by_its_name_or_one_of_several(build_register):
    activities = [["ID", "Naam"], ["A1", "Waterlab"], ["A2", "Waterlab"], ["A3", "Taalhub"]]
    lines = [["ID", "Van", "Naar"], ["L1", "waterlab", "taalhub"], ["L2", "A1", "Nergens"]]
    register = build_register({"Activiteiten": activities, "Verbindingslijnen": lines})
    asked = "Bedoelt u {}?".format
    told = [(f.cell.partition("!")[2], f.suggestion, f.sure) for f in register.findings]
    assert told == [("B2", "", False), ("C2", "A3", True), ("C3", "", False)]
    assert [asked("A1 of A2") in f.message for f in register.findings] == [True, False, False]
    assert register.verbindingslijnen["naar_soort"].tolist() == ["onbekend", "onbekend"]


def test_how_many_refer_to_a_row_that_is_left_out_is_said_there(build_register):
    sheets = {
        "Activiteiten": [["ID", "Naam"], ["A1", "Een"], ["A2", ""], ["A3", ""]],
        "Partners": [["ID", "Naam"], ["P1", "Een"], ["P2", "Twee"]],
        "Deelnames": [["Activiteit", "Partner"], ["A2", "P1"], ["A2", "P2"], ["A1", "P1"]],
        "Verbindingslijnen": [["ID", "Van", "Naar"], ["L1", "A1", "A2"]],
    }
    register = build_register(sheets)
    messages = {finding.row: finding.message for finding in register.findings}
    assert messages.keys() == {3, 4}
    assert "3" in messages[3].partition(". ")[2]
    assert ". " not in messages[4]
    assert register.deelnames["activiteit"].tolist() == ["onbekend", "onbekend", "A1"]
