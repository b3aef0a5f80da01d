"""Own sets as a small file that people can read and change: TOML, with the files that stand beside the register."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from lrn import texts
from lrn.register.values.remark import short
from lrn.terms import Likely, key
from lrn.views import meetings, sets
from lrn.views.meetings import MEETINGS, SCENES, USUAL
from lrn.views.sets import ViewSet

ENDING = ".reeks.toml"
VERSION = 1
LONGEST = 200_000  # bytes; fifty sets of all views are shorter
MOST = 50  # files beside the register
_SETS, _NAME, _MEETING, _VIEWS, _SELECTION = "reeks", "naam", "vergadering", "beelden", "selectie"
_KEYS = (_NAME, _MEETING, _VIEWS, _SELECTION)
_EXPLAINED = (
    f"Reeks van beelden voor Presentatie. Zet dit bestand in de map van het register; de naam eindigt op {ENDING}.",
    "De volgorde van de regels onder beelden is die op het scherm. Een reeks erbij begint met een regel [[reeks]].",
)


@dataclass(frozen=True)
class Found:
    """The sets that were found, each by a name of its own, and a Dutch sentence for each thing that was not right."""

    sets: tuple[ViewSet, ...] = ()
    problems: tuple[str, ...] = ()


class BadSets(Exception):
    """A file, or a set in it, cannot be used. Its text is what a Dutch sentence says behind the name of the file."""


def to_toml(each: ViewSet) -> str:
    """The file of one set; :func:`from_toml` gives the same set back."""
    import tomlkit

    document = tomlkit.document()
    for line in _EXPLAINED:
        document.add(tomlkit.comment(line))
    document.add("versie", VERSION)
    table, shown = tomlkit.table(), each.shown
    table.add(_NAME, each.name)
    table.add(_MEETING, shown.name)
    table.add(_VIEWS, tomlkit.item([SCENES[view].name for view in shown.scenes]).multiline(True))
    if each.left_out:
        table.add(tomlkit.comment(f"Weggelaten: {', '.join(SCENES[view].name for view in each.left_out)}"))
    if each.selection:
        table.add(_SELECTION, {name: list(values) for name, values in each.selection.items()})
    every = tomlkit.aot()
    every.append(table)
    document.add(_SETS, every)
    return tomlkit.dumps(document)


def from_toml(content: bytes, file: str) -> Found:
    """The sets in *content*, which is in the file called *file*: those that can be used, whatever the others are."""
    try:
        found = _document(content)
    except BadSets as problem:
        return Found(problems=(_sentence(file, str(problem)),))
    read: list[ViewSet] = []
    problems: list[str] = []
    for at, given in enumerate(found, start=1):
        told = _Told(file)
        try:
            read.append(_set(given, at, told))
        except BadSets as problem:
            told.add(str(problem))
        problems += told.sentences
    named, doubles = sets.each_by_a_name(read)
    return Found(tuple(named), (*problems, *doubles))


def beside(register: Path) -> Found:
    """The sets in all files beside *register* whose names end with ``ENDING``, in the order of those names."""
    try:
        names = sorted(path.name for path in register.parent.glob(f"*{ENDING}"))
    except OSError:  # the register tells that its folder is not there
        return Found()
    found = [_file(register.parent / name) for name in names[:MOST]]
    problems = [problem for each in found for problem in each.problems]
    if len(names) > MOST:
        problems.append(
            f"Naast het register staan {len(names)} bestanden met reeksen; de eerste {MOST} zijn gelezen. "
            "Zet er meer in één bestand."
        )
    named, doubles = sets.each_by_a_name(each for one in found for each in one.sets)
    return Found(tuple(named), (*problems, *doubles))


def _file(path: Path) -> Found:
    try:
        state = path.stat()
        return _read(path, state.st_size, state.st_mtime_ns)
    except OSError:
        return Found(problems=(_sentence(path.name, "kan niet worden gelezen: is het bestand nog ergens open?"),))


@lru_cache(maxsize=2 * MOST)
def _read(path: Path, size: int, modified: int) -> Found:
    """The sets at *path*; *size* and *modified* are there for the key."""
    return from_toml(b" " * size if size > LONGEST else path.read_bytes(), path.name)


def _sentence(file: str, what: str) -> str:
    return f"Het bestand “{short(file)}” {what}"


class _Told:
    """What is to be said of a set, in sentences that begin with its file."""

    def __init__(self, file: str) -> None:
        self.sentences: list[str] = []
        self._file = file

    def add(self, what: str) -> None:
        """Say *what* is so of the file."""
        self.sentences.append(_sentence(self._file, what))


def _document(content: bytes) -> list[Any]:
    """The tables of sets in a file. Raises :class:`BadSets`."""
    if len(content) > LONGEST:
        raise BadSets("is te groot voor reeksen, en wordt niet gelezen: verdeel het, of sla de reeks opnieuw op.")
    try:
        found = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise BadSets("is geen tekst in UTF-8: sla het opnieuw op als UTF-8.") from None
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as problem:
        line = re.search(r"at line (\d+)", str(problem))
        where = f"regel {line[1]}" if line else "de laatste regels"
        raise BadSets(f"kan niet worden gelezen: kijk {where} na, of sla de reeks opnieuw op.") from None
    if found.get("versie") != VERSION:
        raise BadSets(f"is van een andere versie: zet bovenaan versie = {VERSION}, of sla de reeks opnieuw op.")
    given = found.get(_SETS)
    if not isinstance(given, list) or not given:
        raise BadSets(f"heeft geen reeks: elke reeks begint met een regel [[{_SETS}]].")
    return given


def _set(given: Any, at: int, told: _Told) -> ViewSet:
    """The set in a table, the *at*-th of its file; *told* is what is said of it. Raises :class:`BadSets`."""
    name = given.get(_NAME) if isinstance(given, dict) else None
    if not isinstance(name, str) or not (name := sets.plain_name(name)):
        raise BadSets(
            f"heeft bij reeks {at} geen naam: zet er een regel {_NAME} = met een naam tussen aanhalingstekens."
        )
    if len(name) > sets.LONGEST_NAME:
        told.add(
            f"heeft een te lange naam voor een reeks; die is hier afgekort tot ‘{texts.cut(name, sets.LONGEST_NAME)}’."
        )
        name = texts.cut(name, sets.LONGEST_NAME)
    for line in given:
        if line not in _KEYS:
            told.add(f"heeft in de reeks ‘{name}’ een regel ‘{short(line)}’ die we niet kennen: {_one_of(line, _KEYS)}")
    return ViewSet(
        name,
        _meeting(given.get(_MEETING, USUAL.key), name, told),
        tuple(_views(given.get(_VIEWS, []), name, told)),
        dict(_selection(given.get(_SELECTION, {}), name, told)),
    )


def _meeting(given: Any, name: str, told: _Told) -> str:
    found = meetings.find(given) if isinstance(given, str) else None
    if found is None:
        names = [meeting.name for meeting in MEETINGS.values()]
        told.add(
            f"noemt in de reeks ‘{name}’ een vergadering die we niet kennen, ‘{short(str(given))}’; nu geldt "
            f"{USUAL.name}: {_one_of(str(given), names)}"
        )
    return (found or USUAL).key


def _views(given: Any, name: str, told: _Told) -> Iterator[str]:
    known = {spelled.casefold(): view for view, scene in SCENES.items() for spelled in (view, scene.name)}
    seen, missed = set(), []
    for text in _texts(given, f"bij {_VIEWS}", name, told):
        view = known.get(sets.plain_name(text).casefold())
        if view is None:
            missed.append(text)
        elif view not in seen:
            seen.add(view)
            yield view
    if missed:
        rest = "de andere staan er" if seen else "u ziet de standaard van de vergadering"
        what = "een beeld dat we niet kennen" if len(missed) == 1 else "beelden die we niet kennen"
        advice = texts.capital(_meant(missed[0], [scene.name for scene in SCENES.values()]))
        named = texts.quoted([short(text) for text in missed])
        told.add(f"noemt in de reeks ‘{name}’ {what}, {named}; {rest}. {advice}".rstrip())


def _selection(given: Any, name: str, told: _Told) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not isinstance(given, Mapping):
        told.add(
            f"heeft in de reeks ‘{name}’ een {_SELECTION} die we niet kunnen lezen: zet die onder [reeks.selectie]."
        )
        return
    for by, values in given.items():
        if by not in sets.SELECTED_BY:
            advice = _one_of(by, sets.SELECTED_BY)
            told.add(f"heeft in de selectie van ‘{name}’ een regel ‘{short(by)}’ die we niet kennen: {advice}")
        elif found := tuple(_texts(values, f"bij {by}", name, told)):
            yield by, found


def _texts(given: Any, where: str, name: str, told: _Told) -> list[str]:
    """What is *given*, one text or several; what is no text is said."""
    values = given if isinstance(given, list) else [given]
    found = [_as_text(value) for value in values]
    if None in found:
        told.add(f"heeft in de reeks ‘{name}’ {where} iets anders dan tekst: zet elke waarde tussen aanhalingstekens.")
    return [text for text in found if text and text.strip()]


def _as_text(value: Any) -> str | None:
    """A value of a file as text; None for what is none."""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return value.isoformat() if type(value) is date else str(value) if isinstance(value, str | int) else None


def _one_of(typed: str, known: Iterable[str]) -> str:
    return _meant(typed, known) or f"kies {texts.choice(known)}."


def _meant(typed: str, known: Iterable[str]) -> str:
    meant, _ = Likely({key(name): name for name in known}).find(typed)
    return f"bedoelt u ‘{meant}’?" if meant else ""
