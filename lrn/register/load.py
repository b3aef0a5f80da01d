"""The calls that the rest of the product needs: a workbook in, a register out; or the workbook back, marked."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from lrn import clock, texts
from lrn.register.checking.check import NoRegister, check
from lrn.register.child import Answer, ask, find_source, no_register
from lrn.register.matching import beside
from lrn.register.matching.model import Proposal, from_plain
from lrn.register.model import Register, SheetRows, Source, Unreadable
from lrn.register.reading import snapshot
from lrn.register.reading.book import Book
from lrn.register.tables import decode, describe, encode

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "register.xlsx"
ATTEMPTS = 4  # readings of a register that is being saved meanwhile
PAUSE = 0.2  # seconds between them


def load(path: Path, *, today: date | None = None, koppeling: Path | None = None) -> Register:
    """The register at *path*: a workbook (.xlsx, .xlsm, .xlsb, .xls, .ods), a snapshot, or a folder of .csv files.

    It is read with its matching, when it has one: the file *koppeling*, that beside it, or its sheet Koppeling. What
    comes back is one state of the file: when it changes while it is read, it is read again. A workbook that keeps
    changing is shown as it was read, in one go; a folder could be a mixture of two states and is not shown. Raises
    :class:`~lrn.register.model.Unreadable` with one Dutch sentence when it cannot be read.

    >>> register = load(SAMPLE, today=date(2026, 11, 30))
    >>> len(register.activiteiten), register.source.name
    (123, 'register.xlsx')
    >>> print(register.findings[0].message)
    Deze kolom kennen we niet en gebruiken we niet voor de cijfers. U kunt de kolom laten staan
    """
    today = today or clock.today()
    for attempt in range(ATTEMPTS):
        file = beside.file_of(path, koppeling)
        source = find_source(path, file)
        try:
            answer = ask("lees", name=source.name, path=path, today=today, matching=beside.read(file))
        except Unreadable:
            if find_source(path, file).version == source.version:
                raise
        else:
            last = attempt == ATTEMPTS - 1 and path.is_file()
            if last or find_source(path, file).version == source.version:
                return _register(answer, source, today)
        time.sleep(PAUSE)
    raise Unreadable(texts.UNREADABLE["wordt-bewaard"].format(naam=source.name), passing=True)


def load_content(
    name: str, content: bytes, *, today: date | None = None, matching: str = "", propose: bool = False
) -> Register:
    """The register in the workbook *content*, called *name*; nothing is written to disk. Raises as :func:`load` does.

    *matching* (TOML) says what its sheets, columns and values are; with *propose* what is sure is added to that, and
    the register, or what is raised, tells what could be. Its version is made of name, content and matching, so that
    the same workbook is the same state whoever brings it.
    """
    today = today or clock.today()
    version = f"inhoud|{name}|{hashlib.sha256(content + matching.encode()).hexdigest()}{'|voorstel' if propose else ''}"
    answer = ask("lees", name=name, content=content, today=today, matching=matching, propose=propose)
    return _register(answer, Source(Path(name), version, clock.now()), today)


def mark(name: str, content: bytes, *, today: date | None = None, matching: str = "") -> bytes:
    """The very workbook *content* (.xlsx or .xlsm), with its findings marked: see ``lrn.register.mark``.

    With a *matching* (TOML) it is marked as :func:`give_back` gives it. Raises
    :class:`~lrn.register.model.Unreadable` with one Dutch sentence when that cannot be done.
    """
    return ask("markeer", name=name, content=content, today=today, matching=matching).made.tobytes()


def give_back(name: str, content: bytes, *, matching: str, today: date | None = None) -> bytes:
    """The workbook *content* (.xlsx or .xlsm) in the contract's form: see ``lrn.register.matching.given_back``.

    Raises :class:`~lrn.register.model.Unreadable` with one Dutch sentence when that cannot be done.
    """
    return ask("geef", name=name, content=content, today=today, matching=matching).made.tobytes()


def propose(path: Path, *, koppeling: Path | None = None) -> Proposal:
    """What the workbook at *path* holds beside what the contract knows, with its matching when it has one.

    Raises :class:`~lrn.register.model.Unreadable` with one Dutch sentence when it cannot be opened.
    """
    file = beside.file_of(path, koppeling)
    name = find_source(path, file).name
    return from_plain(ask("koppel", name=name, path=path, matching=beside.read(file), propose=True).about["proposal"])


def keep(path: Path, folder: Path, *, koppeling: Path | None = None) -> Path:
    """Write a snapshot of the register at *path* in *folder* and return where: see ``lrn.register.reading.snapshot``.

    What is kept is the register in the contract's form, so that it needs no matching any more.

    Raises :class:`~lrn.register.model.Unreadable`, or ``OSError`` when *folder* cannot be written.
    """
    for _ in range(ATTEMPTS):
        source = load(path, koppeling=koppeling).source  # only what can be shown again is kept
        file = beside.file_of(path, koppeling)
        matching = beside.read(file)
        made = ask("bewaar", name=source.name, path=path, modified=source.modified, matching=matching).made.tobytes()
        if find_source(path, file).version == source.version:
            return snapshot.keep(made, folder, source.name, source.modified)
        time.sleep(PAUSE)
    raise Unreadable(texts.UNREADABLE["wordt-bewaard"].format(naam=source.name), passing=True)


def build(book: Book, source: Source, today: date) -> Register:
    """The register in *book*, checked in this very process: for texts that are known to be harmless.

    Raises :class:`~lrn.register.model.Unreadable` as :func:`load` does.
    """
    try:
        checked = check(book, today)
    except NoRegister as problem:
        raise no_register(problem.missing, problem.present, source.name, problem.separator) from None
    return _register(Answer(memoryview(encode(checked)), describe(checked, book)), source, today)


def _register(answer: Answer, source: Source, today: date) -> Register:
    about = answer.about
    frames = decode(answer.made)
    aside = {name.removeprefix("terzijde "): frames.pop(name) for name in list(frames) if name.startswith("terzijde ")}
    source = replace(source, is_sample=about["is_sample"])
    if about["modified"]:
        source = replace(source, modified=datetime.fromisoformat(about["modified"]), origin=about["origin"])
    rows = tuple(SheetRows(**found) for found in about["rows"])
    formats = {sheet: tuple(found) for sheet, found in about["formats"].items()}
    proposal = from_plain(about["proposal"]) if "proposal" in about else None
    return Register(
        source=source,
        rows=rows,
        checked_on=today,
        terzijde=aside,
        formats=formats,
        read={sheet: tuple(headings) for sheet, headings in about["read"].items()},
        proposal=proposal,
        **frames,
    )
