"""How it is drawn: pure functions from a tidy frame to a plotly figure, keyword-only. No counting, no Streamlit."""
