"""What stands beside the charts: strategic relations, and meanings."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from lrn import texts
from lrn import vocabulary as v
from lrn.measures import places
from lrn.measures.basis import basis
from lrn.measures.rows.evidence import Evidence
from lrn.selection import Selection
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape
from lrn.ui.browser import paper
from lrn.ui.parts import downloads, evidence, row_table
from lrn.ui.parts.columns import wide


def meanings() -> None:
    """The eleven ingredients with their meaning, grouped by the question they answer."""
    with st.popover("Wat betekenen ze?", icon=":material/help:", width="content"):
        st.caption(texts.NO_CHECKLIST)
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


def choose_an_area(selection: Selection) -> None:
    """How to choose an area, where its figures will be; not on paper."""
    beside = escape(basis(selection).name)
    with paper.on_screen_only("kies_gebied"):
        st.header("Kies een gebied", anchor=False)
        st.write(f"Klik op de kaart of kies hierboven een gebied. U ziet dan wat er speelt, vergeleken met {beside}.")


def strategic_relations(view: View, place: str) -> None:
    """The strategic relations in a place that is context, beside the regions' own counts."""
    relations = cached(view, places.strategic_relations, "register", plaats=place)
    if relations.empty:
        return
    where = f"in {v.PLAATS_NAMEN[place]}"
    found = Evidence.of("partners", basis="register", gevestigd=place, strategisch="ja")
    amount = texts.count(len(relations), "strategische relatie", "strategische relaties")
    evidence.link(found, f"**{amount} {where}**")
    st.caption(
        "Landelijke koepels, overheden en adviesorganen in het hele register, los van de selectie en van de aantallen "
        "van de regio's."
    )
    shown = pd.DataFrame(
        {
            "Partner": relations["naam"],
            "Soort": [
                texts.ONBEKEND if s == v.ONBEKEND else v.PARTNERSOORTEN.label(s) if s else None
                for s in relations["soort"]
            ],
        }
    )
    row_table.plain(
        shown,
        {"Partner": wide(shown["Partner"], 230), "Soort": 180},
        key=f"relaties_lijst_{place}",
        most=460,
        alt=f"Strategische relaties {where}",
    )
    downloads.table(view, shown, name=f"Strategische relaties {where}", key=f"relaties_{place}", of=None)
