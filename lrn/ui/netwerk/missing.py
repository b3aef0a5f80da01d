"""Ontbrekende lijnen: who could meet, why and in which form; to try in Wat als, to take along, or to leave for now."""

from __future__ import annotations

import streamlit as st

from lrn import clock, texts
from lrn import vocabulary as v
from lrn.cells import Row
from lrn.export.missing_lines import missing_workbook
from lrn.export.naming import file_name
from lrn.export.outside.formats import XLSX
from lrn.measures.insights.sentences import Sentence
from lrn.measures.network.missing import ORDER_TOLD, ORDERS, MissingLines, Order, missing_lines, proposals
from lrn.measures.network.whatif import NewLine
from lrn.measures.rows.card import Named
from lrn.measures.themes import theme_label
from lrn.ui.base import filters
from lrn.ui.base.cache import View, cached, cached_as
from lrn.ui.base.escaping import escape
from lrn.ui.base.select import segments
from lrn.ui.browser import paper
from lrn.ui.netwerk import imagined, kept
from lrn.ui.parts import chart_card, evidence, open_card
from lrn.ui.parts.first_few import first_few

SHOWN = 10
"""How many are shown before a visitor asks for the rest."""

_ORDER = "volgorde"


def show(view: View) -> None:
    """How many there are, what was taken along, and each of those that are listed."""
    order = _order()
    found = cached(view, missing_lines, "register", "selection", order=order)
    st.header("Ontbrekende lijnen", anchor=False, help=texts.DEFINITIONS["ontbrekende_lijnen"])
    st.caption(chart_card.basis(view))
    st.markdown(escape(found.told), width=760)
    if found.pairs.empty:
        if view.selection.chosen:
            st.caption("Met minder filters in de zijbalk komen er misschien wel in beeld.")
        return
    if view.selection.chosen:
        st.caption("Bij de groepen en lijnen hieronder tellen ook activiteiten buiten deze selectie mee.")
    segments("Volgorde", _ORDER, ORDERS, label_visibility="collapsed")
    st.caption(ORDER_TOLD[order], width=760)
    rows = found.pairs.to_dict("records")
    said = kept.chosen()
    names = [kept.pair(row["van"], row["naar"]) for row in rows]
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.markdown(_told(found, names, said), width="content")
        _take_along(view, found, names, said)
    told: list[Sentence] = cached_as(view, ("proposals", order), lambda: proposals(found))
    first_few(
        list(zip(rows, told, names, strict=True)),
        lambda each: _propose(view, *each, said=said.get(each[2])),
        told=lambda each: _on_paper(each[1], said.get(each[2])),
        few=SHOWN,
        rest=("paar", "paren"),
        key="meer_lijnen",
        icon=":material/conversion_path:",
    )


def _on_paper(proposal: Sentence, said: str | None) -> tuple[str, str]:
    """What is told of a pair that is not in sight: its lead and the rest; of one that is left for now only who."""
    if said == kept.ASIDE:
        return f"{proposal.lead} · niet nu", ""
    return f"{proposal.lead}.", f"{proposal.text}{' Meegenomen.' if said == kept.TAKEN else ''}"


def _order() -> Order:
    """In which order they are, as it was chosen below the number of them."""
    asked = st.session_state.get(_ORDER, st.query_params.get(_ORDER))
    return next((code for code, name in ORDERS.items() if asked in (code, name)), next(iter(ORDERS)))


def _told(found: MissingLines, names: list[str], said: dict[str, str]) -> str:
    """How many are taken along, of how many, and how many are left for now."""
    taken, aside = (sum(said.get(name) == what for name in names) for what in kept.SAYS)
    elsewhere = len(said.keys() - set(names))
    if len(names) == 1:
        told = ["Dit ene voorstel is meegenomen." if taken else "Nog niet meegenomen."]
    elif not taken:
        told = ["Nog geen voorstel meegenomen."]
    elif found.amount > len(names):
        of = f"{texts.number(taken)} van de {texts.number(len(names))} voorstellen hieronder meegenomen"
        told = [f"{of}; in totaal zijn er {texts.number(found.amount)}."]
    else:
        told = [f"{texts.number(taken)} van de {texts.number(len(names))} voorstellen meegenomen."]
    if aside:
        told.append(f"{texts.number(aside)} {'staat' if aside == 1 else 'staan'} op ‘Niet nu’.")
    if elsewhere:
        choices = texts.count(elsewhere, "eerdere keuze staat", "eerdere keuzes staan")
        told.append(f"{choices} niet in deze lijst.")
    return escape(" ".join(told))


def _take_along(view: View, found: MissingLines, names: list[str], said: dict[str, str]) -> None:
    """A button that gives what was taken along as the sheet Verbindingslijnen; all that is not left, when none was."""
    wanted = [said.get(name) == kept.TAKEN for name in names]
    label = "Download wat u meeneemt als Excel"
    if not any(wanted):
        wanted = [said.get(name) != kept.ASIDE for name in names]
        label = "Download alle voorstellen als Excel" if all(wanted) else "Download de andere voorstellen als Excel"
    if not any(wanted):
        st.caption("Klik nog eens op ‘Niet nu’ om een voorstel terug te halen.", width="content")
        return
    pairs, link = found.pairs[wanted].reset_index(drop=True), filters.link(view.selection)
    st.download_button(
        label,
        data=lambda: missing_workbook(
            pairs, view.register, view.selection, order=found.order, made=clock.now(), link=link
        ),
        file_name=file_name("ontbrekende lijnen", "xlsx", day=view.register.checked_on, selection=view.selection),
        mime=XLSX,
        icon=":material/download:",
        on_click="ignore",
        key="ontbrekende_lijnen_xlsx",
        help="In de vorm van het werkblad Verbindingslijnen, met de reden erbij, om in uw register te plakken.",
    )


def _propose(view: View, row: Row, proposal: Sentence, name: str, said: str | None) -> None:
    """One pair: who, why and how; of one that is left for now only who."""
    with st.container(gap="xxsmall"):
        with st.container(gap="xxsmall"):  # of its own, so that the buttons keep their place, and with it the focus
            if said == kept.ASIDE:
                st.caption(escape(f"{proposal.lead} · niet nu"))
            else:
                st.markdown(f"**{escape(proposal.lead)}.** {escape(proposal.text)}", width=760)
                first = row["reden"].removeprefix(row["delen"]).strip().removesuffix(".")
                taken = "meegenomen" if said == kept.TAKEN else ""  # on paper there are no buttons that tell
                if first or taken:
                    st.caption(escape(" · ".join(filter(None, (first, taken)))))
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            kept.control(name, escape(proposal.lead), said)
            _both(view, row, proposal, name)
            _try(view, row, name)


def _try(view: View, row: Row, name: str) -> None:
    """The way to Wat als with this line imagined, where the figures are those of the whole network."""
    wider = bool(view.selection.chosen)
    with paper.on_screen_only(f"wat_als {name}"):
        st.button(
            "Wat als deze lijn er is?",
            icon=":material/compare_arrows:",
            type="tertiary",
            key=f"wat_als_lijn {name}",
            on_click=imagined.try_line,
            args=(view.register, NewLine(row["van"], row["naar"]), wider),
            help="Toont op ‘Wat als’ de cijfers met en zonder deze lijn"
            + (", van het hele netwerk: de filters gaan uit, de peildatum blijft." if wider else "."),
        )


def _both(view: View, row: Row, proposal: Sentence, name: str) -> None:
    """What two share, by name, and the way to their cards and rows; made when it is opened: that of all takes long."""
    popover = st.popover("Bekijk beide", type="tertiary", key=f"{evidence.BEHIND}{name}", on_change="rerun")
    if popover.open:
        with popover, st.container(gap="xxsmall"):
            st.caption(escape(_shared(row)))
            for end in ("van", "naar"):
                named = Named(row[f"{end}_naam"], row[end])
                open_card.link("activiteiten", named, here=False, where=f"{name} {end}")
            for figure in proposal.figures:
                evidence.link(figure.evidence, escape(figure.label(evidence.names(view))))


def _shared(row: Row) -> str:
    """What two activities share, each by its name."""
    told = {
        "Thema's": map(theme_label, row["themas"]),
        "Soorten partner": map(v.PARTNERSOORTEN.label, row["soorten"]),
        "Ingrediënten": (v.INGREDIENT[nr].kort for nr in row["ingredienten"]),
    }
    named = {what: texts.listing(names) for what, names in told.items()}
    return " · ".join(f"{what}: {names}" for what, names in named.items() if names)
