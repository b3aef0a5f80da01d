"""Gegevens, the state of the register: which workbook, what counts of it, and a workbook of one's own to try out."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn.export.outside.formats import XLSX
from lrn.measures.insights.sentences import Figure
from lrn.measures.quality import findings as measure
from lrn.measures.rows.evidence import SHEETS, Evidence
from lrn.measures.rows.labelled import participation_list
from lrn.register.columns import DEELNAMES
from lrn.register.model import Register, Severity
from lrn.register.writing.template import template
from lrn.ui.base import preview
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.gegevens import findings
from lrn.ui.gegevens.koppelen import matched, values
from lrn.ui.parts import chart_table, data_choices, downloads, evidence, preview_notice, row_table, upload
from lrn.ui.parts.context import context_problem

_HEADINGS = {
    "werkblad": "Werkblad",
    "geteld": "Telt mee",
    "uitgesloten": "Telt niet mee",
    "fout": "Fouten",
    "waarschuwing": "Waarschuwingen",
    "opmerking": "Opmerkingen",
}
_WIDTHS = {"Werkblad": 118, "Telt mee": 68, "Telt niet mee": 93, "Fouten": 58, "Waarschuwingen": 120, "Opmerkingen": 96}
_SEVERITIES = {
    "Telt niet mee": Severity.FOUT,  # the reason why a row does not count is a finding
    "Fouten": Severity.FOUT,
    "Waarschuwingen": Severity.WAARSCHUWING,
    "Opmerkingen": Severity.OPMERKING,
}
_COUNTED = {
    SHEETS[kind]: Evidence.of(kind, basis="register") for kind in ("activiteiten", "partners", "verbindingslijnen")
}
_PARTICIPATIONS = {"activiteit": "Activiteit", "partner": "Partner", "rol": "Rol", "rij": texts.ROW_IN_WORKBOOK}


def show(view: View) -> None:
    """Draw this part of the page."""
    if problem := context_problem():
        st.warning(escape(problem), icon=":material/groups:")
    left, right = st.columns([3, 2], gap="large")
    with left:
        _workbook(view.register)
        _unread(view)
        _rows(view)
    with right, paper.on_screen_only("werkmap"):
        _try_out(view.register)
        _start()


def _workbook(register: Register) -> None:
    source = register.source
    st.header(escape(source.name), anchor=False)
    when = "Laatst gewijzigd" if preview.current() is None else "Bekeken"
    kept = " · bewaarde stand" if source.origin else ""
    st.caption(f"{when} {texts.moment(source.modified)}{kept} · nagekeken op {texts.long_date(register.checked_on)}")
    if told := matched.sentence(register):
        st.caption(escape(told))
    st.write(_verdict(register))
    if (tried := preview.current()) and (solved := preview_notice.solved(tried)):
        st.caption(solved)


def _unread(view: View) -> None:
    """What follows from columns and sheets that are not read, with the way to say what they are."""
    found = cached(view, matched.unread, "register")
    if not found:
        return
    told = [f"- {escape(sentence)}." for sentence in found[: matched.MOST]]
    if more := len(found) - matched.MOST:
        told += [f"- En nog {texts.count(more, 'kolom of werkblad', 'kolommen of werkbladen')}."] if more > 0 else []
    st.warning("\n".join(told), title="Niet alles wordt gelezen", icon=":material/join:")
    in_preview = preview.current() is not None
    if preview.brought() and not in_preview:  # that one comes first, and has its own way there
        return
    st.button(
        "Zeg bij Koppelen wat wat is",
        icon=":material/join:",
        on_click=data_choices.open_part if in_preview else _match_shared,
        args=("koppelen",) if in_preview else (),
        key="ongelezen_koppelen",
    )


def _match_shared() -> None:
    preview.begin_with_shared()
    data_choices.open_part("koppelen")


def _verdict(register: Register) -> str:
    """How the workbook was understood, in one or two sentences."""
    counted = sum(rows.counted for rows in register.rows)
    left_out = sum(rows.left_out for rows in register.rows)
    severities = register.severities
    all_rows = f"**{texts.count(counted, 'rij telt', 'rijen tellen')} mee**"
    if not any(severities.values()):
        return f"Alles klopt: {all_rows} en elke waarde is herkend."
    words = {
        Severity.WAARSCHUWING: ("waarschuwing", "waarschuwingen"),
        Severity.OPMERKING: ("opmerking over wat beter kan", "opmerkingen over wat beter kan"),
    }
    told = texts.listing(texts.count(severities[each], *names) for each, names in words.items() if severities[each])
    if left_out:
        rest = f"**{texts.count(left_out, 'rij telt', 'rijen tellen')} niet mee**"
        return f"{all_rows}, {rest}." + (f" Daarnaast: {told}." if told else "")
    return f"{all_rows}; geen enkele rij valt weg." + (f" Wel: {told}." if told else "")


def _rows(view: View) -> None:
    table = cached(view, _table, "register")
    cell = chart_table.clicked(
        table,
        key="werkbladen_cijfers",
        column_config={heading: st.column_config.Column(width=width) for heading, width in _WIDTHS.items()},
        alt="Per werkblad: rijen die tellen, rijen die niet meetellen, en bevindingen naar gewicht",
    )
    if cell is None:
        chart_table.invite("werkbladen")
    else:
        _behind(view, str(table[_HEADINGS["werkblad"]].iloc[cell[0]]), cell[1])
    downloads.table(view, table, name="Rijen per werkblad", key="werkbladen", of=None)
    examples = sum(rows.examples for rows in view.register.rows)
    if examples:
        told = texts.count(examples, "voorbeeldrij uit het sjabloon blijft", "voorbeeldrijen uit het sjabloon blijven")
        st.caption(f"{told} buiten beeld.")
    if len(view.register.bevindingen):
        st.button(
            "Bekijk de bevindingen",
            icon=":material/rule:",
            on_click=data_choices.open_part,
            args=("bevindingen",),
            key="naar_bevindingen",
        )
    if (tried := preview.current()) and values.groups(tried):
        st.button(
            "Verbeter ze bij Koppelen", icon=":material/join:", on_click=data_choices.open_values, key="naar_koppelen"
        )


def _behind(view: View, sheet: str, column: str) -> None:
    """The way to the rows, or to the findings, that the figure of *sheet* in *column* counts."""
    if severity := _SEVERITIES.get(column):
        left_out = view.register.rows_of(sheet).left_out if column == _HEADINGS["uitgesloten"] else 0
        _findings_of(view, sheet, severity, left_out)
    elif counted := _COUNTED.get(sheet):
        figure = Figure(counted, view.register.rows_of(sheet).counted)
        evidence.link(counted, figure.label())
    elif sheet == DEELNAMES.name:
        row_table.plain(
            cached(view, participation_list, "register").rename(columns=_PARTICIPATIONS),
            {"Activiteit": 220, "Partner": 170, "Rol": 85, texts.ROW_IN_WORKBOOK: 115},
            key="deelnames_lijst",
            most=300,
            wraps=True,
            alt="Deelnames die meetellen, met de rij in de werkmap",
        )


def _findings_of(view: View, sheet: str, severity: Severity, left_out: int) -> None:
    """The way to the findings of one *severity*, and for rows that are *left_out* (when any) why they are."""
    found = cached(view, measure.findings, "register", severities=(severity.value,), sheets=(sheet,))
    why = texts.count(left_out, "rij niet meetelt", "rijen niet meetellen") if left_out else ""
    findings.lead(len(found), severity, f" op {escape(sheet)}", why=why, sheet=sheet)


def _table(register: Register) -> pd.DataFrame:
    return measure.per_sheet(register).rename(columns=_HEADINGS)


def _try_out(register: Register) -> None:
    st.header("Uw werkmap nakijken", anchor=False)
    matched_now = bool((now := preview.current()) and now.toml)
    back = "uw werkmap terugkrijgen in de vorm van het register" if matched_now else "dezelfde werkmap terugkrijgen"
    st.caption(
        f"Upload uw werkmap en zie meteen wat het dashboard ervan begrijpt. U kunt {back}, met een notitie bij elke "
        "cel die aandacht vraagt."
    )
    upload.offer("Uw werkmap")
    tried = preview.current()
    if tried is None:
        return
    name, _, ending = tried.name.rpartition(".")
    if ending.lower() not in preview.MARKABLE:
        st.caption("Wilt u de werkmap met notities terug? Sla die in Excel op als .xlsx en upload hem opnieuw.")
        return
    made = preview.marked()
    with st.container(horizontal=True, gap="small"):
        if made is None:
            st.button(
                "Maak de gemerkte werkmap",
                type="primary",
                icon=":material/edit_note:",
                on_click=preview.mark,
                key="merk",
                help=("Uw werkmap in de vorm van het register" if matched_now else "Uw eigen werkmap")
                + ", met alles erin, een notitie en een kleur bij elke cel met een bevinding, en "
                "een extra blad ‘Te verbeteren’.",
            )
        else:
            st.download_button(
                "Download de gemerkte werkmap",
                data=made,
                file_name=f"{name} - te verbeteren.{ending}",
                mime=XLSX,
                type="primary",
                icon=":material/download:",
                on_click="ignore",
                key="gemerkt",
            )


def _start() -> None:
    st.header("Nog geen werkmap?", anchor=False)
    st.caption("Begin met een lege: met alle bladen, keuzelijsten, uitleg en een voorbeeldrij.")
    st.download_button(
        "Download het sjabloon",
        data=template,
        file_name="sjabloon register.xlsx",
        mime=XLSX,
        icon=":material/note_add:",
        on_click="ignore",
        key="sjabloon",
    )
