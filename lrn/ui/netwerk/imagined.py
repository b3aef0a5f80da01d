"""What a visitor imagines of the network: kept in the address, added with a few fields, and taken away again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.network import graph, whatif, whatif_beside, whatif_link
from lrn.measures.network.whatif import Change, NewActivity, NewLine, NewPartner, TakesPart, Without
from lrn.measures.places import AREAS
from lrn.measures.themes import ALL_THEMES, theme_label
from lrn.register.model import Register
from lrn.register.values.personal import without_addresses
from lrn.terms import plain
from lrn.ui.base import filters
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import segments
from lrn.ui.browser import paper
from lrn.ui.parts import evidence, row_search

PARAMETER = "wat_als"
KINDS = {
    "zonder": "Zonder partner",
    "lijn": "Nieuwe lijn",
    "activiteit": "Nieuwe activiteit",
    "partner": "Nieuwe partner",
    "meedoen": "Partner doet mee",
}
"""What can be imagined, by the kind of change."""

_KIND, _ADD, _KEPT, _MISSING = "bedenk", "wat_als_erbij", "_wat_als_bewaard", "_wat_als_mist"
_NAME, _WHERE, _THEMES, _INGREDIENTS = (
    f"{PARAMETER}_{name}" for name in ("naam", "gemeente", "themas", "ingredienten")
)
_KIND_OF, _PARTNER, _ACTIVITIES, _FROM, _TO = (
    f"{PARAMETER}_{name}" for name in ("partnersoort", "partner", "activiteiten", "van", "naar")
)
_EMPTY: dict[str, Any] = dict.fromkeys((_WHERE, _KIND_OF, _PARTNER, _FROM, _TO)) | {
    _NAME: "",
    _THEMES: [],
    _INGREDIENTS: [],
    _ACTIVITIES: [],
}
_NEEDS = {
    "zonder": "Kies eerst een partner.",
    "lijn": "Kies eerst twee verschillende activiteiten.",
    "activiteit": "Geef de activiteit een naam en kies een gemeente.",
    "partner": "Geef de partner een naam, en kies een soort en een activiteit.",
    "meedoen": "Kies eerst een partner en een activiteit.",
}


def in_link(register: Register) -> tuple[Change, ...]:
    """The changes that the address asks for, or those of this visit where it asks for none on the way back.

    Says what of the link nobody knows.
    """
    asked = st.query_params.get_all(PARAMETER)
    if not asked and _ADD not in st.session_state and st.session_state.get(_KEPT):  # it was not drawn just before
        asked = st.query_params[PARAMETER] = st.session_state[_KEPT]
    st.session_state[_KEPT] = asked
    changes, unknown = whatif_link.read(asked, register)
    evidence.say_unknown(unknown)
    return changes


def keep(changes: Sequence[Change]) -> None:
    """Have the address ask for *changes*; as a callback."""
    if changes:
        st.query_params[PARAMETER] = list(map(whatif_link.write, changes))
    elif PARAMETER in st.query_params:
        del st.query_params[PARAMETER]


def try_line(register: Register, line: NewLine, wider: bool) -> None:
    """Go to Wat als with *line* imagined besides what was; as a callback. *wider* lets all filters but the day go."""
    asked = st.query_params.get_all(PARAMETER) or st.session_state.get(_KEPT, [])
    before = whatif_link.read(asked, register)[0]
    keep([*before[-whatif_link.MOST + 1 :], *([] if line in before else [line])])
    st.session_state["kijk"] = "wat_als"
    if wider:
        filters.widen()


def add(view: View, dan: View, changes: tuple[Change, ...]) -> None:
    """Draw the few fields in which something is imagined besides *changes*; *dan* is the view with those."""
    kind = segments("Wat bedenkt u?", _KIND, KINDS)
    if len(changes) >= whatif_link.MOST:
        st.caption(f"U heeft {texts.number(whatif_link.MOST)} dingen bedacht; meer past niet in een link.")
        return
    with st.container(border=True):
        _FIELDS[kind](view, dan)
        if missing := st.session_state.pop(_MISSING, None):
            st.caption(f":material/info: {missing}")
        label = "Voeg toe" if kind != "zonder" else "Neem weg"
        st.button(label, key=_ADD, on_click=_add, args=(view.register, changes, kind))


def changes_told(view: View, dan: View, changes: tuple[Change, ...]) -> None:
    """Each of *changes*, with the way to take it back, and the way to let all go."""
    said = cached_as(dan, ("woorden",), lambda: dict(zip(changes, whatif.told(view.register, changes), strict=True)))
    with st.container(gap="xxsmall"):
        for change, told in said.items():
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.markdown(escape(told), width="content")
                if not whatif_beside.counts(change, view.selected, dan.selected):
                    st.caption("valt buiten uw selectie en telt niet mee", width="content")
                st.button(
                    "Toch niet",
                    icon=":material/close:",
                    type="tertiary",
                    key=f"{PARAMETER} weg {whatif_link.write(change)}",
                    on_click=_drop,
                    args=(view.register, changes, change),
                )
    with paper.on_screen_only("wis_wat_als"):
        st.button("Wis", icon=":material/delete:", on_click=keep, args=((),), help="Alles wat u bedacht weghalen")


def _drop(register: Register, changes: tuple[Change, ...], change: Change) -> None:
    """Let *change* go, and what was built on it."""
    left = [whatif_link.write(each) for each in changes if each != change]
    keep(whatif_link.read(left, register)[0])


def _add(register: Register, changes: tuple[Change, ...], kind: str) -> None:
    state = st.session_state
    made = _MAKE[kind](whatif.next_nr(changes))
    asked = [*map(whatif_link.write, changes), *([whatif_link.write(made)] if made else [])]
    known, unknown = whatif_link.read(asked, register)
    if made is None or unknown:
        state[_MISSING] = _NEEDS[kind]
        return
    keep(known)
    for key, empty in _EMPTY.items():
        if key in state:
            state[key] = empty


def _asked(*keys: str) -> list[Any]:
    return [st.session_state.get(key) for key in keys]


def _activity(nr: int) -> Change | None:
    name, where, themes, ingredients = _asked(_NAME, _WHERE, _THEMES, _INGREDIENTS)
    return NewActivity(nr, " ".join(name.split()), where, tuple(themes), tuple(ingredients)) if name and where else None


def _partner(nr: int) -> Change | None:
    name, kind, activities = _asked(_NAME, _KIND_OF, _ACTIVITIES)
    return NewPartner(nr, " ".join(name.split()), kind, tuple(activities)) if name and kind else None


def _takes_part(_: int) -> Change | None:
    partner, activities = _asked(_PARTNER, _ACTIVITIES)
    return TakesPart(partner, tuple(activities)) if partner else None


def _line(_: int) -> Change | None:
    ends = _asked(_FROM, _TO)
    return NewLine(*ends) if all(ends) else None


def _without(_: int) -> Change | None:
    (partner,) = _asked(_PARTNER)
    return Without(partner) if partner else None


_MAKE: dict[str, Callable[[int], Change | None]] = {
    "zonder": _without,
    "lijn": _line,
    "activiteit": _activity,
    "partner": _partner,
    "meedoen": _takes_part,
}


# ── The fields ───────────────────────────────────────────────────────────────────────────────────────────────


def _name() -> None:
    st.text_input("Naam", key=_NAME, max_chars=whatif_link.LONGEST, help=_NO_PEOPLE)


_NO_PEOPLE = "Noem geen namen van mensen: wat u hier typt, komt in de link te staan."


def _activity_fields(_: View, __: View) -> None:
    _name()
    towns = [area.code for area in AREAS if area.level == "gemeente"]
    by_name = sorted(towns, key=lambda code: v.GEMEENTE[code].naam.casefold().lstrip("'"))
    _pick("Gemeente", _WHERE, {code: v.GEMEENTE[code].naam for code in by_name})
    st.multiselect("Thema's", ALL_THEMES, format_func=theme_label, key=_THEMES, placeholder="Kies thema's")
    st.multiselect(
        "Ingrediënten",
        list(v.INGREDIENT),
        format_func=lambda nr: v.INGREDIENT[nr].label,
        key=_INGREDIENTS,
        placeholder="Kies ingrediënten",
    )


def _partner_fields(_: View, dan: View) -> None:
    _name()
    kinds = {code: texts.capital(v.PARTNERSOORTEN.label(code)) for code in v.PARTNERSOORTEN.codes}
    _pick("Soort", _KIND_OF, kinds)
    _several_activities(dan)


def _takes_part_fields(_: View, dan: View) -> None:
    _pick("Partner", _PARTNER, cached(dan, _partner_names))
    _several_activities(dan)


def _line_fields(_: View, dan: View) -> None:
    names = cached(dan, _activity_names)
    _pick("Van", _FROM, names)
    _pick("Naar", _TO, names)


def _without_fields(_: View, dan: View) -> None:
    _pick(
        "Partner", _PARTNER, cached(dan, _partner_names), help="Wie aan de meeste activiteiten meedoet, staat bovenaan."
    )


_FIELDS: dict[str, Callable[[View, View], None]] = {
    "zonder": _without_fields,
    "lijn": _line_fields,
    "activiteit": _activity_fields,
    "partner": _partner_fields,
    "meedoen": _takes_part_fields,
}


def _several_activities(dan: View) -> None:
    names = cached(dan, _activity_names)
    offered = _offered("Activiteiten", _ACTIVITIES, names)
    st.multiselect(
        "Doet mee aan", offered, format_func=names.__getitem__, key=_ACTIVITIES, placeholder="Kies activiteiten"
    )


_WHAT = dict.fromkeys(("Van", "Naar"), "activiteit")


def _pick(label: str, key: str, names: Mapping[str, str], **more: Any) -> None:
    st.selectbox(
        label,
        _offered(label, key, names),
        index=None,
        format_func=names.__getitem__,
        key=key,
        placeholder=f"Kies een {_WHAT.get(label, label.lower())}",
        **more,
    )


def _offered(label: str, key: str, names: Mapping[str, str]) -> list[str]:
    """What is offered of *names*; of very many what is searched for, with what is chosen already."""
    state = st.session_state
    chosen = state.get(key) or []
    kept = [name for name in (chosen if isinstance(chosen, list) else [chosen]) if name in names]
    if chosen and len(kept) < (len(chosen) if isinstance(chosen, list) else 1):
        state[key] = kept if isinstance(chosen, list) else None
    if row_search.is_list(len(names)):
        return list(names)
    placeholder = f"Zoek in {texts.number(len(names))} namen"
    typed = st.text_input(f"Zoek bij {label}", key=f"{key}_zoek", type="search", placeholder=placeholder)
    words = plain(typed or "").split()
    found = [name for name, told in names.items() if words and all(word in plain(told) for word in words)]
    return [*kept, *(name for name in found[: row_search.MOST] if name not in kept)]


def _activity_names(selected: Register) -> dict[str, str]:
    frame = selected.activiteiten
    return {
        identity: without_addresses(name)
        if identity.startswith(whatif.IMAGINED)
        else f"{without_addresses(name)} ({identity})"
        for identity, name in zip(frame["id"], frame["naam"], strict=True)
    }


def _partner_names(selected: Register) -> dict[str, str]:
    """Partners with how many activities they take part in, the most first."""
    amounts: dict[str, int] = {}
    for _, partner in graph.participations(selected):
        amounts[partner] = amounts.get(partner, 0) + 1
    names = dict(zip(selected.partners["id"], selected.partners["naam"], strict=True))
    return {
        identity: f"{without_addresses(names[identity])} ({texts.activities(amount)})"
        for identity, amount in sorted(amounts.items(), key=lambda pair: -pair[1])
    }
