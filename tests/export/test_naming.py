from datetime import date

import pytest

from lrn.export.naming import file_name
from lrn.selection import Selection

DAY, CHECKED = date(2026, 11, 24), date(2026, 12, 1)


@pytest.mark.parametrize(
    ("what", "selection", "name"),
    [
        (
            "Activiteiten per ingrediënt",
            Selection(peildatum=DAY, regio=("AM19",)),
            "activiteiten per ingredient - Holland Rijnland - 2026-11-24",
        ),
        ("Thema's per plaats", Selection(peildatum=DAY), "themas per plaats - hele netwerk - 2026-11-24"),
        ("Verloop: Zorg", Selection(), "verloop Zorg - hele netwerk, ongeacht datum - 2026-12-01"),
        ("Bevindingen", None, "bevindingen - 2026-12-01"),
        (
            "Selectie",
            Selection(peildatum=DAY, regio=("AM34",), thema=("zorg",)),
            "selectie - Zuid-Holland Centraal, thema zorg - 2026-11-24",
        ),
    ],
)
def test_a_name_says_what_it_is_of_which_selection_and_of_when(what, selection, name):
    assert file_name(what, "svg", day=CHECKED, selection=selection) == f"{name}.svg"


@pytest.mark.parametrize(
    "text", ["../../etc/passwd", 'a<b>:"c"|d?*e', "\x00\n\t", "C:\\temp", "'=1+1'", "Größe 😀", ""]
)
def test_a_name_fits_every_file_system(text):
    name = file_name(text, "csv", day=CHECKED, selection=Selection(college=(text,)))
    assert name.isascii()
    assert not set(name) & set('<>:"/\\|?*\x00\n\t')
    assert name.endswith("2026-12-01.csv")
    assert not name.startswith((".", " ", "-"))


def test_a_long_selection_is_told_in_short():
    selection = Selection(peildatum=DAY, regio=("AM19", "AM34", "AM20"), thema=("zorg", "welzijn"))
    name = file_name("x" * 300, "png", day=CHECKED, selection=selection)
    assert "eigen selectie" in name
    assert len(name) < 120
