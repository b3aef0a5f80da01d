"""A deck: the row of views of a meeting, made of one selection of a register."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.presentation import Presentation as Deck

from lrn import texts
from lrn.export.links import view_link
from lrn.export.slides import figures, key_figures, map_pages, network_page, opening, place, proposals
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.finish import speak_dutch
from lrn.export.slides.house import HouseStyle
from lrn.export.slides.page import clean
from lrn.export.slides.story import Made, Story
from lrn.once import counting_once
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.views import content
from lrn.views.meetings import USUAL, Meeting, of_deck, steps
from lrn.views.scene import Step

Progress = Callable[[int, int, str], object]
"""Called before each view with how many are done, how many there are, and what comes; at the end once more."""

TITLE_LENGTH = 255  # python-pptx takes no longer one

PAGES: dict[type[content.Content], Callable[[Story, Step], Made]] = {
    content.TitlePage: opening.title,
    content.KeyFigures: key_figures.key_figures,
    content.Highlights: opening.highlights,
    content.AreaMap: map_pages.area_map,
    content.Charts: figures.charts_page,
    content.Places: place.place_page,
    content.Rows: opening.activities,
    content.Questions: opening.questions,
    content.Network: network_page.network_page,
    content.Proposals: proposals.proposals,
    content.Account: opening.account,
}
"""How the pages of a view are made, by its kind of content."""


def deck(
    register: Register,
    selection: Selection,
    *,
    meeting: Meeting = USUAL,
    link: str = "",
    template: HouseStyle | None = None,
    progress: Progress | None = None,
    kept: Register | None = None,
) -> bytes:
    """A .pptx of *selection* of *register*, with the views of *meeting*, in the house style *template* or our own.

    The figures are those of the pages. *link* is the address of the same view on the dashboard; figures and areas then
    open the rows behind them. *kept* is the kept state that *selection* compares with, if it names one. Nothing is kept
    or shared between two calls. No contact details are in it.
    """
    facts = LinkedFacts(register, selection, kept, view_link(link, selection))
    story = Story(facts, template or HouseStyle.ours(), meeting)
    with counting_once():
        made = _steps(story)
        for done, (label, make) in enumerate(made):
            if progress:
                progress(done, len(made), label)
            story.finish(make())
    saved = save(story.deck, title(story))
    if progress:
        progress(len(made), len(made), "Klaar")
    return saved


def title(story: Story) -> str:
    """What the file is called from within."""
    return f"{texts.APP}: {story.meeting.name}, {story.facts.basis}"


def _steps(story: Story) -> list[tuple[str, Callable[[], Made]]]:
    """What is made, in order: a label for the progress and the maker of its pages; of nothing an invitation."""
    empty = story.facts.selected.activiteiten.empty
    if empty:
        row = steps(("titel", "verantwoording"), story.facts.selection)
    else:
        row, story.left_out = of_deck(story.meeting.scenes, story.facts)
    made = [(step.name, partial(PAGES[type(step.scene.shows)], story, step)) for step in row]
    if empty:
        made.insert(1, (texts.NOTHING_SELECTED, partial(opening.empty, story)))
    return list(made)


def save(made: Deck, about: str) -> bytes:
    """*made* as the bytes of a file: every text in Dutch, and with properties that say what it is."""
    for root in _roots(made):
        speak_dutch(root)
    properties = made.core_properties
    properties.title = clean(about)[:TITLE_LENGTH]
    properties.author = properties.last_modified_by = texts.APP
    properties.language = "nl-NL"
    properties.created = properties.modified = datetime.now(UTC)
    properties.subject = properties.keywords = properties.comments = ""
    properties.revision = 1
    _tell_program(made)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _tell_program(made: Deck) -> None:
    """Write ``docProps/app.xml``: by what it was made and how many slides it has, whatever a house style says there."""
    package = made.part.package
    for kept in [rel.rId for rel in package._rels.values() if rel.reltype == RT.EXTENDED_PROPERTIES]:
        package.drop_rel(kept)
    amount = len(made.slides)
    about = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        f"<Application>{texts.APP}</Application><Slides>{amount}</Slides><Notes>{amount}</Notes>"
        "<HiddenSlides>0</HiddenSlides></Properties>"
    )
    part = Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, package, about.encode())
    package.relate_to(part, RT.EXTENDED_PROPERTIES)


def _roots(made: Deck) -> list[Any]:
    """The XML of all that holds text."""
    roots = [made.part._element, made.notes_master._element]
    for above in made.slide_masters:
        roots += [above._element, *(layout._element for layout in above.slide_layouts)]
    for slide in made.slides:
        roots += [slide._element, slide.notes_slide._element]
        roots += [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
    return roots
