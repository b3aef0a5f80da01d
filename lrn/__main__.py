"""``python -m lrn``."""

from lrn.cli import app

app(prog_name="python -m lrn")
