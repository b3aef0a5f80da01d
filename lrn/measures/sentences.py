"""A sentence made from figures, with the evidence for every number in it."""

from __future__ import annotations

from dataclasses import dataclass

from lrn import texts
from lrn.measures.evidence import Evidence


@dataclass(frozen=True)
class Figure:
    """One number in a sentence, and what it counts."""

    evidence: Evidence
    amount: int

    @property
    def label(self) -> str:
        """The figure with what it counts, as a link to its rows: "4 activiteiten: thema zorg, Midden-Holland"."""
        names = [name for name, _ in self.evidence.where]
        # A place says where; that the filters on place do not hold is only news without one.
        plain = not {"plaats", "gemeente"}.isdisjoint(names) or ("basis", "peildatum") in self.evidence.where
        phrases = [p for name, p in zip(names, self.evidence.phrases, strict=True) if not (plain and name == "basis")]
        return ": ".join(filter(None, (texts.counted(self.evidence.telt, self.amount), ", ".join(phrases))))


@dataclass(frozen=True)
class Sentence:
    """What figures say, with a :class:`Figure` for each number in the order in which they come, and what it rests on.

    ``lead`` is the point in a few words without numbers, ``text`` what it rests on. ``basis`` is the number of
    activities that it is about; when that is fewer than ``texts.FEW`` the text names it.
    """

    lead: str
    text: str
    figures: tuple[Figure, ...]
    basis: int
