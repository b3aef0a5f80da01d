"""What the views share: the deck that is being made, and how a page of it begins and ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd
from pptx.presentation import Presentation as Deck

from lrn import style, texts
from lrn import vocabulary as v
from lrn.export.slides import form
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.finish import finish
from lrn.export.slides.house import HouseStyle
from lrn.export.slides.page import Page
from lrn.measures import places
from lrn.selection import apply
from lrn.views.facts import Facts
from lrn.views.meetings import Meeting
from lrn.views.scene import Step

BULLETS = (24, 22, 20, 18, 16, 15, 14, 13, 12, 11, 10)
"""Sizes of a page of text, in points."""

_FOLLOWS = " (vervolg)"

Made = list[tuple[Page, Sequence[str]]]
"""Pages, each with the lines of its notes."""


@dataclass
class Story:
    """One deck while it is made: of which facts, in which house style, for which meeting."""

    facts: LinkedFacts
    house: HouseStyle
    meeting: Meeting
    deck: Deck = field(init=False)
    pages: int = 0
    left_out: Mapping[str, str] = field(default_factory=dict)  # why, by the name of a view

    def __post_init__(self) -> None:
        self.deck = self.house.presentation()

    def page(self, kind: str, title: str, subline: str | None = None, *, otherwise: str = "") -> Page:
        """A new page with its title (*otherwise* where that would be cut), and under it what its figures are of."""
        page = Page(self.deck, self.house, kind)
        page.title(title, otherwise)
        page.subline(self.facts.basis if subline is None else subline)
        return page

    def opened(
        self,
        kind: str,
        step: Step,
        about: str = "",
        *,
        name: str = "",
        facts: Facts | None = None,
        goes_on: bool = False,
    ) -> Page:
        """A new page whose title is what *step* says of *facts*; under it its *name* (that of its scene without).

        Behind that stands what *about* says, or else what its figures are of. A title that has no room is that name,
        and a name that is the title is not repeated. With *goes_on* it is said to follow on the page before.
        """
        facts = facts or self.facts
        name, page = name or step.scene.title(facts), Page(self.deck, self.house, kind)
        follows = _FOLLOWS if goes_on else ""
        page.title(f"{step.scene.headline(facts)}{follows}", f"{name}{follows}")
        page.called = name
        under = about or facts.basis
        page.subline(under if page.titled == name else f"{name} · {under}")
        return page

    def told(
        self,
        page: Page,
        step: Step,
        *,
        first: Sequence[str] = (),
        then: Sequence[str] = (),
        facts: Facts | None = None,
    ) -> Made:
        """*page* with the notes of its view, and what stands on the page itself *first* or *then*.

        After it come the pages of text that what does not fit on it needs.
        """
        facts = facts or self.facts
        said = (*first, *step.scene.sentences(facts), *then)
        return [(page, spoken(*said, definitions=step.scene.definitions(facts))), *self._continued(page)]

    def _continued(self, page: Page) -> Made:
        rest, made = page.left_over, Made()
        while rest:
            goes_on = f"{page.called}{_FOLLOWS}"
            following = self.page(form.TEKST, f"{page.titled}{_FOLLOWS}", otherwise=goes_on)
            following.body(rest, sizes=BULLETS)
            made.append((following, spoken("Vervolg van de vorige dia.")))
            rest = following.left_over if len(following.left_over) < len(rest) else []
        return made

    def finish(self, made: Made) -> None:
        """Number the pages and give them their footer and notes."""
        for page, notes in made:
            self.pages += 1
            finish(page, number=self.pages, footer=self.footer, day=self.made_on, notes=notes)

    @cached_property
    def everywhere(self) -> dict[places.Level, pd.DataFrame]:
        """The figures of every region and municipality, whichever was chosen."""
        selected = apply(self.facts.selection.everywhere, self.facts.register)
        levels: tuple[places.Level, ...] = ("plaats", "gemeente")
        return {level: places.area_figures(selected, level=level) for level in levels}

    @cached_property
    def scale(self) -> list[style.Break]:
        """The classes of activities on every map: of regions and municipalities, and of each place by itself.

        They are those of the network, so that a colour means the same in the deck of a place, and in its letter.
        """
        return style.count_breaks(
            int(amount)
            for frame in self.everywhere.values()
            for amount in frame.loc[~frame["code"].map(v.is_context), "activiteiten"]
        )

    @property
    def footer(self) -> list[str]:
        """What stands at the foot of every page, the longest first: of what day the figures are, and where from."""
        day, source = self.facts.day, self.facts.register.source.called
        return [f"{texts.APP} · {day} · {source}", f"{day} · {source}", day]

    @property
    def made_on(self) -> list[str]:
        """The day on which the deck was made, the longest first."""
        return [f"gemaakt op {texts.long_date(self.facts.made.date())}", f"{self.facts.made:%d-%m-%Y}"]


def spoken(*sentences: str, definitions: Sequence[str] = ()) -> list[str]:
    """Notes: what to say, and how it was counted (*definitions* are sentences)."""
    notes = ["Wat u kunt vertellen", *(sentence for sentence in sentences if sentence)]
    return [*notes, "", "Zo is geteld", *definitions] if definitions else notes
