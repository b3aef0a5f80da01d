"""The meetings: for whom, what is asked of them, and which scenes they show in which order.

To show a scene of :mod:`lrn.views.scenes` in another meeting, name it there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from lrn.filters import FILTER
from lrn.measures import places
from lrn.selection import Selection
from lrn.views import content
from lrn.views.scene import Step
from lrn.views.scenes import SCENES

__all__ = ["MEETINGS", "SCENES", "USUAL", "Meeting", "as_shown", "find", "steps"]


@dataclass(frozen=True)
class Meeting:
    """One meeting: its key (also on the command line), its name, who is there, what is asked of them, and its scenes.

    Those are keys, in order. What it is ``about`` differs each time, and ``which`` asks for that: the field of a filter
    and a question, or both "". Raises ValueError for a scene or a filter that does not exist.
    """

    key: str
    name: str
    audience: str
    asks: tuple[str, ...]
    scenes: tuple[str, ...]
    about: str = ""
    which: str = ""

    def __post_init__(self) -> None:
        if self.about not in ("", *FILTER):
            raise ValueError(f"the meeting {self.key!r} is about {self.about!r}, which nobody can choose")
        if unknown := [key for key in self.scenes if key not in SCENES]:
            raise ValueError(f"the meeting {self.key!r} shows scenes that do not exist: {unknown}")

    @property
    def welcome(self) -> str:
        """What is said first."""
        return f"Dit overzicht is voor {self.audience}."


def _row(*between: str) -> tuple[str, ...]:
    """The keys of the scenes of a meeting: first its title and a summary, last questions and how was counted."""
    return ("titel", "valt_op", *between, "kansen", "verantwoording")


_ALL = tuple(key for key in SCENES if key != "activiteiten")
_MEETINGS = (
    Meeting(
        "netwerk",
        "Heel het netwerk",
        "iedereen in en om het netwerk",
        ("Wat herkent u, en wat mist u in dit beeld?", "Wie nodigt u uit om mee te doen?"),
        _ALL,
    ),
    Meeting(
        "cvb",
        "College van Bestuur",
        "het College van Bestuur",
        (
            "Welke regio, welk thema of welke partner verdient het komende halfjaar aandacht?",
            "Wat geeft u het netwerk mee?",
        ),
        _row("kerncijfers", "regiokaart", "themas", "ingredienten", "soorten_partners", "verloop"),
    ),
    Meeting(
        "regio-overleg",
        "Regio-overleg",
        "de locaties in de regio",
        (
            "Klopt dit beeld van uw regio, en welke activiteiten ontbreken er?",
            "Welke lijn naar een andere regio wilt u leggen?",
        ),
        _row(
            *("kerncijfers", "gemeentekaart", "plaatsen", "themas_plaats", "ingredienten_plaats"),
            *("ontbrekende_lijnen", "activiteiten"),
        ),
        about="regio",
        which="Over welke regio gaat het?",
    ),
    Meeting(
        "college",
        "Collegeoverleg",
        "de directeuren en teamleiders van het college",
        (
            "Welke activiteiten van uw college staan er nog niet in?",
            "Wat kunnen andere colleges van u leren, en u van hen?",
        ),
        _row("kerncijfers", "themas", "ingredienten", "gemeentekaart", "netwerk", "soorten_partners", "activiteiten"),
        about="college",
        which="Over welk college gaat het?",
    ),
    Meeting(
        "3o-overleg",
        "3O-overleg",
        "onderwijs, ondernemers en overheid",
        ("Welke vraag van ondernemers of overheid pakken we samen op?", "Wie ontbreekt er aan deze tafel?"),
        _row("regiokaart", "themas", "netwerk", "activiteiten"),
    ),
    Meeting(
        "bovenregionaal",
        "Bovenregionaal bestuurlijk overleg",
        "de bestuurders van de regio's",
        ("Wat kan alleen over de regio's heen, en wie trekt dat?", "Welke ontbrekende lijn legt u als eerste?"),
        _row(
            "kerncijfers",
            "regiokaart",
            "themas_plaats",
            "ingredienten_plaats",
            "plaatsen",
            "verloop",
            "netwerk",
            "ontbrekende_lijnen",
        ),
    ),
)
MEETINGS = MappingProxyType({meeting.key: meeting for meeting in _MEETINGS})
"""The meetings by key; the first one is shown when no meeting is chosen."""

USUAL = next(iter(MEETINGS.values()))


def steps(row: Iterable[str], selection: Selection) -> list[Step]:
    """The scenes of *row* (keys) as they are shown of *selection*, each once; a step for each place in view."""
    return [
        Step(scene, area.naam if area else scene.name, area)
        for scene in (SCENES[key] for key in dict.fromkeys(as_shown(key, selection) for key in row))
        for area in (places.looked_at(selection) if isinstance(scene.shows, content.Places) else (None,))
    ]


def as_shown(key: str, selection: Selection) -> str:
    """The key of the scene shown of *selection* for that with *key*: where municipalities are in view, theirs."""
    by_municipality = places.level_in_view(selection) == "gemeente"
    return (SCENES[key].by_municipality or key) if by_municipality else key


def find(text: str) -> Meeting | None:
    """The meeting that *text* names, by its key or its name, whatever the case; None when there is none."""
    wanted = " ".join(text.casefold().split())
    return next((m for m in MEETINGS.values() if wanted in (m.key.casefold(), m.name.casefold())), None)
