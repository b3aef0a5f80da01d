"""From a workbook and a matching to the edits that bring the workbook in the contract's form."""

from __future__ import annotations

import re
from collections import Counter

from lrn import texts as words
from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.matching.called import called, ids_for_names
from lrn.register.matching.cells import edit_values
from lrn.register.matching.edits import Edits
from lrn.register.matching.heads import edit_headings, heading_row
from lrn.register.matching.ids import make_ids
from lrn.register.matching.joined import join_rows
from lrn.register.matching.lists import ListedPartners, MatchedTabs
from lrn.register.matching.matched_tab import MatchedTab
from lrn.register.matching.model import PARTNER_NAMES, Matching, Records, SheetMatch
from lrn.register.matching.months import edit_months
from lrn.register.matching.names import partner_key
from lrn.register.matching.shapes import as_typed_from, turned
from lrn.register.matching.tabs import matching_given_back, needs_new_tab, new_names, sheets_of
from lrn.register.reading.book import Book
from lrn.register.values.remark import short
from lrn.register.values.terms import LONGEST
from lrn.terms import plain

_ORGANISATION = re.compile(
    r"organisaties?|organi[sz]ations?|partners?|perso(?:on|nen)|persons?|people|stakeholders?|instelling(?:en)?|actor(?:en)?"
)


def edits(book: Book, matching: Matching) -> Edits:
    """What changes in *book* by *matching*. A tab, column or value that is not there changes nothing.

    On a workbook in which these edits were made it is nothing.
    """
    sheets = sheets_of(book, matching)
    pages: MatchedTabs = {}
    notes: list[str] = []
    ids_made: dict[str, int] = {}
    for name, match in sheets.items():
        page = pages[name] = _page(book, match)
        edit_headings(page)
        edit_values(page)
    if activities_page := pages.get(c.ACTIVITEITEN.name):
        notes += _about_organisations(activities_page)
        notes += join_rows(activities_page)
        notes += edit_months(activities_page)
    for name, page in pages.items():
        if page.decided.make_ids or (name == c.PARTNERS.name and _lists_partners(pages)):
            made, bare = make_ids(page)
            if made:
                ids_made[sheets[name].tab] = made
            notes += _about_bare(page, bare)
    activities = called(pages.get(c.ACTIVITEITEN.name))
    listed = ListedPartners(pages, activities) if c.ACTIVITEITEN.name in pages else None
    if listed:
        listed.add_partners()
    partners = called(pages.get(c.PARTNERS.name), partner_key)
    for name in (c.DEELNAMES.name, c.VERBINDINGSLIJNEN.name):
        if changed := ids_for_names(pages.get(name), activities, partners):
            notes.append(_about_names(name, changed))
    if listed:
        notes += listed.add_deelnames()
    renamed = new_names(book, matching, sheets)
    moved = {page.decided.tab: page for page in pages.values() if page.added}
    notes += [_about_tab(old, new, moved.get(old)) for old, new in renamed.items() if new not in c.BY_NAME]
    return Edits(
        renamed,
        [edit for page in pages.values() if not page.added for edit in page.edits()],
        {page.sheet.name: page.rows() for page in pages.values() if page.added},
        tuple(notes),
        ids_made,
        matching_given_back(book, matching, renamed),
    )


def _page(book: Book, match: SheetMatch) -> MatchedTab:
    """The sheet that *match* is about, on a tab of its own where it cannot be read as it lies."""
    texts, sheet = book.sheets[match.tab], c.BY_NAME[match.sheet]
    if not needs_new_tab(match):
        return MatchedTab(sheet, match.tab, texts, match)
    if match.records is Records.COLUMNS:
        texts = turned(texts)
    row = heading_row(match, sheet, texts)
    decided = SheetMatch(match.tab, match.sheet, 1, columns=match.columns, values=match.values, make_ids=match.make_ids)
    return MatchedTab(sheet, sheet.name, as_typed_from(texts, row), decided, added=True)


def _lists_partners(pages: MatchedTabs) -> bool:
    page = pages.get(c.ACTIVITEITEN.name)
    return page is not None and PARTNER_NAMES in page.special


def _about_tab(old: str, new: str, page: MatchedTab | None) -> str:
    """Says of the tab called *old* what became of it; *page* is what its records stand on now, if they do."""
    if page is None:
        return f"Het blad {old} heet nu {new} en wordt niet gelezen."
    return f"Wat op het blad {old} stond, staat als rijen op een nieuw blad {page.tab}; het oude heet nu {new}."


def _about_bare(page: MatchedTab, rows: list[int]) -> list[str]:
    """Says which rows got no ID since they hold no more than a name."""
    if not rows:
        return []
    where = f"{words.some([str(row + 1) for row in rows])} van {page.sheet.name} staat alleen een naam"
    if len(rows) == 1:
        return [f"Op rij {where}; die rij krijgt geen ID en telt niet mee."]
    return [f"Op de rijen {where}; die krijgen geen ID en tellen niet mee."]


def _about_names(sheet: str, amount: int) -> str:
    if sheet == c.DEELNAMES.name:
        named = f"{words.count(amount, 'deelname noemt', 'deelnames noemen')} een activiteit of partner"
    else:
        named = f"{words.count(amount, 'verbindingslijn noemt', 'verbindingslijnen noemen')} een activiteit"
    return f"{named} bij naam; we lezen het ID dat erbij hoort."


def _about_organisations(page: MatchedTab) -> list[str]:
    """Says how many rows of Activiteiten are of a kind that is no activity, as on a map of a network: they count."""
    position = page.position(c.ACTIVITEITEN.column("vorm").header)
    if position is None:
        return []
    found = Counter(text for cell in page.columns[position][page.row + 1 :] if (text := cell.strip()))
    kinds = {text: amount for text, amount in found.items() if len(text) <= LONGEST and _is_organisation(text)}
    if not kinds:
        return []
    spellings = {plain(text): text for text in reversed(kinds)}
    shown = words.listing([f"“{short(text, 30)}”" for text in list(spellings.values())[:3]])
    amount = sum(kinds.values())
    told = words.count(amount, "rij heeft", "rijen hebben")
    verb, which = ("telt", "die rij") if amount == 1 else ("tellen", "die rijen")
    return [
        f"{told} als soort {shown} en {verb} nu mee als activiteit. Is dat niet zo, zet {which} dan op een eigen "
        f"werkblad {c.PARTNERS.name}."
    ]


def _is_organisation(text: str) -> bool:
    if v.VORMEN.find(text) is not None:
        return False
    return _ORGANISATION.fullmatch(plain(text)) is not None or v.PARTNERSOORTEN.find(text) is not None
