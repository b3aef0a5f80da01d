"""Turns a workbook of any kind into texts: opens it, and leaves the cells to who knows that kind.

Runs in a child process, and does without pandas: importing that takes half a second.
A file of 2 kB can make a spreadsheet reader abort or fill the memory, so the server never parses one itself:
``lrn.register.child`` starts ``lrn.register.worker`` with a deadline and a limit on memory, and that calls this.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from lrn.register.checking import totals
from lrn.register.reading import formats, limits, snapshot, xlsx
from lrn.register.reading.book import Book, SheetTexts, Wanted
from lrn.register.reading.calamine import read_cells
from lrn.register.reading.csv_folder import read_folder
from lrn.register.reading.kept import Columns, Kept
from lrn.register.reading.unpack import Package
from lrn.register.reading.xlsx import Refused, SheetFacts

ZIP, CFB, PARQUET = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"PAR1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ENTRY = 128  # bytes of an entry in the directory of a compound file


def read_file(path: Path, wanted: Wanted) -> Book:
    """The workbook, snapshot or folder of .csv files at *path*. Raises :class:`Refused`, or ``OSError``."""
    if path.is_dir():
        return read_folder(path, wanted)
    if not path.is_file():
        raise Refused("niet-te-openen")  # a pipe or a device: reading it would never end
    if path.stat().st_size > limits.FILE_LIMIT:
        raise Refused("te-groot")
    return read_content(path.read_bytes(), wanted)


def read_content(content: bytes, wanted: Wanted) -> Book:
    """The workbook or snapshot in *content*, judged by that and not by a name. Raises :class:`Refused`."""
    if len(content) > limits.FILE_LIMIT:
        raise Refused("te-groot")
    if not content:
        raise Refused("leeg")
    if content.startswith(PARQUET):
        return snapshot.decode(content)
    if content.startswith(ZIP):
        return _read_zip(Package(content), content, wanted)
    if not content.startswith(CFB):
        raise Refused("geen-werkmap")
    from lrn.register.reading import biff

    if any(found.start() % _ENTRY == 0 for found in re.finditer(re.escape(_ENCRYPTED), content)):
        raise Refused("wachtwoord")
    looks = biff.look_xls(content, wanted)
    return read_cells(content, wanted, looks, kept=lambda name, columns: Kept(columns, formats.of_xls(content, name)))


def _read_zip(package: Package, content: bytes, wanted: Wanted) -> Book:
    if package.kind == "xlsx":
        return _read_xlsx(package, content, wanted)
    if package.kind == "ods":
        return _read_ods(package, content, wanted)
    from lrn.register.reading import biff  # seldom needed, and each child starts anew

    looks = biff.look_xlsb(package, wanted)
    parts = biff.sheets_xlsb(package)
    return read_cells(
        content, wanted, looks, kept=lambda name, columns: Kept(columns, formats.of_xlsb(package, parts[name]))
    )


def _read_ods(package: Package, content: bytes, wanted: Wanted) -> Book:
    from lrn.register.reading import odf, odf_texts

    stored = package.read("content.xml")
    looks = odf.look(stored)
    xml = odf_texts.mended(stored)
    return read_cells(
        content if xml is stored else odf_texts.document(xml),
        wanted,
        looks,
        kept=lambda name, columns: Kept(columns, texts=odf_texts.texts(stored, name)),
    )


def _read_xlsx(package: Package, content: bytes, wanted: Wanted) -> Book:
    """The sheets of an .xlsx; of those that are not needed only whether anything stands on them."""
    needed = set(wanted(list(package.sheets)))
    usual = package.is_usual(needed)
    looks: dict[str, SheetFacts] = {}
    parts: dict[str, bytes] = {}
    sheets: dict[str, SheetTexts] = {}
    for name, link in package.sheets.items():
        if name not in needed:
            sheets[name] = SheetTexts(read=link.part in package and not package.is_filled(link.part))
            continue
        stored = package.read(link.part)
        xml = xlsx.with_plain_dimension(xlsx.plain_xml(stored))
        look = looks[name] = replace(
            xlsx.look(xml),
            totals=totals.of_tables(package, link.part),
            sums=totals.sums_in_xlsx(xml),
        )
        if look.too_far:
            raise Refused("te-veel-rijen", name) if look.many_rows else Refused("te-ver", f"{name}!{look.too_far}")
        parts[name] = xlsx.with_known_errors(xml, look)
        usual = usual and parts[name] is stored
        sheets[name] = SheetTexts()  # keeps the order of the tabs
    if not usual:
        content = package.usual(parts)
    parts.clear()  # a large sheet is not kept twice
    if not needed:
        return Book(sheets)

    def kept(name: str, columns: Columns) -> Kept:
        by_column = formats.of_xlsx(package, package.sheets[name].part)
        return Kept(columns, by_column, codes=lambda: formats.of_workbook(package))

    read = read_cells(content, lambda names: needed, looks, kept=kept, others=False)
    return Book(sheets | read.sheets)
