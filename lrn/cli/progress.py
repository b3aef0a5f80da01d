"""How far a command is, on stderr and only for someone who is watching."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn


@contextmanager
def bar(doing: str) -> Iterator[Callable[[int, int | None, str], None]]:
    """A progress bar that goes when it is done; silent when stderr is not a terminal.

    To be told how much is done, how much there is in all (None: not known), and what to say of it.
    """
    console = Console(stderr=True)
    columns = (TextColumn(doing), BarColumn(), TextColumn("{task.fields[told]}"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None, told="")
        yield lambda done, total, told: progress.update(task, completed=done, total=total, told=told)
