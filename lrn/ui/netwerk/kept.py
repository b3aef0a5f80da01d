"""What was said of each proposed line in this visit: taken along, or not now. It stands in the address, for a link.

The address is what holds: a link, a reload and Back show what it says. Who comes back by the menu, with an address of
its own, finds what this visit last said.
"""

from __future__ import annotations

import streamlit as st

TAKEN, ASIDE = "mee", "niet_nu"
SAYS = {TAKEN: "Meenemen", ASIDE: "Niet nu"}
_LAST, _CONTROL = "_voorstellen", "voorstel "


def pair(van: str, naar: str) -> str:
    """What two activities are called in the address, by their IDs: ``~`` is not escaped there."""
    return f"{van}~{naar}"


def chosen() -> dict[str, str]:
    """What was said, TAKEN or ASIDE, by the :func:`pair`, also of pairs that the selection does not propose."""
    asked = _in_address()
    entered = not any(str(key).startswith(_CONTROL) for key in st.session_state)
    if entered and not asked and (last := st.session_state.get(_LAST)):
        _write(last)
        return dict(last)
    return asked


def control(name: str, told: str, said: str | None) -> None:
    """Draw the choice of what becomes of the pair *name*, called *told*; *said* is what was said before."""
    key = f"{_CONTROL}{name}"
    if st.session_state.get(key) != said:
        st.session_state[key] = said
    st.segmented_control(
        f"Wat doet u met {told}?",
        list(SAYS),
        format_func=SAYS.__getitem__,
        key=key,
        on_change=_say,
        args=(name, key),
        label_visibility="collapsed",
        width="content",
    )


def _say(name: str, key: str) -> None:
    now = _in_address()
    now.pop(name, None)
    if said := st.session_state[key]:
        now[name] = said
    st.session_state[_LAST] = now
    _write(now)


def _in_address() -> dict[str, str]:
    return {name: said for said in SAYS for name in st.query_params.get_all(said) if name}


def _write(now: dict[str, str]) -> None:
    """Have the address say it, at once, as each writing is a step of Back; what there is no more becomes empty."""
    told = {said: [name for name, what in now.items() if what == said] for said in SAYS}
    st.query_params.update({said: names or "" for said, names in told.items() if names or said in st.query_params})
