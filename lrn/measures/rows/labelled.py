"""Rows of the register as a person reads them: labels for codes, and the row of the workbook each stands on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.partners.taking_part import taking_part
from lrn.measures.rows.wording import end_name
from lrn.register.columns import ACTIVITEITEN, DEELNAMES, PARTNERS, VERBINDINGSLIJNEN
from lrn.register.model import Register
from lrn.terms import Vocabulary


def activity_list(activiteiten: pd.DataFrame) -> pd.DataFrame:
    """Activities as a person reads them: naam, plaats, gemeente, college, vorm, status, start, einde,
    niet_begrepen, rij.

    Codes are replaced by labels, what was not understood reads "Onbekend", what is not given is "";
    ``niet_begrepen`` names the columns whose value in
    the workbook was not understood, ``rij`` is sheet and row there.
    No contact details.
    """
    listed = pd.DataFrame(
        {
            "naam": activiteiten["naam"],
            "plaats": activiteiten["plaats"].map(v.PLAATS_NAMEN),
            "gemeente": activiteiten["gemeente"].map(municipality_name),
            "college": activiteiten["college"],
            "vorm": activiteiten["vorm"].map(lambda code: term_label(v.VORMEN, code)),
            "status": activiteiten["status"].map(lambda code: term_label(v.STATUSSEN, code)),
            "start": activiteiten["start"],
            "einde": activiteiten["einde"],
            "niet_begrepen": activiteiten["niet_begrepen"],
            "rij": f"{ACTIVITEITEN.name}, rij " + activiteiten["rij"].astype(str),
        }
    )
    words = ["plaats", "gemeente", "college", "vorm", "status", "niet_begrepen"]
    listed[words] = listed[words].astype(object).fillna("")
    return listed


def partner_list(selected: Register, partners: pd.DataFrame) -> pd.DataFrame:
    """Partners as a person reads them: naam, soort, gemeente, schaal, strategisch, activiteiten, regios, sinds, rol,
    rij.

    ``activiteiten`` to ``rol`` tell how each takes part in *selected*
    (:func:`lrn.measures.partners.taking_part.taking_part`), ``rij`` is sheet and row.
    """
    told = taking_part(selected).reindex(partners["id"]).set_index(partners.index)
    listed = pd.DataFrame(
        {
            "naam": partners["naam"],
            "soort": partners["soort"].map(lambda code: term_label(v.PARTNERSOORTEN, code)),
            "gemeente": partners["gemeente"].map(municipality_name),
            "schaal": partners["schaal"].map(lambda code: term_label(v.SCHALEN, code)),
            "strategisch": partners["strategisch"].map({True: "ja", False: "nee"}),
            **{name: told[name].fillna(0).astype(int) for name in ("activiteiten", "regios")},
            "sinds": told["sinds"],
            "rol": told["rol"],
            "rij": f"{PARTNERS.name}, rij " + partners["rij"].astype(str),
        }
    )
    words = ["soort", "gemeente", "schaal", "strategisch", "rol"]
    listed[words] = listed[words].astype(object).fillna("")
    return listed


def line_list(register: Register, lines: pd.DataFrame) -> pd.DataFrame:
    """Lines as a person reads them: van, naar, vorm, frequentie, sinds, omschrijving, rij.

    An end is the name of an activity of the whole *register*, of a municipality or of a region.
    """
    names = dict(zip(register.activiteiten["id"], register.activiteiten["naam"], strict=True))
    ends = {
        end: [end_name(*pair, names) for pair in zip(lines[f"{end}_soort"], lines[end], strict=True)]
        for end in ("van", "naar")
    }
    listed = pd.DataFrame(
        {
            "van": pd.Series(ends["van"], index=lines.index, dtype=object),
            "naar": pd.Series(ends["naar"], index=lines.index, dtype=object),
            "vorm": lines["vorm"].map(lambda code: term_label(v.LIJNVORMEN, code)),
            "frequentie": lines["frequentie"],
            "sinds": lines["sinds"],
            "omschrijving": lines["omschrijving"],
            "rij": f"{VERBINDINGSLIJNEN.name}, rij " + lines["rij"].astype(str),
        }
    )
    words = ["vorm", "frequentie", "omschrijving"]
    listed[words] = listed[words].astype(object).fillna("")
    return listed


def participation_list(register: Register) -> pd.DataFrame:
    """The rows of Deelnames as a person reads them: activiteit, partner (names), rol, rij."""
    rows = register.deelnames
    named = {
        kind: dict(zip(frame["id"], frame["naam"], strict=True))
        for kind, frame in (("activiteit", register.activiteiten), ("partner", register.partners))
    }
    return pd.DataFrame(
        {kind: [names.get(identity, identity) for identity in rows[kind]] for kind, names in named.items()}
        | {
            "rol": [term_label(v.ROLLEN, code) or "" for code in rows["rol"]],
            "rij": [f"{DEELNAMES.name}, rij {row}" for row in rows["rij"]],
        }
    )


def municipality_name(code: object) -> str | None:
    """The name of a municipality as the register has it, "Onbekend" when it was not understood; None without one."""
    if not isinstance(code, str):
        return None
    if code in v.GEMEENTE:
        return v.GEMEENTE[code].naam
    return texts.ONBEKEND if code == v.ONBEKEND else code.removeprefix(f"{v.ELDERS}:")


def term_label(vocabulary: Vocabulary, code: object) -> str | None:
    """The label of *code*, "Onbekend" when the value was not understood; None without one."""
    if not isinstance(code, str):
        return None
    return texts.ONBEKEND if code == v.ONBEKEND else vocabulary.label(code)


def grouped(keys: Iterable[str], values: Iterable[Any]) -> dict[str, list[Any]]:
    """The *values* that go with each of *keys*, in order: the themes of each activity."""
    found: dict[str, list[Any]] = {}
    for key, value in zip(keys, values, strict=True):
        found.setdefault(key, []).append(value)
    return found
