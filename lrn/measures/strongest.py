"""The strongest accent: the theme or ingredient that a place has most more of than the network as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import coverage
from lrn.measures.themes import ALL_THEMES, themes_of
from lrn.register.model import Register
from lrn.selection import Selection, apply

DIFFERENCE = 0.15  # of a share: less is what a few activities more or fewer would do
OCCURRING = 3  # activities that carry it in the place: one or two make no accent


@dataclass(frozen=True)
class Accent:
    """A theme or ingredient (``kenmerk``) in a place beside the network; shares are 0–1."""

    kenmerk: str
    waarde: str | int
    plaats: str
    aantal: int
    totaal: int
    aantal_netwerk: int
    totaal_netwerk: int

    @property
    def aandeel(self) -> float:
        """Share of the activities in the place."""
        return self.aantal / self.totaal

    @property
    def aandeel_netwerk(self) -> float:
        """Share of the activities in the network."""
        return self.aantal_netwerk / self.totaal_netwerk


def strongest(register: Register, selected: Register, selection: Selection) -> Accent | None:
    """The accent with the largest difference in share, of :data:`DIFFERENCE` at least; None when there is none.

    The network has the same peildatum and the same filters on content, but every place. Only places that were not
    left out, with at least ``texts.FEW`` activities, and none when municipalities were chosen: then a place is not
    seen as a whole. *Anders* and what was not understood are no themes to have an accent on. Of equal accents
    that on a theme.
    """
    if selection.gemeente:
        return None
    network = apply(selection.without("regio"), register) if selection.regio else selected
    places = network.activiteiten.set_index("id")["plaats"]
    wanted = [code for code in v.EIGEN_PLAATSEN if not selection.regio or code in selection.regio]
    themes = [code for code in ALL_THEMES if code != "anders"]
    frames = [
        _beside(themes_of(network), "thema", themes, places, wanted).rename(columns={"thema": "waarde"}),
        _beside(network.ingredienten, "nr", list(v.INGREDIENT), places, wanted).rename(columns={"nr": "waarde"}),
    ]
    frames = [f.assign(kenmerk=name) for f, name in zip(frames, ("thema", "ingredient"), strict=True)]
    found = pd.concat([frame.astype({"waarde": object}) for frame in frames], ignore_index=True)
    found = found[(found["totaal"] >= texts.FEW) & (found["aantal"] >= OCCURRING) & (found["verschil"] >= DIFFERENCE)]
    if found.empty:
        return None
    top = found.loc[found["verschil"].idxmax()]
    counts = ("aantal", "totaal", "aantal_netwerk", "totaal_netwerk")
    return Accent(top["kenmerk"], top["waarde"], top["groep"], *(int(top[name]) for name in counts))


def _beside(long: pd.DataFrame, column: str, values: list, places: pd.Series, wanted: list[str]) -> pd.DataFrame:
    frame = coverage.by_group(long, column, values, places, wanted)
    whole = coverage.per_value(long, column, values, len(places)).set_index(column)
    for name in ("aantal", "totaal", "aandeel"):
        frame[f"{name}_netwerk"] = frame[column].map(whole[name])
    return frame.assign(verschil=frame["aandeel"] - frame["aandeel_netwerk"])
