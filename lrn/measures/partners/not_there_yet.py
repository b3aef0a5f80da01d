"""The kinds of partners that a place does not have yet, as a question, with where there are such partners."""

from __future__ import annotations

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.insights.sentences import Figure
from lrn.measures.partners.kinds import kind_by_place
from lrn.measures.places import Area, chosen_areas
from lrn.measures.rows.evidence import Evidence
from lrn.measures.themes import asked_of
from lrn.register.model import Register
from lrn.selection import Selection


def asked(selected: Register, selection: Selection) -> list[Area]:
    """Of which places it is asked: the network's own with an activity in *selected*."""
    return asked_of(selected, areas=chosen_areas(selection))


def absent(register: Register, *, area: Area) -> list[str]:
    """The kinds (codes) of which the whole *register* knows no partner in *area*, on whatever day."""
    frame = kind_by_place(register, areas=(area,))
    return frame.loc[(frame["aantal"] == 0) & frame["soort"].isin(v.PARTNERSOORTEN.codes), "soort"].tolist()


def told(register: Register, *, area: Area) -> tuple[str, list[Figure]]:
    """The kinds that *register* does not know in *area* in Dutch, and how many partners it has of each elsewhere."""
    kinds = absent(register, area=area)
    if not kinds:
        return "Van elke soort doet hier al een partner mee. Wie mist u toch nog?", []
    amounts = register.partners["soort"].value_counts()
    elsewhere = [
        Figure(Evidence.of("partners", basis="register", soort=kind), int(amounts[kind]))
        for kind in kinds
        if kind in amounts
    ]
    named = texts.listing(map(v.kind_in_sentence, kinds))
    return f"Nog niet geregistreerd: {named}. Wie kent er hier een?", elsewhere
