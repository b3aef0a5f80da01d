"""Partners that are listed in a cell of an activity: they become rows of Partners and of Deelnames."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from lrn import texts as words
from lrn.register import columns as c
from lrn.register.matching.called import Called, called
from lrn.register.matching.cells import Meant
from lrn.register.matching.ids import new_ids
from lrn.register.matching.matched_tab import MatchedTab
from lrn.register.matching.model import PARTNER_NAMES, SheetMatch
from lrn.register.matching.names import (
    as_written,
    is_name,
    may_be_two,
    municipality_of,
    names_in,
    partner_key,
    plain_names,
    shorter_keys,
)
from lrn.register.reading.book import SheetTexts
from lrn.register.reading.limits import ROW_LIMIT
from lrn.register.reading.spans import filled_down
from lrn.register.values.cell import all_ids, id_of, is_empty_mark
from lrn.register.values.personal import without_addresses
from lrn.register.values.remark import short

GOVERNMENT = "overheid"  # what kind of partner a municipality is
TOLD = 3  # names that a note tells
LOOKED_AT = 2_000  # partners that are added of which it is told that they are like another

MatchedTabs = dict[str, MatchedTab]
"""The sheets of the contract that there are, by their name."""


def new_page(sheet: c.Sheet) -> MatchedTab:
    """A tab that is added, with the headings of *sheet*."""
    texts = SheetTexts([[column.header] for column in sheet.columns])
    return MatchedTab(sheet, sheet.name, texts, SheetMatch(sheet.name, sheet.name), added=True)


class ListedPartners:
    """The partners that cells of *activities* list. First they become partners, then rows of Deelnames."""

    def __init__(self, pages: MatchedTabs, activities: Called) -> None:
        self._pages, self._activities = pages, activities
        page = pages[c.ACTIVITEITEN.name]
        self._headings = page.special.get(PARTNER_NAMES, {})
        partners = pages.get(c.PARTNERS.name)
        identity = partners.position("ID") if partners and self._headings else None
        there = partners.columns[identity] if partners and identity is not None else []
        names = partners.decided.values.get("Naam", {}) if partners else {}
        meant = Meant({**names, **page.decided.values.get(PARTNER_NAMES, {})})
        self._found = _Found(called(partners if self._headings else None, partner_key), meant, there)
        texts = filled_down(page.now()) if self._headings else SheetTexts()
        columns = [texts.columns[position] for position in self._headings]
        for column in columns:
            self._found.look_in({column[row] for row in activities.rows})
        self._pairs = [
            (activity, partner)
            for column in columns
            for row, activity in activities.rows.items()
            for partner in self._found.in_cell(column[row])
        ]

    def add_partners(self) -> None:
        """Add those that are new to Partners."""
        if added := self._found.added:
            page = self._pages.setdefault(c.PARTNERS.name, new_page(c.PARTNERS))
            _append(page, [_partner(page, name, identity) for name, identity in added.values()])

    def add_deelnames(self) -> list[str]:
        """Add to Deelnames what is not there yet, each once; returns what there is to say."""
        there = _pairs(self._pages.get(c.DEELNAMES.name)) if self._pairs else set()
        pairs = [pair for pair in dict.fromkeys(self._pairs) if pair not in there]
        notes = self._found.notes()
        if pairs:
            page = self._pages.setdefault(c.DEELNAMES.name, new_page(c.DEELNAMES))
            left = max(ROW_LIMIT - page.filled_height(), 0)
            if len(pairs) > left:
                room, more = words.number(left), words.number(len(pairs) - left)
                notes.append(f"Op het blad {c.DEELNAMES.name} passen nog {room} rijen; {more} deelnames niet meer.")
            keys, typed = self._activities.keys, self._found.typed
            _append(page, [{"Activiteit": keys[one], "Partner": typed(other)} for one, other in pairs[:left]])
        made = ((len(self._found.added), "partner", "partners"), (len(pairs), "deelname", "deelnames"))
        if told := words.listing([words.count(*one) for one in made if one[0]]):
            verb = "komt" if sum(amount for amount, _, _ in made) == 1 else "komen"
            which = "de kolom" if len(self._headings) == 1 else "de kolommen"
            headings = words.listing([short(without_addresses(heading)) for heading in self._headings.values()])
            notes.insert(0, f"Uit {which} {headings} {verb} {told} erbij.")
        return notes


class _Found:
    """The partners that cells name: those that were there, and those that are ``added`` (name and ID).

    A partner goes by the form in which its ID is compared; ``added`` by that of its name.
    """

    def __init__(self, known: Called, meant: Meant, there: Iterable[str]) -> None:
        self._known, self._meant = known, meant
        self._ids = new_ids(c.PARTNERS, there)
        self._typed = dict(known.keys)
        self._names_known = set(known.by_name)
        self._cells: dict[str, list[str]] = {}
        self._several: dict[str, str] = {}
        self._no_names: Counter[str] = Counter()
        self._forms: dict[str, str] = {}
        self.added: dict[str, tuple[str, str]] = {}

    def look_in(self, cells: Iterable[str]) -> None:
        """Get to know the names in *cells* that stand by themselves, so that they are known where they are joined."""
        for cell in cells:
            self._names_known.update(partner_key(name) for name in plain_names(cell) if is_name(name))

    def in_cell(self, cell: str) -> list[str]:
        """The partners in *cell*, each once."""
        if cell not in self._cells:
            self._cells[cell] = list(dict.fromkeys(found for name in self._names(cell) if (found := self._id(name))))
        return self._cells[cell]

    def _names(self, cell: str) -> Iterator[str]:
        whole = self._meant.of(cell)
        for piece in names_in(cell if whole is None else whole, self._names_known):
            meant = self._meant.of(piece)
            yield from [piece] if meant is None else names_in(meant, self._names_known)

    def _id(self, name: str) -> str:
        key = partner_key(name)
        if answers := self._known.by_name.get(key):
            if len(answers) > 1:
                self._several[key] = name
            return answers[0]
        if (identity := id_of(name)) in self._known.keys:
            return str(identity)
        if not is_name(name):
            if not is_empty_mark(name):
                self._no_names[name] += 1
            return ""
        if key not in self.added:
            self.added[key] = (as_written(name), next(self._ids))
            self._forms[key] = form = id_of(self.added[key][1]) or ""
            self._typed[form] = self.added[key][1]
        return self._forms[key]

    def typed(self, partner: str) -> str:
        """The ID of a partner as it is typed."""
        return self._typed[partner]

    def _doubtful(self) -> Iterator[str]:
        """What is asked about the names of partners that are added: nothing is taken for another, or apart, unsaid."""
        sheet = c.PARTNERS.name
        there = {partner_key(name): name for name in self._known.names.values()}
        longer = {less: name for name in self._known.names.values() for less in shorter_keys(name)}
        alike: list[str] = []
        joined: list[str] = []
        for key, (name, _) in islice(self.added.items(), LOOKED_AT):
            like = next((there[less] for less in shorter_keys(name) if less in there), longer.get(key))
            shown = f"“{short(name)}”"
            if like:
                alike.append(
                    f"{shown} lijkt op “{short(like)}” van het blad {sheet}; zijn het dezelfde, gebruik dan die naam."
                )
            elif may_be_two(name, self._names_known):
                joined.append(f"{shown} lezen we als één partner; zijn het er twee, zet er dan een puntkomma tussen.")
        yield from alike[:TOLD]
        yield from joined[:TOLD]

    def notes(self) -> list[str]:
        """What there is to say of the names."""
        told = [*self._doubtful()]
        for key, name in list(self._several.items())[:TOLD]:
            answers = self._known.by_name[key]
            first = f"we nemen de eerste, {self.typed(answers[0])}"
            told.append(f"“{short(name)}” staat {len(answers)} keer op het blad {c.PARTNERS.name}; {first}.")
        if self._no_names:
            shown = [f"“{short(without_addresses(name), 40)}”" for name, _ in self._no_names.most_common(TOLD)]
            more = len(self._no_names) - len(shown)
            others = [*shown, f"nog {words.number(more)}"] if more else shown
            verb = "is geen naam van een organisatie" if len(others) == 1 else "zijn geen namen van organisaties"
            told.append(f"{words.capital(words.listing(others))} {verb} en dus geen partner.")
        return told


def _pairs(page: MatchedTab | None) -> set[tuple[str, str]]:
    """Which activity has which partner already, by the form in which IDs are compared."""
    places = [page.position(header) for header in ("Activiteit", "Partner")] if page else [None]
    if page is None or None in places:
        return set()
    activities, partners = (all_ids(page.columns[place][page.row + 1 :]) for place in places if place is not None)
    return {(one, other) for one, other in zip(activities, partners, strict=True) if one and other}


def _partner(page: MatchedTab, name: str, identity: str) -> dict[str, str]:
    """The row of a partner that is added, by heading; of a municipality what everybody knows of it."""
    row = {"ID": identity, "Naam": name}
    municipality = municipality_of(name)
    if municipality and page.position("Gemeente") is not None:
        row["Gemeente"] = municipality
    if municipality and page.position("Soort") is not None:
        row["Soort"] = GOVERNMENT
    return row


def _append(page: MatchedTab, rows: Iterable[dict[str, str]]) -> None:
    """Add *rows*, each by heading, below the last one of *page*."""
    rows = list(rows)
    by_heading: dict[str, dict[int, str]] = {}
    places = {heading: page.with_column(heading) for heading in dict.fromkeys(h for row in rows for h in row)}
    first = page.filled_height()
    for at, row in enumerate(rows, start=first):
        for heading, text in row.items():
            by_heading.setdefault(heading, {})[at] = text
    for heading, cells in by_heading.items():
        page.put(places[heading], cells, "rij erbij")
