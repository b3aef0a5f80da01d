"""The notes of one worksheet: their texts are in the comments part, their boxes in the legacy drawing.

What we write is one block of text, between a first line that names the dashboard and a no-break space, in a note of our
own or below the words of someone else. So it is found again, also after Excel has saved it and someone typed around it.
A threaded comment is left alone: Excel keeps its words elsewhere and writes over what stands here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lrn.cells import CELL_LENGTH
from lrn.register.mark import boxes
from lrn.register.mark.grid import Grid
from lrn.register.mark.package import BROKEN, EditablePackage, NotMarkable
from lrn.register.mark.schema import (
    COMMENTS,
    MAIN_NS,
    R_ID,
    REL_NS,
    WORKSHEET,
    Cell,
    child,
    escaped,
    new_element,
    number,
    put,
    q,
    set_text,
    sub,
)
from lrn.register.model import Finding

AUTHOR = "LRN-dashboard"
_HEAD, _FOOT = f"— {AUTHOR} —", "\n\u00a0"
_BLOCK = re.compile(rf"(?:\n\n)?{_HEAD}\n.*?(?:{_FOOT}|\Z)", re.DOTALL)

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"

Run = tuple[str, bool]  # a piece of text, and whether it is bold


def certainty(finding: Finding) -> str:
    """How sure the suggestion of a finding is, in Dutch; "" when there is none."""
    if not finding.suggestion:
        return ""
    return "zeker" if finding.sure else "waarschijnlijk"


def has_notes(package: EditablePackage, part: str) -> bool:
    """Whether the worksheet *part* seems to have notes that we wrote; quicker than reading the sheet itself."""
    return any(AUTHOR.encode() in package.read(name) for name in package.targets(part, "comments"))


class Notes:
    """The notes of the worksheet *part*, whose root element is *sheet*; both change in place."""

    def __init__(self, package: EditablePackage, part: str, sheet: Any) -> None:
        self._package, self._part, self._sheet = package, part, sheet
        links = package.links(part)
        legacy = sheet.find(q("legacyDrawing"))
        drawn = legacy.get(R_ID) if legacy is not None else None
        self._comments = next((link for link in links if link.type.endswith("/comments")), None)
        self._drawing = next((link for link in links if link.id == drawn), None)

    def clear(self) -> bool:
        """Take away what we wrote before; whether there was any."""
        if self._comments is None:
            return False
        root = self._package.root(self._comments.target)
        ours = [text for text in map(_text_of, _unthreaded(root)) if _strip(text)]
        empty = [text.getparent() for text in ours if not _words(text).strip()]
        if not ours:
            return False
        for comment in empty:
            comment.getparent().remove(comment)
        _forget_author(root)
        self._package.touch(self._comments.target)
        if root.find(f"{q('commentList')}/{q('comment')}") is None:
            self._package.unlink(self._part, [self._comments])
            self._comments = None
        self._clear_boxes({cell for cell in map(_cell_of, empty) if cell})
        return True

    def write(self, findings: Mapping[Cell, Iterable[Finding]], grid: Grid) -> None:
        """Put a note on each cell, with what is found there; not where a threaded comment is."""
        if not findings:
            return
        comments = self._comments = self._comments or self._package.new(
            self._part, "comments", "/xl/comments{}.xml", _NO_COMMENTS, _COMMENTS_TYPE
        )
        root = self._package.root(comments.target)
        if root.tag != q("comments"):
            raise NotMarkable(BROKEN)
        present = {_cell_of(comment): comment for comment in root.iter(q("comment"))}
        threaded = set(present.values()) - set(_unthreaded(root))
        texts: dict[Cell, str] = {}
        for cell, found in findings.items():
            comment = present.get(cell)
            if comment in threaded:
                continue
            text = _text_of(comment if comment is not None else _new_comment(root, cell))
            _append(text, _block(found))
            texts[cell] = _words(text)
        self._package.touch(comments.target)
        self._write_boxes(texts, grid)

    def _write_boxes(self, texts: Mapping[Cell, str], grid: Grid) -> None:
        if not texts:
            return
        if self._drawing is None:
            self._drawing = self._package.new(
                self._part, "vmlDrawing", "/xl/drawings/vmlDrawing{}.vml", boxes.EMPTY, _VML_TYPE
            )
            for astray in self._sheet.findall(q("legacyDrawing")):
                self._sheet.remove(astray)
            element = self._sheet.makeelement(q("legacyDrawing"), {R_ID: self._drawing.id}, nsmap={"r": REL_NS})
            put(self._sheet, element, WORKSHEET)
        drawings = [name for name in self._package.names() if name.lower().endswith(".vml")]
        taken = set().union(*(boxes.blocks(self._package.read(name)) for name in drawings))
        target = self._drawing.target
        vml = boxes.with_boxes(self._package.read(target), texts, grid, max(taken, default=0) + 1)
        self._package.write(target, vml)

    def _clear_boxes(self, cells: set[Cell]) -> None:
        if self._drawing is None:
            return
        vml = boxes.without(self._package.read(self._drawing.target), cells)
        if self._comments is None and boxes.is_empty(vml):
            self._sheet.remove(self._sheet.find(q("legacyDrawing")))
            self._package.unlink(self._part, [self._drawing])
            self._drawing = None
        else:
            self._package.write(self._drawing.target, vml)


_NO_COMMENTS = f'<comments xmlns="{MAIN_NS}"/>'.encode()


def _unthreaded(root: Any) -> list[Any]:
    """The notes that are only notes. A threaded comment has its own identity for an author: "tc={…}"."""
    authors = [author.text or "" for author in root.iterfind(f"{q('authors')}/{q('author')}")]
    threaded = {index for index, author in enumerate(authors) if author.startswith("tc=")}
    return [comment for comment in root.iter(q("comment")) if number(comment.get("authorId")) not in threaded]


def _cell_of(comment: Any) -> Cell | None:
    return Cell.read(comment.get("ref", ""))


def _text_of(comment: Any) -> Any:
    return child(comment, "text", ["text"])


def _new_comment(root: Any, cell: Cell) -> Any:
    authors = child(root, "authors", COMMENTS)
    names = [author.text for author in authors]
    if AUTHOR not in names:
        sub(authors, "author").text = AUTHOR
        names.append(AUTHOR)
    author = str(names.index(AUTHOR))
    return sub(child(root, "commentList", COMMENTS), "comment", ref=cell.ref, authorId=author, shapeId="0")


def _forget_author(root: Any) -> None:
    """Take our name away when nothing is ours any more, and no other author would get its number."""
    authors = root.findall(f"{q('authors')}/{q('author')}")
    last = len(authors) - 1
    used = {number(comment.get("authorId")) for comment in root.iter(q("comment"))}
    if authors and authors[last].text == AUTHOR and last not in used:
        authors[last].getparent().remove(authors[last])


def _block(findings: Iterable[Finding]) -> list[Run]:
    """What is found in one cell, as runs."""
    runs: list[Run] = [(_HEAD, True)]
    for place, finding in enumerate(findings):
        meant = f"\nBedoelt u {finding.suggestion}? ({certainty(finding)})" if finding.suggestion else ""
        text = f": {finding.message}{meant}".replace("\u00a0", " ")  # a no-break space ends the block
        runs += [("\n\n" if place else "\n", False), (str(finding.severity).capitalize(), True), (text, False)]
    return [*runs, (_FOOT, False)]


def _pieces(text: Any) -> list[Any]:
    """The ``t`` elements of a rich text that are shown: not those that tell how Japanese is pronounced."""
    return [t for t in text.iter(q("t")) if t.getparent().tag in (q("r"), q("text"))]


def _words(text: Any) -> str:
    return "".join(t.text or "" for t in _pieces(text))


def _append(text: Any, runs: list[Run]) -> None:
    """Put *runs* below what a note says, as far as a note can hold them."""
    plain = text.find(q("t"))
    if plain is not None:  # a text is either plain or made of runs
        run = new_element(text, "r")
        text.replace(plain, run)
        run.append(plain)
    room = CELL_LENGTH - len(_words(text))
    if _words(text):
        runs = [("\n\n", False), *runs]
    place = max((index for index, element in enumerate(text) if element.tag == q("r")), default=-1) + 1
    for words, bold in runs:
        words = escaped(words)[: max(room, 0)]
        room -= len(words)
        if words:
            text.insert(place, _run(text, words, bold=bold))
            place += 1


def _run(text: Any, words: str, *, bold: bool) -> Any:
    run = new_element(text, "r")
    properties = sub(run, "rPr")
    if bold:
        sub(properties, "b")
    sub(properties, "sz", val="9")
    sub(properties, "color", indexed="81")  # the colour of notes, whatever it is on this computer
    sub(properties, "rFont", val="Tahoma")
    sub(properties, "family", val="2")
    set_text(sub(run, "t"), words)
    return run


def _strip(text: Any) -> bool:
    """Take our block out of a note, wherever runs begin and end; whether there was one."""
    pieces = _pieces(text)
    whole = "".join(t.text or "" for t in pieces)
    masked = _BLOCK.sub(lambda found: "\0" * len(found[0]), whole)  # a character that no XML holds
    start = 0
    for t in pieces:
        words = t.text or ""
        kept = masked[start : start + len(words)].replace("\0", "")
        start += len(words)
        if kept != words:
            _shorten(t, kept)
    return masked != whole


def _shorten(t: Any, kept: str) -> None:
    if kept:
        set_text(t, kept)
        return
    parent = t.getparent()
    parent.remove(t)
    if parent.tag == q("r") and parent.find(q("t")) is None:
        parent.getparent().remove(parent)
