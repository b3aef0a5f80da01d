"""Which small changes of the code do the tests not notice? By hand and not in .ci/run, for it takes an hour or more:

    pip install mutmut==3.8.1
    python tests/mutants.py measures/rows selection --sample 60 --seed 13

takes so many mutants of each place below lrn/, half of them at borders (numbers, comparisons, conditions), and runs for
each the unit tests that reach its function, those of its own file first and then the quickest, until one fails. The
mutants are those of mutmut's operators, and conditions that always or never hold. mutmut itself is not used to run
them: it leaves constants and decorated functions alone, and takes tests in no order. Wording is not changed.
What survives is written to --out as differences; --again tries only those.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import hashlib
import importlib
import json
import os
import pickle
import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from importlib.machinery import SourceFileLoader
from itertools import accumulate, pairwise
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import libcst as cst
import pytest
from hypothesis import HealthCheck, Phase, settings
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

ROOT = Path(__file__).resolve().parents[1]
LRN = f"{ROOT}/lrn/"
CPU = 60  # seconds: a mutant that runs on is noticed
BORDERS = (
    *(cst.BaseNumber, cst.Comparison, cst.ComparisonTarget, cst.BaseCompOp, cst.BooleanOperation, cst.BinaryOperation),
    *(cst.UnaryOperation, cst.Name, cst.If, cst.IfExp, cst.CompIf, cst.Break, cst.Continue),
)


@dataclass
class Mutant:
    """A change of one node: in which file, in which function ("" outside any), on which lines."""

    path: str
    function: str
    lines: list[str]
    before: cst.CSTNode
    after: cst.CSTNode
    module: cst.Module

    @property
    def at_border(self) -> bool:
        return isinstance(self.before, BORDERS)

    @cached_property
    def code(self) -> str:
        return self.module.deep_replace(self.before, self.after).code

    @property
    def difference(self) -> str:
        lines = difflib.unified_diff(self.module.code.splitlines(), self.code.splitlines(), n=0, lineterm="")
        return "\n".join(line for line in list(lines)[2:] if not line.startswith("@@"))


def forced(node: cst.If | cst.CompIf) -> Iterator[cst.CSTNode]:
    """The condition as if it always, or never, held: mutmut does so for `a if b else c` only."""
    for value in ("True", "False"):
        yield node.with_changes(test=cst.Name(value))


class Finder(cst.CSTVisitor):
    """Collects the mutants of a module; leaves out docstrings, annotations, decorators, imports and wording."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self, path: str, module: cst.Module) -> None:
        self.path, self.module, self.found, self.skipped = path, module, [], Counter()
        self._inside: list[cst.CSTNode] = []
        self._in_head = False
        self._lines = module.code.splitlines()
        self._operators = [*mutation_operators, (cst.If, forced), (cst.CompIf, forced)]

    def on_visit(self, node: cst.CSTNode) -> bool:
        if isinstance(node, cst.Annotation | cst.Decorator | cst.Import | cst.ImportFrom | cst.Raise):
            return False
        if isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString):
            return False
        if isinstance(node, cst.Arg) and node.keyword and node.keyword.value == "strict":
            return False
        if isinstance(node, cst.If) and isinstance(node.test, cst.Name) and node.test.value == "TYPE_CHECKING":
            return False
        if isinstance(node, cst.FunctionDef | cst.ClassDef):
            self._inside.append(node)
        self._in_head |= isinstance(node, cst.Parameters)
        for kind, operator in self._operators:
            if isinstance(node, kind):
                self._take(node, list(operator(node)))
        return True

    def on_leave(self, node: cst.CSTNode) -> None:
        if self._inside and self._inside[-1] is node:
            self._inside.pop()
        self._in_head &= not isinstance(node, cst.Parameters)

    def _take(self, node: cst.CSTNode, changed: list[cst.CSTNode]) -> None:
        if isinstance(node, cst.Call):  # zip(…, strict=True) is a guard that no test can set off
            guards = [arg for arg in node.args if arg.keyword and arg.keyword.value == "strict"]
            kept = [call for call in changed if all(any(arg is guard for arg in call.args) for guard in guards)]
            self.skipped["strict"] += len(changed) - len(kept)
            changed = kept
        if isinstance(node, cst.SimpleString):
            wording = not str(node.evaluated_value).replace("_", "").isalnum() or str(node.evaluated_value)[0].isupper()
            self.skipped["wording"] += len(changed) if wording else 0
            changed = [] if wording else changed[:1]
        names = [place.name.value for place in self._inside]
        first = next((i for i, place in enumerate(self._inside) if isinstance(place, cst.FunctionDef)), None)
        # What stands in the head of a function is made when the module is imported.
        function = "" if first is None or self._in_head else ".".join(names[: first + 1])
        where = self.get_metadata(PositionProvider, node)
        lines = self._lines[where.start.line - 1 : where.end.line]
        self.found += [Mutant(self.path, function, lines, node, after, self.module) for after in changed]


def mutants_of(place: str) -> tuple[list[Mutant], Counter]:
    """All mutants of lrn/*place*: a module, or a folder without those below it."""
    spot = ROOT / "lrn" / place
    found, skipped = [], Counter()
    for path in sorted(spot.glob("*.py")) if spot.is_dir() else [spot.with_suffix(".py")]:
        wrapper = MetadataWrapper(cst.parse_module(path.read_text(encoding="utf-8")), unsafe_skip_copy=True)
        finder = Finder(str(path.relative_to(ROOT)), wrapper.module)
        wrapper.visit(finder)
        found += finder.found
        skipped += finder.skipped
    return found, skipped


def sample(found: list[Mutant], many: int, seed: int) -> list[Mutant]:
    """*many* of them, half at borders, each time the same."""
    order = random.Random(seed)
    border, other = ([m for m in found if m.at_border is at] for at in (True, False))
    chosen = order.sample(border, min(len(border), many // 2))
    return chosen + order.sample(other, min(len(other), many - len(chosen)))


class Runner:
    """A pytest plugin: with all tests collected once, it forks for each mutant and runs those that reach it."""

    def __init__(self, chosen: dict[str, list[Mutant]], told: argparse.Namespace) -> None:
        self.chosen, self.told = chosen, told

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self.items = {item.nodeid: item for item in session.items}
        known = self._known()
        if ("" not in known or self.items.keys() - known.keys()) and _in_child(lambda: self._look(known), 100 * CPU):
            raise SystemExit("De tests slagen niet zonder mutant")
        known = self._known()
        self.at_import = set(known[""][1])
        self.reach = {test: (known[test][0], set(known[test][1])) for test in self.items}
        _keep_readings()
        total: Counter[bool] = Counter()
        for place, mutants in self.chosen.items():
            noticed: dict[bool, list[bool]] = {True: [], False: []}
            for number, mutant in enumerate(mutants):
                tests = self.tests_of(mutant)
                unchanged = [replace(mutant, function=function) for function in ("", mutant.function)]
                if number == 0 and any(self._try(each, tests, mutant.module.code) for each in unchanged):
                    raise SystemExit(f"De tests van {place} slagen niet zonder mutant")
                found = bool(tests) and self._try(mutant, tests, mutant.code)
                noticed[mutant.at_border].append(found)
                print("." if found else "F", end="", flush=True)
                if not found:
                    with self.told.out.open("a", encoding="utf-8") as out:
                        out.write(f"{mutant.path}:{mutant.function}\n{mutant.difference}\n({len(tests)} tests)\n\n")
            border, other = noticed[True], noticed[False]
            total.update(border + other)
            print(f"\n{place}: borders {sum(border)}/{len(border)}, others {sum(other)}/{len(other)}", flush=True)
        print(f"killed: {total[True]} of {total.total()}")
        return True

    def _known(self) -> dict[str, tuple[float, list[str]]]:
        return json.loads(self.told.reach.read_text()) if self.told.reach.exists() else {}

    def tests_of(self, mutant: Mutant) -> list[str]:
        """The tests that reach the mutant, those that mirror its module or folder first, for as long as may be."""
        file, key = Path(mutant.path), f"{mutant.path}:{mutant.function}"
        folder = f"tests/{'/'.join(file.parts[1:-1])}/".replace("//", "/")
        at_call = mutant.function and key not in self.at_import

        def reaches(functions: set[str]) -> bool:
            return key in functions if at_call else any(f.startswith(f"{file}:") for f in functions)

        near = [test for test, (_, functions) in self.reach.items() if reaches(functions)]
        own = f"{folder}test_{file.name}::"
        near.sort(key=lambda test: (not test.startswith(own), not test.startswith(folder), self.reach[test][0]))
        spent = accumulate(self.reach[test][0] for test in near)
        return [
            test for n, (test, all_) in enumerate(zip(near, spent, strict=True)) if n == 0 or all_ < self.told.seconds
        ]

    def _look(self, known: dict[str, tuple[float, list[str]]]) -> bool:
        """Note which functions each new test calls, and in how many seconds; "": what importing calls."""
        known[""] = (0.0, sorted(_called_at_import()))
        new = [item for test, item in self.items.items() if test not in known]
        for item, following in pairwise([*new, None]):
            started = time.process_time()
            with _calls() as calls:
                failed = self._run(item, following)
            if failed:
                print(f"Faalt zonder mutant: {item.nodeid}", file=sys.__stderr__)
                return True
            known[item.nodeid] = (time.process_time() - started, sorted(calls))
        self.told.reach.write_text(json.dumps(known))
        return False

    def _try(self, mutant: Mutant, tests: list[str], source: str) -> bool:
        """Whether a test fails with *source* in place of the mutant's module."""
        code = compile(source, str(ROOT / mutant.path), "exec", dont_inherit=True)
        name = mutant.path.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        if not mutant.function or f"{mutant.path}:{mutant.function}" in self.at_import:
            return _in_child(lambda: _imported_anew(name, code, tests), CPU)
        owner, _, attribute = mutant.function.rpartition(".")
        holder = vars(sys.modules[name])
        for part in filter(None, owner.split(".")):
            holder = vars(holder[part])
        function, changed = _function(holder[attribute]), _codes(code)[mutant.function]
        items = [self.items[test] for test in tests]

        def work() -> bool:
            function.__code__ = changed
            return any(self._run(item, following) for item, following in pairwise([*items, None]))

        return _in_child(work, CPU)

    def _run(self, item: pytest.Item, following: pytest.Item | None) -> bool:
        self.failed = False
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return self.failed

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed |= report.failed


@contextlib.contextmanager
def _calls() -> Iterator[set[str]]:
    """The functions of lrn that are called meanwhile, as path:name."""
    found: set[str] = set()

    def note(frame: Any, event: str, _: Any) -> None:
        code = frame.f_code
        if event == "call" and code.co_filename.startswith(LRN):
            found.add(f"{code.co_filename[len(LRN) - 4 :]}:{code.co_qualname.split('.<locals>')[0]}")

    sys.settrace(note)
    try:
        yield found
    finally:
        sys.settrace(None)


def _called_at_import() -> set[str]:
    names = [name for name in sys.modules if name.startswith("lrn.")]
    kept = {name: sys.modules.pop(name) for name in names}
    with _calls() as found:
        for name in names:
            importlib.import_module(name)
    sys.modules.update(kept)
    return found


def _codes(code: CodeType) -> dict[str, CodeType]:
    found = {code.co_qualname: code}
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            found |= _codes(inner)
    return found


def _imported_anew(name: str, code: CodeType, tests: list[str]) -> bool:
    """What was made at import, also in other modules, is made anew with *code* as the module *name*."""
    for module in [m for m in sys.modules if m.split(".")[0] in ("lrn", "tests", "conftest")]:
        del sys.modules[module]
    usual = SourceFileLoader.get_code
    SourceFileLoader.get_code = lambda loader, module: code if module == name else usual(loader, module)  # type: ignore[method-assign]
    _keep_readings()
    # Without the parameters: a mutant that only names them otherwise is not noticed by that.
    functions = dict.fromkeys(test.partition("[")[0] for test in tests)
    return pytest.main(["-q", "-n0", "-x", "-s", *functions]) != 0


def _keep_readings() -> None:
    """Have a workbook that was read once answered from a file: its reader is another process, without the mutant."""
    from lrn.register import load

    folder = Path(tempfile.gettempdir()) / f"lrn-readings-{os.getuid()}"
    folder.mkdir(exist_ok=True)
    ask = load.ask

    def answer(job: str, *, path: Path | None = None, content: bytes = b"", **rest: Any) -> Any:
        if path and not path.is_file():
            return ask(job, path=path, content=content, **rest)
        asked = (job, path and path.read_bytes(), content, sorted(rest.items()))
        kept = folder / hashlib.sha256(repr(asked).encode()).hexdigest()
        if not kept.exists():
            found = ask(job, path=path, content=content, **rest)
            kept.write_bytes(pickle.dumps((found.made.tobytes(), found.about)))
        made, about = pickle.loads(kept.read_bytes())
        return load.Answer(memoryview(made), about)

    load.ask = answer


def _function(thing: Any) -> FunctionType:
    """The function inside a property, a cache or a static method."""
    while not isinstance(thing, FunctionType):
        thing = next(
            getattr(thing, name) for name in ("fget", "func", "__wrapped__", "__func__") if hasattr(thing, name)
        )
    return thing


def _in_child(work: Callable[[], bool], seconds: int) -> bool:
    """Do *work* in a fork: what it returns; True when it did not come to an end in so many seconds of CPU."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1] != 0
    ended = True
    with contextlib.suppress(BaseException):
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        ended = work()
    os._exit(ended)


def main() -> int:
    """Try the mutants that the command line asks for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("places", nargs="+", help="folders (without those below them) and modules of lrn/")
    ask.add_argument("--sample", type=int, default=60, help="mutants of each place")
    ask.add_argument("--seed", type=int, default=13)
    ask.add_argument("--seconds", type=float, default=12, help="of tests, at most, for each mutant")
    ask.add_argument("--tests", nargs="+", default=["tests/measures", "tests/test_selection.py"])
    ask.add_argument("--reach", type=Path, default=Path(tempfile.gettempdir(), "lrn-mutants.json"), help="kept")
    ask.add_argument("--out", type=Path, default=Path(tempfile.gettempdir(), "lrn-mutants.txt"))
    ask.add_argument("--again", action="store_true", help="only those that are in --out")
    told = ask.parse_args()
    before = told.out.read_text(encoding="utf-8") if told.again else ""
    told.out.unlink(missing_ok=True)
    chosen = {}
    for place in told.places:
        found, skipped = mutants_of(place)
        if told.again:
            gone = {line[1:] for line in before.splitlines() if line.startswith("-")}
            near = [mutant for mutant in found if gone & set(mutant.lines)]
            chosen[place] = [mutant for mutant in near if mutant.difference in before]
        else:
            chosen[place] = sample(found, told.sample, told.seed)
        print(f"{place}: {len(chosen[place])} of {len(found)}; left out: {dict(skipped)}", flush=True)
    settings.register_profile(
        "mutants",
        deadline=None,
        derandomize=True,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutants")
    return int(pytest.main(["-q", "-n0", "-s", "--tb=no", *told.tests], plugins=[Runner(chosen, told)]))


if __name__ == "__main__":
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    sys.exit(main())
