"""Every number that the product tells, and the words around it, against an independent count.

Each page with its parts, the stage, a deck, a letter and a workbook are made under twelve selections, and every text
in them is read: headings, sentences, links, figures, tables, charts, alt texts, notes and cells. What ``recount``
counts is what they must say; a sentence with a number for which ``sentences`` and ``parts`` have no rule fails.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
import streamlit as st

from lrn import clock
from lrn.export.selected import selection_workbook
from lrn.export.slides import deck, letter
from lrn.register.load import SAMPLE, load
from tests.walk import links, sheets, slides
from tests.walk.figures import hold_chart, hold_table
from tests.walk.network_page import rules
from tests.walk.partners import CARDS, hold_card
from tests.walk.recount import NETWORK, PLACES, Recount
from tests.walk.seen import Seen, seen
from tests.walk.selections import NOW, SELECTIONS
from tests.walk.views import PAGES
from tests.walk.words import DAY, FEW, About, date_in, figures, share, signed, year_before

LETTERS = ("AM20", "GM0546")


@pytest.fixture(scope="module")
def count() -> Recount:
    return Recount(SAMPLE, NOW)


@pytest.fixture(scope="module")
def register():
    return load(SAMPLE, today=NOW)


@pytest.fixture(autouse=True)
def _the_day_is_now(monkeypatch) -> None:
    monkeypatch.setattr(clock, "_utc", lambda: datetime(NOW.year, NOW.month, NOW.day, 12, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _everything_open(monkeypatch) -> None:
    """What a visitor opens is drawn at once."""
    popover = st.popover

    def opened(label, *rest, key=None, **options):
        if key and "on_change" in options:
            st.session_state[key] = True
        return popover(label, *rest, key=key, **options)

    monkeypatch.setattr(st, "popover", opened)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_page(open_page, count, selection, page):
    query, _ = SELECTIONS[selection]
    more = PAGES[page]
    at = open_page(re.split(r"\W", page)[0], **{name: said[0] for name, said in query.items()}, **more)
    about = About(count, query, {name: said if isinstance(said, list) else [said] for name, said in more.items()})
    wrong = list(dict.fromkeys(_wrong(about, seen(at))))
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_deck(count, register, selection):
    query, chosen = SELECTIONS[selection]
    wrong = list(dict.fromkeys(slides.hold(About(count, query), deck(register, chosen))))
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("place", LETTERS)
@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_letter(count, register, selection, place):
    query, chosen = SELECTIONS[selection]
    wrong = list(dict.fromkeys(slides.hold(About(count, query), letter(register, chosen, place=place))))
    assert not wrong, _told(wrong)


@pytest.mark.parametrize("selection", SELECTIONS)
def test_a_workbook(count, register, selection):
    query, chosen = SELECTIONS[selection]
    made = selection_workbook(register, chosen, made=datetime(2026, 11, 23, 12))
    wrong = list(dict.fromkeys(sheets.hold(About(count, query), made)))
    assert not wrong, _told(wrong)


def _told(wrong: list[str]) -> str:
    return "\n".join([f"{len(wrong)} things that are told are not so:", *wrong[:40]])


def _wrong(t: About, items: list[Seen]) -> Iterator[str]:
    """What is wrong in *items*, read from top to bottom: a button is about the sentence above it."""
    before = head = ""
    for at, item in enumerate(items):
        if item.kind in ("help", "dishes"):
            continue
        if item.kind == "page_link":
            yield from links.hold(t, item.told, item.query or {})
            if before.startswith("Nergens anders"):
                yield from links.hold_only_here(t, before, item.told, item.query or {})
        elif item.kind == "metric":
            yield from _metric(_context(t, items, at), item)
        elif item.kind == "table":
            yield from hold_table(_context(t, items, at), item.told, item.rows)
        elif item.kind == "chart":
            yield from hold_chart(_context(t, items, at), item.key, item.spec)
            yield from rules.hold(t, item.told)
        elif item.kind == "button" or (item.kind == "header" and re.match(r"\d+ \w+:", item.told)):
            yield from _button(t, item.told, before)
        else:
            here = _context(t, items, at)
            yield from rules.hold(About(t.count, t.query, here.more | {"voor": [before, head]}), item.told)
            before, head = item.told, item.told if item.kind == "header" else head
        yield from _base(t, item)


def _context(t: About, items: list[Seen], at: int) -> About:
    """What only stands elsewhere on the page: the place above an accent, how long a table is."""
    more: dict[str, list[str]] = {}
    place = next((i.told for i in items[:at][::-1] if i.kind == "button" and i.told in PLACES.values()), "")
    buttons = [i.told for i in items[:at] if i.kind == "button"]
    more["knoop"] = buttons[-1:]
    more["telt"] = [re.sub(r" \(\d+\)$", "", items[at].told)] if at < len(items) else []
    if place:
        more["plaats"] = [next(code for code, name in PLACES.items() if name == place)]
    for item in items:
        if item.kind == "table" and "met het aantal activiteiten" in item.told:
            more["gerechten"] = [str(len(item.rows))]
        elif item.kind == "table" and item.told.startswith("Mogelijk dubbel"):
            more["paren"] = [str(len(item.rows))]
        elif item.kind == "page_link" and item.told.endswith("zonder plek"):
            more["zonder plek"] = figures(item.told)
        elif item.kind == "header" and item.told.startswith("Accent van "):
            more["accent"] = [item.told.removeprefix("Accent van ")]
        elif item.kind == "dishes":
            more["getoond"] = [item.told]
        elif item.kind == "table" and item.told.startswith("Bevindingen"):
            more["bevindingen"] = [str(len(item.rows)), *(str((item.rows["Soort"] == w).sum()) for w in SEVERITIES)]
        elif item.kind == "table" and item.told.startswith("Wat er gebeurde"):
            more["gebeurd"] = list(item.rows["Wat"])
        elif item.kind == "caption" and item.told.startswith("Van "):
            more["dagen"] = re.findall(rf"peildatum ({DAY})", item.told)
    if "beeld" in t.more:
        more["gebied"] = [next((i.told for i in items if i.kind == "title"), "")]
    return About(t.count, t.query, t.more | more)


SEVERITIES = ("fout", "waarschuwing", "opmerking")


def _metric(t: About, item: Seen) -> Iterator[str]:
    """A card: its figure, and the difference with a year before or what it is of."""
    if item.key in ("Nieuw", "Voorbij") and t.more.get("dagen"):
        then, now = (set(t.on(date_in(said)).ids()) for said in t.more["dagen"])
        came = len(now - then if item.key == "Nieuw" else then - now)
        if item.told != str(came):
            yield f"{item.key} is {item.told}, counted {came}"
        return
    if "gebeurd" in t.more or "dagen" in t.more:
        if item.told != str(t.more.get("gebeurd", []).count(item.key)):
            yield f"{item.key} is {item.told}, and that is not how many are listed"
        return
    if item.key in CARDS:
        yield from hold_card(t, item.key, item.told)
        return
    counted = {"Partners": "partners", "Verbindingslijnen": "verbindingslijnen"}.get(item.key, "activiteiten")
    where = {"thema": NETWORK} if "etwerkthema" in item.key else {}
    n, of = t.n(counted, **where), t.n()
    if where:
        told = f"{share(n, of)}%" if of >= FEW else str(n)
        delta = f"{n} van {of}"
    else:
        told = f"{n:,}".replace(",", ".")
        before = t.on(year_before(t.peildatum)).n(counted) if t.peildatum else n
        delta = signed(n - before, zero="±0") if t.peildatum else ""
    if (item.told, item.delta) != (told, delta):
        yield f"the card {item.key!r} says {item.told!r} ({item.delta!r}), counted {told!r} ({delta!r})"


def _button(t: About, told: str, before: str) -> Iterator[str]:
    """A button about the sentence above it says one of its figures; one of Register is a link in disguise."""
    said = figures(re.sub(r"!\[.*", "", told))
    if said and told.startswith("Toon") and said[0] not in figures(before):
        yield f"{told!r} stands under {before!r}"
    elif said and not told.startswith("Toon"):
        yield from links.hold_button(t, told)


def _base(t: About, item: Seen) -> Iterator[str]:
    """\"Het hele netwerk\" is only ever the whole network."""
    if re.search(r"hele netwerk", item.told) and t.by_content and item.kind != "popover":
        yield f"{item.told!r} while {sorted(t.chosen)} is chosen"
