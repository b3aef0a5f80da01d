"""How a command ends: an exit code that can be relied on, and one sentence when it cannot go on."""

import logging
from typing import NoReturn

import typer

OK, FOUTEN, UNREADABLE, USAGE = 0, 1, 2, 64  # 64 as in sysexits.h: the command itself was not right
STOPPED = 130  # as a shell has it


def stop(sentence: str, code: int) -> NoReturn:
    """Say *sentence* on stderr and end the command with exit code *code*."""
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def tell_all(wanted: bool) -> bool:
    """Where it is *wanted*, write what goes wrong on stderr with its traceback: what :func:`stop` leaves out."""
    if wanted:
        log = logging.getLogger("lrn")
        log.addHandler(logging.StreamHandler())
        log.setLevel(logging.INFO)
    return wanted
