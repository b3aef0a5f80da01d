"""The child process: reads one workbook, checks it or marks it, answers, and ends.

Everything that a hostile file could do to its reader happens here: parsing, checking (patterns that match slowly),
marking. ``lrn.register.child`` starts this file and sends one request; here the memory is limited. It is a plain
subprocess and not ``multiprocessing``: under Streamlit that would import ``app.py`` again in each child, as its
``__main__``. Windows has no ``RLIMIT_AS`` and macOS refuses it; there ``limits`` and the deadline stand alone.

A request is a line of JSON (``job``, ``today``, ``path`` or "", ``matching`` as TOML or "", ``propose``) and, without
a path, the workbook. The answer is a line of JSON, with ``refused`` when the workbook cannot be read and ``proposal``
where there is one, and what the job makes.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from functools import partial
from importlib.abc import MetaPathFinder
from pathlib import Path
from typing import Any

import numpy as np

if __name__ == "__main__":  # started by its path: the project is not installed
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from lrn import vocabulary
from lrn.register import columns
from lrn.register.checking.check import Checked, NoRegister, check
from lrn.register.checking.rows import RepeatedTexts
from lrn.register.matching.decide import without_used
from lrn.register.matching.edits import Edits, applied
from lrn.register.matching.model import Matching, Proposal, to_plain
from lrn.register.matching.plan import edits
from lrn.register.matching.propose import propose
from lrn.register.matching.toml import from_toml, in_workbook
from lrn.register.reading import limits, parse, snapshot, xlsx
from lrn.register.reading.book import Book
from lrn.register.reading.xlsx import Refused
from lrn.register.tables import describe, encode
from lrn.register.values.dates import date_value

MEMORY_LIMIT = 3 * 1024**3  # bytes of address space; 100,000 rows × 40 columns need less than 2 GiB
NAMES, NAME_LENGTH = 9, 200  # how many names of sheets or headings, and how much of a name, a refusal tells
MOST_SHEETS = 12  # sheets of a workbook that are looked into for a proposal
NICE = 5  # reading gives way to the pages that others are looking at


def limit_memory() -> None:
    """Give this process ``MEMORY_LIMIT`` bytes of address space, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, allowed = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if allowed == resource.RLIM_INFINITY else min(MEMORY_LIMIT, allowed)
    # macOS has the name but refuses the limit: there, too, the deadline stands alone.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limit, allowed))


NOTHING = Matching()


def wanted(names: Collection[str], matching: Matching = NOTHING, *, every: bool = False) -> set[str]:
    """The sheets whose texts are needed: those of the contract and of *matching*; *every* one that may hold data."""
    ours = {sheet.name for sheet in columns.SHEETS}
    called = columns.called(names)
    if every:
        texts = set(columns.TEXT_SHEETS) - {columns.KOPPELING}
        return {name for name in list(names)[:MOST_SHEETS] if called[name] not in texts}
    return {name for name in names if called[name] in {*ours, columns.KOPPELING} or matching.of(name)}


def answer(request: bytes) -> tuple[bytes, bytes]:
    """What to say to *request*, a line of JSON, and what was made. Raises only what should end the process."""
    line, _, content = request.partition(b"\n")
    asked = json.loads(line)
    decided = from_toml(asked["matching"]) if asked["matching"] else NOTHING
    plan = Edits()
    proposal: Proposal | None = None
    needed = partial(wanted, matching=decided, every=asked["propose"])
    try:
        book = parse.read_file(Path(asked["path"]), needed) if asked["path"] else parse.read_content(content, needed)
        decided = decided or in_workbook(book)
        if decided or asked["propose"]:
            proposal = propose(book, decided)
            plan = edits(book, proposal.matching)
            proposal = proposal.with_edits(plan.notes, plan.ids_made)
        made, about = _do(asked, book, content, proposal, plan)
        if len(made) > limits.ANSWER_LIMIT:
            raise Refused("te-groot")
    except NoRegister as problem:
        present = [name[:NAME_LENGTH] for name in problem.present[:NAMES]]
        about = {"refused": "geen-register", "missing": problem.missing, "present": present}
        made, about = b"", about | {"separator": problem.separator}
    except Refused as refusal:
        made, about = b"", {"refused": str(refusal), "where": refusal.where[:NAME_LENGTH]}
    except MemoryError:
        made, about = b"", {"refused": "te-groot", "where": ""}
    except OSError:
        made, about = b"", {"refused": "niet-te-openen", "where": ""}
    if proposal:
        about["proposal"] = to_plain(proposal)
    return json.dumps(about).encode() + b"\n", made


def _do(
    asked: dict[str, Any], book: Book, content: bytes, proposal: Proposal | None, plan: Edits
) -> tuple[bytes, dict[str, Any]]:
    matched = applied(book, plan)
    match asked["job"]:
        case "koppel":
            return b"", {}
        case "bewaar":
            return snapshot.encode(matched, asked["name"], asked["modified"]), {}
        case "markeer" | "geef":
            from lrn.register.mark import NotMarkable, mark
            from lrn.register.matching.given_back import give_back

            content = content or Path(asked["path"]).read_bytes()
            try:
                if proposal and plan:
                    content = give_back(content, plan, proposal.matching, asked["name"], _before(book, proposal, asked))
                if asked["job"] == "markeer":
                    content = mark(content, _check(matched, asked, proposal).findings)
            except NotMarkable as problem:
                return b"", {"refused": "niet-te-markeren", "where": str(problem)}
            return content, {}
        case _:
            checked = _check(matched, asked, proposal)
            return encode(checked), describe(checked, matched)


def _before(book: Book, proposal: Proposal, asked: dict[str, Any]) -> int:
    """How many findings there were when sheets and columns were matched and nothing else was settled; 0: unknown."""
    for make_ids in (False, True):  # without a column of IDs there is nothing to count before these are made
        plan = edits(book, proposal.matching.unsettled(make_ids=make_ids))
        try:
            found = check(applied(book, plan), date.fromisoformat(asked["today"])).findings
            return len(without_used(found, proposal))
        except NoRegister:
            pass
    return 0


def _check(book: Book, asked: dict[str, Any], proposal: Proposal | None) -> Checked:
    """The register in *book*; refuses one with more findings than the server can keep."""
    checked = check(book, date.fromisoformat(asked["today"]))
    if proposal:
        checked = replace(checked, findings=without_used(checked.findings, proposal))
    if len(checked.findings) > limits.FINDINGS_LIMIT:
        ((sheet, column), _), *_ = Counter((f.sheet, f.column) for f in checked.findings).most_common(1)
        raise Refused("te-veel-bevindingen", f"{sheet}, kolom {column}" if column else sheet)
    return checked


def main() -> int:
    """Answer the one request on standard input."""
    limit_memory()
    sys.meta_path.insert(0, _WithoutPandas())
    gc.disable()  # one workbook and the process ends; collecting would take a third of the time
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(NICE)
    _warm_up()
    out = sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing but the answer may go there
    request = sys.stdin.buffer.read()
    if request:  # nothing: the server has ended before it needed this process
        out.writelines(answer(request))
        out.flush()
        os._exit(0)  # taking down a million objects one by one would take as long as checking them
    return 0


class _WithoutPandas(MetaPathFinder):
    """Keeps pandas out: Arrow looks for it at its first array, and importing it takes longer than most registers."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name == "pandas":
            raise ImportError("the child does without pandas")


def _warm_up() -> None:
    """Load what every request needs, while there is none yet."""
    import python_calamine  # noqa: F401

    xlsx.look(b"")
    date_value("1 mei 2026")
    vocabulary.municipality_vocabulary()
    words = ["a", "a", "a"]
    every = {"": words, "themas": RepeatedTexts(words, np.arange(3)), "sinds": [date.min], "sure": [True], "nr": [1]}
    encode(Checked({name: {name: values} for name, values in every.items()}, [], [], {}, False))


if __name__ == "__main__":
    sys.exit(main())
