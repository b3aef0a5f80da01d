"""The meetings in which the network is presented: for whom, and which views in which order. Leaf module.

Slides and the screen in the meeting room show the same row: a meeting is data, and a view is known by its key.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

VIEWS = MappingProxyType(
    {
        "titel": "Titel",
        "kerncijfers": "Kerncijfers",
        "valt_op": "Wat valt op",
        "regiokaart": "Kaart van de regio's",
        "gemeentekaart": "Kaart van de gemeenten",
        "ingredienten": "Activiteiten per ingrediënt",
        "ingredienten_plaats": "Ingrediënten per plaats",
        "themas": "Activiteiten per thema",
        "themas_plaats": "Thema's per plaats",
        "verloop": "Verloop per kwartaal",
        "netwerk": "Partners en verbindingslijnen",
        "plaatsen": "Per plaats in beeld",
        "activiteiten": "De activiteiten zelf",
        "kansen": "Wat er nog niet is",
        "verantwoording": "Zo is geteld",
    }
)
"""What can be shown, by key, in the order of a complete deck. ``plaatsen`` is a page for each place in view."""


@dataclass(frozen=True)
class Meeting:
    """One meeting: its key (also on the command line), its name, who is there, and the keys of its views in order."""

    key: str
    name: str
    audience: str
    views: tuple[str, ...]


_ALL = tuple(key for key in VIEWS if key != "activiteiten")

MEETINGS = MappingProxyType(
    {
        meeting.key: meeting
        for meeting in (
            Meeting("netwerk", "Heel het netwerk", "iedereen in en om het netwerk", _ALL),
            Meeting(
                "cvb",
                "College van Bestuur",
                "het College van Bestuur",
                (
                    "titel",
                    "kerncijfers",
                    "valt_op",
                    "regiokaart",
                    "themas",
                    "ingredienten",
                    "verloop",
                    "kansen",
                    "verantwoording",
                ),
            ),
            Meeting(
                "regio-overleg",
                "Regio-overleg",
                "de locaties in de regio",
                (
                    "titel",
                    "kerncijfers",
                    "gemeentekaart",
                    "plaatsen",
                    "themas_plaats",
                    "ingredienten_plaats",
                    "activiteiten",
                    "kansen",
                    "verantwoording",
                ),
            ),
            Meeting(
                "college",
                "Collegeoverleg",
                "de directeuren en teamleiders van het college",
                (
                    "titel",
                    "kerncijfers",
                    "themas",
                    "ingredienten",
                    "gemeentekaart",
                    "netwerk",
                    "activiteiten",
                    "kansen",
                    "verantwoording",
                ),
            ),
            Meeting(
                "3o-overleg",
                "3O-overleg",
                "onderwijs, ondernemers en overheid",
                (
                    "titel",
                    "valt_op",
                    "regiokaart",
                    "themas",
                    "netwerk",
                    "activiteiten",
                    "kansen",
                    "verantwoording",
                ),
            ),
            Meeting(
                "bovenregionaal",
                "Bovenregionaal bestuurlijk overleg",
                "de bestuurders van de regio's",
                (
                    "titel",
                    "kerncijfers",
                    "valt_op",
                    "regiokaart",
                    "themas_plaats",
                    "ingredienten_plaats",
                    "plaatsen",
                    "verloop",
                    "netwerk",
                    "kansen",
                    "verantwoording",
                ),
            ),
        )
    }
)
"""The meetings by key; the first one is shown when no meeting is chosen."""

USUAL = next(iter(MEETINGS.values()))


def drawn(views: tuple[str, ...], *, by_municipality: bool) -> tuple[str, ...]:
    """The keys of *views* as they are drawn of a selection: of municipalities there is no map of the regions."""
    if not by_municipality:
        return views
    return tuple(dict.fromkeys("gemeentekaart" if key == "regiokaart" else key for key in views))


def find(text: str) -> Meeting | None:
    """The meeting that *text* names, by its key or its name, whatever the case; None when there is none."""
    wanted = " ".join(text.casefold().split())
    return next((m for m in MEETINGS.values() if wanted in (m.key.casefold(), m.name.casefold())), None)
