"""What stands beside the charts: key figures, an area's figures, meanings, and open questions."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import geo, texts
from lrn import vocabulary as v
from lrn.measures.highlights import Highlight
from lrn.measures.overview import Change, Totals
from lrn.measures.places import Level, off_map
from lrn.measures.themes import not_there_yet
from lrn.register.model import Register
from lrn.ui import downloads, navigation
from lrn.ui.cache import View, keep
from lrn.ui.cards import escape


def key_figures(totals: Totals, before: Change | None) -> None:
    """The four figures of the overview, each with its definition and how it was a year before."""
    then = before.totals if before else None
    with st.container(horizontal=True, gap="small"):
        _figure(
            "Activiteiten",
            totals.activiteiten,
            then.activiteiten if then else None,
            texts.DEFINITIONS["actief" if then else "alles"],
        )
        _figure("Partners", totals.partners, then.partners if then else None, texts.DEFINITIONS["partners"])
        lines = then.verbindingslijnen if then else None
        _figure("Verbindingslijnen", totals.verbindingslijnen, lines, texts.DEFINITIONS["lijnen"])
        share = texts.percentage(totals.aandeel_netwerkthema, totals.activiteiten)
        st.metric(
            "Op het netwerkthema",
            share if totals.activiteiten >= texts.FEW else texts.number(totals.netwerkthema),
            delta=f"{texts.number(totals.netwerkthema)} van {texts.number(totals.activiteiten)}",
            delta_color="off",
            delta_arrow="off",
            help=texts.DEFINITIONS["netwerkthema"],
            border=True,
        )
    if before:
        gone = f" {texts.ended_sentence(before.sindsdien_voorbij)}" if before.sindsdien_voorbij else ""
        st.caption(f"Verschil met een jaar eerder, {texts.long_date(before.peildatum)}.{gone}")
    with st.container(horizontal=True, gap="medium"):
        navigation.link("kaart", "Waar deze activiteiten en partners zijn")
        navigation.link("themas", "Hoe het met het netwerkthema gaat")


def _figure(label: str, now: int, then: int | None, definition: str) -> None:
    difference = None if then is None else now - then
    sign = "" if difference is None else "+" if difference > 0 else "−" if difference < 0 else "±"
    st.metric(
        label,
        texts.number(now),
        delta=None if difference is None else f"{sign}{texts.number(abs(difference))}",
        delta_color="off",  # more is not better and less is not worse: no green, no red
        delta_arrow="off" if not difference else "up" if difference > 0 else "down",
        help=definition,
        border=True,
    )


def not_on_map(view: View, level: Level) -> None:
    """Say how many activities the coloured areas of the map leave out, and where they are."""
    frame = keep(view, off_map, level=level)
    parts = [f"{texts.number(n)} {_OFF_MAP.get(code, f'in {name}')}" for code, name, n in frame.itertuples(index=False)]
    rest = f"Niet in de gekleurde gebieden: {texts.listing(parts)}. " if parts else ""
    st.caption(f"{rest}{texts.source_of_map(geo.year())}.")


_OFF_MAP = {v.ELDERS: "elders", v.ZONDER: "zonder plaats op deze kaart"}


def meanings() -> None:
    """The eleven ingredients with their meaning, grouped by the question they answer."""
    with st.popover("Wat betekenen ze?", icon=":material/help:", width="content"):
        st.caption("De elf ingrediënten zijn geen checklist: elke activiteit is een eigen gerecht.")
        for question in v.VRAGEN:
            st.markdown(f"**{question}**")
            for i in v.INGREDIENTEN:
                if i.vraag == question:
                    st.markdown(f"{i.nr}\\. **{i.naam}** – {i.betekenis}")


def meaning(nr: int) -> None:
    """What one ingredient means."""
    ingredient = v.INGREDIENT[nr]
    st.info(ingredient.betekenis, title=f"{nr}. {ingredient.naam} ({ingredient.vraag})", icon=":material/skillet:")


_ICONS = {
    "beweging": ":material/timeline:",
    "kans": ":material/lightbulb:",
    "vaak": ":material/skillet:",
    "zeldzaam": ":material/search:",
    "plaats": ":material/location_on:",
}


def highlights(found: list[Highlight]) -> None:
    """Wat valt op: each sentence with a link to the page behind it."""
    st.header("Wat valt op", anchor=False)
    st.caption("Afgelezen uit de cijfers van deze selectie")
    for highlight in found:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"{_ICONS[highlight.kind]} {escape(highlight.text)}")
            navigation.link(highlight.page)


def choose_an_area() -> None:
    """How to choose an area, where its figures will be."""
    st.header("Kies een gebied", anchor=False)
    st.write("Klik op de kaart of kies hierboven een gebied. U ziet dan wat er speelt, naast het hele netwerk.")


def beside_network(name: str, frame: pd.DataFrame) -> None:
    """The figures of the area called *name*, each beside that of the network as a whole."""
    st.header(name, anchor=False)
    st.caption("Naast het hele netwerk, met dezelfde peildatum en filters")
    for start in (0, 2):
        with st.container(horizontal=True, gap="small"):
            for row in frame.iloc[start : start + 2].itertuples():
                st.metric(
                    row.kenmerk,
                    texts.number(row.gebied),
                    delta=f"{texts.number(row.netwerk)} in het hele netwerk",
                    delta_color="off",
                    delta_arrow="off",
                    border=True,
                )


def strategic_relations(view: View, relations: pd.DataFrame) -> None:
    """The strategic relations in Haaglanden, as context beside the regions' own counts."""
    if relations.empty:
        return
    st.markdown(f"**{texts.count(len(relations), 'strategische relatie', 'strategische relaties')} in Haaglanden**")
    st.caption("Landelijke koepels, overheden en adviesorganen. Ze staan los van de aantallen van de regio's.")
    shown = pd.DataFrame(
        {
            "Partner": relations["naam"],
            "Soort": [
                texts.ONBEKEND if s == v.ONBEKEND else v.PARTNERSOORTEN.label(s) if s else None
                for s in relations["soort"]
            ],
        }
    )
    st.dataframe(shown, hide_index=True, alt="Strategische relaties in Haaglanden")
    downloads.table(view, shown, name="Strategische relaties in Haaglanden", key="relaties", of=None)


def open_questions(view: View) -> None:
    """What is not registered yet, as an open question per place; nothing when everything is there."""
    questions = keep(view, _questions, view.register, view.selected)
    if questions:
        st.header(
            "Wat er nog niet is",
            anchor=False,
            help="Thema's waarbij het hele register, ongeacht datum, op die plek geen activiteit heeft.",
        )
        st.markdown(questions)


def _questions(register: Register, selected: Register) -> str:
    lines = []
    for place, rows in not_there_yet(register, selected).groupby("plaats", sort=False):
        missing, few = texts.listing(rows["naam"].str.lower()), int(rows["totaal"].iloc[0])
        basis = f" (op basis van {texts.activities(few)})" if few < texts.FEW else ""
        name = v.PLAATS_NAMEN[str(place)]
        lines.append(f"- **{name}**{basis}: rond {missing} is nog niets geregistreerd. Wie ziet hier een kans?")
    return "\n".join(lines)
