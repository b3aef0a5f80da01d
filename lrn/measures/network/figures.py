"""What the network is like in a few figures: how many lines, what hangs together, and where three levels meet."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from lrn import vocabulary as v
from lrn.measures.network import graph, skewer
from lrn.measures.onmap import lines
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register

EVIDENCE = MappingProxyType(
    {
        "lijnen_tussen_activiteiten": Evidence.of("verbindingslijnen", tussen="activiteiten"),
        "lijnen_tussen_regios": Evidence.of("verbindingslijnen", tussen="regios"),
        "componenten": Evidence("groepen"),
        "losse_activiteiten": Evidence.of(los="lijnen"),
        "via_partners.componenten": Evidence("groepen_via_partners"),
        "via_partners.losse_activiteiten": Evidence.of(los="partners"),
        "sateprikker.volledig": Evidence(where=tuple(("niveau", code) for code in v.NIVEAUS.codes)),
        **{f"sateprikker.{code}": Evidence.of(niveau=code) for code in v.NIVEAUS.codes},
    }
)
"""What each figure of :func:`netwerk` counts, by the keys that lead to it; of a level by its code."""


def netwerk(selected: Register) -> dict[str, Any]:
    """The figures of the network of *selected*, a register narrowed to a selection and its peildatum, ready for JSON.

    - ``lijnen_tussen_activiteiten``: lines with both ends among the activities; one from an activity to itself is none.
    - ``lijnen_tussen_regios``: those of them between two different places (:data:`lrn.vocabulary.PLAATSEN`).
    - ``componenten``: parts of two or more activities that hang together by those lines.
    - ``losse_activiteiten``: activities without such a line.
    - ``via_partners``: ``componenten`` and ``losse_activiteiten`` where a shared partner joins activities as well.
    - ``sateprikker``: ``volledig``, activities that join all levels; ``per_niveau``, how many by level.
    """
    between = graph.lines_between(selected)
    ends = lines.ends(selected, between, level="plaats")
    levels = skewer.levels(selected)
    return {
        "lijnen_tussen_activiteiten": len(between),
        "lijnen_tussen_regios": int((ends["van"] != ends["naar"]).sum()),
        **_hanging_together(selected),
        "via_partners": _hanging_together(selected, via_partners=True),
        "sateprikker": {
            "volledig": int(levels.all(axis=1).sum()),
            "per_niveau": [{"niveau": code, "aantal": int(levels[code].sum())} for code in levels],
        },
    }


def _hanging_together(selected: Register, *, via_partners: bool = False) -> dict[str, int]:
    found = graph.parts(selected, via_partners=via_partners)
    return {
        "componenten": len(found),
        "losse_activiteiten": len(selected.activiteiten) - sum(map(len, found)),
    }
