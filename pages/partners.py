"""Partners: who takes part, of which kinds and where, and closer by: added value, strategic relations, doubles."""

import streamlit as st

from lrn.ui.base.navigation import current_view
from lrn.ui.partners import added_value, choices, doubles, kinds, strategic, who
from lrn.ui.parts import chart_card

view = current_view()
if chart_card.empty_state(view):
    st.stop()

part = choices.part()

if part == "wie":
    who.show(view)
elif part == "meerwaarde":
    added_value.show(view)
elif part == "strategisch":
    strategic.show(view)
elif part == "dubbel":
    doubles.show(view)
else:
    kinds.show(view)
