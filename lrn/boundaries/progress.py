"""How far the fetching is, on stderr and only for someone who is watching."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from lrn import texts
from lrn.boundaries.fetch import MEGABYTE, Report


@contextmanager
def bar() -> Iterator[Report]:
    """A progress bar that goes when it is done; silent when stderr is not a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("Grenzen ophalen"), BarColumn(), TextColumn("{task.fields[told]} MB"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None, told=texts.number(0, 1))

        def report(received: int, expected: int | None) -> None:
            progress.update(task, completed=received, total=expected, told=texts.number(received / MEGABYTE, 1))

        yield report
