"""A register in which everything that can be typed is a text that Markdown, HTML or plotly.js would make something of."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from lrn.register import columns as c
from lrn.ui.partners.choices import PARTS as PARTNER_PARTS
from lrn.ui.parts.choices import INGREDIENT_PARTS
from lrn.views.meetings import SCENES as MEETING_VIEWS

Rows = list[list[Any]]

HOST = "elders.example"
TEXTS = (
    "a -> b <- c <-> d -- e >= f <= g ~= h",
    "(c) (tm) (r) +- 1/2 ... 50% --- 60%",
    "12:30 uur: :) :heart: :+1: :material/home: :material_home: :streamlit:",
    "# 1 doel",
    "1. eerste",
    "2) tweede",
    "- punt",
    "+ plus",
    "> citaat",
    "===",
    "```mermaid",
    "Zorg & Welzijn <MBO> &amp; &copy; &#42; &quot;",
    "d'Artagnan's “Groen” \"Groen\" 'Groen'",
    "$x$ en $$y$$ kost $5",
    r"*a* **b** _c_ __d__ ~e~ ~~f~~ `g` ``h`` \*i\* \ ",
    f"[a](http://{HOST}/a) ![b](http://{HOST}/b.png) [c]: http://{HOST}/c [^d] [e][f]",
    f"http://{HOST}/lrn?a=b&c=d www.{HOST} https://{HOST}:8080/_x_ <http://{HOST}/g>",
    f'<b>vet</b> <img src="http://{HOST}/h.png"> <a href="http://{HOST}/i">i</a> <!-- j --> <br>',
    ':red[a] :blue-background[b] :small[c] :color[d]{foreground="red"} :help[e] ::f[g] :::h',
    "%{x} %{customdata[0]} <extra>z</extra> {naam} {{naam}} %s",
    "| a | b | - [ ] taak - [x] af",
    "=1+1 @SOM(A1) {=A1}",
)
"""Texts as people type them, and some that nobody would: each stands as typed wherever it is shown."""

COLLEGE = 'Team "Groen" & <Zo>'
LINK = f"https://{HOST}/plaats/locatie+Leiden/@52.1,4.4,17z/data=" + "abcdefghij" * 8
"""An address that is wider than a card."""


def in_turn(texts: tuple[str, ...] = TEXTS) -> Callable[[], str]:
    """A function that returns the next of *texts* each time, from the first again after the last."""

    def turns() -> Iterator[str]:
        while True:
            yield from texts

    return turns().__next__


def register_of(text: Callable[[], str], *, ids: Callable[[str], str] = str, activities: int = 22) -> dict[str, Rows]:
    """The sheets of a register whose texts, misunderstood values and own headings come from *text*.

    *ids* makes the ID of an activity, a partner and a line from a plain one. Of each pair of activities the first has
    the values that the register knows, so that it is counted, drawn and listed everywhere.
    """
    sheets = {
        c.ACTIVITEITEN.name: [[column.header for column in c.ACTIVITEITEN.columns] + [text(), text()]],
        c.PARTNERS.name: [[column.header for column in c.PARTNERS.columns] + [text()]],
        c.DEELNAMES.name: [[column.header for column in c.DEELNAMES.columns]],
        c.VERBINDINGSLIJNEN.name: [[column.header for column in c.VERBINDINGSLIJNEN.columns] + [text()]],
    }
    known = {
        "vorm": "Livinglab", "gemeente": "Leiden", "status": "Actief", "start": date(2024, 1, 1), "einde": "",
        "ingredienten": "1; 2; 6", "netwerkthema": "ja", "themas": "zorg; wonen", "breedtegraad": "",
        "lengtegraad": "", "regio": "",
    }  # fmt: skip
    for number in range(1, activities + 1):
        given: dict[str, Any] = {"id": ids(f"A{number}")} | (known if number % 2 else {"start": "", "einde": ""})
        row = [given[column.field] if column.field in given else text() for column in c.ACTIVITEITEN.columns]
        sheets[c.ACTIVITEITEN.name].append([*row, number, "ja"])
    for number in range(1, 5):
        given = {"id": ids(f"P{number}"), "strategisch": "ja"} | ({"gemeente": "Den Haag"} if number % 2 else {})
        row = [given[column.field] if column.field in given else text() for column in c.PARTNERS.columns]
        sheets[c.PARTNERS.name].append([*row, number])
    for number in range(1, activities + 1):
        sheets[c.DEELNAMES.name].append([ids(f"A{number}"), ids(f"P{number % 4 + 1}"), text(), text()])
    sheets[c.DEELNAMES.name].append([text(), text(), "", ""])
    for number, end in enumerate((ids("A2"), "Gouda", ids("A3"), text()), start=1):
        line = [ids(f"L{number}"), ids("A1"), end, text(), text(), "", text()]
        sheets[c.VERBINDINGSLIJNEN.name].append([*line, number])
    return sheets


def views(
    activity: str, partner: str, line: str, college: str, own: list[str]
) -> dict[str, tuple[str, dict[str, Any]]]:
    """Every page, part, card, list and stage by name: its page and its address, with these IDs and this college.

    *own* are the options of the list's own columns.
    """
    stage = {"tonen": "true", "beelden": [view.name for view in MEETING_VIEWS.values()]}
    found: dict[str, tuple[str, dict[str, Any]]] = {
        "overzicht": ("overzicht", {}),
        "overzicht, een gebied": ("overzicht", {"kijk_naar": "Holland Rijnland"}),
        "kaart": ("kaart", {}),
        "kaart, een activiteit": ("kaart", {"punten": "true", "lijnen": "true", "kies_activiteit": activity}),
        "kaart, een gebied": ("kaart", {"gebied": "Leiden", "punten": "true", "lijnen": "true", "niveau": "Regio"}),
        "kaart, twee gebieden": ("kaart", {"gebied": "Leiden", "naast": "Gouda", "kenmerk": "Zorg"}),
        "ingrediënten": ("ingredienten", {"kies_ingredient": "6. Leren"}),
        "thema's": ("themas", {"kies_thema": "Zorg"}),
        "thema's, een college": ("themas", {"kies_thema": "Zorg", "kies_college": college}),
        "netwerk": ("netwerk", {"partners": "true", "kleur": "Vorm"}),
        "netwerk, een knooppunt": ("netwerk", {"knooppunt": f"{activity} (activiteit {activity})"}),
        "netwerk, wie verbindt": ("netwerk", {"kijk": "Wie verbindt"}),
        "netwerk, sateprikker": ("netwerk", {"kijk": "Sateprikker"}),
        **{f"wie meedoet: {part}": ("partners", {"partners_kijk": part}) for part in PARTNER_PARTS.values()},
        "wie meedoet, gezocht": ("partners", {"partners_kijk": PARTNER_PARTS["wie"], "zoek_partner": f"{college}zzz"}),
        "een college": ("overzicht", {"college": college}),
        "activiteiten": ("register", {}),
        "activiteiten, eigen kolommen": ("register", {"kolommen": [*own, "College", "Locatie"]}),
        "partners": ("register", {"bewijs": ["telt:partners"]}),
        "verbindingslijnen": ("register", {"bewijs": ["telt:verbindingslijnen"], "lijnkolommen": ["Frequentie"]}),
        "een cijfer": ("register", {"bewijs": [f"college:{college}", f"partner:{partner}"]}),
        "een link van vroeger": ("register", {"bewijs": [f"ooit:{college}"], "college": [college, f"{college}x"]}),
        "gezocht": ("register", {"zoek": college}),
        "gezocht, niet gevonden": ("register", {"zoek": f"{college}zzzqqq"}),
        "een activiteit": ("register", {"activiteit": activity}),
        "een partner": ("register", {"partner": partner}),
        "een lijn": ("register", {"lijn": line}),
        "geen activiteit": ("register", {"activiteit": f"{activity}x"}),
        "gegevens": ("gegevens", {}),
        "bevindingen": ("gegevens", {"onderdeel": "Bevindingen"}),
        "bevindingen van een college": ("gegevens", {"onderdeel": "Bevindingen", "kies_college": college}),
        "te actualiseren": ("gegevens", {"onderdeel": "Te actualiseren"}),
        "door de tijd": ("gegevens", {"onderdeel": "Door de tijd"}),
        "presentatie": ("presentatie", {"brief_over": "Gouda"}),
    }
    for part in INGREDIENT_PARTS.values():
        found[f"ingrediënten: {part}"] = ("ingredienten", {"kijk": part, "kies_plaats": "Holland Rijnland"})
    for view in MEETING_VIEWS.values():
        found[f"toneel: {view.name}"] = ("presentatie", stage | {"beeld": view.name})
    return found
