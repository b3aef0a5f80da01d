"""Strategic relations: relations of the school as a whole, which stand apart from the counts of the regions."""

from __future__ import annotations

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.register.model import Register


def relations_by_place(register: Register) -> pd.DataFrame:
    """The strategic relations of the whole *register* by where they are established: plaats, naam, aantal.

    Only places that have one; the most first, the network's order among equals.
    """
    relations = register.partners[register.partners["strategisch"].eq(True)]
    counts = relations["gemeente"].map(v.place_of_municipality, na_action=None).value_counts()
    frame = pd.DataFrame({"plaats": list(v.PLAATSEN), "naam": list(v.PLAATS_NAMEN.values())})
    frame["aantal"] = [int(counts.get(code, 0)) for code in v.PLAATSEN]
    return frame[frame["aantal"] > 0].sort_values("aantal", ascending=False, kind="stable").reset_index(drop=True)


def with_relation(register: Register) -> pd.Series:
    """Which activities of *register* have a partner with a strategic relation, as a boolean series."""
    partners = register.partners.loc[register.partners["strategisch"].eq(True), "id"]
    rows = register.deelnames
    return register.activiteiten["id"].isin(rows.loc[rows["partner"].isin(partners), "activiteit"])


def told(where: pd.DataFrame, taking_part: int, activities: int) -> str:
    """How many there are and where (*where*: :func:`relations_by_place`), and how many take part in the selection.

    "" where there is none.
    """
    if not (amount := int(where["aantal"].sum())):
        return ""
    places = list(where["plaats"])
    there = ": " + texts.listing(
        f"{texts.number(n)} {_in(place)}" for place, n in zip(places, where["aantal"], strict=True)
    )
    if len(places) == 1:
        there = f", {f'alle {texts.number(amount)} ' if amount > 2 else 'beide ' if amount > 1 else ''}{_in(places[0])}"
    relations = texts.count(amount, "strategische relatie", "strategische relaties")
    first = f"In het hele register {'staat' if amount == 1 else 'staan'} {relations}{there}."
    if not taking_part:
        return f"{first} Aan de activiteiten in deze selectie doet er geen mee."
    do, who = "doet" if taking_part == 1 else "doen", texts.capital(texts.of_those(taking_part, amount))
    return f"{first} {who} {do} mee aan {texts.activities(activities)} in deze selectie."


def _in(place: str) -> str:
    name = v.PLAATS_NAMEN[place]
    return name.lower() if place in (v.ELDERS, v.ZONDER) else f"in {name}"
