"""What a command answers: lines of Dutch for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lrn import texts
from lrn.register.model import Register
from lrn.register.values.remark import short

if TYPE_CHECKING:  # pandas comes with it, and is imported while the register is read (see ``lrn.__main__``)
    from lrn.selection import Selection


def findings(register: Register) -> dict[str, Any]:
    """The name of *register*, how many rows of each sheet count, and its findings, by Dutch names for programs."""
    return {"register": register.source.name, "rijen": _rows(register), "bevindingen": _findings(register)}


def findings_as_text(register: Register) -> Iterator[str]:
    """A line for each finding in *register*, and one for each sheet that says how many of its rows count."""
    for finding in register.findings:
        meant = f"Bedoeld is {finding.suggestion}." if finding.sure else f"Bedoelt u {finding.suggestion}?"
        meant = f" {meant}" if finding.suggestion else ""
        shown = f" [{short(finding.value)}]" if finding.value else ""
        yield f"{finding.severity.value:12} {finding.cell}{shown}: {finding.message}.{meant}"
    for rows in register.rows:
        yield f"{rows.sheet}: {texts.count(rows.counted, 'rij telt', 'rijen tellen')} mee, {rows.left_out} niet."


def figures_as_text(found: dict[str, Any], before: dict[str, Any] | None, selection: Selection) -> str:
    """The figures *found* of *selection* in lines of Dutch: totals, how they were *before*, by place and so on."""
    counts = found["activiteiten"]
    lines = [
        " · ".join(selection.describe()),
        f"{texts.number(counts['actief'])} van de {texts.activities(counts['totaal'])}; "
        f"{texts.count(counts['uitgesloten'], 'rij telt', 'rijen tellen')} niet mee.",
        f"Op het netwerkthema: {texts.number(found['netwerkthema']['aantal'])}",
    ]
    if before:
        then, came, went = (before[part]["activiteiten"] for part in ("toen", "erbij", "voorbij"))
        lines.append(f"Vergeleken met {before['met']}: {texts.activities(then)}; {texts.balance(came, went)}.")
        if before["zonder_einde"]:
            lines.append(texts.undated_sentence(before["zonder_einde"]))
    lines += ["", "Netwerk", *(f"  {sentence}" for sentence in _network(found["netwerk"]))]
    for title, name, label in (
        ("Per regio", "per_plaats", "naam"),
        ("Per ingrediënt", "per_ingredient", "naam"),
        ("Per thema", "per_thema", "thema"),
    ):
        lines += ["", title, *(f"  {texts.number(row['aantal']):>6}  {row[label]}" for row in found[name])]
    return "\n".join(lines)


def _network(found: dict[str, Any]) -> Iterator[str]:
    """What the network is like, in sentences of Dutch."""
    lines, across = found["lijnen_tussen_activiteiten"], found["lijnen_tussen_regios"]
    told = f", waarvan {texts.number(across)} tussen regio's" if lines else ""
    yield f"{texts.counted('verbindingslijnen', lines)} tussen activiteiten{told}."
    for how, counted in (("Langs lijnen", found), ("Ook via gedeelde partners", found["via_partners"])):
        groups = texts.count(counted["componenten"], "samenhangende groep", "samenhangende groepen")
        alone = texts.count(counted["losse_activiteiten"], "losse activiteit", "losse activiteiten")
        yield f"{how}: {groups} en {alone}."
    skewer = found["sateprikker"]
    levels = texts.listing(f"{row['niveau']} {texts.number(row['aantal'])}" for row in skewer["per_niveau"])
    yield f"Verticale sateprikker, alle drie de niveaus: {texts.activities(skewer['volledig'])} ({levels})."


def as_json(value: object) -> str:
    """*value* as JSON, indented, with every character as it is."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _rows(register: Register) -> list[dict[str, Any]]:
    return [{"werkblad": r.sheet, "geteld": r.counted, "uitgesloten": r.left_out} for r in register.rows]


def _findings(register: Register) -> list[dict[str, Any]]:
    names = {
        "severity": "gewicht",
        "sheet": "werkblad",
        "row": "rij",
        "column": "kolom",
        "cell": "cel",
        "value": "waarde",
        "message": "melding",
        "suggestion": "bedoeld",
    }
    return [{dutch: getattr(finding, name) for name, dutch in names.items()} for finding in register.findings]
