"""Starts the child that parses a workbook, waits no longer than the deadline, and takes its texts."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pandas as pd
import pyarrow as pa

from lrn import texts
from lrn.register import columns, parse
from lrn.register.model import Source, Unreadable
from lrn.terms import plain

DEADLINE = 30  # seconds; the sample takes less than one


def find_source(path: Path) -> Source:
    """Which state of which file this is, without opening it.

    The version is made of path, size and modified time (of every .csv, for a folder). Raises
    :class:`Unreadable` when there is nothing at *path*.
    """
    try:
        files = sorted(path.glob("*.[cC][sS][vV]")) if path.is_dir() else [path]
        stats = [(file.name, file.stat()) for file in files] or [(path.name, path.stat())]
    except OSError:
        raise Unreadable(texts.UNREADABLE["niet-gevonden"].format(naam=path.name or path)) from None
    version = "|".join(f"{name}:{stat.st_size}:{stat.st_mtime_ns}" for name, stat in stats)
    modified = max(stat.st_mtime for _, stat in stats)
    return Source(path=path, version=f"{path.resolve()}|{version}", modified=datetime.fromtimestamp(modified))


def read_texts(path: Path, *, deadline: float = DEADLINE) -> dict[str, pd.DataFrame]:
    """The sheets of the workbook at *path* by name: frames of text, the first row being row 1 of the sheet.

    Raises :class:`Unreadable` with one Dutch sentence when the file cannot be read within *deadline* seconds.
    """
    command = [sys.executable, "-P", parse.__file__, str(path)]
    try:
        child = subprocess.run(command, capture_output=True, timeout=deadline, check=False)
    except subprocess.TimeoutExpired:
        raise _unreadable("te-lang", path, deadline) from None
    if child.returncode != 0:
        reason = child.stderr.decode(errors="replace").strip().rsplit("\n", 1)[-1]
        raise _unreadable(reason if child.returncode == 3 else "beschadigd", path)
    sheets = _from_arrow(child.stdout)
    known = {plain(name): name for name in (*(sheet.name for sheet in columns.SHEETS), *columns.TEXT_SHEETS)}
    named: dict[str, pd.DataFrame] = {}
    for name, frame in sheets.items():
        ours = known.get(plain(name), name)
        # Of two sheets whose names read alike the first counts; the other keeps its own name and is reported.
        named[name if ours in named else ours] = frame
    required = columns.ACTIVITEITEN.name
    if required not in named:
        raise Unreadable(texts.missing_sheet(path.name, required, list(sheets)))
    return named


def _unreadable(reason: str, path: Path, deadline: float = DEADLINE) -> Unreadable:
    sentence = texts.UNREADABLE.get(reason, texts.UNREADABLE["beschadigd"])
    return Unreadable(sentence.format(naam=path.name, seconden=f"{deadline:g}", rijen=texts.number(parse.ROW_LIMIT)))


def _from_arrow(content: bytes) -> dict[str, pd.DataFrame]:
    sheets = {}
    buffer = pa.BufferReader(content)
    while buffer.tell() < len(content):
        table = pa.ipc.open_stream(buffer).read_all()
        name = table.schema.metadata[b"sheet"].decode()
        sheets[name] = table.to_pandas()
    return sheets
