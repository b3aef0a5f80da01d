"""What the cache gives back is what would be made: each key tells all that its result depends on."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from pandas.testing import assert_frame_equal

from lrn.register.model import Register
from lrn.ui.base import cache
from lrn.ui.netwerk.choices import PARTS as NETWORK_PARTS
from lrn.ui.netwerk.choices import STEPS
from lrn.ui.partners.choices import PARTS as PARTNER_PARTS
from lrn.ui.parts.choices import INGREDIENT_PARTS
from lrn.ui.parts.data_choices import THRESHOLDS

DAY = "2026-11-23"
VISITS = {
    "overzicht": [{}, {"opvallend": "accent"}],
    "kaart": [
        {"gebied": "Leiden", "punten": "true", "lijnen": "true"},
        {"gebied": "Leiden", "punten": "true", "kleur": "Op status", "lijnen": "true", "maat": "Partners"},
        {"gebied": "Midden-Holland", "punten": "true", "lijnen": "true"},
        {"niveau": "Regio", "lijnen": "true"},
    ],
    "ingredienten": [
        {"kies_ingredient": "6. Leren", "getal": "Aandelen"},
        *({"kijk": "Gerechten", "grootte": size} for size in ("Twee", "Drie")),
        *({"kijk": "Accenten", "kies_plaats": place} for place in ("Woerden", "Midden-Holland")),
        *({"kijk": INGREDIENT_PARTS["te_zien"], "kies_ingredient": nr} for nr in ("6. Leren", "3. Niveaus")),
        *({"kijk": "Verloop", **more} for more in ({}, {"kies_ingredient": "6. Leren"})),
    ],
    "themas": [{}, {"kies_thema": "Zorg"}, {"kies_thema": "Zorg", "kies_plaats": "Woerden"}],
    "netwerk": [
        *({"kleur": by, "partners": "true"} for by in ("Regio", "Vorm", "Thema", "Niveau")),
        *({"knooppunt": "Wijkleercentrum De Open Keuken (activiteit A-001)", "stappen": s} for s in STEPS.values()),
        {"weergave": "Op de kaart"},
        *({"kijk": part} for part in NETWORK_PARTS.values()),
        {"kijk": NETWORK_PARTS["lessen"], "zoek_les": "student"},
        {"kijk": NETWORK_PARTS["wat_als"], "wat_als": "zonder:P-002", "wat_als_cijfer": "Partners die meedoen"},
    ],
    "partners": [
        {"getal": "Aandelen"},
        {"kies_soort": "Bedrijf", "kies_plaats": "Woerden (Midden-Utrecht)"},
        *({"partners_kijk": part} for part in PARTNER_PARTS.values()),
        {"partners_kijk": PARTNER_PARTS["wie"], "zoek_partner": "zorg"},
        {"partners_kijk": PARTNER_PARTS["meerwaarde"], "kies_meerwaarde": "Partners: casussen"},
    ],
    "register": [{}, {"sorteer": "Naam"}, {"sorteer": "Naam", "richting": "Aflopend"}, {"activiteit": "A-001"}],
    "gegevens": [
        {},
        {"onderdeel": "Bevindingen"},
        {"onderdeel": "Bevindingen", "gewicht": "Opmerkingen"},
        *({"onderdeel": "Te actualiseren", "ouder_dan": age} for age in THRESHOLDS),
    ],
}


def assert_same(found: Any, made: Any) -> None:
    """That both are the same in all that can be told apart."""
    assert type(found) is type(made)
    if isinstance(found, pd.DataFrame):
        assert_frame_equal(found, made)
    elif isinstance(found, go.Figure):
        assert found.to_json() == made.to_json()
    elif isinstance(found, Register):
        assert_frame_equal(found.activiteiten, made.activiteiten)
    elif isinstance(found, dict):
        assert list(found) == list(made)
        assert_same(list(found.values()), list(made.values()))
    elif isinstance(found, list | tuple):
        assert len(found) == len(made)
        for one, other in zip(found, made, strict=True):
            assert_same(one, other)
    elif is_dataclass(found):
        for field in fields(found):
            if field.compare:
                assert_same(getattr(found, field.name), getattr(made, field.name))
    elif type(found).__eq__ is not object.__eq__:
        assert found == made


@pytest.fixture
def made_again(monkeypatch) -> list[Any]:
    """Everything that is found in the cache is made again and laid beside it; the keys that were found."""
    keys: list[Any] = []
    original = cache.Store.cached

    def checked(self, key, make):
        asked: list[bool] = []
        found = original(self, key, lambda: asked.append(True) or make())
        if not asked and "rijen op papier" not in key:  # that one is a place to put something in
            keys.append(key)
            assert_same(found, make())
        return found

    monkeypatch.setattr(cache.Store, "cached", checked)
    return keys


@pytest.mark.parametrize("page", VISITS)
def test_what_was_made_before_is_what_would_be_made(open_page, made_again, page):
    cache.SHARED.clear()
    for visit in VISITS[page]:
        open_page(page, peildatum=DAY, **visit)
    open_page(page, peildatum=DAY, regio="Holland Rijnland", **VISITS[page][0])
    assert made_again
