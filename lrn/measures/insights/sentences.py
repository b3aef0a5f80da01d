"""A sentence made from figures, with the evidence for every number in it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lrn import texts
from lrn.measures.rows.condition import IDS_ONLY, Names
from lrn.measures.rows.evidence import Evidence


@dataclass(frozen=True)
class Figure:
    """One number in a sentence, and what it counts."""

    evidence: Evidence
    amount: int

    def label(self, names: Names = IDS_ONLY) -> str:
        """The figure with what it counts, as a link to its rows: "4 activiteiten: thema zorg, Midden-Holland".

        *names* as for :meth:`Evidence.phrases`.
        """
        # On the peildatum is what one takes it to be; that the other filters do not hold, its definition says.
        said = replace(self.evidence, where=tuple(c for c in self.evidence.where if c != ("basis", "peildatum")))
        return ": ".join(filter(None, (texts.counted(self.evidence.unit, self.amount), ", ".join(said.phrases(names)))))


@dataclass(frozen=True)
class Sentence:
    """What figures say, with a :class:`Figure` for each number in the order in which they come, and what it rests on.

    ``lead`` is the point in a few words without numbers, ``text`` what it rests on. ``basis`` is the number of
    activities that it is about; when these are few (:func:`lrn.texts.is_few`) the text names it.
    """

    lead: str
    text: str
    figures: tuple[Figure, ...]
    basis: int
