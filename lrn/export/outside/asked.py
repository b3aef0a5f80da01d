"""What is asked for: which selection of which register, and which table of it where a file holds one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from lrn.export.origin import in_words
from lrn.register.model import Register
from lrn.selection import Selection, apply

LAYERS = ("activiteiten", "verbindingslijnen", "gemeenten", "regios")
"""The layers of a map, by the word that asks for one."""


@dataclass(frozen=True)
class Asked:
    """What a file is made of. ``table`` is the one that it holds; *kept* is the state that is compared with, if any."""

    register: Register
    selection: Selection
    made: datetime
    link: str = ""
    kept: Register | None = None
    table: str = ""

    @cached_property
    def selected(self) -> Register:
        """The register narrowed to the selection."""
        return apply(self.selection, self.register)

    @cached_property
    def about(self) -> dict[str, str]:
        """Where the file comes from, a label for each line: it goes along in every file."""
        return dict(in_words(self.register, self.selection, self.link, made=self.made))
