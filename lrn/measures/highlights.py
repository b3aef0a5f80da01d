"""Wat valt op: at most five sentences made from figures by fixed rules, each with its evidence and the view behind it.

Rules look at places, themes, ingredients and forms, never at people or colleges. Each rule speaks once, or is silent.
What is not there is put as a question.

A sentence weighs as many activities as its first figure counts, and an accent as many as the place has more than the
share of the network would give. Of those that name a place the weightiest is told, and no other one about that place:
the next best about another takes its room. One or two activities are no news for a board, unless they are a tenth of
what is looked at.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import overview, recent
from lrn.measures.chances import chances
from lrn.measures.conditions import ACTIVITY
from lrn.measures.evidence import Evidence
from lrn.measures.firsts import firsts
from lrn.measures.sentences import Figure, Sentence
from lrn.measures.strongest import strongest
from lrn.measures.themes import NETWERK, theme_label
from lrn.register.model import Register
from lrn.selection import Selection, matches

AMOUNT = 5
LEAST = 3  # activities that a sentence is about,
PART = 10  # unless they are one in so many of the selection
NAMED = 2  # activities that a sentence names; the others are behind its figure
NAME_LENGTH = 60  # characters of a name: some cells hold half a page

KINDS = ("beweging", "nieuw", "eerste", "einde", "accent", "kans")
"""The rules, in the order in which their sentences stand: what changed, what stands out, what is open."""


@dataclass(frozen=True)
class Highlight(Sentence):
    """A sentence, its rule (:data:`KINDS`), and the view behind it: a page (its URL path) and what to choose there.

    ``apart`` is by how many activities an accent differs from the network; None of any other sentence.
    """

    kind: str
    page: str
    focus: Evidence = field(default_factory=Evidence)
    apart: float | None = None

    @property
    def place(self) -> str:
        """The code of the place that it is about; "" when that is the selection as a whole."""
        where = dict(self.focus.where)
        return where.get("plaats", "") or (v.place_of_municipality(where["gemeente"]) if "gemeente" in where else "")

    @property
    def weight(self) -> float:
        """How many activities it is first of all about."""
        if self.apart is not None:
            return self.apart
        figure = self.figures[0]
        return figure.amount if figure.evidence.telt == "activiteiten" else 0


def highlights(register: Register, selected: Register, selection: Selection) -> list[Highlight]:
    """At most five sentences on *selected* (``register`` narrowed to *selection*), in the order of :data:`KINDS`.

    Which ones is told above. Where a first is all that is new it is told once.
    """
    if selected.activiteiten.empty:
        return []
    whole = (movement, newcomers, endings)
    found = [rule(register, selected, selection) for rule in whole]
    for in_places in (firsts_in_places, accents, open_chances):
        found += in_places(register, selected, selection)
    enough = min(LEAST, len(selected.activiteiten) / PART)
    told = _weightiest([each for each in found if each and each.weight >= enough])
    new, new_there = told.get("nieuw"), told.get("eerste")
    if new and new_there and new.basis == new_there.basis:
        del told["nieuw"]
    most = sorted(told.values(), key=lambda highlight: -highlight.weight)[:AMOUNT]
    return sorted(most, key=lambda highlight: KINDS.index(highlight.kind))


def _weightiest(candidates: list[Highlight]) -> dict[str, Highlight]:
    """Of each rule one of its *candidates*, which are in its own order, and of each place one, by their rule."""
    told: dict[str, Highlight] = {}
    while candidates:
        best = {each.kind: each for each in reversed(candidates)}  # of each rule
        chosen = max(sorted(best.values(), key=lambda each: KINDS.index(each.kind)), key=lambda each: each.weight)
        told[chosen.kind] = chosen
        candidates = [
            each
            for each in candidates
            if each.kind != chosen.kind and not (chosen.place and each.place == chosen.place)
        ]
    return told


def movement(register: Register, selected: Register, selection: Selection) -> Highlight | None:
    """How many activities there are beside a year before; None without a peildatum or a difference.

    What ended since is said beside it: by definition it is not active on any peildatum. Where that alone makes the
    difference, neither more nor fewer is said.
    """
    if selection.peildatum is None:
        return None
    day, ever = overview.year_earlier(selection.peildatum), register.activiteiten
    now, then = len(selected.activiteiten), int(matches(selection.on(day), register).sum())
    if now == then:
        return None
    over = int((overview.ended_since(ever, day) & matches(selection.on(None), register)).sum())
    figures = [Figure(Evidence(), now), Figure(Evidence.of(dag=day), then)]
    tail = ""
    if over:
        tail = f" (en nog {texts.number(over)} die nu afgerond of gestopt {'is' if over == 1 else 'zijn'})"
        figures.append(Figure(Evidence.of(voorbij=day), over))
    text = (
        f"Op {texts.long_date(selection.peildatum)} {'is' if now == 1 else 'zijn'} "
        f"{texts.activities(now)} actief, een jaar eerder {texts.number(then)}{tail}."
    )
    words = (
        "Minder activiteiten dan" if now < then else "Meer activiteiten dan" if now > then + over else "Vergeleken met"
    )
    lead = f"{words} een jaar eerder"
    return Highlight(lead, text, tuple(figures), now, "beweging", "gegevens")


def newcomers(register: Register, selected: Register, selection: Selection) -> Highlight | None:
    """What began in the three months before the peildatum, the newest named; None when nothing did."""
    if selection.peildatum is None:
        return None
    since, _ = recent.span(selection.peildatum)
    new = selected.activiteiten[recent.begun_since(selected.activiteiten, since)]
    if new.empty:
        return None
    told = _named(register, new.sort_values("start", ascending=False, kind="stable"))
    evidence = Evidence.of(begonnen=since)
    text = (
        f"Sinds {texts.long_date(since)} {'begon' if len(new) == 1 else 'begonnen'} {texts.activities(len(new))}{told}."
    )
    return Highlight("Net begonnen", text, (Figure(evidence, len(new)),), len(new), "nieuw", "register", evidence)


def firsts_in_places(register: Register, selected: Register, selection: Selection) -> Iterator[Highlight]:
    """Themes, forms and ingredients that were not registered in a place before, those of most activities first."""
    if selection.peildatum is None:
        return
    since, _ = recent.span(selection.peildatum)
    begun = recent.begun_since(selected.activiteiten, since)
    if not begun.any():
        return
    found = firsts(register, selected.activiteiten.loc[begun, "id"], selection.peildatum)
    for kind, value, place, amount in found.sort_values("aantal", ascending=False, kind="stable").itertuples(
        index=False
    ):
        evidence = Evidence.of(**{kind: value}, plaats=place, begonnen=since)
        there = begun & selected.activiteiten["plaats"].eq(place) & ACTIVITY[kind].holds(selected, str(value))
        told = _named(register, selected.activiteiten[there])
        name = _name(kind, value)
        about = {"thema": "rond", "vorm": "met de vorm", "ingredient": "met ingrediënt"}[kind]
        text = (
            f"Sinds {texts.long_date(since)} {'is' if amount == 1 else 'zijn'} er in {v.PLAATS_NAMEN[place]} "
            f"{texts.activities(amount)} {about} {name}{told}, de eerste daar volgens het register."
        )
        lead = f"Voor het eerst: {name} in {v.PLAATS_KORT[place]}"
        page = {"thema": "themas", "ingredient": "ingredienten"}.get(kind, "register")
        focus = evidence if page == "register" else Evidence.of(**{kind: value}, plaats=place)
        yield Highlight(lead, text, (Figure(evidence, amount),), amount, "eerste", page, focus)


def endings(register: Register, selected: Register, selection: Selection) -> Highlight | None:
    """What ends in the three months after the peildatum, or ended in those before; None when nothing does."""
    if selection.peildatum is None:
        return None
    since, until = recent.span(selection.peildatum)
    soon, past = Evidence.of(eindigt=until), Evidence.of(afgelopen=since)
    active, ever = selected.activiteiten, register.activiteiten
    ending = active[recent.ending_by(active, until)]
    over = recent.ended_between(ever, since, selection.peildatum)
    ended = ever[over & matches(selection.on(None), register)]
    parts, figures = [], []
    if amount := len(ending):
        told = _named(register, ending.sort_values("einde", kind="stable"))
        verb = "eindigt" if amount == 1 else "eindigen"
        parts.append(f"Tot en met {texts.long_date(until)} {verb} {texts.activities(amount)}{told}.")
        figures.append(Figure(soon, amount))
    if amount := len(ended):
        told = "" if parts else _named(register, ended.sort_values("einde", ascending=False, kind="stable"))
        verb = "is" if amount == 1 else "zijn"
        parts.append(f"Sinds {texts.long_date(since)} {verb} {texts.activities(amount)} geëindigd{told}.")
        figures.append(Figure(past, amount))
    if not figures:
        return None
    lead, text = "Bijna voorbij" if len(ending) else "Net voorbij", f"{' '.join(parts)} Wat nemen we mee?"
    basis = min(figure.amount for figure in figures)
    return Highlight(lead, text, tuple(figures), basis, "einde", "register", figures[0].evidence)


def accents(register: Register, selected: Register, selection: Selection) -> Iterator[Highlight]:
    """Of each place the theme or ingredient with the strongest accent, the weightiest first."""
    for found in strongest(register, selected, selection):
        counted = {found.kenmerk: str(found.waarde)}
        network, there = Evidence.of(basis="netwerk"), {"plaats": found.plaats}
        figures = (
            Figure(network.also(**counted, **there), found.aantal),
            Figure(network.also(**there), found.totaal),
            Figure(network.also(**counted), found.aantal_netwerk),
            Figure(network, found.totaal_netwerk),
        )
        name, where = _name(found.kenmerk, found.waarde), v.PLAATS_NAMEN[found.plaats]
        on_theme = found.kenmerk == "thema"
        text = (
            f"In {where} {f'gaat het vaker over {name}' if on_theme else f'wordt {name} vaker genoemd'} dan in het "
            f"hele netwerk: bij {texts.share(found.aantal, found.totaal, 'activiteiten')}, "
            f"tegenover {texts.share(found.aantal_netwerk, found.totaal_netwerk)}."
        )
        lead = f"Accent: {name} in {v.PLAATS_KORT[found.plaats]}"
        focus = Evidence.of(plaats=found.plaats).also(**counted)
        page = "themas" if on_theme else "ingredienten"
        yield Highlight(lead, text, figures, found.totaal, "accent", page, focus, found.apart)


def open_chances(register: Register, selected: Register, selection: Selection) -> Iterator[Highlight]:
    """The open combinations in places that have activities enough, the likeliest first.

    Only those that something nearby speaks for, and on the themes that were chosen. None on the netwerkthema: it is
    not exclusive, and to be outside it is no opening.
    """
    for found in chances(register, selected, selection):
        wanted = not selection.thema or found.thema in selection.thema
        if found.figures and not found.few and found.thema != NETWERK and wanted:
            focus = Evidence.of(thema=found.thema, plaats=found.plaats)
            lead = f"Kans: {_name('thema', found.thema)} in {v.PLAATS_KORT[found.plaats]}"
            yield Highlight(lead, f"{found.lead} {found.text}", found.figures, found.basis, "kans", "themas", focus)


def _name(kind: str, value: object) -> str:
    """A theme, form or ingredient as it stands in a sentence."""
    if kind == "thema":
        return "het netwerkthema" if value == NETWERK else theme_label(str(value)).lower()
    return f"‘{v.VORMEN.label(str(value)) if kind == 'vorm' else v.INGREDIENT[int(str(value))].kort}’"


def _named(register: Register, activiteiten: pd.DataFrame) -> str:
    """The first of *activiteiten* by name, to stand behind their amount; "" when none of them may be named.

    A name that holds that of a college or of a contact person is not for a sentence; a function is no name.
    """
    persons = (text for text in register.activiteiten["contactpersoon"].dropna() if not v.CONTACTROLLEN.find(text))
    avoided = [text.casefold() for text in {*register.colleges, *persons} if text.strip()]
    told = [name for name in activiteiten["naam"] if not any(text in name.casefold() for text in avoided)][:NAMED]
    if not told:
        return ""
    listed = texts.listing(f"‘{_short(name)}’" for name in told)
    return f" ({listed})" if len(told) == len(activiteiten) else f" (onder meer {listed})"


def _short(name: str) -> str:
    short = textwrap.shorten(name, NAME_LENGTH, placeholder="…")
    return f"{name[: NAME_LENGTH - 1]}…" if short == "…" else short  # one very long word
