"""The tabs of a workbook as a package: opening one that can be given back, its style sheet, and a tab more."""

from __future__ import annotations

from typing import Any

from lrn.register.mark.package import ROOT, EditablePackage, NotMarkable
from lrn.register.mark.schema import R_ID, REL_NS, WORKBOOK, child, number, q, sub
from lrn.register.mark.styles import EMPTY, Styles
from lrn.terms import plain

_ZIP, _CFB = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"

_SAVE_AS = "open die in Excel, sla die op als Excel-werkmap (.xlsx) en probeer het nog eens."
NO_WORKBOOK = f"Dit is geen Excel-werkmap (.xlsx): {_SAVE_AS}"
OLD_EXCEL = f"Dit is een oude .xls-werkmap, of een met een wachtwoord; teruggeven kan alleen als .xlsx: {_SAVE_AS}"
OPEN_DOCUMENT = f"Dit is een ODS-werkmap; teruggeven kan alleen als .xlsx: {_SAVE_AS}"
BINARY = f"Dit is een binaire werkmap (.xlsb); teruggeven kan alleen als .xlsx: {_SAVE_AS}"
STRICT = f"Deze werkmap is opgeslagen als “Strict Open XML”; teruggeven kan alleen als gewone .xlsx: {_SAVE_AS}"
SHARED = (
    "Deze werkmap houdt als gedeelde werkmap wijzigingen bij: maak in Excel het delen ongedaan en probeer het nog eens."
)


def open_package(content: bytes) -> EditablePackage:
    """The parts of the workbook *content*. Raises :class:`NotMarkable` for another kind of file."""
    if content.startswith(_CFB):
        raise NotMarkable(OLD_EXCEL)
    if not content.startswith(_ZIP):
        raise NotMarkable(NO_WORKBOOK)
    package = EditablePackage(content)
    if "/mimetype" in package and b"opendocument" in package.read("/mimetype"):
        raise NotMarkable(OPEN_DOCUMENT)
    return package


def workbook_of(package: EditablePackage) -> str:
    """The part that is the workbook, once it is known to be one that can be given back."""
    part = next(iter(package.targets(ROOT, "officeDocument")), "")
    if part not in package:
        raise NotMarkable(NO_WORKBOOK)
    if "sheet.binary" in package.content_type(part):
        raise NotMarkable(BINARY)
    tag = str(package.root(part).tag)
    if tag == "{http://purl.oclc.org/ooxml/spreadsheetml/main}workbook":
        raise NotMarkable(STRICT)
    if tag != q("workbook"):
        raise NotMarkable(NO_WORKBOOK)
    if package.targets(part, "revisionHeaders"):
        raise NotMarkable(SHARED)
    return part


def styles_of(package: EditablePackage, workbook: str) -> tuple[Styles, str]:
    """The style sheet of *workbook*, made when it has none, and its part."""
    part = next(iter(package.targets(workbook, "styles")), "")
    if not part:
        pattern = "/xl/styles{}.xml" if "/xl/styles.xml" in package else "/xl/styles.xml"
        part = package.new(workbook, "styles", pattern, EMPTY, _STYLES_TYPE).target
    version = package.root(workbook).find(q("fileVersion"))
    by_libreoffice = version is not None and version.get("appName") == "Calc"
    return Styles(package.root(part), trusted=not by_libreoffice), part


def finished(package: EditablePackage, styles: Styles, styles_part: str) -> bytes:
    """The file, with what was added to *styles*; without a digital signature, which a change makes void."""
    if styles.changed:
        package.touch(styles_part)
    package.unlink(ROOT, [link for link in package.links(ROOT) if link.type.endswith("/digital-signature/origin")])
    return package.to_bytes()


def parts_of(package: EditablePackage, workbook: str) -> dict[str, str]:
    """The part of each worksheet by the name of its tab; a tab with only a chart has no such part."""
    targets = {link.id: link.target for link in package.links(workbook) if link.type.endswith("/worksheet")}
    found = {e.get("name", ""): targets.get(e.get(R_ID, ""), "") for e in tab_elements(package.root(workbook))}
    return {name: part for name, part in found.items() if part in package}


def tab_elements(root: Any) -> list[Any]:
    """The ``sheet`` elements of a workbook's *root*, in the order of the tabs."""
    return list(root.findall(f"{q('sheets')}/{q('sheet')}"))


def add_tab(package: EditablePackage, workbook: str, wanted: str, content: bytes) -> Any:
    """The ``sheet`` element of a new last tab with *content*, called *wanted*, with a number when that is taken."""
    link = package.new(workbook, "worksheet", "/xl/worksheets/sheet{}.xml", content, _SHEET_TYPE).id
    root = package.root(workbook)
    package.touch(workbook)
    sheets = child(root, "sheets", WORKBOOK)
    taken = {plain(element.get("name", "")) for element in sheets}
    names = [wanted, *(f"{wanted} ({n})" for n in range(2, len(taken) + 3))]
    name = next(name for name in names if plain(name) not in taken)
    new = max((number(element.get("sheetId")) for element in sheets), default=0) + 1
    if root.find(q("bookViews")) is None:  # the view of a sheet leans on one
        sub(child(root, "bookViews", WORKBOOK), "workbookView")
    element = sheets.makeelement(q("sheet"), {"name": name, "sheetId": str(new), R_ID: link}, nsmap={"r": REL_NS})
    sheets.append(element)
    return element
