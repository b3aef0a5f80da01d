"""The pages around the figures: title, what stands out, the activities, what is not there yet, how it was counted."""

from __future__ import annotations

from collections.abc import Iterable

from lrn import texts
from lrn.export.origin import in_words
from lrn.export.slides import areas, form
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.fit import ELLIPSIS, Paragraph
from lrn.export.slides.page import Page
from lrn.export.slides.story import BULLETS, Made, Story, spoken
from lrn.export.slides.tables import TableCell, table
from lrn.measures import themes
from lrn.measures.insights.highlights import Highlight
from lrn.measures.insights.opportunities import none_open
from lrn.measures.rows import labelled
from lrn.views.content import Account
from lrn.views.meetings import USUAL
from lrn.views.scene import Step


def title(story: Story, step: Step) -> Made:
    """What this is, for whom, of what, and from where."""
    facts = story.facts
    page = Page(story.deck, story.house, form.TITEL)
    page.title(step.scene.title(facts))
    meeting = [] if story.meeting is USUAL else [Paragraph(story.meeting.name, bold=True, after=0.5)]
    lines = [*meeting, Paragraph(facts.basis), Paragraph(f"Bron: {facts.source}", scale=0.8)]
    if facts.register.source.is_sample:
        lines.append(Paragraph(texts.SAMPLE_HELP, scale=0.8))
    page.subtitle(lines, sizes=(18, 17, 16, 15, 14, 13, 12, 11, 10))
    return story.told(page, step, first=[story.meeting.welcome])


def empty(story: Story) -> Made:
    """The one page of a selection without activities: an invitation, not a row of zeros."""
    facts = story.facts
    page = story.page(form.TEKST, texts.NOTHING_SELECTED)
    names = texts.listing(area.naam for area in facts.looked_at)
    lines = [
        Paragraph(f"In deze selectie ({facts.chosen}, {facts.day}) is in het register niets te vinden.", bullet=True),
        Paragraph(
            f"Waarschijnlijk gebeurt er in {names} meer dan in ons register staat. Het kernteam hoort het graag.",
            bullet=True,
        ),
        Paragraph("Wie ziet hier een kans?", bullet=True),
    ]
    page.body(lines, sizes=BULLETS)
    return [(page, spoken(*(line.text for line in lines), definitions=[facts.counting]))]


def highlights(story: Story, step: Step) -> Made:
    """What stands out, a sentence each."""
    facts = story.facts
    lines = [striking(facts, found) for found in facts.striking] or [Paragraph(texts.NOTHING_STANDS_OUT, bullet=True)]
    page = story.opened(form.TEKST, step)
    page.body(lines, sizes=BULLETS)
    return story.told(page, step, then=[line.text for line in lines])


def striking(facts: LinkedFacts, found: Highlight, *, after: float = 0.7) -> Paragraph:
    """One of the highlights: its point leads to the rows that it is about."""
    url = facts.rows_link(found.figures[0].evidence)
    return Paragraph(found.text, f"{found.lead}.", bullet=True, after=after, label_url=url)


MOST_ROWS = 11


def activities(story: Story, step: Step) -> Made:
    """The activities themselves: all of them, or those that began last when they are many."""
    facts = story.facts
    frame = facts.selected.activiteiten
    total = len(frame)
    listed = labelled.activity_list(frame)
    if total > MOST_ROWS:
        listed = listed.sort_values("start", ascending=False, na_position="last", kind="stable").head(MOST_ROWS)
        told = f"De {MOST_ROWS} die het laatst begonnen, van de {texts.activities(total)}"
    else:
        told = texts.activities(total).capitalize()
    listed = listed.iloc[listed["naam"].str.casefold().argsort(kind="stable")]
    page = story.opened(form.TABEL, step, f"{told} · {facts.chosen} · {facts.day}")
    head = ["Activiteit", "Regio", "Gemeente", "Vorm", "Status"]
    rows = [[TableCell(text, bold=True) for text in head]]
    for row in listed.to_dict("records"):
        rows.append([TableCell(row[name]) for name in ("naam", "plaats", "gemeente", "vorm", "status")])
    name = "Lijst van activiteiten"
    table(page, page.area, rows, (4.6, 2.2, 2.2, 2.4, 1.4), name=name, alt=f"{name}: {told}", sizes=(12, 11, 10, 9))
    return story.told(page, step, then=[f"{told}. Alle staan op de pagina Register."])


def questions(story: Story, step: Step) -> Made:
    """What nothing is registered on yet, a question for each place."""
    page = story.opened(form.TEKST, step, "Gevraagd aan het hele register, ongeacht datum")
    lines = _open_questions(story.facts)
    page.body(lines, sizes=BULLETS)
    return story.told(page, step, then=[line.words() for line in lines])


def _open_questions(facts: LinkedFacts) -> list[Paragraph]:
    """A question for each area with a theme that nothing is registered on; and what of the others there is to say."""
    lines = []
    areas = facts.chosen_areas
    gaps = themes.not_there_yet(facts.register, facts.selected, areas=areas)
    asked = themes.asked_of(facts.selected, areas=areas)
    for area in asked:
        rows = gaps[gaps["plaats"] == area.code]
        if not rows.empty:
            basis = texts.based_on_few(int(rows["totaal"].iloc[0]))
            missing = texts.listing(rows["naam"].str.lower())
            text = f"rond {missing} is nog niets geregistreerd{basis}. Wie ziet hier een kans?"
            lines.append(Paragraph(text, f"{area.naam}:", bullet=True, after=0.6))
    if not lines:
        lines.append(Paragraph(none_open(facts.selected, facts.selection), bullet=True))
    silent = [area.naam for area in facts.looked_at if area.is_ours and area not in asked]
    if silent:
        lines.append(Paragraph("hier telt deze selectie geen activiteit.", f"{texts.listing(silent)}:", bullet=True))
    return lines


def account(story: Story, step: Step) -> Made:
    """The last page: selection, peildatum, source, link and definitions."""
    facts, shows = story.facts, step.scene.shows
    assert isinstance(shows, Account)
    subline = "Waar deze cijfers vandaan komen en wat ze betekenen"
    page = story.opened(form.TOELICHTING, step, subline)
    left, right = page.area.columns(3, 5)
    told = in_words(facts.register, facts.selection, "", made=facts.made)
    lines = [Paragraph(value, f"{label}:", after=0.6) for label, value in told]
    lines += [*link_line(facts), Paragraph(f"{areas.source()}.", "Kaart:")]
    page.note(left, lines, sizes=(14, 13, 12, 11, 10, 9, 8), name="Herkomst")
    definitions = definition_lines(facts, shows.keys, after=0.5)
    page.text(right, definitions, name="Definities", sizes=(14, 13, 12, 11, 10, 9))
    return story.told(page, step)


LINK_LENGTH = 220  # characters of a link that are shown; a click opens the whole of it


def link_line(facts: LinkedFacts) -> list[Paragraph]:
    """The link to the same view on the dashboard, if there is one."""
    shown = facts.link if len(facts.link) <= LINK_LENGTH else facts.link[:LINK_LENGTH] + ELLIPSIS
    return [Paragraph(shown, "Link:", after=0.6, url=facts.view_link)] if facts.link else []


def definition_lines(facts: LinkedFacts, keys: Iterable[str], *, after: float) -> list[Paragraph]:
    """The definitions as paragraphs with a label."""
    return [Paragraph(text, texts.LABELS[key], after=after) for key, text in facts.defined(keys).items()]
