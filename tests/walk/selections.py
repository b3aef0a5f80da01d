"""The selections under which everything is made and held: as an address asks for them, and as a value."""

from __future__ import annotations

from datetime import date

from lrn.selection import Selection
from tests.walk.recount import Query

NOW = date(2026, 11, 23)
"""The peildatum of most, and the day on which the walk is made: *a day to come* is one after it."""
ON = {"peildatum": [NOW.isoformat()]}

SELECTIONS: dict[str, tuple[Query, Selection]] = {
    "network": (ON, Selection(NOW)),
    "a region": (ON | {"regio": ["Midden-Holland"]}, Selection(NOW, regio=("AM20",))),
    "Woerden": (ON | {"regio": ["Woerden (Midden-Utrecht)"]}, Selection(NOW, regio=("GM0632",))),
    "Haaglanden": (ON | {"regio": ["Haaglanden"]}, Selection(NOW, regio=("AM21",))),
    "a municipality": (ON | {"gemeente": ["Leiden"]}, Selection(NOW, gemeente=("GM0546",))),
    "a college": (ON | {"college": ["Techniek en ICT"]}, Selection(NOW, college=("Techniek en ICT",))),
    "a theme": (ON | {"thema": ["Zorg"]}, Selection(NOW, thema=("zorg",))),
    "one activity": (ON | {"gemeente": ["Voorschoten"]}, Selection(NOW, gemeente=("GM0626",))),
    "none": (ON | {"gemeente": ["Zoeterwoude"]}, Selection(NOW, gemeente=("GM0638",))),
    "a past day": ({"peildatum": ["2025-03-01"]}, Selection(date(2025, 3, 1))),
    "a day to come": ({"peildatum": ["2027-09-01"]}, Selection(date(2027, 9, 1))),
    "alles": ({"alles": ["true"]}, Selection()),
}
