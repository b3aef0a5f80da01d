import pandas as pd
import pytest

from lrn.measures.rows.wording import from_to, whereabouts
from lrn.register.columns import ACTIVITEITEN


@pytest.mark.parametrize(
    ("field", "old", "new", "told"),
    [
        ("regio", "AM20", "onbekend", "Arbeidsmarktregio: Midden-Holland → onbekend"),
        ("regio", None, "AM19", "Arbeidsmarktregio: niet ingevuld → Holland Rijnland"),
        ("status", "actief", "onbekend", "Status: actief → onbekend"),
        ("vorm", None, "civ", "Verschijningsvorm: niet ingevuld → CIV"),
        ("netwerkthema", True, False, "Netwerkthema: ja → nee"),
        ("einde", pd.NaT, pd.Timestamp(2026, 10, 1), "Einde: niet ingevuld → 1 oktober 2026"),
        ("naam", "x" * 60, "y", f"Naam: {'x' * 60} → y"),
        ("naam", "y", "x" * 61, "Naam gewijzigd"),
        ("omschrijving", None, "kort", "Omschrijving ingevuld"),
        ("opbrengst", "kort", None, "Opbrengst leeggemaakt"),
        ("breedtegraad", 52.1, 52.2, "Breedtegraad gewijzigd"),
    ],
)
def test_a_value_that_changed_is_told_with_what_it_was_unless_it_is_too_long(field, old, new, told):
    assert from_to(ACTIVITEITEN.column(field), old, new) == told


def place(gemeente=None, regio=None, plaats="zonder"):
    return {"gemeente": gemeente, "regio": regio, "plaats": plaats}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (place("GM0546", None, "AM19"), place("GM0513", None, "AM20"), ("Leiden", "Gouda")),
        (place("GM0546", None, "AM19"), place("onbekend"), ("Leiden", "een onbekende gemeente")),
        (place(), place("GM0546", None, "AM19"), ("zonder plaats", "Leiden")),
        (place("GM0546", None, "AM19"), place(None, "AM20", "AM20"), ("Leiden", "Midden-Holland")),
        (place("GM0546", None, "AM19"), place(None, "onbekend"), ("Leiden", "zonder plaats")),
        (place("GM0546", None, "AM19"), place(None, "elders", "elders"), ("Leiden", "elders")),
        (place(None, "AM19", "AM19"), place(None, "AM20", "AM20"), ("Holland Rijnland", "Midden-Holland")),
    ],
)
def test_a_move_is_told_by_what_differs(old, new, told):
    assert whereabouts(old, new) == told
