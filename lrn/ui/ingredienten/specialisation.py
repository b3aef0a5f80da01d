"""Ingrediënten, the accent of a place: what is named there more or less often than in the whole network."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.measures import specialisation as measure
from lrn.measures.basis import NETWORK, Basis, basis, of_content
from lrn.measures.insights.sentences import Figure
from lrn.measures.places import Area, at, chosen_areas, is_in_view, level_in_view
from lrn.measures.rows.evidence import Evidence
from lrn.register.model import Register
from lrn.selection import Selection
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.parts import chart_card, choices, evidence
from lrn.ui.parts.folded import folded
from lrn.views import area_charts
from lrn.views.chart import CountedIn


def show(view: View) -> None:
    """Draw this part of the page."""
    with folded("accent") as say, st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        place = choices.own_place(view.selection) or _only_area(view.selection)
        nr = choices.ingredient()
        say(choices.describe_ingredient(nr, place))
    if place is None:
        _every_place(view)
        return
    described = area_charts.accent_of(place, view.selection)
    frame = chart_card.frame_of(view, described)
    here, everywhere = int(frame["totaal"].iloc[0]), int(frame["totaal_netwerk"].iloc[0])
    if not is_in_view(view.selection, place):
        st.caption(f"{place.naam} als geheel, los van de regio of gemeente die in de zijbalk is gekozen")
    if texts.is_few(here) or here == everywhere:
        _silent(view, place, here)
        return
    left, right = st.columns([5, 4], gap="large")
    with left:
        chart_card.chart(view, described, on_click=choices.choose_accent, chosen=nr)
    with right:
        _told(
            view,
            cached_as(view, (_strongest, place.code), lambda: _strongest(frame, plaats=place.code)),
            place,
            here,
            everywhere,
        )
    if nr:
        found = _EVERYWHERE.also(ingredient=nr)
        evidence.show(view, found.also(**at(place)), title=choices.describe_ingredient(nr, place))
        amount = evidence.amount(view, found)
        with paper.on_screen_only("accent_elders"):
            evidence.link(found, escape(f"Bekijk {texts.the('activiteiten', amount)} {_of(view)}"))
    else:
        paper.hint("stip", "Klik op een stip, of kies hierboven een ingrediënt, om de activiteiten te zien.")


_EVERYWHERE = Evidence.of(basis="netwerk")


def _only_area(selection: Selection) -> Area | None:
    """The area that the filters in the sidebar leave, when it is exactly one."""
    chosen = chosen_areas(selection) or ()
    return chosen[0] if len(chosen) == 1 else None


def _strongest(frame: pd.DataFrame, *, plaats: str) -> list[Row]:
    """The strongest accents of *plaats*, row by row."""
    return measure.strongest_accents(frame[frame["plaats"] == plaats]).to_dict("records")


def _told(view: View, rows: list[Row], place: Area, total: int, everywhere: int) -> None:
    """The strongest accents as sentences, each with the activities behind it."""
    within = basis(view.selection).within
    st.header("Wat opvalt", anchor=False)
    st.caption("Waar het minstens één activiteit scheelt")
    here = _EVERYWHERE.also(**at(place))
    for row in rows:
        st.markdown(sentence(row, within))
        with st.container(horizontal=True, gap="small"):
            if row["aantal"]:
                which = texts.the("activiteiten", row["aantal"])
                with paper.on_screen_only(f"accent_hier_{row['nr']}", width="content"):
                    evidence.link(here.also(ingredient=row["nr"]), f"Bekijk {which} hier")
            if row["aantal_netwerk"]:
                which = texts.the("activiteiten", row["aantal_netwerk"]).capitalize()
                evidence.link(_EVERYWHERE.also(ingredient=row["nr"]), escape(f"{which} {_of(view)}"))
    if not rows:
        st.markdown(f"Elk ingrediënt wordt hier ongeveer even vaak genoemd als {escape(within)}.")
    evidence.link(here, f"Alle {texts.activities(total)} in {place.naam}")
    evidence.link(_EVERYWHERE, escape(_all(everywhere, basis(view.selection))))


def _of(view: View) -> str:
    """What the activities are of that a place is laid beside, behind a number of them."""
    return of_content(view.selection) or NETWORK.within


def _all(amount: int, of: Basis) -> str:
    """All activities that a place is laid beside, with their number."""
    if of is NETWORK:
        return f"Alle {texts.activities(amount)} {of.within}"
    return f"{of.heading} ({texts.number(amount)})"


def sentence(row: Row, within: str) -> str:
    """One accent in words, as Markdown: a row of the frame of ``accents``, which is laid beside what is *within*."""
    more = "vaker" if row["verschil"] > 0 else "minder vaak"
    here = f"{texts.number(row['aantal'])} van de {texts.activities(row['totaal'])}"
    network = f"{texts.number(row['aantal_netwerk'])} van de {texts.number(row['totaal_netwerk'])}"
    share = texts.percentage(row["aandeel"], row["totaal"])
    whole = texts.percentage(row["aandeel_netwerk"], row["totaal_netwerk"])
    return (
        f"**‘{row['kort']}’** wordt hier {more} genoemd dan {escape(within)}: "
        f"bij {here} ({share}), tegen {network} ({whole})."
    )


def _silent(view: View, place: Area, here: int) -> None:
    """Why there is no accent, and the activities that there are."""
    name = place.naam
    if not texts.is_few(here):
        of = "" if basis(view.selection) is NETWORK else f" {escape(of_content(view.selection))}"
        st.info(
            f"Alle {texts.activities(here)}{of} zijn in {name}: er is niets om ze naast te leggen.",
            title="Geen accent te zien",
            icon=":material/balance:",
        )
        return
    what = (
        f"In {name} telt deze selectie geen activiteit"
        if not here
        else f"In {name} {'telt' if here == 1 else 'tellen'} {texts.activities(here)} mee"
    )
    st.info(
        f"{what}. Over een accent valt pas iets te zeggen vanaf {texts.FEW} activiteiten.",
        title="Te weinig voor een accent",
        icon=":material/balance:",
    )
    if here:
        evidence.show(view, _EVERYWHERE.also(**at(place)), title=name)


def _every_place(view: View) -> None:
    """The strongest accent of each place, and how to see the rest."""
    by_municipality = level_in_view(view.selection) == "gemeente"
    title = "Accent per gemeente" if by_municipality else "Accent per regio"
    st.header(title, anchor=False, help=texts.DEFINITIONS["accent"])
    st.caption(
        f"Wat er vaker en wat er minder vaak wordt genoemd dan {escape(basis(view.selection).within)}; kies een "
        f"{'gemeente' if by_municipality else 'regio'} voor alle elf"
    )
    for place, (told, figures) in cached(view, _strongest_by_place, "register", "selection").items():
        with st.container(gap=None):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.button(
                    place.naam,
                    key=f"accent_{place.code}",
                    type="tertiary",
                    icon=":material/location_on:",
                    on_click=choices.take_place,
                    args=(place.code,),
                )
                if figures:
                    evidence.behind(view, figures, key=f"accent {place.code}")
            st.markdown(told)


def _strongest_by_place(register: Register, selection: Selection) -> dict[Area, tuple[str, list[Figure]]]:
    """For each place in view what is named more often, and less, as Markdown; and its figures."""
    everywhere = measure.everywhere(register, selection)
    places = chosen_areas(selection) or [Area("plaats", code) for code in v.KIESBARE_PLAATSEN]
    return {
        place: _in_short(
            measure.of_ingredients(everywhere, plaats=place.code, level=place.level),
            basis(selection).within,
            area_charts.accent_of(place, selection).evidence,
        )
        for place in places
    }


def _in_short(frame: pd.DataFrame, within: str, counts: dict[str, CountedIn]) -> tuple[str, list[Figure]]:
    total = int(frame["totaal"].iloc[0])
    if texts.is_few(total):
        here = Figure(counts["totaal"](frame.iloc[0].to_dict()), total)
        return f"{texts.activities(total)}: te weinig om van een accent te spreken.", [here] if total else []
    found = measure.strongest_accents(frame, len(frame))
    above, below = found[found["verschil"] > 0].head(1), found[found["verschil"] < 0].head(1)
    told, figures = [], []
    for words, rows in (("Vaker genoemd", above), ("Minder vaak", below)):
        for row in rows.to_dict("records"):
            told.append(
                f"{words}: **{row['kort']}** ({texts.number(row['aantal'])} van {texts.number(row['totaal'])}, "
                f"{escape(within)} {texts.number(row['aantal_netwerk'])} van {texts.number(row['totaal_netwerk'])})."
            )
            figures += [Figure(counted(row), row[column]) for column, counted in counts.items()]
    return " ".join(told) or "Geen ingrediënt springt eruit.", list(dict.fromkeys(figures))
