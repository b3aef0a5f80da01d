"""Makes workbooks byte by byte: .xlsx, .ods, .xlsb and .xls, of rows or with any part written otherwise.

No library that writes workbooks would write what ``tests.register.hostile`` needs.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

Rows = list[list[Any]]

START = date(2026, 10, 1)
ROWS: Rows = [
    ["ID", "Naam", "Gemeente", "Start"],
    ["K1", "Zorglab", "Leiden", START],
    ["K2", "Energiehub", "Gouda", None],
]


# ── .xlsx by hand ────────────────────────────────────────────────────────────────────────────────────────────

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT = ("http://purl.oclc.org/ooxml/spreadsheetml/main", "http://purl.oclc.org/ooxml/officeDocument/relationships")
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = (  # 0 plain, 1 a date, 2 a time, 3 a duration, 4 a percentage, 5 text
    f'<styleSheet xmlns="{MAIN}"><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/>'
    '<xf numFmtId="46"/><xf numFmtId="9"/><xf numFmtId="49"/></cellXfs></styleSheet>'
)


def letters(column: int) -> str:
    """What Excel calls the column at *column*, from 0."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def serial(day: date) -> int:
    """The number that Excel keeps for a day after February 1900."""
    return (day - date(1899, 12, 30)).days


def cell(place: str, value: Any) -> str:
    """The XML of one cell: text, number, bool, day; a tuple of (attributes, content) as it is."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return f'<c r="{place}" {value[0]}>{value[1]}</c>'
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{serial(value)}</v></c>'
    if isinstance(value, int | float):
        return f'<c r="{place}"><v>{value}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def row_xml(number: int, values: Iterable[Any], attributes: str = "") -> str:
    """The XML of one row, its first cell in column A."""
    content = "".join(cell(f"{letters(n)}{number}", value) for n, value in enumerate(values))
    return f'<row r="{number}"{attributes}>{content}</row>'


def rows_xml(rows: Rows) -> str:
    """The XML of rows from the first on."""
    return "".join(row_xml(number, row) for number, row in enumerate(rows, start=1))


def sheet_xml(data: str, before: str = "", after: str = "") -> str:
    """A worksheet with these rows."""
    return f'{DECLARATION}<worksheet xmlns="{MAIN}">{before}<sheetData>{data}</sheetData>{after}</worksheet>'


def links_xml(links: Iterable[tuple[str, str, str]]) -> str:
    """Relationships: id, kind and target of each."""
    inside = "".join(
        f'<Relationship Id="{i}" Type="{REL}/{kind}" Target={quoteattr(target)}/>' for i, kind, target in links
    )
    return f'{DECLARATION}<Relationships xmlns="{LINKS}">{inside}</Relationships>'


def workbook_xml(names: Iterable[str], properties: str = "", attributes: str = "") -> str:
    """A workbook whose sheets have these names and the relations s1, s2, …"""
    sheets = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" {attributes} r:id="s{n}"/>' for n, name in enumerate(names, 1)
    )
    return f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{REL}">{properties}<sheets>{sheets}</sheets></workbook>'


CONTENT_TYPES = (
    f'{DECLARATION}<Types xmlns="{TYPES}">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
ROOT_LINKS = links_xml([("r1", "officeDocument", "xl/workbook.xml")])


def parts(sheets: dict[str, str] | None = None, **changes: str | bytes | None) -> dict[str, str | bytes]:
    """The parts of a workbook with these sheets (their XML by name); *changes* by the key of :data:`PLACES`."""
    sheets = {"Activiteiten": sheet_xml(rows_xml(ROWS))} if sheets is None else sheets
    links = [(f"s{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    links += [("t1", "styles", "styles.xml"), ("t2", "sharedStrings", "sharedStrings.xml")]
    made: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_LINKS,
        "xl/workbook.xml": workbook_xml(sheets),
        "xl/_rels/workbook.xml.rels": links_xml(links),
        **{f"xl/worksheets/sheet{n}.xml": xml for n, xml in enumerate(sheets.values(), start=1)},
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"/>',
    }
    for key, change in changes.items():
        if change is None:
            del made[PLACES[key]]
        else:
            made[PLACES[key]] = change
    return made


PLACES = {
    "types": "[Content_Types].xml",
    "root": "_rels/.rels",
    "workbook": "xl/workbook.xml",
    "links": "xl/_rels/workbook.xml.rels",
    "sheet": "xl/worksheets/sheet1.xml",
    "styles": "xl/styles.xml",
    "strings": "xl/sharedStrings.xml",
}


def packed(content: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    return out.getvalue()


def xlsx(rows: Rows | None = None, /, **changes: str | bytes | None) -> bytes:
    """A workbook with *rows* on the sheet Activiteiten."""
    return packed(parts({"Activiteiten": sheet_xml(rows_xml(ROWS if rows is None else rows))}, **changes))


def xlsx_of(data: str, before: str = "", after: str = "", **changes: str | bytes | None) -> bytes:
    """A workbook with this XML in the data of the sheet Activiteiten."""
    return packed(parts({"Activiteiten": sheet_xml(data, before, after)}, **changes))


def with_rows(*rows: list[Any]) -> Rows:
    """The small register with more rows."""
    return [*ROWS, *map(list, rows)]


def with_cells(**columns: Any) -> Rows:
    """The small register with one column more for each of *columns*, filled on the row of K1 only."""
    return [
        [*ROWS[0], *columns],
        [*ROWS[1], *columns.values()],
        [*ROWS[2], *(None for _ in columns)],
    ]


def error(text: str, formula: str = "NA()") -> tuple[str, str]:
    """A cell whose formula ends in an error."""
    return 't="e"', f"<f>{formula}</f><v>{text}</v>"


# ── .ods, .xlsb and .xls by hand ─────────────────────────────────────────────────────────────────────────────

ODF = "urn:oasis:names:tc:opendocument:xmlns"
CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods_cell(value: Any, attributes: str = "") -> str:
    """The XML of one cell; a text that opens with < is XML already."""
    if value is None:
        return f"<table:table-cell{attributes}/>"
    if isinstance(value, str) and value.startswith("<"):
        return value
    if isinstance(value, date):
        kind, shown = f'office:value-type="date" office:date-value="{value}"', f"{value:%d-%m-%y}"
    elif isinstance(value, int | float):
        kind, shown = f'office:value-type="float" office:value="{value}"', str(value)
    else:
        kind, shown = 'office:value-type="string"', escape(value)
    return f"<table:table-cell{attributes} {kind}><text:p>{shown}</text:p></table:table-cell>"


def ods_typed(kind: str, value: str, shown: str, style: str = "") -> str:
    """The XML of a cell that is no text: its value and how the document shows it."""
    told = {"date": "date-value", "time": "time-value", "boolean": "boolean-value"}.get(kind, "value")
    return (
        f'<table:table-cell{style} office:value-type="{kind}" office:{told}="{value}">'
        f"<text:p>{escape(shown)}</text:p></table:table-cell>"
    )


def ods_row(values: Iterable[Any], attributes: str = "") -> str:
    """The XML of one row."""
    return f"<table:table-row{attributes}>{''.join(map(ods_cell, values))}</table:table-row>"


def ods_content(tables: dict[str, str], before: str = "") -> str:
    """The content of a document with these tables (their rows as XML by name)."""
    inside = "".join(f"<table:table table:name={quoteattr(n)}>{rows}</table:table>" for n, rows in tables.items())
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{before}<office:document-content xmlns:office="{ODF}:office:1.0" '
        f'xmlns:table="{ODF}:table:1.0" xmlns:text="{ODF}:text:1.0" xmlns:calcext="{CALC}" office:version="1.2">'
        f"<office:body><office:spreadsheet>{inside}</office:spreadsheet></office:body></office:document-content>"
    )


def ods_of(content: str | bytes, mimetype: str = ODS_TYPE, inside: str = "") -> bytes:
    """A document around *content*; *inside* goes into the entry of the manifest."""
    manifest = (
        f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" '
        f'manifest:media-type="text/xml">{inside}</manifest:file-entry></manifest:manifest>'
    )
    return packed({"mimetype": mimetype, "content.xml": content, "META-INF/manifest.xml": manifest})


def ods(rows: Rows | None = None, more: str = "") -> bytes:
    """A document with *rows* on the sheet Activiteiten, and after them *more* (XML)."""
    return ods_of(ods_content({"Activiteiten": "".join(map(ods_row, ROWS if rows is None else rows)) + more}))


def ods_error(text: str) -> str:
    """A cell that ends in an error, as LibreOffice writes it."""
    return (
        '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
        f'calcext:value-type="error"><text:p>{text}</text:p></table:table-cell>'
    )


ERROR_CODES = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36, "#N/A": 42}


@dataclass(frozen=True)
class BinaryError:
    """An error in a cell of an .xls or .xlsb, typed or the outcome of a formula."""

    text: str
    formula: bool = False

    @property
    def code(self) -> int:
        """The byte that stands for it."""
        return ERROR_CODES[self.text]


@dataclass(frozen=True)
class Formatted:
    """A number in a cell of an .xls or .xlsb with a number format of its own; *packed* as the short form of an .xls."""

    value: float
    code: str
    packed: bool = False


def own_codes(rows: Iterable[list[Any]]) -> list[str]:
    """The number formats of :class:`Formatted` cells, each once."""
    return list(dict.fromkeys(cell.code for row in rows for cell in row if isinstance(cell, Formatted)))


def wide(text: str) -> bytes:
    """A text in an .xlsb."""
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def xlsb_record(kind: int, content: bytes = b"") -> bytes:
    """One record of an .xlsb."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length = len(content)
    while length > 0x7F:
        head += bytes([length & 0x7F | 0x80])
        length >>= 7
    return head + bytes([length]) + content


def xlsb_cell(column: int, value: Any, codes: Sequence[str] = ()) -> bytes:
    """One cell of an .xlsb."""
    if isinstance(value, Formatted):
        style = struct.pack("<II", column, 2 + codes.index(value.code))
        return xlsb_record(5, style + struct.pack("<d", value.value))
    head = struct.pack("<II", column, int(isinstance(value, date)))
    if isinstance(value, BinaryError):
        return (
            xlsb_record(11, head + bytes([value.code]) + bytes(10))
            if value.formula
            else xlsb_record(3, head + bytes([value.code]))
        )
    if isinstance(value, str):
        return xlsb_record(6, head + wide(value))
    if value is None:
        return xlsb_record(1, head)
    return xlsb_record(5, head + struct.pack("<d", serial(value) if isinstance(value, date) else value))


def xlsb(rows: Rows | None = None, *, name: str = "Activiteiten", more: bytes = b"") -> bytes:
    """An .xlsb with *rows* on one sheet; *more* are records after them."""
    rows = ROWS if rows is None else rows
    codes = own_codes(rows)
    cells = b"".join(
        xlsb_record(0, struct.pack("<I", r) + bytes(13))
        + b"".join(xlsb_cell(c, value, codes) for c, value in enumerate(row))
        for r, row in enumerate(rows)
    )
    dimension = struct.pack("<4I", 0, len(rows), 0, 9)
    sheet = [(0x81, b""), (0x94, dimension), (0x91, b"")]
    book = [(0x83, b""), (0x99, bytes(12)), (0x8F, b"")]
    book += [(0x9C, struct.pack("<II", 0, 1) + wide("s1") + wide(name)), (0x90, b""), (0x9D, bytes(26)), (0x84, b"")]
    kinds = (0, 14, *range(164, 164 + len(codes)))
    own = [(0x2C, struct.pack("<H", 164 + n) + wide(code)) for n, code in enumerate(codes)]
    formats = [(0x2F, struct.pack("<HH", 0, kind) + bytes(12)) for kind in kinds]
    own = [(0x267, struct.pack("<I", len(own))), *own, (0x268, b"")] if own else []
    styles = [(0x116, b""), *own, (0x269, struct.pack("<I", len(kinds))), *formats, (0x26A, b""), (0x117, b"")]
    records = {
        name: b"".join(xlsb_record(*record) for record in found)
        for name, found in {"sheet": sheet, "book": book, "styles": styles}.items()
    }
    return packed(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": links_xml([("r1", "officeDocument", "xl/workbook.bin")]),
            "xl/workbook.bin": records["book"],
            "xl/_rels/workbook.bin.rels": links_xml(
                [("s1", "worksheet", "worksheets/sheet1.bin"), ("t1", "styles", "styles.bin")]
            ),
            "xl/worksheets/sheet1.bin": records["sheet"] + cells + more + xlsb_record(0x92) + xlsb_record(0x82),
            "xl/styles.bin": records["styles"],
        }
    )


def cfb(streams: dict[str, bytes], *, table: dict[int, int] | None = None, **header: int) -> bytes:
    """A compound file with these streams, each in sectors of its own; *table* puts other numbers in the sector table.

    *header* overrides fields of it: shift, sectors (of the table), first (of the directory).
    """
    follows: list[int] = []
    sectors: list[bytes] = []
    entries = [("Root Entry", 5, 0xFFFFFFFE, 0)]
    for name, stream in streams.items():
        stream = stream.ljust(4096, b"\0")  # what is smaller goes elsewhere
        amount = -(-len(stream) // 512)
        entries.append((name, 2, len(sectors), len(stream)))
        follows += [*range(len(sectors) + 1, len(sectors) + amount), 0xFFFFFFFE]
        sectors += [stream[n * 512 : (n + 1) * 512].ljust(512, b"\0") for n in range(amount)]
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB3I", 2 * len(name) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, 1 if kind == 5 else 0xFFFFFFFF)
        + bytes(36)
        + struct.pack("<IQ", first, size)
        for name, kind, first, size in entries
    ).ljust(-(-len(entries) // 4) * 512, b"\0")
    begin = len(sectors)
    amount = len(directory) // 512
    follows += [*range(begin + 1, begin + amount), 0xFFFFFFFE]
    sectors += [directory[n * 512 : (n + 1) * 512] for n in range(amount)]
    tables = -(-(len(follows) + 1) // 127)
    places = list(range(len(sectors), len(sectors) + tables))
    follows += [0xFFFFFFFD] * tables
    for sector, following in (table or {}).items():
        follows[sector] = following
    numbers = struct.pack(f"<{len(follows)}I", *follows).ljust(tables * 512, b"\xff")
    head = (
        bytes.fromhex("d0cf11e0a1b11ae1")
        + bytes(16)
        + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, header.get("shift", 9), 6)
        + struct.pack("<II", 0, header.get("sectors", tables))
        + struct.pack("<IIIIIII", header.get("first", begin), 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
        + struct.pack("<109I", *places, *[0xFFFFFFFF] * (109 - len(places)))
    )
    return head + b"".join(sectors) + numbers


def xls_record(kind: int, content: bytes = b"") -> bytes:
    """One record of an .xls."""
    return struct.pack("<HH", kind, len(content)) + content


def xls_cell(row: int, column: int, value: Any, codes: list[str]) -> bytes:
    """One cell of an .xls."""
    if isinstance(value, Formatted):
        style = 2 + codes.index(value.code)
        if value.packed:  # two cells in one record, the second empty of meaning: a whole number and a style for each
            numbers = [struct.pack("<HI", style, int(number) << 2 | 2) for number in (value.value, 0)]
            return xls_record(0xBD, struct.pack("<HH", row, column) + b"".join(numbers) + struct.pack("<H", column + 1))
        return xls_record(0x203, struct.pack("<HHHd", row, column, style, value.value))
    head = struct.pack("<HHH", row, column, int(isinstance(value, date)))
    if value is None:
        return b""
    if isinstance(value, BinaryError):
        if value.formula:
            return xls_record(6, head + bytes([2, 0, value.code, 0, 0, 0, 255, 255]) + bytes(8))
        return xls_record(0x205, head + bytes([value.code, 1]))
    if isinstance(value, str):
        return xls_record(0x204, head + struct.pack("<HB", len(value), 1) + value.encode("utf-16-le"))
    return xls_record(0x203, head + struct.pack("<d", serial(value) if isinstance(value, date) else value))


def xls_stream(sheets: dict[str, Rows] | None = None, extra: bytes = b"", after: bytes = b"") -> bytes:
    """The workbook stream of an .xls with these sheets; *extra* are records before their names, *after* after cells."""
    sheets = {"Activiteiten": ROWS} if sheets is None else sheets
    begin = xls_record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 6))
    codes = own_codes(row for rows in sheets.values() for row in rows)
    kinds = (0, 14, *range(164, 164 + len(codes)))
    formats = b"".join(
        xls_record(0x41E, struct.pack("<HHB", 164 + n, len(code), 1) + code.encode("utf-16-le"))
        for n, code in enumerate(codes)
    )
    formats += b"".join(xls_record(0xE0, struct.pack("<HH", 0, kind) + bytes(16)) for kind in kinds)
    names = [name.encode("utf-16-le") for name in sheets]
    length = len(begin + extra + formats) + sum(12 + len(name) for name in names) + 4
    bodies = [
        xls_record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 6))
        + b"".join(xls_cell(r, c, value, codes) for r, row in enumerate(rows) for c, value in enumerate(row))
        + after
        + xls_record(10)
        for rows in sheets.values()
    ]
    bound = b""
    for name, body in zip(names, bodies, strict=True):
        bound += xls_record(0x85, struct.pack("<IBBBB", length, 0, 0, len(name) // 2, 1) + name)
        length += len(body)
    return begin + extra + formats + bound + xls_record(10) + b"".join(bodies)


def xls(rows: Rows | None = None, after: bytes = b"") -> bytes:
    """An .xls with *rows* on the sheet Activiteiten, and after them the records *after*."""
    return cfb({"Workbook": xls_stream({"Activiteiten": ROWS if rows is None else rows}, after=after)})
