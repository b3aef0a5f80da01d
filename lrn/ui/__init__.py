"""The only place in ``lrn`` that knows Streamlit: caches, filters, and the pieces that pages are built from."""
