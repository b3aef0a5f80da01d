"""An empty Streamlit page: one widget, and one text that changes. What every click of any page costs at least."""

import streamlit as st

st.set_page_config(page_title="Leeg", layout="wide")
st.title("Leeg", anchor=False)
with st.sidebar:
    chosen = st.multiselect(
        "Regio", ["Holland Rijnland", "Zuid-Holland Centraal", "Midden-Holland"], key="regio", bind="query-params"
    )
st.write(f"Gekozen: {', '.join(chosen) or 'niets'}")
