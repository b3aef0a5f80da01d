"""Ingrediënten, the accent of a place: what is named there more or less often than in the whole network."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import accents as measure
from lrn.measures.evidence import Evidence
from lrn.measures.sentences import Figure
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.ui import cards, catalogue, choices, evidence
from lrn.ui.cache import View, keep


def show(view: View) -> None:
    """Draw this part of the page."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        place = choices.own_place() or _only_region(view.selection)
        nr = choices.ingredient()
    if place is None:
        _every_place(view)
        return
    frame = keep(view, measure.accents, view.register, view.selection, plaats=place)
    here, network = int(frame["totaal"].iloc[0]), int(frame["totaal_netwerk"].iloc[0])
    if here < texts.FEW or here == network:
        _silent(view, place, here)
        return
    left, right = st.columns([5, 4], gap="large")
    with left:
        title = f"Accent van {v.PLAATS_NAMEN[place]}"
        cards.chart(
            view, catalogue.ACCENT, title=title, counted={"plaats": place}, on_select=choices.choose_accent, chosen=nr
        )
    with right:
        _told(keep(view, _strongest, frame, plaats=place), place, here, network)
    if nr:
        counted = Evidence.of(basis="netwerk", ingredient=nr)
        evidence.show(view, counted.also(plaats=place), title=choices.describe_ingredient(nr, place))
        amount = evidence.amount(view, counted)
        evidence.link(counted, f"Bekijk {texts.the('activiteiten', amount)} in het hele netwerk")
    else:
        st.caption("Klik op een stip, of kies hierboven een ingrediënt, om de activiteiten te zien.")


def _only_region(selection: Selection) -> str | None:
    """The place that the filters in the sidebar leave, when it is exactly one."""
    return selection.regio[0] if len(selection.regio) == 1 else None


def _strongest(frame: pd.DataFrame, *, plaats: str) -> list[dict]:
    """The strongest accents of *plaats*, row by row."""
    return measure.strongest(frame[frame["plaats"] == plaats]).to_dict("records")


def _told(rows: list[dict], place: str, total: int, network: int) -> None:
    """The strongest accents as sentences, each with the activities behind it."""
    st.header("Wat opvalt", anchor=False)
    st.caption("Waar het minstens één activiteit scheelt; het register is niet de wereld")
    here = Evidence.of(basis="netwerk", plaats=place)
    for row in rows:
        st.markdown(sentence(row))
        with st.container(horizontal=True, gap="small"):
            if row["aantal"]:
                evidence.link(
                    here.also(ingredient=row["nr"]), f"Bekijk {texts.the('activiteiten', row['aantal'])} hier"
                )
            if row["aantal_netwerk"]:
                network_wide = Evidence.of(basis="netwerk", ingredient=row["nr"])
                which = texts.the("activiteiten", row["aantal_netwerk"]).capitalize()
                evidence.link(network_wide, f"{which} in het hele netwerk")
    if not rows:
        st.markdown("Elk ingrediënt wordt hier ongeveer even vaak genoemd als in het hele netwerk.")
    evidence.link(here, f"Alle {texts.activities(total)} in {v.PLAATS_NAMEN[place]}")
    evidence.link(Evidence.of(basis="netwerk"), f"Alle {texts.activities(network)} in het hele netwerk")


def sentence(row: dict) -> str:
    """One accent in words, as Markdown: a row of the frame of ``accents``."""
    more = "vaker" if row["verschil"] > 0 else "minder vaak"
    here = f"{texts.number(row['aantal'])} van de {texts.activities(row['totaal'])}"
    network = f"{texts.number(row['aantal_netwerk'])} van de {texts.number(row['totaal_netwerk'])}"
    share = texts.percentage(row["aandeel"], row["totaal"])
    whole = texts.percentage(row["aandeel_netwerk"], row["totaal_netwerk"])
    return (
        f"**‘{row['kort']}’** wordt hier {more} genoemd dan in het hele netwerk: "
        f"bij {here} ({share}), tegen {network} ({whole})."
    )


def _silent(view: View, place: str, here: int) -> None:
    """Why there is no accent, and the activities that there are."""
    name = v.PLAATS_NAMEN[place]
    if here >= texts.FEW:
        st.info(
            f"Alle {texts.activities(here)} in deze selectie zijn in {name}: er is niets om ze naast te leggen.",
            title="Geen accent te zien",
            icon=":material/balance:",
        )
        return
    what = (
        f"In {name} is in deze selectie nog niets geregistreerd"
        if not here
        else (f"In {name} {'is' if here == 1 else 'zijn'} {texts.activities(here)} geregistreerd")
    )
    st.info(
        f"{what}. Over een accent valt pas iets te zeggen vanaf {texts.FEW} activiteiten.",
        title="Te weinig voor een accent",
        icon=":material/balance:",
    )
    if here:
        evidence.show(view, Evidence.of(basis="netwerk", plaats=place), title=name)


def _every_place(view: View) -> None:
    """The strongest accent of each place, and how to see the rest."""
    st.header("Accent per plaats", anchor=False, help=texts.DEFINITIONS["accent"])
    st.caption(
        "Wat er vaker en wat er minder vaak wordt genoemd dan in het hele netwerk; kies een plaats voor alle elf"
    )
    for place, (told, figures) in keep(view, _strongest_by_place, view.register, view.selection).items():
        with st.container(gap=None):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.button(
                    v.PLAATS_NAMEN[place],
                    key=f"accent_{place}",
                    type="tertiary",
                    icon=":material/location_on:",
                    on_click=choices.take_place,
                    args=(place,),
                )
                if figures:
                    evidence.behind(figures, key=f"accent {place}")
            st.markdown(told)


def _strongest_by_place(register: Register, selection: Selection) -> dict[str, tuple[str, list[Figure]]]:
    """For each region, Woerden and Haaglanden what is named more often, and less, as Markdown; and its figures."""
    network = measure.everywhere(register, selection)
    return {place: _in_short(measure.of_ingredients(network, plaats=place)) for place in v.KIESBARE_PLAATSEN}


def _in_short(frame: pd.DataFrame) -> tuple[str, list[Figure]]:
    total = int(frame["totaal"].iloc[0])
    if total < texts.FEW:
        here = Figure(catalogue.ACCENT.evidence["totaal"](frame.iloc[0].to_dict()), total)
        return f"{texts.activities(total)}: te weinig om van een accent te spreken.", [here] if total else []
    found = measure.strongest(frame, len(frame))
    above, below = found[found["verschil"] > 0].head(1), found[found["verschil"] < 0].head(1)
    told, figures = [], []
    for words, rows in (("Vaker genoemd", above), ("Minder vaak", below)):
        for row in rows.to_dict("records"):
            told.append(
                f"{words}: **{row['kort']}** ({texts.number(row['aantal'])} van {texts.number(row['totaal'])}, in het "
                f"hele netwerk {texts.number(row['aantal_netwerk'])} van {texts.number(row['totaal_netwerk'])})."
            )
            figures += [Figure(counts(row), row[column]) for column, counts in catalogue.ACCENT.evidence.items()]
    return " ".join(told) or "Geen ingrediënt springt eruit.", list(dict.fromkeys(figures))
