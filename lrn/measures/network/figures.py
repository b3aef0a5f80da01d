"""What the network is like in a few figures: how many lines, what hangs together, and where three levels meet."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import graph, skewer
from lrn.measures.onmap import lines
from lrn.measures.rows.evidence import Evidence
from lrn.once import once
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


@once
def netwerk(selected: Register) -> dict[str, Any]:
    """The figures of the network of *selected*, a register narrowed to a selection and its peildatum, ready for JSON.

    - ``lijnen_tussen_activiteiten``: lines with both ends among the activities; one from an activity to itself is none.
    - ``lijnen_tussen_regios``: those of them between two different places (:data:`lrn.vocabulary.PLAATSEN`).
    - ``componenten``: parts of two or more activities that hang together by those lines.
    - ``losse_activiteiten``: activities without such a line.
    - ``via_partners``: ``componenten`` and ``losse_activiteiten`` where a shared partner joins activities as well.
    - ``sateprikker``: ``volledig``, activities that join all levels; ``per_niveau``, how many by level.
    """
    levels = skewer.levels(selected)
    return {
        **hanging_together(selected),
        "sateprikker": {
            "volledig": int(levels.all(axis=1).sum()),
            "per_niveau": [{"niveau": code, "aantal": int(levels[code].sum())} for code in levels],
        },
    }


@once
def hanging_together(selected: Register) -> dict[str, Any]:
    """The figures of :func:`netwerk` on lines and what they join: all but ``sateprikker``."""
    between = graph.lines_between(selected)
    ends = lines.ends(selected, between, level="plaats")
    return {
        "lijnen_tussen_activiteiten": len(between),
        "lijnen_tussen_regios": int((ends["van"] != ends["naar"]).sum()),
        **_parts_and_alone(selected),
        "via_partners": _parts_and_alone(selected, via_partners=True),
    }


def _parts_and_alone(selected: Register, *, via_partners: bool = False) -> dict[str, int]:
    found = graph.parts(selected, via_partners=via_partners)
    return {
        "componenten": len(found),
        "losse_activiteiten": len(selected.activiteiten) - sum(map(len, found)),
    }


@once
def meaning(selected: Register, figures: dict[str, Any] | None = None) -> str:
    """How the activities of *selected* hang together, in a sentence; *figures* of :func:`netwerk` if known."""
    found, total = figures or hanging_together(selected), len(selected.activiteiten)
    loose = found["losse_activiteiten"]
    if not found["lijnen_tussen_activiteiten"]:
        return "Tussen deze activiteiten is nog geen verbindingslijn geregistreerd. Wie ziet hier een kans?"
    if not loose:
        return "Elke activiteit hier heeft een lijn naar een andere."
    via = loose - found["via_partners"]["losse_activiteiten"]
    told = f"{texts.number(loose)} van de {texts.activities(total)} {'heeft' if loose == 1 else 'hebben'} nog geen lijn"
    told += " naar een andere activiteit" if total == 1 else " naar een van de andere"
    if not via:
        return f"{told}."
    return f"{told}; {texts.of_those(via, loose)} {'deelt' if via == 1 else 'delen'} wel een partner."


def in_words(selected: Register) -> str:
    """How many lines run between the activities of *selected*, and how many of those cross regions; "" of none."""
    found = hanging_together(selected)
    lines, crossing = found["lijnen_tussen_activiteiten"], found["lijnen_tussen_regios"]
    if not lines:
        return ""
    runs = "loopt" if lines == 1 else "lopen"
    told = f"Tussen de activiteiten {runs} {texts.counted('verbindingslijnen', lines)}"
    if selected.activiteiten["plaats"].nunique() < 2:  # none can
        return f"{told}."
    return f"{told}, waarvan {texts.number(crossing)} van regio naar regio."
