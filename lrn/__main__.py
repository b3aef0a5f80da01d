"""``python -m lrn``."""

import sys

from lrn.register.read import keep_ready

READING = ("controle", "cijfers", "markeer", "bewaar")

if len(sys.argv) > 1 and sys.argv[1] in READING:
    keep_ready()  # the process that reads starts while this one imports what it needs

from lrn.cli import run  # noqa: E402

run()
