"""Renewing ``data/geo/``: fetch municipalities, check that they fit, build both files. Not needed to run the app."""
