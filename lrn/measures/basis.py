"""What a place is compared with, by its name: the whole network only where nothing but places narrows the selection."""

from __future__ import annotations

from dataclasses import dataclass

from lrn import texts
from lrn.filters import FILTERS
from lrn.selection import Selection


@dataclass(frozen=True)
class Basis:
    """The activities that a part is laid beside, in Dutch words.

    ``name`` is what they are ("het hele netwerk"), ``within`` says it of what happens there ("in het hele netwerk"),
    ``heading`` is the name as it stands above a column.
    """

    name: str
    within: str
    heading: str


NETWORK = Basis("het hele netwerk", "in het hele netwerk", "Hele netwerk")


def basis(selection: Selection) -> Basis:
    """What stands beside a place in *selection*: the same peildatum and filters on content, but every place.

    That is the whole network, or with filters on content the activities that meet them: "alle activiteiten van
    Techniek en ICT rond zorg".
    """
    if not selection.by_content:
        return NETWORK
    name = f"alle activiteiten {of_content(selection)}"
    return Basis(name, f"bij {name}", texts.capital(name))


def key_figures_title(selection: Selection) -> str:
    """What stands above the key figures: only without filters are they those of the network."""
    return f"Hoe {'deze selectie' if selection.chosen else 'het netwerk'} ervoor staat"


def also_beyond(selection: Selection, theme: str) -> str:
    """What to add to a count of *theme* in every place that filters on content do not narrow; "" where none would."""
    narrower = selection.without("thema") if theme in selection.thema else selection
    return texts.ALSO_BEYOND if narrower.by_content else ""


def of_content(selection: Selection) -> str:
    """The filters on content as they stand behind "activiteiten": "van Techniek en ICT rond zorg"; "" without any."""
    in_order = sorted(FILTERS, key=lambda each: each.several)  # ja or nee first
    told = [(each, each.values(selection)) for each in in_order if not each.place]
    return " ".join(each.content.format(texts.choice(map(each.brief, chosen))) for each, chosen in told if chosen)
