"""Wat valt op: at most five sentences made from figures by fixed rules, each with its evidence and the view behind it.

Rules look at places, themes, ingredients and forms, never at people or colleges. Each rule speaks once, or is silent.
What is not there is put as a question.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import overview, recent
from lrn.measures.chances import chances
from lrn.measures.conditions import ACTIVITY
from lrn.measures.earlier import Earlier, earlier
from lrn.measures.evidence import Evidence
from lrn.measures.firsts import firsts
from lrn.measures.sentences import Figure, Sentence
from lrn.measures.strongest import strongest
from lrn.measures.themes import NETWERK, theme_label
from lrn.register.model import Register
from lrn.selection import JAAR, Selection, matches

AMOUNT = 5
NAMED = 2  # activities that a sentence names; the others are behind its figure
NAME_LENGTH = 60  # characters of a name: some cells hold half a page

KINDS = ("beweging", "nieuw", "eerste", "einde", "accent", "kans")
"""The rules, in the order in which their sentences stand: what changed, what stands out, what is open."""


@dataclass(frozen=True)
class Highlight(Sentence):
    """A sentence, its rule (:data:`KINDS`), and the view behind it: a page (its URL path) and what to choose there."""

    kind: str
    page: str
    focus: Evidence = field(default_factory=Evidence)


def highlights(
    register: Register, selected: Register, selection: Selection, beside: Earlier | None = None
) -> list[Highlight]:
    """At most five sentences on *selected* (``register`` narrowed to *selection*), in the order of :data:`KINDS`.

    The movement is since *beside*, or since what *selection* itself says. Where a first is all that is new it is told
    once. Where all six rules speak the newcomers are left out: a first is new too.
    """
    if selected.activiteiten.empty:
        return []
    found: dict[str, Highlight | None] = {
        "beweging": movement(register, selected, selection, beside),
        "nieuw": newcomers(register, selected, selection),
        "eerste": first(register, selected, selection),
        "einde": endings(register, selected, selection),
        "accent": accent(register, selected, selection),
        "kans": chance(register, selected, selection),
    }
    new, new_there = found["nieuw"], found["eerste"]
    if new and new_there and (all(found.values()) or new.basis == new_there.basis):
        del found["nieuw"]
    return [highlight for highlight in found.values() if highlight]


def movement(
    register: Register, selected: Register, selection: Selection, beside: Earlier | None = None
) -> Highlight | None:
    """How many activities there are beside a year before, and what came and went; None where nothing did."""
    changed = overview.change(register, selected, selection, beside or earlier(selection))
    if changed is None:
        return None
    now, then = len(selected.activiteiten), changed.totals.activiteiten
    came, went, day = changed.erbij.activiteiten, changed.voorbij.activiteiten, changed.earlier.day
    if not came and not went:
        return None
    figures = [Figure(Evidence(), now)]
    if not changed.earlier.kept:  # the rows of another register are told of where states are compared
        figures.append(Figure(Evidence.of(dag=day), then))
        since = ((Evidence.of(erbij=day), came), (Evidence.of(voorbij=day), went))
        figures += [Figure(evidence, amount) for evidence, amount in since if amount]
    today, peildatum = register.checked_on, changed.peildatum
    text = (
        f"Op {texts.long_date(peildatum)} {texts.are(now, peildatum, today)} {texts.activities(now)} actief; "
        f"{changed.earlier.when} {texts.are(then, day, today, planned=False)} dat er {texts.number(then)}. "
        f"{texts.came_and_went(came, went, peildatum, today)}."
    )
    words = "Minder activiteiten dan" if now < then else "Meer activiteiten dan"
    words = "Evenveel activiteiten als" if now == then else words
    lead = f"{words} {texts.YEAR_EARLIER if changed.earlier.asked == JAAR else 'toen'}"
    return Highlight(lead, text, tuple(figures), now, "beweging", "themas")


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
    when, coming = _since(since, selection.peildatum, register.checked_on)
    verb = ("begint" if len(new) == 1 else "beginnen") if coming else "begon" if len(new) == 1 else "begonnen"
    text = f"{when} {verb}{coming} {texts.activities(len(new))}{told}."
    leads = {"toen": "Toen net begonnen", "nu": "Net begonnen", "dan": "Dan net begonnen"}
    lead = leads[texts.tense(selection.peildatum, register.checked_on)]
    return Highlight(lead, text, (Figure(evidence, len(new)),), len(new), "nieuw", "register", evidence)


def first(register: Register, selected: Register, selection: Selection) -> Highlight | None:
    """A theme, form or ingredient that was not registered in a place before; None when there is none."""
    if selection.peildatum is None:
        return None
    since, _ = recent.span(selection.peildatum)
    begun = recent.begun_since(selected.activiteiten, since)
    if not begun.any():
        return None
    found = firsts(register, selected.activiteiten.loc[begun, "id"], selection.peildatum)
    if found.empty:
        return None
    kind, value, place, amount = found.iloc[0]
    evidence = Evidence.of(**{kind: value}, plaats=place, begonnen=since)
    there = begun & selected.activiteiten["plaats"].eq(place) & ACTIVITY[kind].holds(selected, str(value))
    told = _named(register, selected.activiteiten[there])
    name = _name(kind, value)
    about = {"thema": "rond", "vorm": "met de vorm", "ingredient": "met ingrediënt"}[kind]
    when, coming = _since(since, selection.peildatum, register.checked_on)
    verbs = {"toen": ("kwam", "kwamen"), "nu": ("is", "zijn"), "dan": ("komt", "komen")}
    verb = verbs[texts.tense(selection.peildatum, register.checked_on)][0 if amount == 1 else 1]
    text = (
        f"{when} {verb} er in {v.PLAATS_NAMEN[place]}{coming} "
        f"{texts.activities(amount)} {about} {name}{told}, de eerste daar volgens het register."
    )
    lead = f"Voor het eerst: {name} in {v.PLAATS_KORT[place]}"
    page = {"thema": "themas", "ingredient": "ingredienten"}.get(kind, "register")
    focus = evidence if page == "register" else Evidence.of(**{kind: value}, plaats=place)
    return Highlight(lead, text, (Figure(evidence, amount),), amount, "eerste", page, focus)


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
    peildatum, today = selection.peildatum, register.checked_on
    tense = texts.tense(peildatum, today)
    if amount := len(ending):
        told = _named(register, ending.sort_values("einde", kind="stable"))
        when = f"Tot en met {texts.long_date(until)}" if tense == "nu" else _between(peildatum, until)
        verb = (("eindigde", "eindigden") if until <= today else ("eindigt", "eindigen"))[amount != 1]
        planned = f" {texts.PLANNED}" if tense == "dan" else ""
        parts.append(f"{when} {verb}{planned} {texts.activities(amount)}{told}.")
        figures.append(Figure(soon, amount))
    if amount := len(ended):
        told = "" if parts else _named(register, ended.sort_values("einde", ascending=False, kind="stable"))
        when, coming = _since(since, peildatum, today)
        verb = {"toen": ("eindigde", "eindigden")}.get(tense, ("is", "zijn"))[amount != 1]
        ended_by = "" if tense == "toen" else " geëindigd"
        parts.append(f"{when} {verb}{' dan' if coming else ''} {texts.activities(amount)}{ended_by}{told}.")
        figures.append(Figure(past, amount))
    if not figures:
        return None
    lead, text = "Bijna voorbij" if len(ending) else "Net voorbij", f"{' '.join(parts)} Wat nemen we mee?"
    if tense == "dan" or until <= today:
        lead = f"{tense.capitalize()} {lead.lower()}"
    basis = min(figure.amount for figure in figures)
    return Highlight(lead, text, tuple(figures), basis, "einde", "register", figures[0].evidence)


def accent(register: Register, selected: Register, selection: Selection) -> Highlight | None:
    """The theme or ingredient with the strongest accent in a place; None when there is none."""
    found = strongest(register, selected, selection)
    if found is None:
        return None
    counted = {found.kenmerk: str(found.waarde)}
    network, there = Evidence.of(basis="netwerk"), {"plaats": found.plaats}
    figures = (
        Figure(network.also(**counted, **there), found.aantal),
        Figure(network.also(**there), found.totaal),
        Figure(network.also(**counted), found.aantal_netwerk),
        Figure(network, found.totaal_netwerk),
    )
    here, everywhere = found.totaal, found.totaal_netwerk
    name, where = _name(found.kenmerk, found.waarde), v.PLAATS_NAMEN[found.plaats]
    on_theme = found.kenmerk == "thema"
    text = (
        f"In {where} {f'gaat het vaker over {name}' if on_theme else f'wordt {name} vaker genoemd'} dan in het "
        f"hele netwerk: bij {texts.percentage(found.aandeel, here)} van de activiteiten ({texts.number(found.aantal)} "
        f"van de {texts.number(here)}), tegenover {texts.percentage(found.aandeel_netwerk, everywhere)} "
        f"({texts.number(found.aantal_netwerk)} van de {texts.number(everywhere)})."
    )
    lead = f"Accent: {name} in {v.PLAATS_KORT[found.plaats]}"
    focus = Evidence.of(plaats=found.plaats).also(**counted)
    return Highlight(lead, text, figures, here, "accent", "themas" if on_theme else "ingredienten", focus)


def chance(register: Register, selected: Register, selection: Selection) -> Highlight | None:
    """The likeliest open combination in a place that has activities enough; None when there is none.

    Only one that something nearby speaks for, and on the themes that were chosen. Not one on the netwerkthema: it is
    not exclusive, and to be outside it is no opening.
    """
    for found in chances(register, selected, selection):
        wanted = not selection.thema or found.thema in selection.thema
        if found.figures and not found.few and found.thema != NETWERK and wanted:
            focus = Evidence.of(thema=found.thema, plaats=found.plaats)
            lead = f"Kans: {_name('thema', found.thema)} in {v.PLAATS_KORT[found.plaats]}"
            return Highlight(lead, f"{found.lead} {found.text}", found.figures, found.basis, "kans", "themas", focus)
    return None


def _since(since: date, peildatum: date, today: date) -> tuple[str, str]:
    """When something began or ended before the peildatum; and " volgens de planning" where that is still to come."""
    if peildatum == today:
        return f"Sinds {texts.long_date(since)}", ""
    return _between(since, peildatum), f" {texts.PLANNED}" if peildatum > today else ""


def _between(one: date, other: date) -> str:
    return f"Tussen {texts.long_date(one)} en {texts.long_date(other)}"


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
