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


# ── Key figures ──────────────────────────────────────────────────────────────────────────────────────────────


def key_figures(story: Story) -> Made:
    """Four figures, each with how it was before, and the same by place."""
    facts = story.facts
    page = story.page(form.TABEL, key_figures_title(facts.selection))
    cards, under, rest = page.area.rows(4.2, 1.15, 8.2, gap=0.3)
    boxes = cards.columns(1, 1, 1, 1)
    when = facts.before.earlier.when if facts.before else ""
    made = [_Card(box, *figure, when) for box, figure in zip(boxes, _figures(facts), strict=True)]
    size = min(page.size_for(card.room, card.lines, _CARD_SIZES) for card in made)  # the same for all four
    said = [_card(page, facts, card, size) for card in made]
    compared = _compared(facts)
    page.text(under, [Line(compared)], name="Vergelijking", sizes=(13, 12, 11, 10))
    rest = _by_place(page, rest, facts)
    # Of chosen municipalities all that counts stands in the table.
    beside = off_map(facts, "plaats", of="Niet in deze tabel:") if facts.level == "plaats" else []
    where = _UNIT[facts.level].lower()
    once = f"Een partner kan in meer dan één {where} meedoen en telt in het totaal één keer."
    several = [Line(once)] if facts.chosen_areas is None or len(facts.chosen_areas) > 1 else []
    if beside or several:
        page.text(rest, [*beside, *several], name="Buiten de tabel", sizes=(13, 12, 11, 10))
    defined = ("partners", "lijnen", "netwerkthema", facts.level)
    definitions = [facts.counting, *(texts.DEFINITIONS[key] for key in defined)]
    return [(page, spoken(*said, compared, definitions=definitions))]


def _figures(facts: Facts) -> list[tuple[str, Evidence, int, int | None, str]]:
    """(label, evidence, now, before, share) of the four key figures."""
    now, then = facts.totals, facts.before.totals if facts.before else None
    network = Evidence.of(thema=v.NETWERKTHEMA.code)
    return [
        ("Activiteiten", Evidence.of(), now.activiteiten, then.activiteiten if then else None, ""),
        ("Partners", Evidence.of("partners"), now.partners, then.partners if then else None, ""),
        (
            "Verbindingslijnen",
            Evidence.of("verbindingslijnen"),
            now.verbindingslijnen,
            then.verbindingslijnen if then else None,
            "",
        ),
        ("Op het netwerkthema", network, now.netwerkthema, then.netwerkthema if then else None, _share(facts)),
    ]


_CARD_SIZES = (15, 14, 13, 12, 11)


@dataclass(frozen=True)
class _Card:
    """One key figure in its place: what it counts, how many there are now and were then, and the words under it."""

    box: Box
    label: str
    evidence: Evidence
    now: int
    then: int | None
    share: str
    when: str

    @property
    def earlier(self) -> str:
        """How it was before; "" when that is not known."""
        if self.then is None:
            return ""
        return f"{self.when} {texts.number(self.then)} ({texts.difference(self.now - self.then)})"

    @property
    def room(self) -> Box:
        """Where the words stand: under the bar."""
        return Box(self.box.left, self.box.top + cm(0.3), self.box.width, self.box.height - cm(0.3))

    @property
    def lines(self) -> list[Line]:
        """What stands there."""
        figure = Line(texts.number(self.now), scale=2.8, bold=True, after=0)
        lines = [Line(self.label, after=0), figure, Line(self.earlier, scale=0.85), Line(self.share, scale=0.85)]
        return [line for line in lines if line.text]


def _share(facts: Facts) -> str:
    """The share on the netwerkthema in words; "" of few activities."""
    total = facts.totals.activiteiten
    return texts.share_unless_few(facts.totals.aandeel_netwerkthema, total, f"{{}} van de {texts.activities(total)}")


def _card(page: Page, facts: Facts, card: _Card, size: float) -> str:
    """Draw one key figure; returns it as a sentence."""
    bar = Box(card.box.left, card.box.top, card.box.width, cm(0.12))
    page.block(bar, None, name=f"Streep {card.label}", alt=f"Streep boven {card.label}")
    sentence = f"{card.label}: {texts.number(card.now)}" + (f"; {card.earlier}" if card.earlier else "")
    name = f"Kerncijfer {card.label}"
    shape = page.text(card.room, card.lines, name=name, sizes=(size,), alt=sentence)
    tip = f"Bekijk de lijst: {texts.counted(card.evidence.telt, card.now)}"
    page.link(shape, facts.rows_link(card.evidence), tip)
    return f"{sentence}."


def _compared(facts: Facts) -> str:
    if facts.before is None:
        return texts.DEFINITIONS["alles"]
    came, went = facts.before.erbij.activiteiten, facts.before.voorbij.activiteiten
    told = f"Tussen haakjes het verschil met {facts.before.earlier.what}: {texts.balance(came, went)}."
    return " ".join(filter(None, (told, facts.undated)))


_ROW = 0.95  # centimetres
_UNIT: dict[places.Level, str] = {"plaats": "Plaats", "gemeente": "Gemeente"}


def _by_place(page: Page, box: Box, facts: Facts) -> Box:
    """The table of places; returns the room under it."""
    frame, within = facts.areas(facts.level), facts.within(facts.level)
    frame = frame if within is None else frame[frame["code"].isin(within)]
    head = [_UNIT[facts.level], "Activiteiten", "Partners", "Op het netwerkthema", "Verschillende ingrediënten"]
    rows = [[Cell(head[0], bold=True), *(Cell(text, bold=True, align=NUMBER) for text in head[1:])]]
    for row in frame.to_dict("records"):
        figures = [row[name] for name in ("activiteiten", "partners", "netwerkthema", "ingredienten")]
        rows.append([Cell(row["naam"]), *(Cell(texts.number(figure), align=NUMBER) for figure in figures)])
    name = f"Cijfers per {_UNIT[facts.level].lower()}"
    room = box.upper(_ROW * len(rows))
    table(page, room, rows, (2.6, 1.3, 1.3, 1.7, 2.1), name=name, alt=f"{name}: {facts.basis}", highest=_ROW)
    return box.below(_ROW * len(rows) + 0.3)


def off_map(facts: Facts, level: places.Level, *, of: str = "Niet in de gekleurde gebieden:") -> list[Line]:
    """What the map or table *of* areas leaves out, each number with the way to its rows; nothing when that is nothing.

    What is context is not named where it has figures of its own.
    """
    frame = places.off_map(facts.selected, level=level, within=facts.within(level))
    if level == "plaats":
        frame = frame[~frame["code"].isin(v.CONTEXT_PLAATSEN)]
    words = {v.ELDERS: "elders", v.ZONDER: f"zonder {level}"}
    parts = []
    for code, name, amount in frame.itertuples(index=False):
        there = "gemeente_in" if code in v.CONTEXT_PLAATSEN else level
        where = words.get(code, f"in {name}")
        parts.append((f"{texts.number(amount)} {where}", Evidence.of(**{there: code})))
    return beside(facts, of, parts)


def beside(facts: Facts, lead: str, parts: Sequence[tuple[str, Evidence]]) -> list[Line]:
    """What is not on a map, after *lead*: a line when no number has a link, else one for each number."""
    if not parts:
        return []
    if not facts.view_link:
        return [Line(texts.listing(words for words, _ in parts) + ".", lead)]
    return [Line("", lead, after=0.1), *(Line(w, after=0.1, url=facts.rows_link(e), bullet=True) for w, e in parts)]


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
            basis = texts.based_on_few(int(rows["totaal"].iloc[0]))
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
