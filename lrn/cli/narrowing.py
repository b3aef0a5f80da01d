"""The filters of the pages as options of a command: each entry of :mod:`lrn.filters` is one."""

from __future__ import annotations

import functools
import inspect
import typing
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from lrn import clock, texts
from lrn.cli.ending import USAGE, stop
from lrn.filters import FILTER, FILTERS, Filter

if TYPE_CHECKING:
    from lrn.register.model import Register
    from lrn.selection import Selection
    from lrn.views.sets import ViewSet

Given = dict[str, list[str]]
"""What is asked for, by the field of a filter, as it was typed."""

_GIVEN = "gekozen"  # the parameter of a command that takes it


def narrowing(command: Callable[..., None], *, filters: Sequence[Filter] = FILTERS) -> Callable[..., None]:
    """*command* with an option for each of *filters* after --peildatum; what is asked for comes in as *gekozen*."""

    @functools.wraps(command)
    def run(**options: Any) -> None:
        given = {each.field: values for each in filters if (values := options.pop(each.field))}
        command(**options, **{_GIVEN: given})

    hints = typing.get_type_hints(command, include_extras=True)
    own = [
        each.replace(annotation=hints[name])
        for name, each in inspect.signature(command).parameters.items()
        if name != _GIVEN
    ]
    after = 1 + next(at for at, each in enumerate(own) if each.name == "peildatum")
    options = [
        inspect.Parameter(
            each.field,
            inspect.Parameter.POSITIONAL_OR_KEYWORD,
            default=None,
            annotation=Annotated[list[str] | None, typer.Option(metavar=each.label.upper(), help=_help(each))],
        )
        for each in filters
    ]
    del run.__wrapped__
    parameters = [*own[:after], *options, *own[after:]]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run


def of_content(command: Callable[..., None]) -> Callable[..., None]:
    """*command* with an option for each filter that is not about where: it is asked for one place already."""
    return narrowing(command, filters=[each for each in FILTERS if not each.place])


def _help(each: Filter) -> str:
    if not each.several:
        return f"{texts.capital(texts.choice(map(each.name, each.options or ())))}."
    return "Naam of code; mag vaker worden gegeven."


def narrowed(selection: Selection, given: Given, register: Register) -> Selection:
    """*selection* with what is *given*; stops with one sentence at what cannot be chosen in *register*."""
    if not given:
        return selection
    return replace(selection, **{name: _chosen(FILTER[name], asked, register) for name, asked in given.items()})


def of_set(chosen: ViewSet, register: Register, asked: Selection, peildatum: str, vergelijk: str) -> Selection:
    """What the set *chosen* is of in *register*, but for what is asked by hand; stops where it is not known.

    *asked* is what is asked: its day and comparison, as far as *peildatum* and *vergelijk* are given.
    """
    from lrn.views.sets import selection_of

    if not chosen.selection:
        return asked
    found, unknown = selection_of(chosen, register, clock.today())
    if unknown:
        stop(unknown[0], USAGE)
    return replace(
        found,
        peildatum=asked.peildatum if peildatum else found.peildatum,
        vergelijk=asked.vergelijk if vergelijk else found.vergelijk,
    )


def _chosen(by: Filter, asked: list[str], register: Register) -> Any:
    offered = by.offered(register)
    found = [by.read(text, offered) for text in asked]
    if None in found:
        choices = texts.choice(map(by.name, offered))
        what = f"{by.label.lower()} van het netwerk" if by.place else f"keuze bij {by.label}"
        stop(f"“{asked[found.index(None)]}” is geen {what}: kies {choices}.", USAGE)
    if by.several:
        return tuple(dict.fromkeys(found))
    if len(set(found)) > 1:
        stop(f"Bij {by.label} kan er één worden gekozen: {texts.choice(map(by.name, offered))}.", USAGE)
    return found[0]
