"""Wat valt op: at most five sentences made from figures by fixed rules, each with its evidence and the view behind it.

Rules look at places, themes, ingredients and forms, never at people or colleges. Each rule speaks once, or is silent.
What is not there is put as a question.

A sentence weighs as many activities as its first figure counts, and an accent as many as the place has more than the
share of the network would give. Of those that name a place the weightiest is told, and no other one about that place:
the next best about another takes its room. One or two activities are no news for a board, unless they are a tenth of
what is looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import overview
from lrn.measures.basis import basis
from lrn.measures.compare.earlier import Earlier, earlier
from lrn.measures.insights import recent
from lrn.measures.insights.new_in_place import new_in_place
from lrn.measures.insights.opportunities import opportunities
from lrn.measures.insights.phrases import between, feature, named, since_or_between
from lrn.measures.insights.sentences import Figure, Sentence
from lrn.measures.insights.top_accent import top_accents
from lrn.measures.places import Area, at, level_in_view, municipality_codes
from lrn.measures.rows.conditions import ACTIVITY
from lrn.measures.rows.evidence import Evidence
from lrn.measures.themes import NETWERK
from lrn.register.model import Register
from lrn.selection import JAAR, Selection, matches

AMOUNT = 5
LEAST = 3  # activities that a sentence is about,
PART = 10  # unless they are one in so many of the selection

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
        return figure.amount if figure.evidence.unit == "activiteiten" else 0


def highlights(
    register: Register, selected: Register, selection: Selection, beside: Earlier | None = None
) -> list[Highlight]:
    """At most five sentences on *selected* (``register`` narrowed to *selection*), in the order of :data:`KINDS`.

    Which ones is told above. The movement is since *beside*, or since what *selection* itself says. Where a first is
    all that is new it is told once.
    """
    if selected.activiteiten.empty:
        return []
    found = [
        movement(register, selected, selection, beside),
        newcomers(register, selected, selection),
        endings(register, selected, selection),
    ]
    for in_places in (new_in_places, accents, open_opportunities):
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
        figures += [Figure(Evidence.of(dag=day), then)] if then else []
        since = ((Evidence.of(erbij=day), came), (Evidence.of(voorbij=day), went))
        figures += [Figure(evidence, amount) for evidence, amount in since if amount]
    today, peildatum = register.checked_on, changed.peildatum
    before = f"dat er {'ook ' if then == now else ''}{texts.number(then)}" if then else "er geen"
    text = (
        f"Op {texts.long_date(peildatum)} {texts.are(now, peildatum, today)} {texts.activities(now)} actief; "
        f"{changed.earlier.when} {texts.are(then, day, today, planned=False)} {before}. "
        f"{texts.came_and_went(came, went, peildatum, today)}."
    )
    words = "Minder activiteiten dan" if now < then else "Meer activiteiten dan"
    words = "Evenveel activiteiten als" if now == then else words
    lead = f"{words} {texts.YEAR_EARLIER if changed.earlier.asked == JAAR else changed.earlier.when}"
    return Highlight(lead, text, tuple(figures), now, "beweging", "gegevens")


def newcomers(register: Register, selected: Register, selection: Selection) -> Highlight | None:
    """What began in the three months before the peildatum, the newest named; None when nothing did."""
    if selection.peildatum is None:
        return None
    since, _ = recent.span(selection.peildatum)
    new = selected.activiteiten[recent.begun_since(selected.activiteiten, since)]
    if new.empty:
        return None
    told = named(register, new.sort_values("start", ascending=False, kind="stable"))
    evidence = Evidence.of(begonnen=since)
    when, coming = since_or_between(since, selection.peildatum, register.checked_on)
    verb = ("begint" if len(new) == 1 else "beginnen") if coming else "begon" if len(new) == 1 else "begonnen"
    text = f"{when} {verb}{coming} {texts.activities(len(new))}{told}."
    leads = {"toen": "Toen net begonnen", "nu": "Net begonnen", "dan": "Dan net begonnen"}
    lead = leads[texts.tense(selection.peildatum, register.checked_on)]
    return Highlight(lead, text, (Figure(evidence, len(new)),), len(new), "nieuw", "register", evidence)


def new_in_places(register: Register, selected: Register, selection: Selection) -> Iterator[Highlight]:
    """Themes, forms and ingredients that were not registered in a place before, those of most activities first."""
    if selection.peildatum is None:
        return
    since, _ = recent.span(selection.peildatum)
    begun = recent.begun_since(selected.activiteiten, since)
    if not begun.any():
        return
    level = level_in_view(selection)
    found = new_in_place(register, selected.activiteiten.loc[begun, "id"], selection.peildatum, level=level)
    codes = selected.activiteiten["plaats"] if level == "plaats" else municipality_codes(selected.activiteiten)
    when, coming = since_or_between(since, selection.peildatum, register.checked_on)
    verbs = {"toen": ("kwam", "kwamen"), "nu": ("is", "zijn"), "dan": ("komt", "komen")}
    for kind, value, place, amount in found.sort_values("aantal", ascending=False, kind="stable").itertuples(
        index=False
    ):
        area = Area(level, place)
        evidence = Evidence.of(**{kind: value}, **at(area), begonnen=since)
        there = begun & codes.eq(place) & ACTIVITY[kind].holds(selected, str(value))
        told = named(register, selected.activiteiten[there])
        name = feature(kind, value)
        about = {"thema": "rond", "vorm": "met de vorm", "ingredient": "met ingrediënt"}[kind]
        verb = verbs[texts.tense(selection.peildatum, register.checked_on)][0 if amount == 1 else 1]
        text = (
            f"{when} {verb} er in {area.naam}{coming} "
            f"{texts.activities(amount)} {about} {name}{told}, de eerste daar volgens het register."
        )
        lead = f"Voor het eerst: {name} in {area.kort}"
        page = {"thema": "themas", "ingredient": "ingredienten"}.get(kind, "register")
        focus = evidence if page == "register" else Evidence.of(**{kind: value}, **at(area))
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
    peildatum, today = selection.peildatum, register.checked_on
    tense = texts.tense(peildatum, today)
    if amount := len(ending):
        told = named(register, ending.sort_values("einde", kind="stable"))
        when = f"Tot en met {texts.long_date(until)}" if tense == "nu" else between(peildatum, until)
        verb = (("eindigde", "eindigden") if until <= today else ("eindigt", "eindigen"))[amount != 1]
        planned = f" {texts.PLANNED}" if tense == "dan" else ""
        parts.append(f"{when} {verb}{planned} {texts.activities(amount)}{told}.")
        figures.append(Figure(soon, amount))
    if amount := len(ended):
        told = "" if parts else named(register, ended.sort_values("einde", ascending=False, kind="stable"))
        when, coming = since_or_between(since, peildatum, today)
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


def accents(register: Register, selected: Register, selection: Selection) -> Iterator[Highlight]:
    """Of each place the theme or ingredient with the strongest accent, the weightiest first."""
    for found in top_accents(register, selected, selection):
        counted = {found.kenmerk: str(found.waarde)}
        network, there = Evidence.of(basis="netwerk"), {"plaats": found.plaats}
        figures = (
            Figure(network.also(**counted, **there), found.aantal),
            Figure(network.also(**there), found.totaal),
            Figure(network.also(**counted), found.aantal_netwerk),
            Figure(network, found.totaal_netwerk),
        )
        name, where = feature(found.kenmerk, found.waarde), v.PLAATS_NAMEN[found.plaats]
        on_theme = found.kenmerk == "thema"
        text = (
            f"In {where} {f'gaat het vaker over {name}' if on_theme else f'wordt {name} vaker genoemd'} dan "
            f"{basis(selection).within}: bij {texts.share(found.aantal, found.totaal, 'activiteiten')}, "
            f"tegenover {texts.share(found.aantal_netwerk, found.totaal_netwerk)}."
        )
        lead = f"Accent: {name} in {v.PLAATS_KORT[found.plaats]}"
        focus = Evidence.of(plaats=found.plaats).also(**counted)
        page = "themas" if on_theme else "ingredienten"
        yield Highlight(lead, text, figures, found.totaal, "accent", page, focus, found.apart)


def open_opportunities(register: Register, selected: Register, selection: Selection) -> Iterator[Highlight]:
    """The open combinations in places that have activities enough, the likeliest first.

    Only those that something nearby speaks for, and on the themes that were chosen. None on the netwerkthema: it is
    not exclusive, and to be outside it is no opening.
    """
    for found in opportunities(register, selected, selection):
        wanted = not selection.thema or found.thema in selection.thema
        if found.figures and not found.few and found.thema != NETWERK and wanted:
            focus = Evidence.of(thema=found.thema, **at(found.area))
            lead = f"Kans: {feature('thema', found.thema)} in {found.area.kort}"
            yield Highlight(lead, f"{found.lead} {found.text}", found.figures, found.basis, "kans", "themas", focus)
