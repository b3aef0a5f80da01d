"""Register: the rows behind every figure, and each activity as the workbook knows it."""

import streamlit as st

from lrn.ui import cards, evidence
from lrn.ui.navigation import current_view

view = current_view()
if cards.empty_state(view):
    st.stop()

evidence.show(view, evidence.in_link(), title="Register")
