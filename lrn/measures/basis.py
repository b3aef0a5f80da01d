"""What a place is compared with, by its name: the whole network only where nothing but places narrows the selection."""

from __future__ import annotations

from dataclasses import dataclass

from lrn import texts
from lrn import vocabulary as v
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
    told = [
        ("van {}", selection.college),
        ("rond {}", [v.THEMAS.label(code).lower() for code in selection.thema]),
        ("met {}", [f"‘{v.INGREDIENT[nr].kort}’" for nr in selection.ingredient]),
        ("in de vorm {}", [f"‘{v.VORMEN.label(code)}’" for code in selection.vorm]),
        ("met status {}", [v.STATUSSEN.label(code).lower() for code in selection.status]),
    ]
    phrases = [phrase.format(texts.choice(names)) for phrase, names in told if names]
    if selection.netwerkthema is not None:
        phrases.insert(0, "op het netwerkthema" if selection.netwerkthema else "buiten het netwerkthema")
    return " ".join(phrases)
