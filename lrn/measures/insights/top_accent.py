"""The strongest accents: the theme or ingredient that a place has most more of than the network as a whole."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.specialisation import beside, everywhere
from lrn.measures.themes import ALL_THEMES, themes_of
from lrn.register.model import Register
from lrn.selection import Selection

DIFFERENCE = 0.15  # of a share: less is what a few activities more or fewer would do
IN_A_REGION = 0.08  # who looks at one region asks what is characteristic of it, also when that is less outspoken
OCCURRING = 3  # activities that carry it in the place: one or two make no accent


@dataclass(frozen=True)
class Accent:
    """A theme or ingredient (``kenmerk``) in a place beside the network."""

    kenmerk: str
    waarde: str | int
    plaats: str
    aantal: int
    totaal: int
    aantal_netwerk: int
    totaal_netwerk: int

    @property
    def apart(self) -> float:
        """How many activities the place has more than the share of the network would give."""
        return round(self.aantal - self.totaal * self.aantal_netwerk / self.totaal_netwerk, 9)


def top_accents(register: Register, selected: Register, selection: Selection) -> list[Accent]:
    """Of each place the accent with the largest difference in share, if any; the weightiest first.

    That difference is of :data:`DIFFERENCE` at least, or of :data:`IN_A_REGION` when one place is chosen, and makes at
    least one activity. An accent weighs as many activities as the place has more than the share of the network would
    give: half of six is further from a fifth than half of thirty is from a third, but says less.

    The network has the same peildatum and the same filters on content, but every place. Only places that were not
    left out and have more than a few activities, and none when municipalities were chosen: then a place is not seen as
    a whole. *Anders* and what was not understood are no themes to have an accent on. Of equal accents
    that on a theme.
    """
    if selection.gemeente:
        return []
    network = everywhere(register, selection) if selection.regio else selected
    places = [code for code in v.EIGEN_PLAATSEN if not selection.regio or code in selection.regio]
    if not places:
        return []  # only context was chosen
    themes = [code for code in ALL_THEMES if code != "anders"]
    kinds = (
        ("thema", themes_of(network), "thema", themes),
        ("ingredient", network.ingredienten, "nr", list(v.INGREDIENT)),
    )
    frames = [
        beside(network, long, column, values, plaats=place).rename(columns={column: "waarde"}).assign(kenmerk=kind)
        for kind, long, column, values in kinds
        for place in places
    ]
    found = pd.concat(frames, ignore_index=True)
    found["meer"] = (found["verschil"] * found["totaal"]).round(9)
    least = IN_A_REGION if len(selection.regio) == 1 else DIFFERENCE
    found = found[~texts.is_few(found["totaal"]) & (found["aantal"] >= OCCURRING) & (found["verschil"] >= least)]
    ranked = found[found["meer"] >= 1].sort_values("meer", ascending=False, kind="stable").drop_duplicates("plaats")
    counts = ("aantal", "totaal", "aantal_netwerk", "totaal_netwerk")
    return [
        Accent(row["kenmerk"], row["waarde"], row["plaats"], *(int(row[name]) for name in counts))
        for row in ranked.to_dict("records")
    ]
