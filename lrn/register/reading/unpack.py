"""Opens the zip that an .xlsx, .xlsb or .ods is, without believing what it says of itself.

The reader looks for the parts of a workbook in their usual places only, and finds nothing in UTF-16. Another program
may put them elsewhere (ECMA-376 part 2 lets it): then :meth:`Package.usual` makes the plain workbook that the reader
knows, of the same sheets.
"""

from __future__ import annotations

import codecs
import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from lrn.register.reading import xlsx
from lrn.register.reading.limits import SHEETS_LIMIT
from lrn.register.reading.xlsx import Refused

UNPACKED_LIMIT = 600 * 1024**2  # bytes of XML inside an .xlsx or .ods
ENTRIES_LIMIT = 5_000

_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",  # strict
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_USUAL = {"officeDocument": "xl/workbook.xml", "sharedStrings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
_BINARY = "xl/workbook.bin"
_WORKBOOK_INSIDE = re.compile(r"\.(?:xls[xmb]?|ods|csv)$", re.IGNORECASE)
_SHARED_TEXTS = re.compile(rb"<(?:\w+:)?sst\b[^>]*>")
_COUNT = re.compile(rb'\b(?:uniqueC|c)ount\s*=\s*["\'](\d+)["\']')
_HEAD = 4096  # bytes in which the root of a part opens
_SMALLEST = len(b"<si/>")  # bytes that one shared text takes


class Link(NamedTuple):
    """A relationship of a part: its id, its kind ("worksheet"), where it says it points, and the part it means."""

    id: str
    kind: str
    target: str
    part: str


class Package:
    """The parts of a zip by their path, without regard to case. Every method may raise :class:`Refused`."""

    def __init__(self, content: bytes) -> None:
        with _damage():
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        entries = self._zip.infolist()
        if len(entries) > ENTRIES_LIMIT or sum(entry.file_size for entry in entries) > UNPACKED_LIMIT:
            raise Refused("te-groot")
        if any(entry.flag_bits & 1 for entry in entries):
            raise Refused("wachtwoord")
        self._entries = {_plain(entry.filename).lower(): entry for entry in entries}
        packed = {entry.compress_type for entry in entries} - {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
        if packed or len(self._entries) < len(entries):  # which of two parts of one name counts, nobody can say
            raise Refused("beschadigd")
        self._roots: dict[str, ElementTree.Element] = {}

    @cached_property
    def main(self) -> str:
        """The part that the package is about ("xl/workbook.xml"); "" when there is none."""
        return next((part for part in (*self._said(), _USUAL["officeDocument"], _BINARY) if part in self), "")

    def _said(self) -> list[str]:
        return [link.part for link in self.links("") if link.kind == "officeDocument"]

    @cached_property
    def kind(self) -> str:
        """What the content says it is: "ods", "xlsb" or "xlsx"."""
        if "content.xml" in self or "encrypted-package" in self:
            return self._kind_of_document()
        if self.main.lower().endswith(".bin"):
            return "xlsb"
        if self.main and _local(self._root(self.main)) == "workbook":
            return "xlsx"
        if not self.main and any(path.startswith("xl/") for path in self._entries):
            raise Refused("beschadigd")
        inside = not self.main and any(map(_WORKBOOK_INSIDE.search, self._entries))
        raise Refused("ingepakt" if inside else "geen-werkmap")

    def _kind_of_document(self) -> str:
        manifest = self.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in self else b""
        # LibreOffice packs all of it away as one part since 24.8.
        if b"encryption-data" in manifest or "encrypted-package" in self:
            raise Refused("wachtwoord")
        mimetype = self.read("mimetype") if "mimetype" in self else b""
        if mimetype and b"spreadsheet" not in mimetype:
            raise Refused("geen-werkmap")
        return "ods"

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._entries

    def read(self, part: str) -> bytes:
        """What is in *part*."""
        with _damage():
            return self._zip.read(self._entry(part))

    def links(self, source: str) -> list[Link]:
        """The relationships of a part, or of the package itself (""), with other parts."""
        folder, name = posixpath.split(source)
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self:
            return []
        return [
            Link(found.get("Id", ""), found.get("Type", "").rpartition("/")[2], target, self._resolved(folder, target))
            for found in self._root(part)
            if found.get("TargetMode", "").lower() != "external" and (target := found.get("Target", ""))
        ]

    def is_filled(self, part: str) -> bool:
        """Whether anything stands on the sheet in *part*, unpacked no further than needed to know."""
        with _damage():
            return xlsx.is_filled(self._zip, self._entry(part).filename)

    # ── The sheets of a workbook ─────────────────────────────────────────────────────────────────────────────

    @cached_property
    def sheets(self) -> dict[str, Link]:
        """Where each worksheet is, by its name and in the order of the tabs; charts and dialogs are none."""
        links = {link.id: link for link in self.links(self.main)}
        sheets: dict[str, Link] = {}
        for element in self._root(self.main).iter():
            if _local(element) != "sheet":
                continue
            identity = next((found for name in _RELATION if (found := element.get(f"{{{name}}}id"))), "")
            link = links.get(identity, Link("", "worksheet", "", ""))
            if link.kind != "worksheet":
                continue
            name = element.get("name", "")
            if name in sheets:
                raise Refused("twee-bladen", name)
            sheets[name] = link
            if len(sheets) > SHEETS_LIMIT:
                raise Refused("te-veel-bladen")
        return sheets

    def is_usual(self, needed: Collection[str]) -> bool:
        """Whether the reader finds the sheets *needed*, and what they share, in their usual places and as they are."""
        shared = {kind: self._shared(kind) for kind in _USUAL}
        return (
            self.main in self._said()
            and all(not part or self._is_at(part, _USUAL[kind]) for kind, part in shared.items())
            and all(
                self._is_at(link.part, link.target[1:] if link.target.startswith("/") else f"xl/{link.target}")
                for link in (self.sheets[name] for name in needed)
            )
            and not self._miscounts(shared["sharedStrings"])
        )

    def usual(self, sheets: dict[str, bytes]) -> bytes:
        """A workbook of these *sheets* alone (their XML by name), with everything where the reader looks for it."""
        date1904 = any(
            element.get("date1904") in ("1", "true", "on")
            for element in self._root(self.main).iter()
            if _local(element) == "workbookPr"
        )
        names = {name: f"xl/worksheets/sheet{number}.xml" for number, name in enumerate(sheets, start=1)}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:  # not packed: it does not leave this process
            archive.writestr("[Content_Types].xml", "<Types/>")
            archive.writestr("_rels/.rels", _relationships({"officeDocument": [_USUAL["officeDocument"]]}))
            archive.writestr(_USUAL["officeDocument"], _workbook(list(names), date1904))
            archive.writestr("xl/_rels/workbook.xml.rels", _relationships({"worksheet": list(names.values())}))
            for name, part in names.items():
                archive.writestr(part, sheets[name])
            if strings := self._shared("sharedStrings"):
                xml = xlsx.plain_xml(self.read(strings))
                xml = _SHARED_TEXTS.sub(lambda root: _COUNT.sub(b"", root[0]), xml, count=1)
                archive.writestr(_USUAL["sharedStrings"], xml)
            if styles := self._shared("styles"):
                archive.writestr(_USUAL["styles"], xlsx.plain_xml(self.read(styles)))
        return out.getvalue()

    @property
    def styles(self) -> Iterable[ElementTree.Element]:
        """The elements of the part that says how cells look; none when there is no such part."""
        part = self._shared("styles")
        return self._root(part).iter() if part else ()

    def _shared(self, kind: str) -> str:
        """The part that all sheets share ("styles"), or the workbook itself ("officeDocument"); "" when not there."""
        if kind == "officeDocument":
            return self.main
        said = [link.part for link in self.links(self.main) if link.kind == kind]
        return next((part for part in (*said, _USUAL[kind]) if part in self), "")

    def _is_at(self, part: str, place: str) -> bool:
        """Whether *part* is found by the name *place*, and is no UTF-16."""
        with _damage(), self._zip.open(self._entry(part)) as opened:
            wide = opened.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        return not wide and self._entry(part).filename.lower() == place.lower()

    def _miscounts(self, part: str) -> bool:
        """Whether the shared texts say that they are more than they can be: the reader makes room for them all."""
        if not part:
            return False
        with _damage(), self._zip.open(self._entry(part)) as opened:
            root = _SHARED_TEXTS.search(opened.read(_HEAD))
        said = _COUNT.findall(root[0]) if root else []
        return any(len(count) > 9 or int(count) > self._entry(part).file_size // _SMALLEST for count in said)

    # ── Parts ────────────────────────────────────────────────────────────────────────────────────────────────

    def _entry(self, part: str) -> zipfile.ZipInfo:
        if part not in self:
            raise Refused("beschadigd")
        return self._entries[part.lower()]

    def _resolved(self, folder: str, target: str) -> str:
        """The part that *target* means: from the root, or from *folder*."""
        path = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
        return path if path in self else unquote(path)

    def _root(self, part: str) -> ElementTree.Element:
        """The root of the XML in *part*, which may have no document type: an entity in one can fill the memory."""
        if part not in self._roots:
            xml = self.read(part)
            if b"<!DOCTYPE" in xml.replace(b"\0", b""):
                raise Refused("beschadigd")
            try:
                self._roots[part] = ElementTree.fromstring(xml)
            except (ElementTree.ParseError, ValueError, LookupError):  # the last: of an encoding that nobody knows
                raise Refused("beschadigd") from None
        return self._roots[part]


@contextmanager
def _damage() -> Iterator[None]:
    """Refuses what ``zipfile`` cannot unpack; it says so in one way or another."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError, ValueError, OSError):
        raise Refused("beschadigd") from None


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/")


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _relationships(parts: dict[str, list[str]]) -> bytes:
    root = ElementTree.Element("Relationships", xmlns=_LINKS)
    listed = [(kind, part) for kind, found in parts.items() for part in found]
    for number, (kind, part) in enumerate(listed, start=1):
        ElementTree.SubElement(
            root, "Relationship", Id=f"rId{number}", Type=f"{_RELATION[0]}/{kind}", Target=f"/{part}"
        )
    return ElementTree.tostring(root)


def _workbook(names: list[str], date1904: bool) -> bytes:
    root = ElementTree.Element("workbook", {"xmlns": _MAIN, "xmlns:r": _RELATION[0]})
    ElementTree.SubElement(root, "workbookPr", date1904=str(int(date1904)))
    sheets = ElementTree.SubElement(root, "sheets")
    for number, name in enumerate(names, start=1):
        ElementTree.SubElement(sheets, "sheet", {"name": name, "sheetId": str(number), "r:id": f"rId{number}"})
    return ElementTree.tostring(root)
