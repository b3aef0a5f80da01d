"""*Koppelen*, the columns of one sheet: first what is asked, then what was taken, what is not read, what is known."""

from __future__ import annotations

import streamlit as st

from lrn import texts
from lrn.register import columns as c
from lrn.register.checking.rows import as_seen
from lrn.register.matching import decide
from lrn.register.matching.model import ASIDE, MONTH, PARTNER_NAMES, Certainty, ColumnFound, SheetFound
from lrn.register.values.remark import short
from lrn.ui.base import preview
from lrn.ui.base.escaping import escape
from lrn.ui.base.previewed import Preview
from lrn.ui.gegevens.koppelen import values

MOST = 60  # columns of one group that are drawn
ASIDE_LABEL = "Niet lezen"
_LABELS = {ASIDE: ASIDE_LABEL, PARTNER_NAMES: "Partners (namen)", MONTH: "Maand (x = actief)"}
_HEADINGS = {sheet.name: [column.header for column in sheet.columns] for sheet in c.SHEETS}
_ROW = [3, 4, 3, 4]


def show(tried: Preview, found: SheetFound, number: int) -> None:
    """Draw the columns of *found*, sheet *number* of the workbook in preview."""
    _missing(tried, found, number)
    _columns(tried, found, number)


def _missing(tried: Preview, found: SheetFound, number: int) -> None:
    """Which column is what a row cannot do without, or what figures hang on."""
    told = {column.heading: _with_example(column) for column in found.columns}
    effects = {group.column: group.effect for group in values.unread_columns(tried, found.sheet)}
    asked = {column.target for column in found.columns if column.certainty is Certainty.ASKED}
    for header in dict.fromkeys([*found.missing, *effects]):
        if header in asked:
            continue
        key = f"mist_{number}_{header}"
        st.session_state[key] = None
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            st.selectbox(
                effects.get(header) or f"In welke kolom staat ‘{header}’?",
                list(told),
                index=None,
                format_func=told.__getitem__,
                key=key,
                placeholder=f"Kies de kolom met {header}",
                on_change=_missing_chosen,
                args=(found.tab, header, key),
                width=480,
            )
            if header == "ID":
                st.button(
                    "Die is er niet: maak ID's",
                    icon=":material/tag:",
                    on_click=preview.decide,
                    args=(decide.ids, found.tab),
                    kwargs={"make": True},
                    key=f"maak_{number}",
                )


def _with_example(column: ColumnFound) -> str:
    example = f" ({short(column.examples[0], 20)})" if column.examples else ""
    return f"{column.letter} · {short(as_seen(column.heading), 40)}{example}"


def _columns(tried: Preview, found: SheetFound, number: int) -> None:
    groups: dict[Certainty, list[ColumnFound]] = {certainty: [] for certainty in Certainty}
    for column in found.columns:
        groups[tried.first.get((found.tab, column.heading), column.certainty)].append(column)
    if asked := groups[Certainty.ASKED]:
        _asked(found, number, asked)
    if taken := groups[Certainty.SURE] + groups[Certainty.DECIDED]:
        st.markdown("**Overgenomen**")
        _rows(found, number, taken, "overgenomen")
    if aside := groups[Certainty.UNKNOWN]:
        told = _unread(len(aside), sum(column.target != ASIDE for column in aside))
        _behind(found, number, aside, told, "terzijde", expanded=bool(found.missing))
    if known := groups[Certainty.CONTRACT]:
        verb = "kolom herkennen" if len(known) == 1 else "kolommen herkennen"
        _behind(found, number, known, f"{texts.number(len(known))} {verb} we aan de kop", "bekend")


def _asked(found: SheetFound, number: int, asked: list[ColumnFound]) -> None:
    left = sum(column.certainty is Certainty.ASKED for column in asked)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown("**Bedoelt u dit?**" if left else "**Gekozen**", width="content")
        if left > 1:
            st.button(
                f"Neem de {left} voorstellen over",
                icon=":material/done_all:",
                on_click=preview.decide,
                args=(decide.every_column, found.tab),
                key=f"alle_{number}",
            )
    _rows(found, number, asked, "gevraagd")


def _unread(amount: int, read: int) -> str:
    if read:
        verb = "is" if read == 1 else "zijn"
        return f"Van {texts.count(amount, 'andere kolom', 'andere kolommen')} {verb} er nu {texts.number(read)} gekozen"
    return f"{texts.number(amount)} {'kolom' if amount == 1 else 'kolommen'} lezen we niet"


def _rows(found: SheetFound, number: int, columns: list[ColumnFound], name: str) -> None:
    for column in columns[:MOST]:
        _column(found, number, column)
    if more := columns[MOST:]:
        _behind(found, number, more, f"Nog {texts.number(len(more))}", f"meer_{name}")


def _behind(
    found: SheetFound, number: int, columns: list[ColumnFound], label: str, name: str, *, expanded: bool = False
) -> None:
    """*columns* behind *label*, drawn when that is opened."""
    more = st.expander(label, expanded=expanded, on_change="rerun", key=f"{name}_{number}")
    if more.open:
        with more:
            _rows(found, number, columns, name)


def _column(found: SheetFound, number: int, column: ColumnFound) -> None:
    """One column of the workbook: its heading, what stands in it, what it is, and why."""
    heading, examples, choice, reason = st.columns(_ROW, gap="small", vertical_alignment="center")
    heading.markdown(f"**{escape(short(as_seen(column.heading)))}** :gray[{column.letter}]")
    shown = " · ".join(escape(short(example, 24)) for example in column.examples)
    examples.caption(shown or ("leeg" if not column.filled else f"{texts.number(column.filled)} gevuld"))
    asked = column.certainty is Certainty.ASKED
    key = f"kolom_{number}_{column.letter}"
    st.session_state[key] = None if asked else column.target
    options = [*_HEADINGS[found.sheet]]
    options += [PARTNER_NAMES, MONTH] if found.sheet == c.ACTIVITEITEN.name else []
    choice.selectbox(
        f"Kolom {column.letter}, {escape(short(as_seen(column.heading)))}, is",
        [*options, ASIDE],
        index=None if asked else 0,
        format_func=lambda target: _LABELS.get(target, target),
        key=key,
        placeholder="Iets anders…" if asked else "Kies",
        on_change=_column_chosen,
        args=(found.tab, column.heading, key),
        label_visibility="collapsed",
    )
    if asked:
        with reason.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.button(
                f"Ja: {_LABELS.get(column.target, column.target)}",
                icon=":material/check:",
                on_click=preview.decide,
                args=(decide.column, found.tab, column.heading, column.target),
                key=f"ja_{number}_{column.letter}",
            )
            st.caption(escape(column.why), width="content")
    else:
        reason.caption(_reason(found, column))


def _reason(found: SheetFound, column: ColumnFound) -> str:
    if column.certainty is Certainty.DECIDED:
        tried = preview.brought()
        came_along = tried and tried.first.get((found.tab, column.heading)) is Certainty.DECIDED
        return "gekoppeld" if came_along else "door u gekozen"
    if column.certainty is Certainty.SURE:
        return escape(column.why) or "zeker"
    return escape(column.why)


def _column_chosen(tab: str, heading: str, key: str) -> None:
    preview.decide(decide.column, tab, heading, st.session_state.get(key) or ASIDE)


def _missing_chosen(tab: str, header: str, key: str) -> None:
    if heading := st.session_state.get(key):
        preview.decide(decide.column, tab, heading, header)
