"""Hostile, broken and unusual files: right figures or one plain sentence, in time, the server untouched.

The files are made by ``tests.register.hostile`` and read two at a time, each by a process of its own: a fork, or for the
kinds that try to take the process down the very one that the product starts.
"""

import json
import os
import re
import subprocess
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from lrn.register import child as read
from lrn.register import worker
from lrn.register.load import load, load_content
from lrn.register.model import Unreadable
from lrn.register.reading import limits
from tests.conftest import PEILDATUM, START_CHILD
from tests.register.forks import Server
from tests.register.hostile import CASES, Case, repeated_text, xlsx

ROOT = Path(__file__).resolve().parents[2]
DEADLINE = read.DEADLINE  # here seconds of a processor: by the clock a busy machine may need many more
SENTENCE = 450  # characters
CAN_FORK = hasattr(os, "fork")
REAL = ("much",)
GROWTH = 200  # MB that the server may grow by for any file


@dataclass(frozen=True)
class Outcome:
    """What came of a file: figures or a sentence."""

    sentence: str = ""
    ids: tuple[str, ...] = ()
    values: tuple[tuple[tuple[str, str], object], ...] = ()
    findings: tuple[str, ...] = ()
    rows: int = 0


def outcome(case: Case, folder: Path) -> Outcome:
    """Read the file of *case*, in *folder* when it is one of .csv files."""
    if case.folder:
        path = folder / case.file
        folder.mkdir()
        case.make(path)
        return told(lambda: load(path, today=PEILDATUM), case)
    content = case.make()
    return told(lambda: load_content(case.file, content, today=PEILDATUM), case)


def told(reading, case):
    try:
        register = reading()
    except Unreadable as problem:
        return Outcome(sentence=str(problem))
    frame = register.activiteiten.set_index("id", drop=False)
    values = tuple((key, value_of(frame, *key)) for key in case.gives.values)
    cells = tuple(finding.cell for finding in register.findings)
    return Outcome("", tuple(frame["id"]), values, cells, register.rows_of("Activiteiten").counted)


def limited(child, seconds=int(DEADLINE)):
    """The *child*, which the system ends after so many seconds of a processor: on a busy machine these are as long."""
    with suppress(ImportError, AttributeError):  # not on Windows; on macOS not for another process
        import resource

        resource.prlimit(child.pid, resource.RLIMIT_CPU, (seconds, seconds))
    return child


def value_of(frame, identity, field):
    """A value as a test writes it: a day as a date, nothing as None."""
    value = frame[field].get(identity)
    if value is None or value != value:
        return None
    return value.date() if hasattr(value, "date") else value


@pytest.fixture(scope="module")
def outcomes(request, tmp_path_factory):
    """What comes of every file that is asked for, by case."""
    items = [item for item in request.session.items if item.path == request.path]
    asked = [item.callspec.params["case"] for item in items if "case" in item.fixturenames]
    folder = tmp_path_factory.mktemp("hostile")
    here = threading.local()
    servers: list[Server] = []

    def begin():
        here.server = Server(folder / f"server {threading.get_ident()}", seconds=int(DEADLINE))
        servers.append(here.server)

    def run(case, place):
        here.is_real = not CAN_FORK or case.kind in REAL
        return outcome(case, place)

    def start():
        real = getattr(here, "is_real", True)  # as for who reads in the thread of pytest
        return limited(START_CHILD()) if real else here.server.start()

    with pytest.MonkeyPatch.context() as patch, ThreadPoolExecutor(2, initializer=begin if CAN_FORK else None) as pool:
        patch.setattr(read, "_start", start)
        patch.setattr(read, "_take", lambda: None)
        yield {case.id: pool.submit(run, case, folder / str(n)) for n, case in enumerate(asked) if not case.skip}
        pool.shutdown(cancel_futures=True)
    for server in servers:
        server.stop()


def test_there_are_many_cases_of_every_kind():
    assert len(CASES) > 300
    assert len({case.id for case in CASES}) == len(CASES)
    assert len({case.kind for case in CASES}) > 15


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_file_gives_right_figures_or_one_sentence(case, outcomes: dict[str, Future[Outcome]]):
    if case.skip:
        pytest.skip(case.skip)
    found = outcomes[case.id].result()
    if case.says is None:
        assert found.sentence == ""
        assert found.ids == case.gives.ids
        assert dict(found.values) == case.gives.values
        assert found.findings == case.gives.findings
        assert found.rows == len(case.gives.ids)
        return
    said = found.sentence
    assert said, f"figures instead of a sentence: {found.ids[:5]}"
    assert [words for words in case.says if words not in said] == [], said
    assert said[0].isupper()
    assert said.endswith(".")
    assert len(said) < SENTENCE + len(case.file)
    assert said.isprintable()
    assert not re.search("Error|Traceback|None|Exception|calamine|Refused", said.replace(case.file, ""))
    assert " ".join(case.file.split()) in said


@pytest.mark.skipif(sys.platform != "linux", reason="alleen Linux begrenst een ander proces")
def test_a_reader_may_take_so_much_of_a_processor(ten_rows_path, monkeypatch, tmp_path):
    """Without this no file above could take too long."""
    stub = tmp_path / "worker.py"
    stub.write_text("while True: pass")
    monkeypatch.setattr(read, "WORKER", stub)
    monkeypatch.setattr(read, "_take", lambda: None)
    monkeypatch.setattr(read, "_start", lambda: limited(START_CHILD(), 1))
    with pytest.raises(Unreadable, match="afgebroken"):
        load(ten_rows_path)


def test_after_all_this_a_good_register_is_read(outcomes, ten_rows_path):
    for found in outcomes.values():
        found.result()
    case = Case("goed", "tien rijen", "tien.xlsx", ten_rows_path.read_bytes)
    assert len(outcome(case, Path()).ids) == 10


# ── The server ───────────────────────────────────────────────────────────────────────────────────────────────

_MEASURE = """
import json, resource, sys
from pathlib import Path
from lrn.register import child as read
from lrn.register.load import load
from lrn.register.model import Unreadable

def memory(what):
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) // 1024 for line in lines if line.startswith(what))

read.DEADLINE *= 20  # how long it takes hangs on how busy the machine is
load(Path(sys.argv[1]))
for path in sys.argv[2:]:
    Path("/proc/self/clear_refs").write_text("5")  # the peak is that of now
    before = memory("VmRSS")
    try:
        said = len(load(Path(path)).activiteiten)
    except Unreadable as problem:
        said = str(problem)
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    print(json.dumps([path, said, memory("VmHWM") - before, child]))
"""


@pytest.mark.skipif(
    not Path("/proc/self/clear_refs").exists(), reason="alleen Linux zegt hoeveel geheugen er op zijn hoogst was"
)
def test_no_file_makes_the_server_or_its_child_large(tmp_path, ten_rows_path):
    folder = tmp_path / "bevindingen"
    folder.mkdir()
    lines = (f"K{n};x;ooit {n};nooit {n}\n" for n in range(95_000))
    (folder / "Activiteiten.csv").write_text("ID;Naam;Start;Einde\n" + "".join(lines))
    (tmp_path / "kort.xlsx").write_bytes(repeated_text(60, 30))
    (tmp_path / "lang.xlsx").write_bytes(repeated_text(3000, 60))
    paths = [folder, tmp_path / "kort.xlsx", tmp_path / "lang.xlsx"]
    command = [sys.executable, "-c", _MEASURE, str(ten_rows_path), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [said if isinstance(said, int) else "te groot" in said for _, said, _, _ in found] == [95_000, 60, True]
    for path, _, growth, child in found:
        assert growth < GROWTH, path
        assert child < worker.MEMORY_LIMIT // 1024**2


def test_a_child_that_answers_without_end_is_bounded(monkeypatch):
    monkeypatch.setattr(limits, "ANSWER_LIMIT", 100)
    request = {"job": "lees", "name": "r.xlsx", "path": "", "today": "2026-10-01", "matching": "", "propose": False}
    line, made = worker.answer(json.dumps(request).encode() + b"\n" + xlsx())
    assert json.loads(line)["refused"] == "te-groot"
    assert made == b""


def test_a_child_that_says_nothing_gives_one_sentence(tmp_path, ten_rows_path, monkeypatch):
    stub = tmp_path / "worker.py"
    stub.write_text("import sys; sys.stdin.buffer.read()")
    monkeypatch.setattr(read, "WORKER", stub)
    with pytest.raises(Unreadable, match=r"^De werkmap “tien\.xlsx” kan niet worden gelezen: .*\.$"):
        load(ten_rows_path)


def test_what_is_too_large_is_not_sent_to_the_child(monkeypatch):
    monkeypatch.setattr(limits, "FILE_LIMIT", 10)
    monkeypatch.setattr(read, "_start", lambda: pytest.fail("a process was started"))
    monkeypatch.setattr(read, "_take", lambda: None)
    with pytest.raises(Unreadable, match="te groot"):
        load_content("r.xlsx", bytes(11))
