"""What is typed at Koppelen instead of chosen."""

from __future__ import annotations

import pytest

from lrn.register.matching.groups import EMPTY, LEAVE, Group
from lrn.register.model import Severity
from lrn.ui.gegevens.koppelen.typed import offered, understood


def group(column: str, sheet: str = "Activiteiten", choices: tuple[str, ...] = (EMPTY, LEAVE)) -> Group:
    return Group(sheet, column, "x", "", 1, (2,), Severity.WAARSCHUWING, choices=choices, cells=("x",))


@pytest.mark.parametrize(
    ("column", "free"),
    [("Status", False), ("Netwerkthema", False), ("Arbeidsmarktregio", False), ("Start", True), ("Gemeente", True)],
)
def test_there_is_typing_where_the_list_is_not_all_there_is(column, free):
    assert offered(group(column)) is free


@pytest.mark.parametrize(
    ("column", "text", "choice"),
    [
        ("Start", " 1-10-2025 ", "1-10-2025"),
        ("Start", "n.v.t.", EMPTY),
        ("Gemeente", "Utrecht", "Utrecht"),
        ("Ingrediënten", "1; 4", "1; 4"),
        ("College", "Zorg", "Zorg"),
    ],
)
def test_what_is_understood_is_taken(column, text, choice):
    assert understood(group(column), text) == (choice, "")


@pytest.mark.parametrize(
    ("column", "text", "told"),
    [
        ("Start", "okt 2025", "We missen een dag: schrijf bijvoorbeeld 1-10-2025."),
        ("Start", "31-2-2025", "“31-2-2025” is geen datum die bestaat."),
        ("Gemeente", "Leidn", "“Leidn” herkennen we niet als gemeente. Bedoelt u Leiden?"),
        ("Ingrediënten", "blub", "“blub” herkennen we niet als ingrediënt. Noem de nummers, bijvoorbeeld 1; 5; 9."),
    ],
)
def test_what_is_not_understood_is_not_taken(column, text, told):
    assert understood(group(column), text) == ("", told)


def test_nothing_typed_says_nothing():
    assert understood(group("Start"), " ") == ("", "")
