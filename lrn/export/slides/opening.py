"""The pages around the figures: title, what stands out, the activities, what is not there yet, how it was counted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pandas as pd

from lrn import texts
from lrn.export.origin import in_words
from lrn.export.slides import areas, form
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.fit import ELLIPSIS, Paragraph
from lrn.export.slides.page import Page
from lrn.export.slides.story import BULLETS, Made, Story, spoken
from lrn.export.slides.tables import TableCell, table
from lrn.measures import themes
from lrn.measures.insights import questions as one_place
from lrn.measures.insights.highlights import Highlight
from lrn.measures.insights.opportunities import none_open
from lrn.measures.rows import labelled
from lrn.register.model import Severity
from lrn.views.content import Account
from lrn.views.meetings import USUAL
from lrn.views.messages import at_a_glance
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
    return story.told(page, step, first=[story.meeting.welcome], then=_not_shown(story.left_out))


def _not_shown(left_out: Mapping[str, str]) -> list[str]:
    """Which views of the meeting are left out, and why; nothing where that is none."""
    told = "; ".join(f"{name[0].lower()}{name[1:]} ({why})" for name, why in left_out.items())
    return [f"Niet in deze presentatie, omdat het hier niets zegt: {told}."] if told else []


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
    """What stands out and what the other slides say most of all, a sentence each; and what is asked of the meeting."""
    facts = story.facts
    before, after = ([Paragraph(said, bullet=True, after=0.7) for said in part] for part in at_a_glance(facts))
    lines = [*before, *(striking(facts, found) for found in facts.striking), *after]
    lines += [Paragraph(" ".join(story.meeting.asks), texts.ASKED, after=0)]
    page = story.opened(form.TEKST, step)
    page.body(lines, sizes=BULLETS)
    return story.told(page, step, then=[line.text for line in lines])


def striking(facts: LinkedFacts, found: Highlight, *, after: float = 0.7) -> Paragraph:
    """One of the highlights: its point leads to the rows that it is about."""
    url = facts.rows_link(found.figures[0].evidence)
    return Paragraph(found.text, f"{found.lead}.", bullet=True, after=after, label_url=url)


ROWS, MOST_PAGES = 11, 4  # of a list of activities: on a slide, and how many slides at most
_COLUMNS = {"naam": "Activiteit", "start": "Start", "plaats": "Regio", "gemeente": "Gemeente", "vorm": "Vorm"}
_SHARES = (4.6, 1.7, 2.2, 2.2, 2.4, 1.4)


def activities(story: Story, step: Step) -> Made:
    """The activities themselves, those that began last first; of very many only those, on a few slides."""
    facts = story.facts
    frame = facts.selected.activiteiten
    total, most = len(frame), ROWS * MOST_PAGES
    listed = labelled.activity_list(frame)
    listed = listed.sort_values("start", ascending=False, na_position="last", kind="stable").head(most)
    listed["start"] = ["" if pd.isna(day) else f"{day:%d-%m-%Y}" for day in listed["start"]]
    if total > most:
        told = f"De {most} die het laatst begonnen, van de {texts.activities(total)}"
    else:
        told = f"{texts.capital(texts.activities(total))}, de laatst begonnen eerst"
    head = [TableCell(text, bold=True) for text in (*_COLUMNS.values(), "Status")]
    rows = [[TableCell(row[name]) for name in (*_COLUMNS, "status")] for row in listed.to_dict("records")]
    made = Made()
    each = -(-len(rows) // -(-len(rows) // ROWS))  # as many on each slide, instead of one with what is left over
    for first in range(0, len(rows), each):
        page = story.opened(form.TABEL, step, f"{told} · {facts.chosen} · {facts.day}", goes_on=first > 0)
        name, part = "Lijst van activiteiten", rows[first : first + each]
        table(page, page.area, [head, *part], _SHARES, name=name, alt=f"{name}: {told}", sizes=(12, 11, 10, 9))
        if first:
            made.append((page, spoken("Vervolg van de vorige dia.")))
        else:
            made += story.told(page, step, then=[f"{told}. Alle staan op de pagina Register."])
    return made


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
    if len(asked) == len(facts.looked_at) == 1 and not gaps.empty:  # of one place there is room for more
        found = one_place.questions(
            facts.register, facts.selection, asked[0].naam, amount=max(len(gaps), one_place.AMOUNT)
        )
        return [Paragraph(question.text, bullet=True, after=0.6) for question in found]
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
    lines += _left_out(facts)
    lines += [*link_line(facts), Paragraph(f"{areas.source()}.", "Kaart:")]
    page.note(left, lines, sizes=(14, 13, 12, 11, 10, 9, 8), name="Herkomst")
    definitions = definition_lines(facts, shows.keys, after=0.5)
    page.text(right, definitions, name="Definities", sizes=(14, 13, 12, 11, 10, 9))
    return story.told(page, step)


def _left_out(facts: LinkedFacts) -> list[Paragraph]:
    """Which rows of the workbook are counted nowhere, by sheet; nothing where that is none."""
    findings = facts.register.bevindingen
    found = findings[findings["severity"].eq(Severity.FOUT) & findings["row"].gt(0)]
    told = [
        f"{sheet} rij {texts.some([texts.number(int(row)) for row in sorted(set(rows))], most=8)}"
        for sheet, rows in found.groupby("sheet", sort=False)["row"]
    ]
    return (
        [Paragraph(f"{'; '.join(told)}. Waarom, staat op de pagina Gegevens.", "Telt niet mee:", after=0.6)]
        if told
        else []
    )


LINK_LENGTH = 220  # characters of a link that are shown; a click opens the whole of it


def link_line(facts: LinkedFacts) -> list[Paragraph]:
    """The link to the same view on the dashboard, if there is one."""
    shown = facts.link if len(facts.link) <= LINK_LENGTH else facts.link[:LINK_LENGTH] + ELLIPSIS
    return [Paragraph(shown, "Link:", after=0.6, url=facts.view_link)] if facts.link else []


def definition_lines(facts: LinkedFacts, keys: Iterable[str], *, after: float) -> list[Paragraph]:
    """The definitions as paragraphs with a label."""
    return [Paragraph(text, texts.LABELS[key], after=after) for key, text in facts.defined(keys).items()]
