"""From a figure to its evidence: the rows it counts, the definition used, and the link that opens that very list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.measures.insights.sentences import Figure
from lrn.measures.rows import condition
from lrn.measures.rows import evidence as measure
from lrn.measures.rows.condition import Names
from lrn.measures.rows.evidence import Evidence
from lrn.selection import Selection
from lrn.ui.base import navigation
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.escaping import badge, escape
from lrn.ui.browser import paper
from lrn.ui.parts import downloads, open_card, row_table
from lrn.ui.parts.columns import COLUMNS, FIRST, LISTS, USUAL, headings

_BESIDE_MORE = 266  # pixels of the names beside more columns than usual

PARAMETER = measure.PARAMETER
BEHIND = "cijfers "
"""What the keys of the popovers of :func:`behind` begin with."""


def link(evidence: Evidence, label: str, *, icon: str = ":material/list_alt:", within: str | None = None) -> None:
    """A link to the page Register that shows what *evidence* counts; the selection goes along.

    On that page itself a button, as a link to the page one is on leaves the address as it was: *within* is then the
    key of the popover or card that it stands in.
    """
    if within is None:
        navigation.link("register", label, icon=icon, told=_OPENS, **{PARAMETER: evidence.parameters})
    else:
        key = f"{within} {' '.join(evidence.parameters)}"
        st.button(label, icon=icon, type="tertiary", key=key, on_click=_list, args=(evidence, within))


_OPENS = "Toont deze rijen op de pagina Register"


def _list(evidence: Evidence, within: str) -> None:
    """Have the page Register list just what *evidence* counts; as a callback there."""
    if evidence.parameters:  # written at once, as each writing is a step of Back
        st.query_params.update(open_card.closing() | {PARAMETER: evidence.parameters})
    else:
        open_card.close()
        ask(evidence)
    st.session_state["zoek"] = ""  # words that were looked for would leave some of it out
    if within.startswith(BEHIND):
        st.session_state[within] = False


def behind(view: View, figures: Iterable[Figure], *, key: str, here: bool = False) -> None:
    """The figures of a sentence one click away, each a link to its rows; *key* names the sentence on its page.

    *here*: on the page Register itself.
    """
    # The links are made when it is opened: those of a whole page take as long as everything else on it.
    key = f"{BEHIND}{key}"
    popover = st.popover("Cijfers", type="tertiary", key=key, on_change="rerun")
    if popover.open:
        with popover, st.container(gap="xxsmall"):
            for figure in figures:
                link(figure.evidence, escape(figure.label(names(view))), within=key if here else None)


def names(view: View) -> Names:
    """What the activities and partners of the whole register are called in the words of an evidence."""
    return cached(view, condition.names, "register")


def rows(view: View, evidence: Evidence) -> pd.DataFrame:
    """The rows that *evidence* counts in the selection of *view*."""
    return cached(view, measure.rows, "register", "selection", evidence=evidence)


def amount(view: View, evidence: Evidence) -> int:
    """The figure that *evidence* stands for in the selection of *view*."""
    return cached(view, measure.amount, "register", "selection", evidence=evidence)


def listed(view: View, evidence: Evidence) -> tuple[str, pd.DataFrame]:
    """What kind of rows *evidence* counts (a key of ``tables.COLUMNS``), and those rows as people read them."""
    kind = evidence.rows_of
    found = rows(view, evidence)
    # A line may lead to any activity; a partner is counted for the activities in view only.
    register = view.register if kind == "verbindingslijnen" else view.selected
    made = cached_as(view, ("evidence", evidence), lambda: LISTS[kind](register, found, view.register.checked_on))
    return kind, made


def show(view: View, evidence: Evidence, *, title: str, beside: bool = False, columns: Sequence[str] = ()) -> None:
    """What *evidence* counts as a list on the page itself, with its definition and the link that opens it.

    A list that stands *beside* another one of its kind keeps what is opened in it out of the address. *columns* as for
    :func:`table`.
    """
    st.header(heading(view, evidence, title=title), anchor=False)
    contents(view, evidence, title=title, beside=beside, columns=columns)


def heading(view: View, evidence: Evidence, *, title: str) -> str:
    """*title* with what *evidence* counts, as Markdown."""
    return f"{escape(title)}: {texts.counted(evidence.unit, amount(view, evidence))}"


def contents(view: View, evidence: Evidence, *, title: str, beside: bool = False, columns: Sequence[str] = ()) -> None:
    """What stands below the heading of :func:`show`."""
    explain(evidence)
    if not amount(view, evidence):
        st.caption(texts.NOTHING_HERE)
        return
    table(view, evidence, title=title, beside=beside, columns=columns)


def explain(evidence: Evidence, selection: Selection | None = None) -> None:
    """How *evidence* is counted, in one line, with a *selection* also what counts in that; nothing when that is all."""
    if told := evidence.definitions if selection is None else evidence.defined_on(selection):
        st.caption(" ".join(told))


def table(
    view: View,
    evidence: Evidence,
    *,
    title: str,
    beside: bool = False,
    columns: Sequence[str] = (),
    found: Sequence[str] | None = None,
) -> None:
    """The rows that *evidence* counts, with sheet and row in the workbook, or those of them that were *found* (IDs).

    *columns* are what follows the name of a row on screen, instead of the usual ones.

    The one that is clicked, or chosen from the list below the table, opens under it; the address says which, so that
    it opens for whom the view is shared with. Not when another list of its kind is *beside* it.
    """
    kind, made = listed(view, evidence)
    ids = rows(view, evidence)["id"].tolist()
    if found is not None:
        at = {identity: position for position, identity in enumerate(ids)}
        ids = [identity for identity in found if identity in at]
        made = made.iloc[[at[identity] for identity in ids]].reset_index(drop=True)
    names = made["van"] + " – " + made["naar"] if kind == "verbindingslijnen" else made["naam"]
    # Another view has other rows: the cell that was clicked is let go.
    key = f"{title} {hash((view.key, evidence, None if found is None else tuple(found)))}"
    chosen = f"{key} open" if beside else f"open_{open_card.PARAMETERS[kind]}"
    if st.session_state.get(chosen) not in (None, *ids):
        st.session_state[chosen] = None
    shown = {name: COLUMNS[kind][name] for name in (*FIRST[kind], *(columns or USUAL[kind]))}
    if columns:
        shown |= {name: shown[name] | {"width": _BESIDE_MORE} for name in FIRST[kind]}
    row_table.table(
        made,
        ids=ids,
        key=key,
        columns=shown,
        alt=f"{title}: lijst van {texts.counted(kind, len(made))}",
        on_open=partial(st.session_state.__setitem__, chosen),
        high=8,  # what opens below it must be in view
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        identity = row_table.chooser(kind, ids, names.tolist(), key=chosen, view=view, in_address=not beside)
        with paper.on_screen_only(f"lijst {title}", width="content"):
            link(evidence, "Open deze lijst in Register")
        downloads.table(view, made, name=title, key=f"bewijs {title}", of=view.selection, headings=headings(kind))
    if identity:
        with st.container(border=True):
            row_table.CARDS[kind](view, identity)
            with paper.on_screen_only(f"kaart {title}", horizontal=True, gap="small"):
                card = {open_card.PARAMETERS[kind]: identity}
                navigation.link("register", "Open op de pagina Register", told=open_card.OPENS, **card)
                if kind == "partners":
                    of_partner(view, identity)


def of_partner(view: View, identity: str, *, within: str | None = None) -> None:
    """The way to the activities in the selection that the partner with ID *identity* takes part in.

    That is what a list of partners counts; its card tells of all its activities. *within* as for :func:`link`.
    """
    counted = Evidence.of(partner=identity)
    if number := amount(view, counted):
        link(counted, f"Bekijk {texts.the('activiteiten', number)} in deze selectie", within=within)


def in_link(view: View) -> Evidence:
    """The evidence that the address asks for; everything in the selection when it asks for none.

    Says what it is in words, with a way back to the whole selection, and what of the link nobody knows.
    """
    found, unknown = measure.read(st.query_params.get_all(PARAMETER))
    if found.where or unknown:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            for phrase in found.phrases(names(view)):
                badge(texts.cut(phrase), icon=":material/filter_alt:")
            whole = Evidence(found.rows_of)
            icon = ":material/close:"
            st.button("Toon de hele selectie", icon=icon, type="tertiary", on_click=ask, args=(whole,))
    say_unknown(unknown)
    return found


def say_unknown(unknown: Sequence[str]) -> None:
    """What of a link nobody knows, in a sentence; nothing where all is known."""
    if unknown:
        told = escape(texts.quoted(unknown))
        st.warning(f"{told} uit de link kennen we niet; dat telt hier niet mee.", icon=":material/link_off:")


def ask(evidence: Evidence) -> None:
    """Have the page Register list what *evidence* counts; to be used as a callback there."""
    if evidence.parameters:
        st.query_params[PARAMETER] = evidence.parameters
    elif PARAMETER in st.query_params:
        del st.query_params[PARAMETER]
