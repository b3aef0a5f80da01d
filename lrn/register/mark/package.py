"""An Office file as parts that point at each other: a zip with content types and relationships (ECMA-376, part 2).

A part is named by its path from the root ("/xl/workbook.xml"), without regard to case. What nobody touches is copied
as it was, in the order it had.
"""

from __future__ import annotations

import codecs
import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain, count
from typing import Any
from urllib.parse import unquote

from lxml import etree

from lrn.register.mark.schema import REL_NS

_CONTENT_TYPES = "/[Content_Types].xml"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_PR = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NEW = (1980, 1, 1, 0, 0, 0)  # the time of what is new: the same workbook gives the same bytes
# What zipfile raises on a damaged file; KeyError and RuntimeError are not among them, those would be ours.
_DAMAGED = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)

ROOT = "/"  # the source of the relationships of the package itself

BROKEN = "De werkmap is beschadigd: open die in Excel, sla die opnieuw op als .xlsx en probeer het nog eens."


class NotMarkable(Exception):
    """The workbook cannot be given back marked. Its text is one Dutch sentence that says what to do."""


@dataclass(frozen=True)
class Relationship:
    """One relationship inside the package: its id, its type (an address) and the part it points at."""

    id: str
    type: str
    target: str


@dataclass
class _Part:
    name: str
    entry: zipfile.ZipInfo | None = None  # where it stands in the zip that came in
    content: bytes | None = None  # what it became
    root: Any = None  # its XML, once somebody asked for it
    touched: bool = False  # the XML was changed


class EditablePackage:
    """The parts of one file. Every method raises :class:`NotMarkable` when the part it needs is missing or broken."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGED:
            raise NotMarkable(BROKEN) from None
        self._parts: dict[str, _Part] = {}
        for entry in self._zip.infolist():
            part = _Part("/" + entry.filename.replace("\\", "/"), entry)
            readable = entry.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) and not entry.flag_bits & 1
            if part.name.lower() in self._parts or not readable:
                raise NotMarkable(BROKEN)
            self._parts[part.name.lower()] = part

    # ── Parts ────────────────────────────────────────────────────────────────────────────────────────────────

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def names(self) -> list[str]:
        """The names of all parts, in the order of the file."""
        return [part.name for part in self._parts.values()]

    def read(self, name: str) -> bytes:
        """What is in a part."""
        part = self._part(name)
        if part.touched:
            return serialised(part.root)
        return self._stored(part)

    def root(self, name: str) -> Any:
        """The root element of a part. Whoever changes it calls :meth:`touch`."""
        part = self._part(name)
        if part.root is None:
            part.root = _parsed(self._stored(part))
        return part.root

    def touch(self, name: str) -> None:
        """Say that the XML of a part was changed."""
        self.root(name)
        self._part(name).touched = True

    def write(self, name: str, content: bytes) -> None:
        """Replace what is in a part."""
        part = self._part(name)
        part.content, part.root, part.touched = content, None, False

    def add(self, name: str, content: bytes, content_type: str) -> None:
        """A new part."""
        self._parts[name.lower()] = _Part(name, content=content)
        types = self.root(_CONTENT_TYPES)
        extension = posixpath.splitext(name)[1].removeprefix(".")
        if extension in ("vml", "rels"):  # these are told by their extension, as Excel does
            known = {element.get("Extension", "").lower() for element in types.iter(f"{_CT}Default")}
            if extension not in known:
                types.insert(0, types.makeelement(f"{_CT}Default", Extension=extension, ContentType=content_type))
        else:
            etree.SubElement(types, f"{_CT}Override", PartName=name, ContentType=content_type)
        self.touch(_CONTENT_TYPES)

    def new(self, source: str, kind: str, pattern: str, content: bytes, content_type: str) -> Relationship:
        """Have *source* point at a new part: called *pattern*, with in ``{}`` the first number that is free."""
        name = next(name for name in map(pattern.format, count(1)) if name not in self)
        self.add(name, content, content_type)
        return self.link(source, kind, name)

    def content_type(self, name: str) -> str:
        """What kind of part it is, "" when the package does not say."""
        types = self.root(_CONTENT_TYPES)
        extension = posixpath.splitext(name)[1].removeprefix(".").lower()
        own = [e for e in types.iter(f"{_CT}Override") if e.get("PartName", "").lower() == name.lower()]
        usual = (e for e in types.iter(f"{_CT}Default") if e.get("Extension", "").lower() == extension)
        found = next(chain(own, usual), None)
        return str(found.get("ContentType", "")) if found is not None else ""

    def _part(self, name: str) -> _Part:
        if name not in self:
            raise NotMarkable(BROKEN)
        return self._parts[name.lower()]

    def _stored(self, part: _Part) -> bytes:
        if part.content is not None or part.entry is None:
            return part.content or b""
        try:
            return self._zip.read(part.entry)
        except _DAMAGED:
            raise NotMarkable(BROKEN) from None

    # ── Relationships ────────────────────────────────────────────────────────────────────────────────────────

    def links(self, source: str) -> list[Relationship]:
        """The relationships of a part (or of :data:`ROOT`) with other parts; what points outside is left out."""
        name = _rels_of(source)
        if name not in self:
            return []
        return [
            Relationship(
                element.get("Id", ""), element.get("Type", ""), self._resolved(source, element.get("Target", ""))
            )
            for element in self.root(name).iter(f"{_PR}Relationship")
            if element.get("TargetMode", "").lower() != "external"
        ]

    def targets(self, source: str, kind: str) -> list[str]:
        """The parts that *source* points at with a relationship whose type ends in */kind*."""
        return [link.target for link in self.links(source) if link.type.endswith(f"/{kind}")]

    def link(self, source: str, kind: str, target: str) -> Relationship:
        """Have *source* point at *target*."""
        name = _rels_of(source)
        if name not in self:
            self.add(name, f'<Relationships xmlns="{_PR[1:-1]}"/>'.encode(), _RELS_TYPE)
        rels = self.root(name)
        taken = {element.get("Id", "").lower() for element in rels}
        number = next(n for n in range(1, len(taken) + 2) if f"rid{n}" not in taken)
        made = Relationship(f"rId{number}", f"{REL_NS}/{kind}", target)
        path = posixpath.relpath(target, posixpath.dirname(source))
        etree.SubElement(rels, f"{_PR}Relationship", Id=made.id, Type=made.type, Target=path)
        self.touch(name)
        return made

    def unlink(self, source: str, links: Iterable[Relationship]) -> None:
        """Take relationships away, with the parts that nothing points at any more."""
        ids = {link.id for link in links}
        if not ids:
            return
        before = self._reachable()
        name = _rels_of(source)
        rels = self.root(name)
        for element in [element for element in rels if element.get("Id") in ids]:
            rels.remove(element)
        self.touch(name)
        if not len(rels):
            self._remove(name)
        for orphan in before - self._reachable():
            self._remove(orphan)
            if _rels_of(orphan) in self:
                self._remove(_rels_of(orphan))

    def _reachable(self) -> set[str]:
        seen: set[str] = set()
        waiting = [ROOT]
        while waiting:
            found = {link.target for link in self.links(waiting.pop()) if link.target in self} - seen
            seen |= found
            waiting += found
        return seen

    def _remove(self, name: str) -> None:
        del self._parts[name.lower()]
        types = self.root(_CONTENT_TYPES)
        for element in list(types.iter(f"{_CT}Override")):
            if element.get("PartName", "").lower() == name.lower():
                types.remove(element)
                self.touch(_CONTENT_TYPES)

    def _resolved(self, source: str, target: str) -> str:
        """The name of the part that *target* means: from the root or from *source*, spelled as the part itself is."""
        path = posixpath.join(posixpath.dirname(source), target.replace("\\", "/"))
        path = "/" + posixpath.normpath(path).lstrip("/")
        part = self._parts.get(path.lower()) or self._parts.get(unquote(path).lower())
        return part.name if part else path

    # ── The file ─────────────────────────────────────────────────────────────────────────────────────────────

    def to_bytes(self) -> bytes:
        """The file as it is now: content types first, then the parts in their own order, then the new ones."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for part in sorted(self._parts.values(), key=lambda part: part.name.lower() != _CONTENT_TYPES.lower()):
                archive.writestr(_entry(part), self.read(part.name))
        return out.getvalue()


def _entry(part: _Part) -> zipfile.ZipInfo:
    old = part.entry
    entry = zipfile.ZipInfo(part.name.removeprefix("/"), max(old.date_time, _NEW) if old else _NEW)
    entry.compress_type = old.compress_type if old else zipfile.ZIP_DEFLATED
    entry.create_system = old.create_system if old else 0
    entry.external_attr = old.external_attr if old else 0
    return entry


def _rels_of(source: str) -> str:
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _parsed(content: bytes) -> Any:
    """The root of *content*, which must be XML without a document type: an entity in one can fill the memory."""
    try:
        if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            content = content.decode("utf-16").encode()
        # A part is UTF-8 or UTF-16. Any other encoding that it claims would hide a document type from this search.
        if b"<!DOCTYPE" in content:
            raise NotMarkable(BROKEN)
        parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            strip_cdata=False,
        )
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, UnicodeError):
        raise NotMarkable(BROKEN) from None


def serialised(root: Any) -> bytes:
    """The XML of a part, as Excel begins it."""
    return _DECLARATION + etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=False)
