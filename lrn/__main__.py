"""``python -m lrn``. What takes long to start is started first, each beside the other: reading, and pandas."""

import sys
from importlib import import_module
from threading import Thread

from lrn.register.child import keep_ready

READING = ("controle", "cijfers", "markeer", "koppel", "herstel", "bewaar")

if len(sys.argv) > 1 and sys.argv[1] in READING:
    keep_ready()
    Thread(target=import_module, args=("pandas",), daemon=True).start()

from lrn.cli.commands import run  # noqa: E402

run()
