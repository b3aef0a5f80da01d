"""The pages around the figures: title, key figures, what stands out, what is not there yet, how it was counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lrn import texts
from lrn import vocabulary as v
from lrn.export.origin import in_words
from lrn.export.slides import areas, form
from lrn.export.slides.boxes import Box, cm
from lrn.export.slides.facts import Facts
from lrn.export.slides.fit import ELLIPSIS, Line
from lrn.export.slides.page import Page
from lrn.export.slides.story import Made, Story, spoken
from lrn.export.slides.tables import NUMBER, Cell, table
from lrn.measures import places, themes
from lrn.measures.basis import key_figures_title
from lrn.measures.insights.highlights import Highlight
from lrn.measures.insights.opportunities import none_open
from lrn.measures.rows.evidence import Evidence
from lrn.views.meetings import USUAL

BULLETS = (24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10)
DEFINED = ("partners", "lijnen", "netwerkthema", "ingredienten", "dekking")


def title(story: Story) -> Made:
    """What this is, for whom, of what, and from where."""
    facts = story.facts
    page = Page(story.deck, story.house, form.TITEL)
    of = f": {facts.looked_at[0].naam}" if len(facts.looked_at) == 1 else ""
    page.title(f"{texts.APP}{of}")
    meeting = [] if story.meeting is USUAL else [Line(story.meeting.name, bold=True, after=0.5)]
    lines = [*meeting, Line(facts.basis), Line(f"Bron: {facts.source}", scale=0.8)]
    if facts.register.source.is_sample:
        lines.append(Line(texts.SAMPLE_HELP, scale=0.8))
    page.subtitle(lines, sizes=(18, 17, 16, 15, 14, 13, 12, 11, 10))
    welcome = f"Deze dia's zijn voor {story.meeting.audience}."
    return [
        (
            page,
            spoken(
                welcome,
                "Het netwerk is van niemand alleen, en niemand ziet het helemaal: samen wel.",
                f"Alle cijfers hierna gaan over: {facts.basis}.",
                definitions=[facts.counting],
            ),
        )
    ]


def empty(story: Story) -> Made:
    """The one page of a selection without activities: an invitation, not a row of zeros."""
    facts = story.facts
    page = story.page(form.TEKST, texts.NOTHING_SELECTED)
    names = texts.listing(area.naam for area in facts.looked_at)
    lines = [
        Line(f"In deze selectie ({facts.chosen}, {facts.day}) is in het register niets te vinden.", bullet=True),
        Line(
            f"Waarschijnlijk gebeurt er in {names} meer dan in ons register staat. Het kernteam hoort het graag.",
            bullet=True,
        ),
        Line("Wie ziet hier een kans?", bullet=True),
    ]
    page.body(lines, sizes=BULLETS)
    return [(page, spoken(*(line.text for line in lines), definitions=[facts.counting]))]


# ── What stands out, and what is not there yet ───────────────────────────────────────────────────────────────


def highlights(story: Story) -> Made:
    """Wat valt op, a sentence each."""
    facts = story.facts
    lines = [striking(facts, found) for found in facts.striking] or [Line(texts.NOTHING_STANDS_OUT, bullet=True)]
    page = story.page(form.TEKST, "Wat valt op")
    page.body(lines, sizes=BULLETS)
    said = [line.text for line in lines]
    return [(page, spoken("Afgelezen uit de cijfers van deze selectie.", *said, definitions=[facts.counting]))]


def striking(facts: Facts, found: Highlight, *, after: float = 0.7) -> Line:
    """One of the highlights: its point leads to the rows that it is about."""
    url = facts.rows_link(found.figures[0].evidence)
    return Line(found.text, f"{found.lead}.", bullet=True, after=after, label_url=url)


def chances(story: Story) -> Made:
    """What nothing is registered on yet, a question for each place."""
    facts = story.facts
    page = story.page(form.TEKST, "Wat er nog niet is", "Gevraagd aan het hele register, ongeacht datum")
    lines = _open_questions(facts)
    page.body(lines, sizes=BULLETS)
    about = "Thema's waarbij het hele register, ongeacht datum, in die regio of gemeente geen activiteit heeft."
    return [(page, spoken(*(line.words() for line in lines), definitions=[about, texts.DEFINITIONS[facts.level]]))]


def _open_questions(facts: Facts) -> list[Line]:
    """A question for each area with a theme that nothing is registered on; and what of the others there is to say."""
    lines = []
    areas = facts.chosen_areas
    gaps = themes.not_there_yet(facts.register, facts.selected, areas=areas)
    for area in themes.asked_of(facts.selected, areas=areas):
        rows = gaps[gaps["plaats"] == area.code]
        if not rows.empty:
            few = int(rows["totaal"].iloc[0])
            basis = f" (op basis van {texts.activities(few)})" if few < texts.FEW else ""
            missing = texts.listing(rows["naam"].str.lower())
            text = f"rond {missing} is nog niets geregistreerd{basis}. Wie ziet hier een kans?"
            lines.append(Line(text, f"{area.naam}:", bullet=True, after=0.6))
    if not lines:
        lines.append(Line(none_open(facts.selected, facts.selection), bullet=True))
    asked = themes.asked_of(facts.selected, areas=areas)
    silent = [area.naam for area in facts.looked_at if area.is_ours and area not in asked]
    if silent:
        lines.append(Line("hier telt deze selectie geen activiteit.", f"{texts.listing(silent)}:", bullet=True))
    return lines


# ── How it was counted ───────────────────────────────────────────────────────────────────────────────────────


def account(story: Story) -> Made:
    """The last page: selection, peildatum, source, link and definitions."""
    facts = story.facts
    page = story.page(form.TOELICHTING, "Zo is geteld", "Waar deze cijfers vandaan komen en wat ze betekenen")
    left, right = page.area.columns(3, 5)
    told = in_words(facts.register, facts.selection, "", made=facts.made)
    lines = [Line(value, f"{label}:", after=0.6) for label, value in told]
    if facts.link:
        lines.append(link_line(facts))
    lines.append(Line(f"{areas.source()}.", "Kaart:"))
    page.note(left, lines, sizes=(14, 13, 12, 11, 10, 9, 8), name="Herkomst")
    definitions = definition_lines(facts, (facts.level, *DEFINED, "verloop"))
    page.text(right, definitions, name="Definities", sizes=(14, 13, 12, 11, 10, 9))
    return [(page, spoken("Vragen over een cijfer? Op het dashboard staan de activiteiten erachter."))]


LINK_LENGTH = 220  # characters of a link that are shown; a click opens the whole of it


def link_line(facts: Facts) -> Line:
    """The link to the same view on the dashboard."""
    shown = facts.link if len(facts.link) <= LINK_LENGTH else facts.link[:LINK_LENGTH] + ELLIPSIS
    return Line(shown, "Link:", after=0.6, url=facts.view_link)


def definition_lines(facts: Facts, keys: tuple[str, ...]) -> list[Line]:
    """The definitions as paragraphs with a label."""
    return [
        Line(facts.counting, "Activiteiten:", after=0.5),
        *(Line(texts.DEFINITIONS[key], texts.LABELS[key], after=0.5) for key in keys),
    ]
