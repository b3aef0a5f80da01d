"""A deck: the row of views of a meeting, made of one selection of a register."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Any

from pptx.presentation import Presentation as Deck

from lrn import texts
from lrn.export.links import view_link
from lrn.export.slides import figures, map_pages, opening, place
from lrn.export.slides.facts import Facts
from lrn.export.slides.finish import speak_dutch
from lrn.export.slides.house import HouseStyle
from lrn.export.slides.page import clean
from lrn.export.slides.story import Made, Story
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.views.meetings import USUAL, VIEWS, Meeting, drawn

Progress = Callable[[int, int, str], object]
"""Called before each view with how many are done, how many there are, and what comes; at the end once more."""

TITLE_LENGTH = 255  # python-pptx takes no longer one

_PAGES: dict[str, Callable[[Story], Made]] = {
    "titel": opening.title,
    "kerncijfers": opening.key_figures,
    "valt_op": opening.highlights,
    "regiokaart": map_pages.region_map,
    "gemeentekaart": map_pages.municipality_map,
    "ingredienten": figures.per_ingredient,
    "ingredienten_plaats": figures.ingredients_by_place,
    "themas": figures.per_theme,
    "themas_plaats": figures.themes_by_place,
    "verloop": figures.course,
    "netwerk": figures.network,
    "activiteiten": figures.activities,
    "kansen": opening.chances,
    "verantwoording": opening.account,
}


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
    story = Story(
        Facts(register, selection, view_link(link, selection), kept=kept), template or HouseStyle.ours(), meeting
    )
    steps = _steps(story)
    for done, (label, make) in enumerate(steps):
        if progress:
            progress(done, len(steps), label)
        story.finish(make(story))
    content = save(story.deck, title(story))
    if progress:
        progress(len(steps), len(steps), "Klaar")
    return content


def title(story: Story) -> str:
    """What the file is called from within."""
    return f"{texts.APP}: {story.meeting.name}, {story.facts.basis}"


def _steps(story: Story) -> list[tuple[str, Callable[[Story], Made]]]:
    """What is made, in order: a label for the progress and the maker of its pages."""
    if story.facts.selected.activiteiten.empty:
        about = [("titel", opening.title), ("leeg", opening.empty), ("verantwoording", opening.account)]
        return [(VIEWS.get(key, texts.NOTHING_SELECTED), make) for key, make in about]
    steps: list[tuple[str, Callable[[Story], Made]]] = []
    for key in drawn(story.meeting.views, by_municipality=bool(story.facts.selection.gemeente)):
        if key == "plaatsen":
            steps += [(area.naam, partial(place.place_page, area=area)) for area in story.facts.looked_at]
        else:
            steps.append((VIEWS[key], _PAGES[key]))
    return steps


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
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _roots(made: Deck) -> list[Any]:
    """The XML of all that holds text."""
    roots = [made.part._element, made.notes_master._element]
    for above in made.slide_masters:
        roots += [above._element, *(layout._element for layout in above.slide_layouts)]
    for slide in made.slides:
        roots += [slide._element, slide.notes_slide._element]
        roots += [shape.chart._chartSpace for shape in slide.shapes if shape.has_chart]
    return roots
