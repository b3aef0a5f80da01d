"""Ingrediënten, named and shown: where the register shows an ingredient, and which rows can be completed."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.measures import support as measure
from lrn.measures.insights.sentences import Figure
from lrn.measures.rows.evidence import Evidence
from lrn.register.columns import ACTIVITEITEN
from lrn.register.model import Register
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.browser import paper
from lrn.ui.parts import chart_card, choices, downloads, evidence, row_table
from lrn.ui.parts.columns import COLUMNS, WIDTHS, headings, wide
from lrn.views import charts

TO_COMPLETE = "Aan te vullen"
_WIDTHS = {"aan_te_vullen": 300, "gemeente": WIDTHS["gemeente"], "rij": WIDTHS["rij"]}
INVITED = 3  # ingredients that are invited to be completed, as long as none is chosen


def show(view: View) -> None:
    """Draw this part of the page."""
    with st.container(horizontal=True, gap="medium"):
        nr = choices.ingredient()
        part = choices.named_or_shown() if nr else ""
    rows = cached(view, _rows)
    left, right = st.columns([5, 4], gap="large")
    with left:
        chart_card.chart(
            view,
            charts.CLAIMED_AND_SUPPORTED,
            on_click=choices.choose_named_or_shown,
            chosen=(nr, part) if nr else None,
        )
    with right:
        if nr:
            _about(view, rows[nr])
        else:
            _invite(view, rows)
    if nr:
        _list(view, nr, part)
    else:
        told = "Klik op een deel van een staaf, of kies hierboven een ingrediënt, om de activiteiten te zien."
        paper.hint("deel", told)


def _rows(selected: Register) -> dict[int, Row]:
    """How naming and showing meet, by the number of the ingredient."""
    return {row["nr"]: row for row in measure.per_ingredient(selected).to_dict("records")}


def _invite(view: View, rows: dict[int, Row]) -> None:
    """The ingredients with most to complete, and the one that is most often shown without being named."""
    st.header("Vult u aan?", anchor=False)
    st.caption("Een uitnodiging, geen checklist")
    most = sorted(rows, key=lambda nr: -rows[nr]["alleen_genoemd"])[:INVITED]
    invited = [rows[nr] for nr in sorted(most) if rows[nr]["alleen_genoemd"]]
    for row in invited:
        _asked(view, named_sentence(row), row, "alleen_genoemd")
    if not any(row["beide"] + row["alleen_genoemd"] for row in rows.values()):
        st.markdown("In deze selectie is nog geen ingrediënt genoemd.")
    elif not invited:
        st.markdown("Alles wat is genoemd, is in het register ook onderbouwd.")
    unnamed = max(rows.values(), key=lambda row: row["alleen_te_zien"])
    if unnamed["alleen_te_zien"]:
        _asked(view, shown_sentence(unnamed), unnamed, "alleen_te_zien")


def _about(view: View, row: Row) -> None:
    """One ingredient: what shows it, and both sentences."""
    st.header(f"{row['nr']}. {row['naam']}", anchor=False)
    st.caption(texts.DEFINITIONS[f"te_zien_{row['nr']}"])
    st.markdown(named_sentence(row))
    st.markdown(shown_sentence(row))
    evidence.behind(view, _figures(row), key=f"te zien {row['nr']}")


def _asked(view: View, sentence: str, row: Row, part: str) -> None:
    """A sentence with the way to the activities that it is about."""
    amount = row[part]
    which = texts.the("activiteiten", amount)
    with st.container(gap=None):
        st.markdown(sentence)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                f"Toon {which}",
                key=f"{part}_{row['nr']}",
                icon=":material/list_alt:",
                type="tertiary",
                on_click=choices.take_named_or_shown,
                args=(row["nr"], part),
            )
            if part == "alleen_genoemd":  # the other sentence has no other figure
                evidence.behind(view, _figures(row), key=f"te zien {row['nr']}")


def _figures(row: Row) -> list[Figure]:
    """The figures of both sentences about an ingredient, as far as there are rows behind them."""
    nr = row["nr"]
    named = Figure(Evidence.of(ingredient=nr), row["beide"] + row["alleen_genoemd"])
    parts = [Figure(charts.part_evidence(part, row), row[part]) for part in measure.PARTS]
    return [figure for figure in (named, *parts) if figure.amount]


def named_sentence(row: Row) -> str:
    """How many activities name an ingredient, where it is shown, and the invitation; a row of ``per_ingredient``."""
    both, only = row["beide"], row["alleen_genoemd"]
    if not both + only:
        return f"‘{row['kort']}’ is in deze selectie bij geen enkele activiteit genoemd."
    told = f"Bij {texts.activities(both + only)} is **‘{row['kort']}’** genoemd; "
    toont = measure.RULES[row["nr"]].toont
    if not only:
        return f"{told}het register laat daar {'steeds ' if both > 1 else ''}{toont} zien."
    rest = "de andere" if only == 1 else f"de andere {texts.number(only)}"
    ask = f"Vult u {rest} aan?" if both else f"Vult u {'die' if only == 1 else 'ze'} aan?"
    if not both:
        return f"{told}het register laat daar {_not_yet(toont)} zien. {ask}"
    return f"{told}bij {texts.number(both)} daarvan laat het register {toont} zien. {ask}"


def _not_yet(toont: str) -> str:
    """That what shows an ingredient is not there yet: nog geen samenwerkingsvorm of opbrengst."""
    if toont.startswith("het "):
        return f"{toont} nog niet"
    return f"nog geen {toont.removeprefix('een ').replace(' of een ', ' of ')}"


def shown_sentence(row: Row) -> str:
    """How many activities show an ingredient without naming it."""
    toont, amount = measure.RULES[row["nr"]].toont, row["alleen_te_zien"]
    if not amount:
        return f"Nergens laat het register {toont} zien zonder dat ‘{row['kort']}’ is genoemd."
    return (
        f"Bij {texts.activities(amount)} vinden we in het register {toont}, maar is **‘{row['kort']}’** niet genoemd."
    )


def _list(view: View, nr: int, part: str) -> None:
    """The activities of one part of a bar; where something can be completed, with what."""
    counted = charts.part_evidence(part, {"nr": nr})
    title = f"{v.INGREDIENT[nr].kort}, {texts.CLAIMED_AND_SUPPORTED[part]}"
    amount = evidence.amount(view, counted)
    st.header(f"{title}: {texts.activities(amount)}", anchor=False)
    if not amount:
        st.caption(texts.NOTHING_HERE)
        return
    listed = cached_as(view, ("aan te vullen", nr, part), lambda: _listed(view, nr, part))
    row_table.plain(
        listed,
        {"naam": wide(listed["naam"])} | {name: width for name, width in _WIDTHS.items() if name in listed},
        key="aan_te_vullen_lijst",
        most=400,
        columns=COLUMNS["activiteiten"] | {"aan_te_vullen": st.column_config.TextColumn(TO_COMPLETE)},
        alt=f"{title}: lijst van {texts.activities(amount)}, met wat er is aan te vullen",
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        about = [("Definitie", texts.DEFINITIONS[f"te_zien_{nr}"])]
        downloads.table(
            view,
            listed,
            name=TO_COMPLETE,
            key="aan_te_vullen",
            of=view.selection,
            headings=headings("activiteiten") | {"aan_te_vullen": TO_COMPLETE},
            excel=True,
            about=about,
        )
        with paper.on_screen_only("lijst_aan_te_vullen", width="content"):
            evidence.link(counted, "Open deze lijst in Register")


def _listed(view: View, nr: int, part: str) -> pd.DataFrame:
    _, found = evidence.listed(view, charts.part_evidence(part, {"nr": nr}))
    if part == "beide":
        return found
    if part == "alleen_te_zien":
        wanted = pd.Series(f"{ACTIVITEITEN.column('ingredienten').header}: {nr}, als u het herkent", index=found.index)
    else:
        wanted = measure.to_complete(view.selected, nr).reindex(found.index)
    listed = found.copy()
    listed.insert(1, "aan_te_vullen", wanted)
    return listed
