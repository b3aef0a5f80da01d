"""The scenes that meetings show: each is one entry in ``SCENES``, and is then shown in the whole row."""

from __future__ import annotations

from types import MappingProxyType

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import figures
from lrn.measures.network.helping import HELPS
from lrn.views import charts, content, messages, omitted, partner_charts, partner_words
from lrn.views.facts import Facts
from lrn.views.scene import Scene


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
        "valt_op",
        "In één oogopslag",
        content.Highlights(),
        first=("Afgelezen uit de cijfers van deze selectie; wat er niet staat, is een vraag en geen tekort.",),
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
        "regiokaart",
        "Kaart van de regio's",
        content.AreaMap("plaats"),
        message=messages.on_map("plaats"),
        omitted=omitted.one_region,
        by_municipality="gemeentekaart",
    ),
    Scene(
        "gemeentekaart",
        "Kaart van de gemeenten",
        content.AreaMap("gemeente"),
        message=messages.on_map("gemeente"),
        omitted=omitted.few_municipalities,
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
        message=messages.kinds_of_partner,
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
        omitted=omitted.no_missing_line,
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
        omitted=omitted.not_asked,
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
