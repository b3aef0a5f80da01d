"""Strategic relations: relations of the school as a whole, which stand apart from the counts of the regions."""

from __future__ import annotations

import pandas as pd

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
