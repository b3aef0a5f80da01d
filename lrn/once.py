"""Counting each thing once: what is asked for again and again while a deck is made is kept until it is done."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

_KEPT: ContextVar[dict[Hashable, tuple[Any, Any]] | None] = ContextVar("kept", default=None)


@contextmanager
def counting_once() -> Iterator[None]:
    """Within it, functions that are :func:`once` count the same thing once. Nothing is kept after it, nor shared."""
    if _KEPT.get() is not None:
        yield  # of the run around it
        return
    token = _KEPT.set({})
    try:
        yield
    finally:
        _KEPT.reset(token)


def once(count: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """*count*, which depends on its arguments only and of which nobody changes what it gives.

    Arguments that cannot be hashed, such as a register and its frames, are told apart by what they are, not by what
    they hold.
    """

    @wraps(count)
    def kept(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        found = _KEPT.get()
        if found is None:
            return count(*args, **kwargs)
        key = (count, *map(_identity, args), *((name, _identity(value)) for name, value in kwargs.items()))
        if key not in found:
            found[key] = ((args, kwargs), count(*args, **kwargs))  # the arguments stay, so that no other takes their id
        result: Result = found[key][1]
        return result

    return kept


def _identity(value: object) -> Hashable:
    try:
        hash(value)
    except TypeError:
        return "id", id(value)
    return value
