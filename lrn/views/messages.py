"""What each view says in one line, with its figure: the title of its slide. Counted from what the view itself shows.

A message claims no more than its rows carry: what shares a first place is named together, of many it is said how many
they are, and of nothing there is no message (""), so that the name of the view stands there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import NamedTuple

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.charts.alt import NAMED, those
from lrn.measures import themes
from lrn.measures.network import figures
from lrn.measures.partners import kinds
from lrn.measures.places import Level
from lrn.views import charts
from lrn.views.chart import Chart
from lrn.views.facts import Facts

Message = Callable[[Facts], str]

AT_A_GLANCE = 5
"""So many sentences give a summary."""


def nothing(facts: Facts) -> str:
    """The name of the view says it."""
    return ""


def _of_the_day(message: Message) -> Message:
    """*message*, said to be planned where the peildatum is still to come; "" where nothing is counted."""

    @wraps(message)
    def told(facts: Facts) -> str:
        if facts.selected.activiteiten.empty or not (said := message(facts)):
            return ""
        day = facts.selection.peildatum
        return f"{said}, {texts.PLANNED}" if day and day > facts.register.checked_on else said

    return told


@_of_the_day
def key_figures(facts: Facts) -> str:
    """How many activities there are, beside how many there were; without a day before it partners and lines."""
    now, before = facts.totals.activiteiten, facts.before
    if before is None:
        partners = texts.counted("partners", facts.totals.partners)
        lines = texts.counted("verbindingslijnen", facts.totals.verbindingslijnen)
        return f"{texts.activities(now)}, {partners} en {lines}"
    apart = now - before.totals.activiteiten
    more = f"{texts.number(abs(apart))} {'meer' if apart > 0 else 'minder'} dan" if apart else "evenveel als"
    return f"{texts.activities(now)}: {more} {before.earlier.when}"


@_of_the_day
def partners_and_lines(facts: Facts) -> str:
    """How many partners take part, of which kind most do, and how many lines there are."""
    frame = facts.frame(charts.PARTNERS)
    known = frame[frame["soort"] != v.ONBEKEND]
    most = _most(known, "naam")
    named = most and most.shared <= NAMED
    kinds = f", het meest {most.words.lower()} ({most.figure})," if most and named else ""
    lines = texts.counted("verbindingslijnen", int(facts.frame(charts.LINES)["aantal"].sum()))
    return f"{texts.counted('partners', int(frame['aantal'].sum()))}{kinds} en {lines}"


def at_a_glance(facts: Facts) -> tuple[list[str], list[str]]:
    """What a summary says before and after the highlights, in sentences: the messages that they leave room for.

    Before them how much there is, where the highlights do not begin with that.
    """
    moved = any(found.kind == "beweging" for found in facts.striking)
    first = [] if moved or len(facts.striking) >= AT_A_GLANCE else [key_figures(facts)]
    room = AT_A_GLANCE - len(facts.striking) - len(first)
    told = [message(facts) for message in (on_themes, on_ingredients, partners_and_lines, network)]
    return [f"{said}." for said in first if said], [f"{said}." for said in told if said][: max(room, 0)]


def on_map(level: Level) -> Message:
    """Where most activities are, of the areas that the map gives a figure."""

    @_of_the_day
    def message(facts: Facts) -> str:
        frame, within = facts.areas(level), facts.within(level)
        frame = frame if within is None else frame[frame["code"].isin(within)]
        frame = frame.rename(columns={"activiteiten": "aantal"})
        total = facts.totals.activiteiten
        if len(frame) == 1:
            name, amount = frame["naam"].iloc[0], int(frame["aantal"].iloc[0])
            return f"{texts.capital(_part(amount, total))} in {name}"
        most = _most(frame, "naam", within="in ")
        if not most:
            return ""
        unit = f" {_AREAS[level]}" if most.shared > NAMED else ""
        return f"De meeste activiteiten {most.words}{unit}: {most.figure} van de {texts.number(total)}"

    return message


@_of_the_day
def on_themes(facts: Facts) -> str:
    """How many are on the netwerkthema, and which of the other themes are named most."""
    frame, total = facts.frame(charts.THEMES), facts.totals.activiteiten
    on_it = int(frame.loc[frame["thema"] == themes.NETWERK, "aantal"].sum())
    others = frame[~frame["thema"].isin((themes.NETWERK, v.ONBEKEND))]
    most = _most(others, "naam")
    named = most and most.shared <= NAMED
    beside = f"; verder het vaakst {most.words.lower()} ({most.figure})" if most and named else ""
    return f"{texts.capital(_part(on_it, total, short=True))} op het netwerkthema{beside}"


@_of_the_day
def on_ingredients(facts: Facts) -> str:
    """Which ingredients are named least and which most; where many are named least only the most."""
    frame, total = facts.frame(charts.INGREDIENTS), facts.totals.activiteiten
    most, least = int(frame["aantal"].max()), int(frame["aantal"].min())
    if most == least:
        return f"Elk ingrediënt is bij {_of(most, total)} genoemd" if most else ""
    high, low = (list(frame.loc[frame["aantal"] == amount, "kort"]) for amount in (most, least))
    top = f"{_each(high, most)} van de {texts.number(total)})" if len(high) <= NAMED else ""
    if len(low) > NAMED:
        return f"Het meest genoemd: {top}" if top else ""
    bottom = f"Het minst genoemd: {_each(low, least)} van de {texts.number(total)})"
    bottom = bottom if least else f"Nog niet genoemd: {texts.listing(low).lower()}"
    return f"{bottom}; het meest: {_each(high, most)})" if top else bottom


def crossed(chart: Chart) -> Message:
    """Which square of a cross table holds most; of several the table itself says it better."""

    @_of_the_day
    def message(facts: Facts) -> str:
        shown = charts.by_chosen(chart, facts.selection)
        frame = facts.frame(shown)
        top = frame[frame["aantal"] == frame["aantal"].max()].to_dict("records")
        if not top or not top[0]["aantal"]:
            return ""
        if len(top) > 1 or top[0]["plaats"] in (v.ELDERS, v.ZONDER):
            return ""
        (cell,) = top
        name = cell["kort"] if "kort" in cell else cell["naam"]
        return f"{name} in {cell['plaats_naam']}: bij {_part(int(cell['aantal']), int(cell['totaal']))} daar"

    return message


@_of_the_day
def kinds_of_partner(facts: Facts) -> str:
    """Which kind of partner takes part most."""
    return next(iter(kinds.mix(facts.selected)), "").rstrip(".")


def trend(facts: Facts) -> str:
    """How many were active in the first quarter, and how many in the last."""
    frame = facts.frame(charts.TREND)
    first, last = frame.iloc[0], frame.iloc[-1]
    if not frame["aantal"].any():
        return ""
    day = facts.selection.peildatum
    planned = f", {texts.PLANNED}" if day and day > facts.register.checked_on else ""
    before, after = texts.number(first["aantal"]), texts.number(last["aantal"])
    if before == after:
        always = frame["aantal"].nunique() == 1
        told = "in elk kwartaal" if always else f"in {last['kwartaal']}, evenveel als in {first['kwartaal']}"
        return f"{texts.activities(int(last['aantal']))} actief {told}{planned}"
    return f"Van {before} actieve activiteiten in {first['kwartaal']} naar {after} in {last['kwartaal']}{planned}"


@_of_the_day
def network(facts: Facts) -> str:
    """How many activities have a line to another one of the selection."""
    total = facts.totals.activiteiten
    joined = total - int(figures.netwerk(facts.selected)["losse_activiteiten"])
    if total == 1:
        return ""
    if not joined:
        return f"Tussen deze {texts.activities(total)} is nog geen lijn geregistreerd"
    verb = "heeft" if joined == 1 else "hebben"
    return f"{texts.capital(_part(joined, total))} {verb} een lijn naar een andere"


@_of_the_day
def missing_lines(facts: Facts) -> str:
    """How many pairs have something in common and are not joined yet."""
    amount = facts.missing.amount
    if not amount:
        return ""
    share, are = ("deelt", "is") if amount == 1 else ("delen", "zijn")
    return f"{texts.count(amount, 'paar', 'paren')} activiteiten {share} iets en {are} nog niet verbonden"


@_of_the_day
def place(facts: Facts) -> str:
    """How much there is in the one place that the facts are of."""
    name, totals = facts.looked_at[0].naam, facts.totals
    return f"{name}: {texts.activities(totals.activiteiten)} met {texts.counted('partners', totals.partners)}"


@_of_the_day
def rows(facts: Facts) -> str:
    """How many activities there are, and how recent the last one is."""
    frame = facts.selected.activiteiten
    last = frame["start"].max()
    since = "" if pd.isna(last) else f", de nieuwste met start op {texts.long_date(last.date())}"
    return f"{texts.activities(len(frame))}{since}"


def open_questions(facts: Facts) -> str:
    """Around how many themes nothing is registered in the places that it is asked of."""
    areas = facts.chosen_areas
    asked = themes.asked_of(facts.selected, areas=areas)
    gaps = themes.not_there_yet(facts.register, facts.selected, areas=areas)
    if not asked or gaps.empty:
        return ""
    amount = gaps["thema"].nunique()
    if len(asked) == 1:
        told = texts.count(amount, "thema", "thema's")
        return f"In {asked[0].naam} is rond {told} nog niets geregistreerd"
    open_in = gaps["plaats"].nunique()
    where = f"in {texts.number(open_in)} van de {texts.number(len(asked))} {_AREAS[asked[0].level]}"
    return f"{texts.capital(where)} is rond een of meer thema's nog niets geregistreerd"


_AREAS: dict[Level, str] = {"plaats": "regio's", "gemeente": "gemeenten"}


def account(facts: Facts) -> str:
    """How many of all that is in the register is counted here."""
    here, all_ = facts.totals.activiteiten, len(facts.register.activiteiten)
    return f"Geteld: {_part(here, all_)} in het register" if here else ""


class _Most(NamedTuple):
    """What has the highest amount: in words, how much that is, and how many share it."""

    words: str
    amount: int
    shared: int

    @property
    def figure(self) -> str:
        """The amount: 3, or of what shares it elk 3."""
        return f"{'elk ' if self.shared > 1 else ''}{texts.number(self.amount)}"


def _most(frame: pd.DataFrame, name: str, *, within: str = "") -> _Most | None:
    """What has the highest ``aantal``, named by the column *name* behind *within*; None where that is zero."""
    most = int(frame["aantal"].max()) if len(frame) else 0
    if not most:
        return None
    names = list(frame.loc[frame["aantal"] == most, name])
    return _Most(those(names, of=len(frame), within=within), most, len(names))


def _each(names: Sequence[str], amount: int) -> str:
    """*names* with what each of them has, to be closed: niveaus en partners (elk 3."""
    return f"{texts.listing(names).lower()} ({'elk ' if len(names) > 1 else ''}{texts.number(amount)}"


def _of(amount: int, total: int) -> str:
    return f"{texts.number(amount)} van de {texts.activities(total)}"


def _part(amount: int, total: int, *, short: bool = False) -> str:
    """A part of all activities: 39 van de 90 activiteiten, alle 5 activiteiten, geen activiteiten."""
    if amount == total:
        return "beide activiteiten" if total == 2 else f"{'alle ' if total > 1 else ''}{texts.activities(total)}"
    if not amount:
        return "geen activiteiten" if total > 1 else "geen activiteit"
    return f"{texts.number(amount)} van de {texts.number(total)}" if short else _of(amount, total)
