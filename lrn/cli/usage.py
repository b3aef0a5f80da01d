"""What is not right about a command that was typed, in Dutch: the library that reads it says so in English."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Sequence

import typer

from lrn import texts

# typer carries its own copy of click and gives no public name to this one.
UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def what_is_wrong(problem: Exception, typed: Sequence[str], commands: Iterable[str]) -> str:
    """A Dutch sentence about *problem*, a ``UsageError``, in what was *typed* after the program's name."""
    message, option = str(problem), getattr(problem, "option_name", "")
    param = getattr(problem, "param", None)
    if message.startswith("No such command"):
        return f"“{texts.cut(typed[0])}” is geen opdracht{_meant(difflib.get_close_matches(typed[0], list(commands)))}"
    if message.startswith("No such option"):
        return f"de optie {option} is er niet{_meant(getattr(problem, 'possibilities', None) or ())}"
    if option:
        return f"achter {option} hoort een waarde"
    if message.startswith("Missing parameter"):
        return f"{_called(param)} ontbreekt"
    if extra := re.fullmatch(r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", message):
        return f"“{extra[1]}” is te veel"
    return f"wat er achter {_called(param)} staat, past daar niet" if param else "er staat iets te veel of te weinig"


def _called(param: object) -> str:
    """An option as it is typed, an argument as the help names it."""
    if getattr(param, "param_type_name", "") == "option":
        return str(getattr(param, "opts", ["de optie"])[0])
    return str(getattr(param, "metavar", None) or getattr(param, "name", "de waarde") or "de waarde")


def _meant(near: Iterable[str]) -> str:
    names = sorted(near)
    return f"; bedoelt u {texts.choice(names)}?" if names else ""
