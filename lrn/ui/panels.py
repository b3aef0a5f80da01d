"""What stands beside the charts: an area's figures, strategic relations, and meanings."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.ui import downloads, printing
from lrn.ui.cache import View


def meanings() -> None:
    """The eleven ingredients with their meaning, grouped by the question they answer."""
    with st.popover("Wat betekenen ze?", icon=":material/help:", width="content"):
        st.caption("De elf ingrediënten zijn geen checklist: elke activiteit is een eigen gerecht.")
        st.markdown(_MEANINGS)


_MEANINGS = "\n\n".join(
    line
    for question in v.VRAGEN
    for line in (
        f"**{question}**",
        *(f"{i.nr}\\. **{i.naam}** – {i.betekenis}" for i in v.INGREDIENTEN if i.vraag == question),
    )
)


def meaning(nr: int) -> None:
    """What one ingredient means."""
    ingredient = v.INGREDIENT[nr]
    st.info(ingredient.betekenis, title=f"{nr}. {ingredient.naam} ({ingredient.vraag})", icon=":material/skillet:")


def choose_an_area() -> None:
    """How to choose an area, where its figures will be; not on paper."""
    with printing.on_screen_only("kies_gebied"):
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
