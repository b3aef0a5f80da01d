import pytest

from lrn.signs import seen, sign_of, with_latin
from lrn.terms import plain

# What stands there looks like A-001 to everyone who reads it.
LIKE_A_001 = [
    "A-001",
    "a-001",
    " A-001 ",
    "A-\u00a0001",
    "A-001\u200b",
    "\ufeffA-001",
    "A\u00ad-001",
    "\u202aA-001\u202c",
    "A\u2010001",
    "A\u2011001",
    "A\u2013001",
    "A\u2212001",
    "\uff21\uff0d\uff10\uff10\uff11",
    "\u0410-001",
    "\u0391-001",
    "\u0430-001",
]


@pytest.mark.parametrize("text", LIKE_A_001, ids=ascii)
def test_what_looks_the_same_is_the_same_sign(text):
    assert sign_of(text) == "A-001"


def test_accents_as_a_sign_of_their_own_are_the_same_as_in_one():
    assert sign_of("E\u0301-1") == sign_of("\u00e9-1") == "\u00c9-1"


@pytest.mark.parametrize(("one", "other"), [("A-1", "A1"), ("A\u00b2", "A2"), ("A-01", "A-1"), ("\u00c9-1", "E-1")])
def test_what_looks_different_is_not_the_same_sign(one, other):
    assert sign_of(one) != sign_of(other)


def test_a_sign_in_another_script_stays_what_it_is():
    assert sign_of("\u0416-1") == "\u0416-1"
    assert sign_of("\u65e5-1") == "\u65e5-1"


@pytest.mark.parametrize("text", ["\u200b", "\ufeff\u00ad", "\u2800", " \u200d "])
def test_what_nobody_sees_is_nothing(text):
    assert seen(text).strip() == ""
    assert sign_of(text) == ""


@pytest.mark.parametrize("text", ["L\u0435iden", "Lei\u00adden", "Leiden\u200b", "\u200eLeiden", "\uff2ceiden"])
def test_words_are_compared_as_they_look(text):
    assert plain(text) == "leiden"


def test_a_word_that_is_all_in_another_script_is_not_read_as_latin():
    word = "\u0417\u0434\u043e\u0440\u043e\u0432\u044c\u0435"
    assert with_latin(f"{word} Leiden") == f"{word} Leiden"
