"""The files that a command reads and writes: the register, a house style, and what is made, never over another file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from lrn.cli.ending import UNREADABLE, USAGE, stop
from lrn.register.load import load
from lrn.register.matching import beside
from lrn.register.model import Register, Unreadable

if TYPE_CHECKING:  # pandas comes with it, and is imported while the register is read (see ``lrn.__main__``)
    from lrn.export.slides import HouseStyle
    from lrn.selection import Selection


def read_register(path: Path, koppeling: Path | None = None) -> Register:
    """The register at *path*, read with its matching; stops with one sentence when it cannot be read."""
    try:
        return load(path, koppeling=koppeling)
    except Unreadable as problem:
        more = (
            " Heten ze in uw werkmap anders? Maak dan een koppeling: python -m lrn koppel." if problem.matchable else ""
        )
        stop(f"{problem}{more}", UNREADABLE)


def kept_state(selection: Selection) -> Register | None:
    """The kept state that *selection* compares with, if it names one; stops with one sentence when that cannot be."""
    from lrn.measures.compare import earlier
    from lrn.register.reading.snapshot import from_environment

    state = earlier.kept_state(selection, from_environment())
    if state is None:
        return None
    if selection.peildatum is not None and state.modified.date() >= selection.peildatum:
        stop("De stand ligt niet vóór de peildatum: kies een eerdere stand om mee te vergelijken.", USAGE)
    return read_register(state.path)


def check_new(path: Path, ending: str, what: str) -> None:
    """Stop with one sentence unless *path* is a name for *what* that is still free."""
    if not path.stem or not path.name.lower().endswith(ending):
        stop(f"“{path}” is geen naam voor {what}: laat de naam eindigen op {ending}.", USAGE)
    if path.exists():
        stop(f"“{path}” bestaat al en blijft zoals het is: kies een andere naam.", USAGE)


def write_new(
    path: Path, write: Callable[[Path], object], ending: str = ".xlsx", what: str = "deze Excel-werkmap"
) -> None:
    """Have *write* make *what* at *path*, where there is none yet; else stop with one sentence."""
    from xlsxwriter.exceptions import FileCreateError

    check_new(path, ending, what)
    try:
        write(path)
    except (OSError, FileCreateError):
        stop(f"“{path}” kan niet worden geschreven: bestaat de map, en is het bestand gesloten?", UNREADABLE)


def write_back(make: Callable[..., bytes], register: Path, uit: Path, read: Register, koppeling: Path | None) -> None:
    """Have *make* give the workbook at *register* back, and write it; stops with one sentence when that cannot be."""
    try:
        matching = beside.read(beside.file_of(register, koppeling))
        made = make(register.name, register.read_bytes(), today=read.checked_on, matching=matching)
    except (Unreadable, OSError) as problem:
        stop(str(problem) if isinstance(problem, Unreadable) else f"“{register}” kan niet worden gelezen.", UNREADABLE)
    ending = ".xlsm" if register.suffix.lower() == ".xlsm" else ".xlsx"  # Excel opens macros under their own name only
    write_new(uit, lambda path: path.write_bytes(made), ending)


def house_style() -> HouseStyle | None:
    """The house style that LRN_SJABLOON names; says so when it cannot be used, and goes on without."""
    from lrn.export.slides import from_environment

    template, problem = from_environment()
    if problem:
        typer.echo(problem, err=True)
    return template
