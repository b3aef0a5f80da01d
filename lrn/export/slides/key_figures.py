"""The page with the key figures: four cards, and the same by place; of one place what the cards do not say."""

from __future__ import annotations

from dataclasses import dataclass

from lrn import texts
from lrn.export.slides import form, introduced
from lrn.export.slides.boxes import Box, cm
from lrn.export.slides.facts import LinkedFacts
from lrn.export.slides.fit import Paragraph
from lrn.export.slides.map_pages import off_map
from lrn.export.slides.page import Page
from lrn.export.slides.place import beside_others
from lrn.export.slides.story import Made, Story
from lrn.export.slides.tables import NUMBER, TableCell, table
from lrn.measures import overview, places
from lrn.measures.areas import beside_network as figures_beside
from lrn.measures.basis import basis
from lrn.views.scene import Step

_LABELS = {
    "activiteiten": "Activiteiten",
    "partners": "Partners",
    "verbindingslijnen": "Verbindingslijnen",
    "netwerkthema": "Op het netwerkthema",
}


def key_figures(story: Story, step: Step) -> Made:
    """Four figures, each with how it was before; under them the same by place, or of one place what else there is."""
    facts = story.facts
    page = story.opened(form.TABEL, step)
    upper, under, rest = page.area.rows(4.2, 1.15, 8.2, gap=0.3)
    cards = [_Card(box, facts, name) for box, name in zip(upper.columns(1, 1, 1, 1), _LABELS, strict=True)]
    size = min(page.size_for(card.room, card.lines, _CARD_SIZES) for card in cards)  # the same for all four
    for card in cards:
        _draw(page, facts, card, size)
    change = facts.before
    told = f"Tussen haakjes het {change.told}. {facts.undated}".strip() if change else facts.counting
    page.text(under, [Paragraph(told)], name="Vergelijking", sizes=(13, 12, 11, 10))
    if len(facts.looked_at) == 1:
        _of_one(page, rest, facts)
        return story.told(page, step, first=[f"{card.sentence}." for card in cards])
    rest = _by_place(page, rest, facts)
    # Of chosen municipalities all that counts stands in the table.
    beside = off_map(facts, "plaats", of="Niet in deze tabel:") if facts.level == "plaats" else []
    where = places.LEVEL_NAMES[facts.level].lower()
    once = f"Een partner kan in meer dan één {where} meedoen en telt in het totaal één keer."
    several = [Paragraph(once)] if facts.chosen_areas is None or len(facts.chosen_areas) > 1 else []
    if beside or several:
        page.text(rest, [*beside, *several], name="Buiten de tabel", sizes=(13, 12, 11, 10))
    return story.told(page, step, first=[f"{card.sentence}." for card in cards])


_CARD_SIZES = (15, 14, 13, 12, 11)


@dataclass(frozen=True)
class _Card:
    """One key figure (``name`` is a field of ``Totals``) in its place."""

    box: Box
    facts: LinkedFacts
    name: str

    @property
    def now(self) -> int:
        """How many there are."""
        return int(getattr(self.facts.totals, self.name))

    @property
    def earlier(self) -> str:
        """How it was before; "" when that is not known."""
        if (change := self.facts.before) is None:
            return ""
        then = getattr(change.totals, self.name)
        return f"{change.earlier.when} {texts.number(then)} ({texts.difference(self.now - then)})"

    @property
    def whole(self) -> str:
        """The same of what one place stands beside; "" of several."""
        if len(self.facts.looked_at) > 1:
            return ""
        beside = figures_beside(self.facts.register, self.facts.selection, area=self.facts.looked_at[0])
        amount = beside.set_index("kenmerk").loc[self.name, "netwerk"]
        return f"van de {texts.number(amount)} {basis(self.facts.selection).within}"

    @property
    def share(self) -> str:
        """The share on the netwerkthema in words; "" of few activities, and of the other figures."""
        totals = self.facts.totals
        if self.name != "netwerkthema":
            return ""
        of = f"{{}} van de {texts.activities(totals.activiteiten)}"
        return texts.share_unless_few(totals.aandeel_netwerkthema, totals.activiteiten, of)

    @property
    def sentence(self) -> str:
        """The figure, how it was before and of how many it is, without a full stop."""
        return "; ".join(filter(None, (f"{_LABELS[self.name]}: {texts.number(self.now)}", self.earlier, self.whole)))

    @property
    def room(self) -> Box:
        """Where the words stand: under the bar."""
        return Box(self.box.left, self.box.top + cm(0.3), self.box.width, self.box.height - cm(0.3))

    @property
    def lines(self) -> list[Paragraph]:
        """What stands there."""
        figure = Paragraph(texts.number(self.now), scale=2.8, bold=True, after=0)
        label = Paragraph(_LABELS[self.name], after=0)
        lines = [label, figure, Paragraph(self.earlier, scale=0.85), Paragraph(self.share, scale=0.85)]
        lines.append(Paragraph(self.whole, scale=0.85))
        return [line for line in lines if line.text]


def _draw(page: Page, facts: LinkedFacts, card: _Card, size: float) -> None:
    label, counted = _LABELS[card.name], overview.COUNTED[card.name]
    bar = Box(card.box.left, card.box.top, card.box.width, cm(0.12))
    page.block(bar, None, name=f"Streep {label}")
    shape = page.text(card.room, card.lines, name=f"Kerncijfer {label}", sizes=(size,), alt=card.sentence)
    page.link(shape, facts.rows_link(counted), f"Bekijk de lijst: {texts.counted(counted.unit, card.now)}")


_ROW = 0.95  # centimetres
_ON_NO_CARD = ("ingredienten", "themas", "colleges")


def _of_one(page: Page, box: Box, facts: LinkedFacts) -> None:
    """Of one place: the figures that no card has beside those of the network, and what is new."""
    (area,) = facts.looked_at
    beside = figures_beside(facts.register, facts.selection, area=area)
    shown, rest = box.rows(_ROW * (len(_ON_NO_CARD) + 1), 4.0)
    beside_others(page, shown, beside, name=area.kort, of=basis(facts.selection), shown=_ON_NO_CARD)
    page.text(rest, introduced.new(facts), name="Nieuw", sizes=(16, 15, 14, 13, 12, 11, 10))


def _by_place(page: Page, box: Box, facts: LinkedFacts) -> Box:
    """The table of places; returns the room under it."""
    frame, within = facts.areas(facts.level), facts.within(facts.level)
    frame = frame if within is None else frame[frame["code"].isin(within)]
    unit = places.LEVEL_NAMES[facts.level]
    head = [unit, "Activiteiten", "Partners", "Op het netwerkthema", "Verschillende ingrediënten"]
    rows = [[TableCell(head[0], bold=True), *(TableCell(text, bold=True, align=NUMBER) for text in head[1:])]]
    for row in frame.to_dict("records"):
        figures = [row[name] for name in ("activiteiten", "partners", "netwerkthema", "ingredienten")]
        rows.append([TableCell(row["naam"]), *(TableCell(texts.number(figure), align=NUMBER) for figure in figures)])
    name = f"Cijfers per {unit.lower()}"
    room = box.upper(_ROW * len(rows))
    table(page, room, rows, (2.6, 1.3, 1.3, 1.7, 2.1), name=name, alt=f"{name}: {facts.basis}", highest=_ROW)
    return box.below(_ROW * len(rows) + 0.3)
