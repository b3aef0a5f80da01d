"""The kinds of partners (ingredient 2): how many there are of each, and where they take part."""

from __future__ import annotations

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network.kinds import NOT_GIVEN, partners_by_kind
from lrn.measures.places import Area, area_names, columns_of, level_of
from lrn.register.model import Register

LABELS = {code: texts.capital(v.PARTNERSOORTEN.label(code)) for code in v.PARTNERSOORTEN.codes}
LABELS |= {v.ONBEKEND: texts.ONBEKEND, NOT_GIVEN: texts.NOT_FILLED_IN.capitalize()}
"""Every kind that a partner can be counted under, in the vocabulary's order, by code."""


def by_kind(selected: Register) -> pd.DataFrame:
    """Partners that take part, by kind: soort, naam, aantal, totaal, aandeel (of all that take part, 0–1).

    "Onbekend" and not filled in are last, when they occur. Without partners the share is missing.
    """
    frame = partners_by_kind(selected).assign(totaal=len(selected.partners))
    return frame.assign(aandeel=frame["aantal"] / frame["totaal"])


def kind_by_place(selected: Register, *, areas: tuple[Area, ...] | None = None) -> pd.DataFrame:
    """Per kind and place the partners that take part there: soort, naam, level, plaats, plaats_naam, aantal, totaal,
    aandeel.

    A partner counts in each place where an activity has it; ``totaal`` is how many partners take part in the place. All
    places, or the *areas* that were chosen (:func:`lrn.measures.places.chosen_areas`).
    """
    where, columns = columns_of(areas, selected.activiteiten)
    kinds = selected.partners.set_index("id")["soort"].astype(object).fillna(NOT_GIVEN)
    rows = selected.deelnames[selected.deelnames["partner"].isin(kinds.index)]
    pairs = pd.DataFrame({"plaats": rows["activiteit"].map(where), "partner": rows["partner"]}).drop_duplicates()
    pairs["soort"] = pairs["partner"].map(kinds)
    codes = list(partners_by_kind(selected)["soort"])
    index = pd.MultiIndex.from_product([codes, columns], names=["soort", "plaats"])
    frame = pairs.groupby(["soort", "plaats"]).size().reindex(index, fill_value=0).rename("aantal").reset_index()
    frame["totaal"] = frame["plaats"].map(pairs["plaats"].value_counts()).fillna(0).astype(int)
    frame["aandeel"] = frame["aantal"] / frame["totaal"]
    frame.insert(1, "naam", frame["soort"].map(LABELS))
    frame.insert(3, "plaats_naam", frame["plaats"].map(area_names(areas)))
    frame.insert(2, "level", level_of(areas))
    return frame


def mix(selected: Register, network: Register | None = None) -> list[str]:
    """Which kind takes part most in *selected*, beside the whole *network* when that is given, in sentences.

    Then also which kinds take part elsewhere in that network, and not here. None where no kind is known.
    """
    counts = _known(selected)
    if not (most := int(counts.max())):
        return []
    first, total = list(counts.index[counts == most]), texts.counted("partners", len(selected.partners))
    if len(first) > 1:
        told = [f"De grootste soorten zijn hier {_listed(first)}, elk {texts.number(most)} van de {total}."]
    else:
        told = [f"De grootste soort is hier {_listed(first)}: {texts.number(most)} van de {total}"]
        if network is not None:
            there = f"{texts.number(_known(network)[first[0]])} van de {texts.number(len(network.partners))}"
            told[0] += f"; in het hele netwerk {there}"
        told[0] += "."
    if network is not None and (absent := list(counts.index[(counts == 0) & (_known(network) > 0)])):
        told.append(f"Doet elders in het netwerk wel mee, en hier nog niet: {_listed(absent)}.")
    return told


def _known(selected: Register) -> pd.Series:
    """How many partners of each kind take part, by its code."""
    return partners_by_kind(selected).set_index("soort")["aantal"][list(v.PARTNERSOORTEN.codes)]


def _listed(codes: list[str]) -> str:
    return texts.listing(map(v.kind_in_sentence, codes))
