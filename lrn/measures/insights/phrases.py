"""Parts of the sentences of highlights: when something was, what it is called, and which activities it is about."""

from __future__ import annotations

import textwrap
from datetime import date
from itertools import islice

import pandas as pd

from lrn import texts
from lrn import vocabulary as v
from lrn.measures.themes import NETWERK, theme_label
from lrn.register.model import Register
from lrn.terms import plain

NAMED = 2  # activities that a sentence names; the others are behind its figure
NAME_LENGTH = 60  # characters of a name: some cells hold half a page


def since_or_between(since: date, peildatum: date, today: date) -> tuple[str, str]:
    """When something began or ended before the peildatum; and " volgens de planning" where that is still to come."""
    if peildatum == today:
        return f"Sinds {texts.long_date(since)}", ""
    return between(since, peildatum), f" {texts.PLANNED}" if peildatum > today else ""


def between(one: date, other: date) -> str:
    """That something is between two days."""
    return f"Tussen {texts.long_date(one)} en {texts.long_date(other)}"


def feature(kind: str, value: object) -> str:
    """A theme, form or ingredient as it stands in a sentence."""
    if kind == "thema":
        return "het netwerkthema" if value == NETWERK else theme_label(str(value)).lower()
    return f"‘{v.VORMEN.label(str(value)) if kind == 'vorm' else v.INGREDIENT[int(str(value))].kort}’"


def named(register: Register, activiteiten: pd.DataFrame) -> str:
    """The first of *activiteiten* by name, to stand behind their amount; "" when none of them may be named.

    A name that holds that of a college or what a contact column says is not for a sentence; a function is no name.
    """
    persons = (text for text in register.contacts if plain(text) and not v.CONTACTROLLEN.find(text))
    avoided = [text.casefold() for text in {*register.colleges, *persons}]
    fit = (name for name in activiteiten["naam"] if not any(text in name.casefold() for text in avoided))
    told = list(islice(fit, NAMED))
    if not told:
        return ""
    listed = texts.listing(f"‘{_short(name)}’" for name in told)
    return f" ({listed})" if len(told) == len(activiteiten) else f" (onder meer {listed})"


def _short(name: str) -> str:
    short = textwrap.shorten(name, NAME_LENGTH, placeholder="…")
    return f"{name[: NAME_LENGTH - 1]}…" if short == "…" else short  # one very long word
