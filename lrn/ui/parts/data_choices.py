"""What a visitor chooses on Gegevens: which part, which findings, which changes. By list or by a click."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from lrn import texts
from lrn.register.model import Register
from lrn.ui.base.select import one, segments, several

PARTS = {
    "stand": "Stand",
    "koppelen": "Koppelen",
    "bevindingen": "Bevindingen",
    "actualiseren": "Te actualiseren",
    "tijd": "Door de tijd",
}


MATCHING_PARTS = {"kolommen": "Kolommen", "waarden": "Waarden"}


THRESHOLDS = {"een half jaar": 182, "een jaar": 365, "twee jaar": 730}


def part() -> str:
    """Which part of Gegevens is shown: a key of ``PARTS``."""
    return segments("Onderdeel", "onderdeel", PARTS)


def shown_part() -> str:
    """The part of Gegevens that will be shown, before its choice is drawn; "" when the address says something else."""
    asked = st.session_state.get("onderdeel") or st.query_params.get("onderdeel", "stand")
    return asked if asked in PARTS else next((part for part, name in PARTS.items() if name == asked), "")


def open_part(part: str) -> None:
    """Have Gegevens show *part*; before its choice is drawn, or as a callback."""
    st.session_state["onderdeel"] = part


def matching_part() -> str:
    """What of Koppelen is shown: a key of ``MATCHING_PARTS``; not in the address, which cannot carry the workbook."""
    st.session_state.setdefault("koppel", "kolommen")
    chosen = st.segmented_control(
        "Koppel",
        list(MATCHING_PARTS),
        format_func=MATCHING_PARTS.__getitem__,
        required=True,
        key="koppel",
        label_visibility="collapsed",
    )
    return chosen or "kolommen"


def open_values() -> None:
    """Have Gegevens show the values at Koppelen; as a callback."""
    open_part("koppelen")
    st.session_state["koppel"] = "waarden"


def open_findings(severity: str, *, sheet: str | None = None, college: str | None = None) -> None:
    """Have Gegevens show the findings of one *severity*, on one *sheet* or of one *college*; as a callback."""
    open_part("bevindingen")
    st.session_state["gewicht"] = [severity]
    st.session_state["werkblad"] = [sheet] if sheet else []
    st.session_state["kies_college"] = college


def college_of_findings(register: Register) -> str | None:
    """The name of the college whose findings are wanted, "" for those of none, or None for all."""
    options = [*register.colleges, *([""] if (register.bevindingen["college"] == "").any() else [])]
    return one("College", "kies_college", options, lambda name: name or texts.WITHOUT_COLLEGE, "Alle colleges")


def severities(register: Register) -> tuple[str, ...]:
    """The severities of the findings that are wanted; empty for all."""
    names = {"fout": "Fouten", "waarschuwing": "Waarschuwingen", "opmerking": "Opmerkingen"}
    return several(
        "Soort bevinding", "gewicht", [w.value for w in register.severities], names.__getitem__, "Alle soorten"
    )


def sheets(register: Register) -> tuple[str, ...]:
    """The sheets whose findings are wanted; empty for all."""
    names = [rows.sheet for rows in register.rows]
    names += sorted(set(register.bevindingen["sheet"]) - set(names))
    return several("Werkblad", "werkblad", names, str, "Alle werkbladen")


def kinds(names: dict[str, str]) -> tuple[str, ...]:
    """The kinds of change that are wanted; empty for all. *names* maps their codes to labels."""
    return several("Toon alleen", "soort", list(names), names.__getitem__, "Alle veranderingen")


def group(names: Sequence[str]) -> str:
    """Which group of measures is compared."""
    return segments("Cijfers", "cijfers", {name: name for name in names})


def threshold() -> int:
    """After how many days an activity asks for a look."""
    return THRESHOLDS[
        segments("Langer niet bijgewerkt dan", "ouder_dan", {name: name for name in THRESHOLDS}, "een jaar")
    ]
