"""The views that meetings show, and the meetings: for whom, and which views in which order.

A view is one entry in ``VIEWS``; it is then shown in the whole row, on the stage and in slides, and can be chosen. To
show it in another meeting, name it there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import places
from lrn.selection import Selection
from lrn.views import charts, content
from lrn.views.facts import Facts
from lrn.views.view import Step, View


def _of(facts: Facts) -> str:
    return f"Alle cijfers hierna gaan over: {facts.basis}."


def _compared(facts: Facts) -> str:
    if facts.before is None:
        return ""
    return " ".join(filter(None, (f"{texts.capital(facts.before.told)}.", facts.undated)))


def _on_network_theme(facts: Facts) -> str:
    total, amount = facts.totals.activiteiten, facts.totals.netwerkthema
    share = texts.share_unless_few(facts.totals.aandeel_netwerkthema, total, " ({})")
    told = f"{texts.number(amount)} van de {texts.activities(total)}" if total > 1 else texts.activities(amount)
    return f"Op het netwerkthema: {told}{share}."


def _last_quarter(facts: Facts) -> str:
    return f"Elk kwartaal op de laatste dag; het laatste op {charts.last_day(facts.frame(charts.TREND))}."


def _over(facts: Facts) -> str:
    frame = facts.frame(charts.TREND)
    return f"Lichter: liep toen wel, en op {charts.last_day(frame)} niet meer." if frame["voorbij"].any() else ""


def _relations(facts: Facts) -> str:
    relations = {code: len(places.strategic_relations(facts.register, plaats=code)) for code in v.CONTEXT_PLAATSEN}
    told = texts.listing(
        f"{texts.count(amount, 'strategische relatie', 'strategische relaties')} in {v.PLAATS_NAMEN[code]}"
        for code, amount in relations.items()
    )
    return f"In het hele register staan {told}; die staan los van de aantallen van de regio's."


_IN_ORDER = (
    View(
        "titel",
        "Titel",
        content.TitlePage(),
        then=("Het netwerk is van niemand alleen, en niemand ziet het helemaal: samen wel.", _of),
    ),
    View(
        "kerncijfers",
        "Kerncijfers",
        content.KeyFigures(),
        then=(_compared,),
        defined=("actief", "partners", "lijnen", "netwerkthema", "plaats"),
    ),
    View(
        "valt_op",
        "Wat valt op",
        content.Highlights(),
        first=("Afgelezen uit de cijfers van deze selectie; wat er niet staat, is een vraag en geen tekort.",),
    ),
    View(
        "regiokaart",
        "Kaart van de regio's",
        content.AreaMap("plaats"),
        by_municipality="gemeentekaart",
    ),
    View("gemeentekaart", "Kaart van de gemeenten", content.AreaMap("gemeente")),
    View(
        "ingredienten",
        charts.INGREDIENTS.title,
        content.Charts(charts.INGREDIENTS),
        then=(
            texts.NO_CHECKLIST,
            "Wat is hier vanzelfsprekend, en wat mag vaker?",
        ),
        explained=tuple(f"{i.label}: {i.betekenis}" for i in v.INGREDIENTEN),
    ),
    View(
        "ingredienten_plaats",
        charts.INGREDIENT_MATRIX.title,
        content.Charts(charts.INGREDIENT_MATRIX),
    ),
    View(
        "themas",
        charts.THEMES.title,
        content.Charts(charts.THEMES),
        first=(_on_network_theme,),
        then=("Het netwerkthema sluit niets uit: andere thema's zijn even welkom.",),
        defined=("actief", "netwerkthema"),
    ),
    View("themas_plaats", charts.THEME_MATRIX.title, content.Charts(charts.THEME_MATRIX)),
    View("verloop", charts.TREND.title, content.Charts(charts.TREND), then=(_last_quarter, _over), defined=()),
    View(
        "netwerk",
        "Partners en verbindingslijnen",
        content.Charts(charts.PARTNERS, charts.LINES),
        then=(_relations,),
        defined=(),
    ),
    View("plaatsen", "Per plaats in beeld", content.Places(), defined=("actief", "plaats", "gemeente")),
    View("activiteiten", "De activiteiten zelf", content.Rows()),
    View(
        "kansen",
        "Wat er nog niet is",
        content.Questions(),
        first=("Een uitnodiging: ‘niet geregistreerd’ is niet hetzelfde als ‘er gebeurt niets’.",),
        defined=("nog_niet", "plaats"),
    ),
    View(
        "verantwoording",
        "Zo is geteld",
        content.Account(
            ("actief", "plaats", "partners", "lijnen", "netwerkthema", "ingredienten", "dekking", "verloop")
        ),
        first=("Vragen over een cijfer? Op het dashboard is elk cijfer te volgen tot de rij in de werkmap.",),
        defined=(),
    ),
)
VIEWS = MappingProxyType({view.key: view for view in _IN_ORDER})
"""What can be shown, by key, in the order of a complete deck."""

if len(VIEWS) < len(_IN_ORDER) or any(view.by_municipality not in ("", *VIEWS) for view in _IN_ORDER):
    raise ValueError("two views have one key, or a view names another one that does not exist")


@dataclass(frozen=True)
class Meeting:
    """One meeting: its key (also on the command line), its name, who is there, and the keys of its views in order.

    Raises ValueError for a view that does not exist.
    """

    key: str
    name: str
    audience: str
    views: tuple[str, ...]

    def __post_init__(self) -> None:
        if unknown := [key for key in self.views if key not in VIEWS]:
            raise ValueError(f"the meeting {self.key!r} shows views that do not exist: {unknown}")

    @property
    def welcome(self) -> str:
        """What is said first."""
        return f"Dit overzicht is voor {self.audience}."


def _row(*between: str) -> tuple[str, ...]:
    """The keys of the views of a meeting: it begins with its title, and ends with questions and how was counted."""
    return ("titel", *between, "kansen", "verantwoording")


_ALL = tuple(key for key in VIEWS if key != "activiteiten")
_MEETINGS = (
    Meeting("netwerk", "Heel het netwerk", "iedereen in en om het netwerk", _ALL),
    Meeting(
        "cvb",
        "College van Bestuur",
        "het College van Bestuur",
        _row("kerncijfers", "valt_op", "regiokaart", "themas", "ingredienten", "verloop"),
    ),
    Meeting(
        "regio-overleg",
        "Regio-overleg",
        "de locaties in de regio",
        _row("kerncijfers", "gemeentekaart", "plaatsen", "themas_plaats", "ingredienten_plaats", "activiteiten"),
    ),
    Meeting(
        "college",
        "Collegeoverleg",
        "de directeuren en teamleiders van het college",
        _row("kerncijfers", "themas", "ingredienten", "gemeentekaart", "netwerk", "activiteiten"),
    ),
    Meeting(
        "3o-overleg",
        "3O-overleg",
        "onderwijs, ondernemers en overheid",
        _row("valt_op", "regiokaart", "themas", "netwerk", "activiteiten"),
    ),
    Meeting(
        "bovenregionaal",
        "Bovenregionaal bestuurlijk overleg",
        "de bestuurders van de regio's",
        _row(
            "kerncijfers",
            "valt_op",
            "regiokaart",
            "themas_plaats",
            "ingredienten_plaats",
            "plaatsen",
            "verloop",
            "netwerk",
        ),
    ),
)
MEETINGS = MappingProxyType({meeting.key: meeting for meeting in _MEETINGS})
"""The meetings by key; the first one is shown when no meeting is chosen."""

USUAL = next(iter(MEETINGS.values()))


def steps(row: Iterable[str], selection: Selection) -> list[Step]:
    """The views of *row* (keys) as they are shown of *selection*, each once; a step for each place in view."""
    by_municipality = places.level_in_view(selection) == "gemeente"
    keys = [(VIEWS[key].by_municipality or key) if by_municipality else key for key in row]
    return [
        Step(view, area.naam if area else view.name, area)
        for view in (VIEWS[key] for key in dict.fromkeys(keys))
        for area in (places.looked_at(selection) if isinstance(view.shows, content.Places) else (None,))
    ]


def find(text: str) -> Meeting | None:
    """The meeting that *text* names, by its key or its name, whatever the case; None when there is none."""
    wanted = " ".join(text.casefold().split())
    return next((m for m in MEETINGS.values() if wanted in (m.key.casefold(), m.name.casefold())), None)
