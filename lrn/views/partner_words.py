"""What a view tells of partners, in sentences."""

from __future__ import annotations

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import places
from lrn.measures.partners import kinds, strategic
from lrn.selection import apply
from lrn.views.facts import Facts


def relations(facts: Facts) -> str:
    """How many strategic relations the register has in each place that is context."""
    relations = {code: len(places.strategic_relations(facts.register, plaats=code)) for code in v.CONTEXT_PLAATSEN}
    told = texts.listing(
        f"{texts.count(amount, 'strategische relatie', 'strategische relaties')} in {v.PLAATS_NAMEN[code]}"
        for code, amount in relations.items()
    )
    return f"In het hele register staan {told}; die staan los van de aantallen van de regio's."


def mix(facts: Facts) -> str:
    """Which kinds of partner there are, beside the whole network where only places were chosen."""
    everywhere = facts.selection.everywhere
    only_places = facts.selection.chosen and not everywhere.chosen
    return " ".join(kinds.mix(facts.selected, apply(everywhere, facts.register) if only_places else None))


def strategic_relations(facts: Facts) -> str:
    """How many strategic relations there are, where, and with which activities of the selection."""
    selected = facts.selected
    taking_part = int(selected.partners["strategisch"].eq(True).sum())
    return strategic.told(
        strategic.relations_by_place(facts.register), taking_part, int(strategic.with_relation(selected).sum())
    )
