"""The dashboard for others, ``python -m lrn dienst``: the app that ``streamlit run app.py`` runs, behind a door."""
