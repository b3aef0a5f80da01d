"""The scenes that meetings show, and the meetings: for whom, and which scenes in which order.

A scene is one entry in ``SCENES``; it is then shown in the whole row, on the stage and in slides, and can be chosen. To
show it in another meeting, name it there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from types import MappingProxyType

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import places
from lrn.measures.network import figures
from lrn.measures.network.helping import HELPS
from lrn.selection import Selection
from lrn.views import charts, content, messages, partner_charts, partner_words
from lrn.views.facts import Facts
from lrn.views.scene import Scene, Step


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


_IN_ORDER = (
    Scene(
        "titel",
        "Titel",
        content.TitlePage(),
        then=("Het netwerk is van niemand alleen, en niemand ziet het helemaal: samen wel.", _of),
    ),
    Scene(
        "kerncijfers",
        "Kerncijfers",
        content.KeyFigures(),
        then=(_compared,),
        message=messages.key_figures,
        defined=("actief", "partners", "lijnen", "netwerkthema", "plaats"),
    ),
    Scene(
        "valt_op",
        "Wat valt op",
        content.Highlights(),
        first=("Afgelezen uit de cijfers van deze selectie; wat er niet staat, is een vraag en geen tekort.",),
    ),
    Scene(
        "regiokaart",
        "Kaart van de regio's",
        content.AreaMap("plaats"),
        message=messages.on_map("plaats"),
        by_municipality="gemeentekaart",
    ),
    Scene(
        "gemeentekaart",
        "Kaart van de gemeenten",
        content.AreaMap("gemeente"),
        message=messages.on_map("gemeente"),
    ),
    Scene(
        "ingredienten",
        charts.INGREDIENTS.title,
        content.Charts(charts.INGREDIENTS),
        then=(
            texts.NO_CHECKLIST,
            "Wat is hier vanzelfsprekend, en wat mag vaker?",
        ),
        explained=tuple(f"{i.label}: {i.betekenis}" for i in v.INGREDIENTEN),
        message=messages.on_ingredients,
    ),
    Scene(
        "ingredienten_plaats",
        charts.INGREDIENT_MATRIX.title,
        content.Charts(charts.INGREDIENT_MATRIX),
        message=messages.crossed(charts.INGREDIENT_MATRIX),
    ),
    Scene(
        "themas",
        charts.THEMES.title,
        content.Charts(charts.THEMES),
        first=(_on_network_theme,),
        then=("Het netwerkthema sluit niets uit: andere thema's zijn even welkom.",),
        defined=("actief", "netwerkthema"),
        message=messages.on_themes,
    ),
    Scene(
        "themas_plaats",
        charts.THEME_MATRIX.title,
        content.Charts(charts.THEME_MATRIX),
        message=messages.crossed(charts.THEME_MATRIX),
    ),
    Scene(
        "verloop",
        charts.TREND.title,
        content.Charts(charts.TREND),
        then=(_last_quarter, _over),
        defined=(),
        message=messages.trend,
    ),
    Scene(
        "netwerk",
        "Partners en verbindingslijnen",
        content.Charts(charts.PARTNERS, charts.LINES),
        then=(partner_words.relations,),
        defined=(),
        message=messages.partners_and_lines,
    ),
    Scene(
        "soorten_partners",
        partner_charts.KIND_MATRIX.title,
        content.Charts(partner_charts.KIND_MATRIX),
        first=(partner_words.mix,),
        then=(partner_words.strategic_relations, "Wie missen we hier nog, en wie kent er een?"),
        defined=("actief", "partners"),
    ),
    Scene(
        "beeld_van_het_netwerk",
        "Het netwerk",
        content.Network(),
        first=(lambda facts: figures.meaning(facts.selected), lambda facts: figures.in_words(facts.selected)),
        then=("Niemand ziet alles: wie mist hier nog een knooppunt of een lijn?",),
        defined=("actief", "netwerk_beeld"),
        message=messages.network,
    ),
    Scene(
        "ontbrekende_lijnen",
        "Ontbrekende lijnen",
        content.Proposals(),
        then=(lambda facts: facts.missing.told, "Welke twee zouden elkaar moeten ontmoeten, en wie nodigt ze uit?"),
        defined=("actief", "ontbrekende_lijnen"),
        explained=(f"Op volgorde van wat het netwerk het meest helpt. {HELPS}",),
        message=messages.missing_lines,
    ),
    Scene(
        "plaatsen",
        "Per regio in beeld",
        content.Places(),
        defined=("actief", "plaats", "gemeente"),
        message=messages.place,
    ),
    Scene("activiteiten", "De activiteiten zelf", content.Rows(), message=messages.rows),
    Scene(
        "kansen",
        "Wat er nog niet is",
        content.Questions(),
        first=("Een uitnodiging: ‘niet geregistreerd’ is niet hetzelfde als ‘er gebeurt niets’.",),
        defined=("nog_niet", "plaats"),
        message=messages.open_questions,
    ),
    Scene(
        "verantwoording",
        "Zo is geteld",
        content.Account(
            ("actief", "plaats", "partners", "lijnen", "netwerkthema", "ingredienten", "dekking", "verloop")
        ),
        first=("Vragen over een cijfer? Op het dashboard is elk cijfer te volgen tot de rij in de werkmap.",),
        defined=(),
        message=messages.account,
    ),
)
SCENES = MappingProxyType({scene.key: scene for scene in _IN_ORDER})
"""What can be shown, by key, in the order of a complete deck."""

if len(SCENES) < len(_IN_ORDER) or any(scene.by_municipality not in ("", *SCENES) for scene in _IN_ORDER):
    raise ValueError("two scenes have one key, or a scene names another one that does not exist")


@dataclass(frozen=True)
class Meeting:
    """One meeting: its key (also on the command line), its name, who is there, and the keys of its scenes in order.

    Raises ValueError for a scene that does not exist.
    """

    key: str
    name: str
    audience: str
    scenes: tuple[str, ...]

    def __post_init__(self) -> None:
        if unknown := [key for key in self.scenes if key not in SCENES]:
            raise ValueError(f"the meeting {self.key!r} shows scenes that do not exist: {unknown}")

    @property
    def welcome(self) -> str:
        """What is said first."""
        return f"Dit overzicht is voor {self.audience}."


def _row(*between: str) -> tuple[str, ...]:
    """The keys of the scenes of a meeting: it begins with its title, and ends with questions and how was counted."""
    return ("titel", *between, "kansen", "verantwoording")


_ALL = tuple(key for key in SCENES if key != "activiteiten")
_MEETINGS = (
    Meeting("netwerk", "Heel het netwerk", "iedereen in en om het netwerk", _ALL),
    Meeting(
        "cvb",
        "College van Bestuur",
        "het College van Bestuur",
        _row("kerncijfers", "valt_op", "regiokaart", "themas", "ingredienten", "soorten_partners", "verloop"),
    ),
    Meeting(
        "regio-overleg",
        "Regio-overleg",
        "de locaties in de regio",
        _row(
            *("kerncijfers", "gemeentekaart", "plaatsen", "themas_plaats", "ingredienten_plaats"),
            *("ontbrekende_lijnen", "activiteiten"),
        ),
    ),
    Meeting(
        "college",
        "Collegeoverleg",
        "de directeuren en teamleiders van het college",
        _row(
            *("kerncijfers", "themas", "ingredienten", "gemeentekaart", "netwerk", "soorten_partners", "activiteiten"),
        ),
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
            "ontbrekende_lijnen",
        ),
    ),
)
MEETINGS = MappingProxyType({meeting.key: meeting for meeting in _MEETINGS})
"""The meetings by key; the first one is shown when no meeting is chosen."""

USUAL = next(iter(MEETINGS.values()))


def steps(row: Iterable[str], selection: Selection) -> list[Step]:
    """The scenes of *row* (keys) as they are shown of *selection*, each once; a step for each place in view."""
    by_municipality = places.level_in_view(selection) == "gemeente"
    keys = [(SCENES[key].by_municipality or key) if by_municipality else key for key in row]
    return [
        Step(scene, area.naam if area else scene.name, area)
        for scene in (SCENES[key] for key in dict.fromkeys(keys))
        for area in (places.looked_at(selection) if isinstance(scene.shows, content.Places) else (None,))
    ]


def find(text: str) -> Meeting | None:
    """The meeting that *text* names, by its key or its name, whatever the case; None when there is none."""
    wanted = " ".join(text.casefold().split())
    return next((m for m in MEETINGS.values() if wanted in (m.key.casefold(), m.name.casefold())), None)
