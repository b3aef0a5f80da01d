"""Organisations that stand among the activities, as on a map of a network: that is said, since they count."""

from __future__ import annotations

import re
from collections import Counter

from lrn import texts as words
from lrn import vocabulary as v
from lrn.register import columns as c
from lrn.register.matching.matched_tab import MatchedTab
from lrn.register.values.remark import short
from lrn.register.values.terms import LONGEST
from lrn.terms import plain

_ORGANISATION = re.compile(
    r"organisaties?|organi[sz]ations?|partners?|perso(?:on|nen)|persons?|people|stakeholders?|instelling(?:en)?|actor(?:en)?"
)


def about_organisations(page: MatchedTab) -> list[str]:
    """Says how many rows of Activiteiten are of a kind that is no activity."""
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
