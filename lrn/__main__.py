"""``python -m lrn``."""

from lrn.cli import run

run()
