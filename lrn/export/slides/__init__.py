"""PowerPoint from a selection: a deck for a meeting, and a letter about one place.

Everything in it is PowerPoint's own: charts with their figures in them, tables, and maps of shapes. Texts from the
register are texts in it, without characters that PowerPoint cannot hold, e-mail addresses and telephone numbers.
"""

from lrn.export.slides.deck import deck
from lrn.export.slides.house import HouseStyle, HouseStyleError, from_environment, house_version
from lrn.export.slides.letter import ABSENT, PLACES, letter, letter_name, letter_selection

__all__ = [
    "ABSENT",
    "PLACES",
    "HouseStyle",
    "HouseStyleError",
    "deck",
    "from_environment",
    "house_version",
    "letter",
    "letter_name",
    "letter_selection",
]
