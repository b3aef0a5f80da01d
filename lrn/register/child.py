"""Has a child process read a workbook: one request to one process, with a deadline.

Starting Python and what reading needs takes a fifth of a second; :func:`keep_ready` has one process started beforehand.
It waits for its request on standard input, and ends by itself when the server does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from lrn import clock, texts
from lrn.register import columns
from lrn.register.matching.model import from_plain
from lrn.register.model import Source, Unreadable
from lrn.register.reading import limits
from lrn.register.values.remark import short

DEADLINE = 15.0  # seconds; the sample takes a third of one
PASSING = ("niet-te-openen", "csv-niet-te-openen", "te-lang", "afgebroken")  # reasons that may be over in a moment
LONGEST_NAME = 40  # characters of the name of a sheet in a sentence; Excel allows 31
KILLED = 9  # the number of SIGKILL, which Windows has no name for
WORKER = Path(__file__).with_name("worker.py")


@dataclass(frozen=True)
class Answer:
    """What the child made, and what it said about it (see ``lrn.register.worker``)."""

    made: memoryview
    about: dict[str, Any]


def find_source(path: Path, beside: Path | None = None) -> Source:
    """Which state of which file this is, without opening it; *beside* is the file of its matching, if it has one.

    The version is made of path, size, modified time and file number (of every .csv, for a folder): a file that is
    put in the place of another has its own number, also within one tick of the clock. Raises :class:`Unreadable`
    when there is nothing at *path*.
    """
    try:
        files = sorted(path.glob("*.[cC][sS][vV]")) if path.is_dir() else []
        stats = [(file.name, _stat(file)) for file in files] or [(path.name, path.stat())]
    except OSError:
        raise _unreadable("niet-gevonden", path.name or str(path)) from None
    modified = max(stat.st_mtime for _, stat in stats)
    if beside is not None:
        with suppress(OSError):
            stats.append((str(beside.absolute()), beside.stat()))
    version = "|".join(f"{n}:{s.st_size}:{s.st_mtime_ns}:{s.st_ctime_ns}:{s.st_ino}" for n, s in stats)
    return Source(path=path, version=f"{path.resolve()}|{version}", modified=clock.at(modified))


def _stat(file: Path) -> os.stat_result:
    """Of a link that leads nowhere its own: reading will name it."""
    try:
        return file.stat()
    except OSError:
        return file.lstat()


def ask(
    job: str,
    *,
    name: str,
    path: Path | None = None,
    content: bytes = b"",
    today: date | None = None,
    modified: datetime | None = None,
    matching: str = "",
    propose: bool = False,
    deadline: float | None = None,
) -> Answer:
    """Have a child do *job* (lees, koppel, markeer, geef or bewaar) with the workbook at *path*, or with *content*.

    *name* is what the workbook is called in sentences. *matching* (TOML) says what its sheets, columns and values are;
    with *propose* what is sure is added to it, and the answer tells what could be. Raises
    :class:`Unreadable` with one Dutch sentence when the
    workbook cannot be read, or not within *deadline* seconds (``DEADLINE`` when not given).
    """
    deadline = DEADLINE if deadline is None else deadline
    if len(content) > limits.FILE_LIMIT:  # not sent and copied only to be refused
        raise _unreadable("te-groot", name, deadline)
    request = {
        "job": job,
        "name": name,
        "path": str(path.absolute()) if path else "",
        "today": (today or clock.today()).isoformat(),
        "modified": modified.isoformat() if modified else "",
        "matching": matching,
        "propose": propose,
    }
    try:
        child = _take() or _start()
    except OSError:  # no process to be had: too little memory, or too many processes
        raise _unreadable("afgebroken", name, deadline) from None
    try:
        answer, said = child.communicate(json.dumps(request).encode() + b"\n" + content, timeout=deadline)
    except subprocess.TimeoutExpired:
        child.kill()
        child.communicate()
        raise _unreadable("te-lang", name, deadline) from None
    if child.returncode != 0 or b"\n" not in answer:
        # Out of memory ends a reader in its own way; what is left is that the file was too much for it.
        too_much = any(word in said for word in (b"memory allocation", b"capacity overflow", b"MemoryError"))
        if child.returncode == -KILLED:  # by the system, which was short of memory: that is no fault of the file
            raise _unreadable("afgebroken", name, deadline)
        raise _unreadable("te-groot" if too_much else "beschadigd", name, deadline)
    end = answer.index(b"\n")
    about = json.loads(answer[:end])
    if "refused" in about:
        refusal = _refusal(about, name, deadline)
        refusal.proposal = from_plain(about["proposal"]) if "proposal" in about else None
        raise refusal
    return Answer(memoryview(answer)[end + 1 :], about)


def no_register(missing: list[str], present: list[str], name: str, separator: str = "") -> Unreadable:
    """The sentence for a workbook without the sheet or the headings that a register must have."""
    sheet = columns.ACTIVITEITEN.name
    if separator:
        return Unreadable(texts.all_in_one_column(_shown(name), sheet, separator))
    there = [_shown(other, LONGEST_NAME) for other in present]
    if missing:
        return Unreadable(texts.missing_columns(_shown(name), sheet, missing, there), matchable=True)
    return Unreadable(texts.missing_sheet(_shown(name), sheet, there), matchable=True)


def keep_ready() -> None:
    """Start the process for the next request now, unless one is waiting already."""
    global _waiting
    with _lock, suppress(OSError):  # whoever needs one will be told that there is none
        if _waiting is None or _waiting.poll() is not None:
            _waiting = None
            _waiting = _start()


_lock = Lock()
_waiting: subprocess.Popen[bytes] | None = None


def _take() -> subprocess.Popen[bytes] | None:
    """The process that is waiting, if it is still there; it is nobody else's from now on."""
    global _waiting
    with _lock:
        taken, _waiting = _waiting, None
    return taken if taken is not None and taken.poll() is None else None


def _start() -> subprocess.Popen[bytes]:
    """A process that waits for its request. Raises ``OSError`` when the system gives none.

    It gets a copy of the environment: Python hands over the live one, and where another thread changes a variable
    meanwhile the system may find nothing at the address it was given ("Bad address").
    """
    return subprocess.Popen(
        [sys.executable, "-P", str(WORKER)],
        env=dict(os.environ),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # on Windows a console would flash by
    )


def _refusal(about: dict[str, Any], name: str, deadline: float) -> Unreadable:
    """The sentence for a workbook that the child looked into and did not take."""
    reason, where = about["refused"], about.get("where", "")
    if reason == "geen-register":
        return no_register(about["missing"], about["present"], name, about["separator"])
    if reason == "niet-te-markeren":
        return Unreadable(where)
    return _unreadable(reason, name, deadline, where)


def _unreadable(reason: str, name: str, deadline: float = DEADLINE, where: str = "") -> Unreadable:
    sentence = texts.UNREADABLE.get(reason, texts.UNREADABLE["beschadigd"])
    told = sentence.format(
        naam=_shown(name),
        seconden=f"{deadline:g}",
        rijen=texts.number(limits.ROW_LIMIT),
        bevindingen=texts.number(limits.FINDINGS_LIMIT),
        waar=_shown(where, 2 * LONGEST_NAME),
    )
    return Unreadable(told, passing=reason in PASSING)


def _shown(name: str, length: int = 255) -> str:
    """A name that somebody else chose, as a sentence can hold it: on one line and without signs that nobody sees."""
    return short("".join(sign if sign.isprintable() else " " for sign in name), length)
