import pytest

from lrn.likely import keeps_all
from lrn.terms import plain


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Zoetemeer", "Zoetermeer"),
        ("Alfen a d Rijn", "Alphen aan den Rijn"),
        ("Gouda gemeente", "Gouda"),
        ("living labb", "Livinglab"),
        ("3O overlg", "3O-overleg"),
        ("hogschool", "hogeschool"),
    ],
)
def test_a_slip_of_the_pen_keeps_all(typed, meant):
    assert keeps_all(plain(typed), plain(meant))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("klimaat en energie", "klimaat"),
        ("Gouda / Waddinxveen", "Gouda"),
        ("Gouda / Waddinxveen", "Waddinxveen"),
        ("Zorg, welzijn", "welzijn"),
        ("niet strategisch", "strategisch"),
        ("geen docenten", "docenten"),
        ("geen gemeente", "gemeente"),
        ("Partners (oud)", "Partners"),
        ("Partners 2025", "Partners"),
        ("GM0363", "GM0637"),
        ("AM01", "AM19"),
        ("A-99", "A-9"),
        ("2O-overleg", "3O-overleg"),
    ],
)
def test_what_drops_a_part_or_guesses_a_code_does_not(typed, meant):
    assert not keeps_all(plain(typed), plain(meant))
