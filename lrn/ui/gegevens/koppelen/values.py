"""*Koppelen*, the values: what was not understood, grouped by cause, each group settled by one choice."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import streamlit as st

from lrn import texts
from lrn.measures.quality import unread
from lrn.register.matching import decide
from lrn.register.matching.groups import LEAVE, MAKE_IDS, Group
from lrn.register.matching.model import Matching, Proposal
from lrn.register.rules import UNREAD
from lrn.register.values.remark import EMPTY, short
from lrn.ui.base import preview
from lrn.ui.base.escaping import escape
from lrn.ui.base.previewed import Preview
from lrn.ui.gegevens.koppelen import chosen, typed
from lrn.ui.parts import data_choices

MOST = 12  # groups of a column that are drawn at once
_TITLE, _CHOICE = 360, 170  # pixels: beside each other on a laptop; on a phone the title stands above the rest
_OTHER = "(anders)"  # a choice: to type what is meant
_TAKE, _LEAVE_ALL = ":material/done_all:", ":material/remove_done:"
_LABELS = {_OTHER: "Anders…", EMPTY: "Leeg maken", LEAVE: "Laat staan", MAKE_IDS: "Maak ID's"}


def groups(tried: Preview) -> tuple[Group, ...]:
    """What somebody can still say something about, in the order of what it does to the figures."""
    return tuple(group for group in tried.groups if group.asks and group.cause != UNREAD)


def unread_columns(tried: Preview, sheet: str) -> tuple[Group, ...]:
    """The columns of *sheet* that figures hang on and that were not read."""
    return tuple(g for g in tried.groups if g.cause == UNREAD and g.sheet == sheet and g.asks)


def show(tried: Preview) -> None:
    """Draw the groups that are left, by column."""
    found = groups(tried)
    if not found:
        st.info(_settled(tried), icon=":material/task_alt:")
    proposed = [group for group in found if group.proposed]
    others = [group for group in found if not group.proposed]
    if len(proposed) > 1 or len(others) > 1:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            if len(proposed) > 1:
                _button(f"Neem alle {len(proposed)} voorstellen over", proposed, _TAKE, "alle_voorstellen")
            if len(others) > 1:
                told = f"Laat de andere {len(others)} staan" if proposed else f"Laat alle {len(others)} staan"
                _button(told, others, _LEAVE_ALL, "laat_andere", LEAVE)
            if len(proposed) > 1:
                st.caption(
                    "De voorstellen staan hieronder, achter ‘Ja’. U kunt er daarna nog op terugkomen.", width="content"
                )
    ordered: dict[tuple[str, str], list[Group]] = {}
    for group in found:  # a column stands where its first group stands
        ordered.setdefault((group.sheet, group.column), []).append(group)
    for (sheet, column), of_column in ordered.items():
        _of_column(sheet, column, of_column)
    rest = [group for group in tried.groups if not group.asks]
    if rest:
        told = " · ".join(escape(short(group.title)) for group in rest[:MOST])
        st.caption(f"Dit verbetert u in de werkmap zelf: {told}.")
        st.button(
            "Bekijk de bevindingen", icon=":material/rule:", on_click=data_choices.open_part, args=("bevindingen",)
        )
    chosen.show(tried)


def _settled(tried: Preview) -> str:
    """What there is to say when nothing is left to choose."""
    if left := chosen.left(tried):
        return f"U liet {texts.count(left, 'waarde', 'waarden')} staan; die vindt u hieronder bij ‘Wat u koos’."
    return "Hier valt niets meer te kiezen." if tried.groups else "Alle waarden zijn herkend."


def _of_column(sheet: str, column: str, found: Sequence[Group]) -> None:
    name = _id(sheet, column)
    st.header(escape(f"{column} ({sheet})" if sheet != "Activiteiten" else column), anchor=False)
    proposed = [group for group in found if group.proposed]
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"{escape(_effect(sheet, column, found))}.", width="content")
        if len(proposed) > 1:
            _button(f"Neem de {len(proposed)} voorstellen over", proposed, _TAKE, f"alle_{name}")
        if len(found) > 1:
            _button("Laat ze staan" if not proposed else "Laat alles staan", found, _LEAVE_ALL, f"laat_{name}", LEAVE)
    for group in found[:MOST]:
        _group(group)
    if more := found[MOST:]:
        with st.expander(f"Nog {texts.number(len(more))}", on_change="rerun", key=f"meer_{name}") as rest:
            if rest.open:
                for group in more:
                    _group(group)


def _effect(sheet: str, column: str, found: Sequence[Group]) -> str:
    """What all of *found* together do to the figures."""
    rows = {row for group in found for row in group.rows}
    if len({group.severity for group in found}) > 1:
        return found[0].effect
    return unread.of_value(sheet, column, found[0].severity, found[0].cause, len(rows))


def _group(group: Group) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        about = f"**{escape(short(group.value))}** :gray[{escape(group.cause)}]" if group.value else escape(group.cause)
        st.markdown(f"{texts.number(group.count)} × {about}", width=_TITLE)
        if _typing(group):
            _type(group)
        else:
            _choose(group)
        if group.proposed:
            told = f"Ja: {escape(_LABELS.get(group.proposed, short(group.proposed, 30)))}"
            _button(told, [group], ":material/check:", f"ja_{_id(group.key)}")
        else:
            _button("Laat staan", [group], None, f"blijf_{_id(group.key)}", LEAVE)


def _button(label: str, found: Sequence[Group], icon: str | None, key: str, choice: str = "") -> None:
    """A button that settles each of *found* by *choice*, or by what is proposed for it."""
    st.button(
        label,
        icon=icon,
        type="tertiary" if choice else "secondary",
        on_click=_settle_all,
        args=(found, choice),
        key=key,
    )


def _choose(group: Group) -> None:
    """The list of what can be chosen; the last of it leads to typing, where that can be."""
    key = f"groep_{_id(group.key)}"
    st.session_state[key] = None
    st.selectbox(
        f"{escape(short(group.title))}: wat is bedoeld?",
        [*group.choices, *([_OTHER] if typed.offered(group) else [])],
        index=None,
        format_func=lambda option: _LABELS.get(option, option),
        key=key,
        placeholder="Kies",
        on_change=_chosen,
        args=(group, key),
        label_visibility="collapsed",
        width=_CHOICE,
    )


def _type(group: Group) -> None:
    """A box to type in, with what is wrong with what was typed, and the way back to the list."""
    key = f"typ_{_id(group.key)}"
    st.text_input(
        f"{escape(short(group.title))}: wat is bedoeld?",
        key=key,
        placeholder=typed.example(group),
        on_change=_typed,
        args=(group, key),
        label_visibility="collapsed",
        width=_CHOICE,
    )
    st.button(
        "Kies uit de lijst",
        type="tertiary",
        icon=":material/list:",
        on_click=_no_more_typing,
        args=(group,),
        key=f"lijst_{_id(group.key)}",
    )
    if refused := st.session_state.get(_refused_key(group)):
        st.caption(f":material/info: {escape(refused)}")


def _typing(group: Group) -> bool:
    return bool(st.session_state.get(f"anders_{_id(group.key)}"))


def _no_more_typing(group: Group) -> None:
    for key in (f"anders_{_id(group.key)}", _refused_key(group)):
        st.session_state.pop(key, None)


def _refused_key(group: Group) -> str:
    return f"getypt_{_id(group.key)}"


def _chosen(group: Group, key: str) -> None:
    choice = st.session_state.get(key)
    if choice == _OTHER:
        st.session_state[f"anders_{_id(group.key)}"] = True
    elif choice:
        _settle_all([group], choice)


def _typed(group: Group, key: str) -> None:
    choice, refused = typed.understood(group, st.session_state.get(key) or "")
    st.session_state[_refused_key(group)] = refused
    if choice:
        _no_more_typing(group)
        _settle_all([group], choice)


def _settle_all(found: Sequence[Group], choice: str = "") -> None:
    """Settle each of *found* by *choice*, or by what is proposed for it; and read once."""

    def settled(decided: Matching, proposal: Proposal) -> Matching:
        for group in found:
            decided = decide.value(decided, proposal, group, choice or group.proposed)
        return decided

    preview.decide(settled)


def _id(*parts: str) -> str:
    """A name for a key that anything typed in a workbook fits in."""
    return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]
