"""Regio in beeld: one standing A4 about one place, that a director can send to a municipality.

A .pptx and not a .docx: charts and maps are the same shapes as in a deck, can be edited, and every part has its own
place on the page, so that it stays one page whatever the figures are.
"""

from __future__ import annotations

from dataclasses import replace

from lrn import vocabulary as v
from lrn.export.links import page_link
from lrn.export.origin import in_words
from lrn.export.sender import Sender
from lrn.export.slides import areas, form, introduced
from lrn.export.slides.deck import save
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.figures import two_charts
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.house import HouseStyle
from lrn.export.slides.opening import definition_lines, link_line
from lrn.export.slides.place import BESIDE_MAP, beside_others, draw_place, earlier, under_map
from lrn.export.slides.story import Story
from lrn.measures.areas import beside_network as figures_beside
from lrn.measures.basis import NETWORK, basis, of_content
from lrn.measures.insights import questions
from lrn.measures.places import Area
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.views.meetings import SCENES, USUAL

_BY_NAME = sorted(v.GEMEENTE, key=lambda code: v.GEMEENTE[code].naam)
_OWN = [
    c for c in (*v.SLEUTELGEMEENTEN, *_BY_NAME) if c not in v.PLAATS and v.place_of_municipality(c) in v.EIGEN_PLAATSEN
]
PLACES = tuple(dict.fromkeys((*v.EIGEN_PLAATSEN, *_OWN)))
"""The places that a letter can be about, by code: the regions, Woerden, the other key municipalities and the rest."""

_CONTEXT = {code: code for code in v.CONTEXT_PLAATSEN if code in v.PLAATS} | {
    code: v.place_of_municipality(code) for code in _BY_NAME if v.is_context(code)
}
ABSENT = {
    code: "het ligt buiten de regio's van het netwerk"
    if code in v.OMGEVING
    else f"in {v.PLAATS_NAMEN[place]} heeft het netwerk alleen strategische relaties"
    for code, place in _CONTEXT.items()
}
"""The other places on the map, by code, and why no letter is about them: they are context, and a letter would tell of
them as a part of the network, and ask what is missing there."""

_INVITATION = (
    "In het Lerend Regionaal Netwerk leren onderwijs, overheid, ondernemers en maatschappelijke organisaties met en "
    "van elkaar. Dit is wat daarvan in {plaats} geregistreerd is{keuze}. Waarschijnlijk gebeurt er meer dan in ons "
    "register staat. Mist u iets of ziet u een kans? Dan horen wij dat graag."
)


def letter_name(place: str) -> str:
    """What *place* (one of :data:`PLACES`) is called."""
    return v.PLAATS_NAMEN.get(place) or v.GEMEENTE[place].naam


def letter_selection(selection: Selection, place: str) -> Selection:
    """*selection* as the letter about *place* takes it: with that place instead of its own."""
    everywhere = selection.everywhere
    if place in v.EIGEN_PLAATSEN:
        return replace(everywhere, regio=(place,))
    return replace(everywhere, gemeente=(place,))


def letter(
    register: Register,
    selection: Selection,
    *,
    place: str,
    link: str = "",
    template: HouseStyle | None = None,
    kept: Register | None = None,
    sender: Sender | None = None,
) -> bytes:
    """A .pptx of one A4 about *place* (one of :data:`PLACES`), on the peildatum of *selection*.

    The filters on content of *selection* hold, those on place make way for *place*. Of *template* the colours and
    fonts are used. *link* is the address of any page of the dashboard, one that the reader can open; the letter has
    that of *place* on the page Kaart. *kept* is the kept state that *selection* compares with, if it names one. The
    contact details in it are those of *sender*, and no others.
    """
    sender = sender or Sender()
    area = Area("plaats" if place in v.EIGEN_PLAATSEN else "gemeente", place)
    everywhere = selection.everywhere
    here = letter_selection(selection, place)
    facts = LinkedFacts(register, here, kept, page_link(link, "kaart", here))
    story = Story(facts, template.letter() if template else HouseStyle.ours(form.LETTER), USUAL)
    name = letter_name(place)
    title = f"{'Gemeente' if place in v.GEMEENTE else 'Regio'} in beeld: {area.kort}"
    page = story.page(form.BRIEF, title)
    intro, upper, charted, named, asked, about = page.area.rows(1.4, 6.0, 5.3, 6.4, 2.8, 2.8, gap=0.3)
    invitation = _INVITATION.format(plaats=name, keuze=_chosen(here))
    page.note(intro, [Paragraph(invitation)], sizes=(11, 10, 9), name="Inleiding")

    picture, numbers = upper.columns(1, 1)
    draw_place(page, picture, facts, area, story.scale)
    beside = figures_beside(register, here, area=area)
    compared = basis(here)
    table, words = numbers.rows(4.8, 2.1, gap=0.1)
    beside_others(page, table, beside, name=area.kort, of=compared)
    page.text(
        words, [Paragraph(earlier(facts)), *under_map(story, facts, area)], name="Een jaar eerder", sizes=(10, 9, 8, 7)
    )

    found = questions.questions(register, here, name)
    shown, of = facts, ""
    if facts.selected.activiteiten.empty:  # then what is alive elsewhere may be an idea
        shown, of = replace(facts, selection=everywhere), ", hele netwerk" if compared is NETWORK else ", alle regio's"
        nothing = (
            f"In deze selectie ({facts.chosen}, {facts.day}) is hier in het register niets te vinden. "
            f"Hieronder: {compared.name}."
        )
        page.text(charted.upper(1.0), [Paragraph(nothing)], name="Uitnodiging", sizes=(12, 11, 10, 9))
        charted = replace(charted, height=named.bottom - charted.top).below(1.2)  # there is nobody to name
    if not shown.selected.activiteiten.empty:
        two_charts(page, charted.columns(1, 1, gap=0.5), BESIDE_MAP, shown, size=9, head=11, of=of)
    introduced.beside(page, named, facts)
    told = [*introduced.new(facts), *(Paragraph(each.text, "Een vraag aan u:") for each in found[:1]), *_from(sender)]
    page.text(asked, told, name="Nieuw en gevraagd", sizes=(10, 9.5, 9, 8.5, 8, 7.5, 7))
    page.text(about, _about(facts), name="Verantwoording", sizes=(8, 7.5, 7, 6.5, 6))
    story.finish([(page, [invitation, *(each.text for each in found)])])
    return save(story.deck, f"{title}, {facts.day}")


def _chosen(selection: Selection) -> str:
    """What is left out of the letter besides other places; "" when that is nothing."""
    return f", alleen activiteiten {of_content(selection)}" if selection.by_content else ""


def _from(sender: Sender) -> list[Paragraph]:
    """Who sends it, and where an answer goes; nothing of what is not configured."""
    lines = [Paragraph(sender.name, "Afzender:")] if sender.name else []
    return [*lines, Paragraph(sender.reply, "Reageren:", url=sender.reply_link)] if sender.reply else lines


def _about(facts: LinkedFacts) -> list[Paragraph]:
    """How it was counted and where it comes from, small at the foot of the page."""
    told = in_words(facts.register, facts.selection, "", made=facts.made)
    sources = [*(f"{label}: {value}" for label, value in told[2:]), areas.source()]
    return [
        Paragraph(SCENES["verantwoording"].name, bold=True, scale=1.1),
        *definition_lines(facts, ("actief", "plaats", "netwerkthema"), after=0.2),
        Paragraph(f"{' · '.join(sources)}.", after=0.2),
        *link_line(facts),
    ]
