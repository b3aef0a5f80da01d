"""Files that a hostile, broken or merely unusual program makes, each with what must come of it.

Everything is made here, byte by byte where it must be: no file of somebody else is kept. A case either gives the
figures of the small register below, or one Dutch sentence with certain words in it.
"""

from __future__ import annotations

import io
import json
import os
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import xlsxwriter

from tests.register.making import (
    CONTENT_TYPES,
    DECLARATION,
    MAIN,
    ODS_TYPE,
    REL,
    ROWS,
    START,
    STRICT,
    STYLES,
    BinaryError,
    Rows,
    cell,
    cfb,
    error,
    letters,
    links_xml,
    ods,
    ods_cell,
    ods_content,
    ods_error,
    ods_of,
    ods_row,
    packed,
    parts,
    row_xml,
    rows_xml,
    serial,
    sheet_xml,
    with_cells,
    workbook_xml,
    xls,
    xls_record,
    xls_stream,
    xlsb,
    xlsb_cell,
    xlsb_record,
    xlsx,
    xlsx_of,
)


# fmt: off
# A case takes one line, or a few wide ones.
@dataclass(frozen=True)
class Expected:
    """What a readable case must give: the IDs in order, names by ID, any values by (ID, field), cells with a finding."""

    ids: tuple[str, ...] = ("K1", "K2")
    values: dict[tuple[str, str], Any] = field(default_factory=lambda: {("K1", "naam"): "Zorglab", ("K1", "gemeente"): "GM0546", ("K1", "start"): START})
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One file: ``make`` gives its bytes, or puts a folder at the path it is given.

    ``says``: words of the one sentence; None when it must give the figures in ``gives``.
    """

    kind: str
    name: str
    file: str
    make: Callable[[], bytes] | Callable[[Path], None]
    says: tuple[str, ...] | None = None
    gives: Expected = Expected()
    folder: bool = False
    skip: str = ""

    @property
    def id(self) -> str:
        """How pytest calls it."""
        return f"{self.kind}: {self.name}"


CASES: list[Case] = []


def _folder(files: dict[str, bytes | str | Callable[[Path], None]]) -> Callable[[Path], None]:
    """Makes a folder of these files; a function makes what is no file."""

    def make(path: Path) -> None:
        path.mkdir()
        for name, content in files.items():
            if callable(content):
                content(path / name)
            else:
                (path / name).write_bytes(content if isinstance(content, bytes) else content.encode())

    return make


def folder_refused(name: str, files: dict[str, Any], *says: str, skip: str = "") -> None:
    """A folder of .csv files that ends in one sentence."""
    CASES.append(Case("csv", name, "register", _folder(files), says, folder=True, skip=skip))


def folder_figures(name: str, files: dict[str, Any], *findings: str, ids: tuple[str, ...] = ("K1", "K2"), skip: str = "", **values: Any) -> None:
    """A folder of .csv files that gives the register."""
    gives = _expected(ids, findings, values)
    CASES.append(Case("csv", name, "register", _folder(files), gives=gives, folder=True, skip=skip))


def refused(kind: str, name: str, make: Callable[[], bytes], *says: str, file: str = "register.xlsx") -> None:
    """A file that ends in one sentence with the words *says*."""
    CASES.append(Case(kind, name, file, make, says))


def figures(
    kind: str,
    name: str,
    make: Callable[[], bytes],
    *findings: str,
    ids: tuple[str, ...] = ("K1", "K2"),
    file: str = "register.xlsx",
    more: dict[tuple[str, str], Any] | None = None,
    **values: Any,
) -> None:
    """A file that gives the register, with findings at these cells.

    *values* are those of the first activity, *more* those of others by (ID, field).
    """
    CASES.append(Case(kind, name, file, make, gives=_expected(ids, findings, values, more)))


def _expected(ids: tuple[str, ...], findings: tuple[str, ...], values: dict[str, Any], more: dict[tuple[str, str], Any] | None = None) -> Expected:
    usual = {"naam": "Zorglab", "gemeente": "GM0546", "start": START} if ids[:1] == ("K1",) else {}
    first = {(ids[0], name): value for name, value in (usual | values).items()} if ids else {}
    return Expected(ids, first | (more or {}), findings)


def each(kind: str, name: str, header: str, cells: Iterable[Any], write: Callable[[Rows], bytes], file: str, expected: str) -> None:
    """A file with a row for each of *cells* in the column *header*, none of which is understood; or each is kept.

    *expected*: the field that is None for each of them (a finding at its cell), or "=field" when it is the text itself.
    """
    cells = list(cells)
    column = letters(ROWS[0].index(header) if header in ROWS[0] else len(ROWS[0]))
    at = ROWS[0].index(header) if header in ROWS[0] else len(ROWS[0])
    heading = ROWS[0] if header in ROWS[0] else [*ROWS[0], header]
    lines = [[f"R{n}", "x", *[None] * (at - 2), value] for n, value in enumerate(cells)]
    ids = ("K1", "K2", *(f"R{n}" for n in range(len(cells))))
    kept = expected.startswith("=")
    field_ = expected.removeprefix("=")
    figures(
        kind,
        name,
        lambda: write([heading, *ROWS[1:], *lines]),
        *(() if kept else (f"Activiteiten!{column}{n + 4}" for n in range(len(cells)))),
        ids=ids,
        file=file,
        more={(f"R{n}", field_): value if kept else None for n, value in enumerate(cells)},
    )


# ── The zip itself ───────────────────────────────────────────────────────────────────────────────────────────


def raw_zip(entries: list[dict[str, Any]]) -> bytes:
    """A zip whose every field can be told: name, data (packed), method, crc, size; ``said`` changes the directory.

    An entry with ``at`` gets no data of its own: it points at that of the entry with that number.
    """
    out = io.BytesIO()
    places = []
    for entry in entries:
        name, data = entry["name"].encode(), entry.get("data", b"")
        if "at" in entry:
            places.append(places[entry["at"]])
            continue
        places.append(out.tell())
        fields = (20, 0, entry.get("method", 8), 0, 0x21, entry.get("crc", 0), len(data), entry.get("size", 0))
        out.write(struct.pack("<IHHHHHIIIHH", 0x04034B50, *fields, len(name), 0) + name + data)
    begin = out.tell()
    for entry, place in zip(entries, places, strict=True):
        name, data = entry["name"].encode(), entry.get("data", b"")
        said = {"size": entry.get("size", 0), "packed": len(data), "flags": 0} | entry.get("said", {})
        fields = (20, 20, said["flags"], entry.get("method", 8), 0, 0x21, entry.get("crc", 0), said["packed"], said["size"])
        out.write(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, *fields, len(name), 0, 0, 0, 0, 0, place) + name)
    size = out.tell() - begin
    out.write(struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), size, begin, 0))
    return out.getvalue()


def entries_of(content: dict[str, str | bytes]) -> list[dict[str, Any]]:
    """The parts as entries for :func:`raw_zip`."""
    return [entry(name, part if isinstance(part, bytes) else part.encode()) for name, part in content.items()]


def entry(name: str, part: bytes, **said: Any) -> dict[str, Any]:
    """One part as an entry for :func:`raw_zip`."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = squeeze.compress(part) + squeeze.flush()
    return {"name": name, "data": data, "crc": zlib.crc32(part), "size": len(part), **said}


def honest_bomb() -> bytes:
    """Ten entries of 70 MB of zeros each."""
    first = entry("xl/media/0.bin", bytes(70 * 1024**2))
    return raw_zip([*entries_of(parts()), *({**first, "name": f"xl/media/{n}.bin"} for n in range(10))])


def overlapping_bomb() -> bytes:
    """A hundred entries that all point at the same 60 MB (after the zip bomb of David Fifield)."""
    first = entry("0", bytes(60 * 1024**2))
    return raw_zip([first, *({**first, "name": str(n), "at": 0} for n in range(1, 100))])


def nested_bomb() -> bytes:
    """A zip of ten zips of ten zips."""
    content = packed({"nul": bytes(10**6)})
    for _ in range(2):
        content = packed({f"{n}.zip": content for n in range(10)})
    return content


def lying(place: str, part: bytes, **said: int) -> bytes:
    """A workbook with *part* at *place*, of which the directory says something else."""
    entries = entries_of({name: old for name, old in parts().items() if name != place})
    return raw_zip([*entries, entry(place, part, said=said)])


def streamed(method: Callable[[zipfile.ZipFile, str, str | bytes], None]) -> bytes:
    """A workbook whose parts *method* writes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts().items():
            method(archive, name, part)
    return out.getvalue()


class _OneWay(io.RawIOBase):
    """Where nothing can be written twice: sizes then stand behind the data."""

    def __init__(self) -> None:
        self.content = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.content += data
        return len(data)


def with_descriptors() -> bytes:
    """A workbook as a web server writes it: sizes behind the data."""
    out = _OneWay()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[type-var]
        for name, part in parts().items():
            archive.writestr(name, part)
    return bytes(out.content)


def zip64() -> bytes:
    """A workbook whose entries have room for sizes over 4 GB."""

    def write(archive: zipfile.ZipFile, name: str, part: str | bytes) -> None:
        with archive.open(name, "w", force_zip64=True) as opened:
            opened.write(part if isinstance(part, bytes) else part.encode())

    return streamed(write)


def patched(content: bytes, *changes: tuple[bytes, bytes]) -> bytes:
    """*content* with bytes replaced by others."""
    for old, new in changes:
        content = content.replace(old, new)
    return content


BROKEN = "kan niet worden gelezen"
TOO_LARGE = "te groot voor een register"
NO_WORKBOOK = "geen Excel- of ODS-werkmap"
LOCKED = "wachtwoord"

refused("zip", "says 4 GB", lambda: lying("xl/media/a.bin", b"klein", size=4_000_000_000), TOO_LARGE)
refused("zip", "unpacks to 700 MB", honest_bomb, TOO_LARGE)
refused("zip", "overlapping entries", overlapping_bomb, TOO_LARGE)
refused("zip", "zips in zips in zips", nested_bomb, NO_WORKBOOK)
refused("zip", "6,000 entries", lambda: packed(parts() | {f"xl/{n}.xml": b"" for n in range(6000)}), TOO_LARGE)
refused(
    "zip", "needed sheet larger than said", lambda: lying("xl/worksheets/sheet1.xml", sheet_xml(rows_xml(ROWS)).encode() + bytes(30_000_000), size=400), BROKEN
)
refused("zip", "shared texts larger than said", lambda: lying("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"/>'.encode() + b" " * 200_000_000, size=100), BROKEN)
refused("zip", "encrypted entry", lambda: lying("xl/styles.xml", STYLES.encode(), flags=1), LOCKED)
for _method, _name in ((9, "deflate64"), (14, "lzma"), (99, "AES")):
    refused(
        "zip",
        f"packed with {_name}",
        lambda method=_method: raw_zip([*entries_of(parts()), entry("xl/a.xml", b"x", method=method)]),
        BROKEN,
    )
refused("zip", "a part twice", lambda: raw_zip([*entries_of(parts()), entry("XL/workbook.xml", b"<workbook/>")]), BROKEN)
refused("zip", "another name before the data", lambda: xlsx().replace(b"xl/worksheets/sheet1", b"xl/worksheets/sheet2", 1), BROKEN)
refused("zip", "half of it", lambda: xlsx()[: len(xlsx()) // 2], BROKEN)
refused("zip", "without its last bytes", lambda: xlsx()[:-10], BROKEN)
refused("zip", "only the signature", lambda: b"PK\x03\x04", BROKEN)
refused("zip", "a text that begins like one", lambda: b"PK\x03\x04 beste collega, hierbij het register", BROKEN)
refused("zip", "an empty zip", lambda: packed({}), NO_WORKBOOK)
refused("zip", "data damaged", lambda: _damaged(), BROKEN)
refused("zip", "directory says it begins elsewhere", lambda: xlsx()[:-6] + struct.pack("<IH", 2**31, 0), BROKEN)
refused("zip", "a zip around the workbook", lambda: packed({"map/register.xlsx": xlsx()}), "pak het uit", file="r.zip")
refused("zip", "a zip around csv files", lambda: packed({"Activiteiten.csv": "ID;Naam"}), "pak het uit", file="r.zip")
figures("zip", "not packed", lambda: packed(parts(), zipfile.ZIP_STORED))
figures("zip", "sizes behind the data", with_descriptors)
figures("zip", "zip64", zip64)
figures("zip", "a remark at the end", lambda: xlsx()[:-2] + struct.pack("<H", 9) + b"met groet")
figures("zip", "backslashes", lambda: packed({name.replace("/", "\\"): part for name, part in parts().items()}))
figures("zip", "names from the root", lambda: packed({f"/{name}": part for name, part in parts().items()}))
figures("zip", "capitals", lambda: packed({name.upper(): part for name, part in parts().items()}))
figures("zip", "a part outside", lambda: packed(parts() | {"../../../etc/passwd": "root"}))


def _damaged() -> bytes:
    content = bytearray(xlsx())
    place = content.index(b"xl/worksheets/sheet1.xml") + 40
    for n in range(place, place + 20):
        content[n] ^= 0xFF
    return bytes(content)


# ── XML ──────────────────────────────────────────────────────────────────────────────────────────────────────

LAUGHS = '<!DOCTYPE b [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)) + "]>"
QUADRATIC = f'<!DOCTYPE b [<!ENTITY a "{"a" * 100_000}">]>'
EXTERNAL = '<!DOCTYPE b [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'
ENTITY_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row>'


def headed(head: str, xml: str) -> str:
    """*xml* with *head* before its root."""
    return xml.replace(DECLARATION, DECLARATION + head) if xml.startswith(DECLARATION) else head + xml


for _name, _head, _use in (("billion laughs", LAUGHS, "&a11;"), ("quadratic blowup", QUADRATIC, "&a;" * 10_000), ("external entity", EXTERNAL, "&a11;")):
    refused(
        "xml",
        f"{_name} in the workbook",
        lambda head=_head, use=_use: xlsx(
            workbook=headed(head, workbook_xml(["Activiteiten"])).replace('name="Act', f'name="{use}Act')
        ),
        BROKEN,
    )
    refused(
        "xml",
        f"{_name} in the shared texts",
        lambda head=_head, use=_use: xlsx(strings=f'{head}<sst xmlns="{MAIN}"><si><t>{use}</t></si></sst>'),
        BROKEN,
    )
    refused(
        "xml",
        f"{_name} on the sheet",
        lambda head=_head, use=_use: xlsx(sheet=headed(head, sheet_xml(ENTITY_ROW.replace("&a11;", use)))),
        BROKEN,
    )
    refused(
        "xml",
        f"{_name} in an .ods",
        lambda head=_head, use=_use: ods_of(
            ods_content(
                {
                    "Activiteiten": '<table:table-row><table:table-cell office:value-type="string">'
                    f"<text:p>{use}</text:p></table:table-cell></table:table-row>"
                },
                head,
            )
        ),
        BROKEN,
    )
refused("xml", "entity in the relations", lambda: xlsx(links=headed(LAUGHS, str(parts()["xl/_rels/workbook.xml.rels"]))), BROKEN)
refused("xml", "no end", lambda: xlsx(sheet=sheet_xml(rows_xml(ROWS)).split("</sheetData>")[0]), BROKEN)
refused("xml", "workbook not well-formed", lambda: xlsx(workbook="<workbook><sheets>"), BROKEN)
refused("xml", "workbook empty", lambda: xlsx(workbook=""), BROKEN)
refused("xml", "sheet empty", lambda: xlsx(sheet=""), BROKEN)
refused("xml", "sheet is a web page", lambda: xlsx(sheet="<html><body>fout 500</body></html>"), "ID en Naam")
refused("xml", "letters that are no UTF-8", lambda: xlsx(sheet=sheet_xml(rows_xml(ROWS)).encode().replace(b"Leiden", b"Le\xefden")), BROKEN)
figures("xml", "document type without entities", lambda: xlsx(sheet=headed("<!DOCTYPE worksheet>", sheet_xml(rows_xml(ROWS)))))
figures("xml", "byte order mark", lambda: packed({n: b"\xef\xbb\xbf" + as_bytes(p) for n, p in parts().items()}))
figures("xml", "UTF-16", lambda: packed({n: wide_xml(p) for n, p in parts().items()}))
figures("xml", "UTF-16, other end first", lambda: packed({n: wide_xml(p, "utf-16-be", b"\xfe\xff") for n, p in parts().items()}))
figures("xml", "UTF-16 sheet only", lambda: xlsx(sheet=wide_xml(sheet_xml(rows_xml(ROWS)))))
figures("xml", "UTF-16 shared texts", lambda: xlsx_of(shared_rows(), strings=wide_xml(shared(*SHARED))))
figures("xml", "comments", lambda: xlsx_of('<!-- <c r="B3" t="e"><v>#N/A</v></c> -->' + rows_xml(ROWS)))
figures("xml", "CDATA", lambda: xlsx_of(rows_xml(ROWS).replace("Zorglab", "<![CDATA[Zorglab]]>")))
figures("xml", "CDATA in a value", lambda: xlsx_of(rows_xml(ROWS).replace(f"<v>{serial(START)}</v>", f"<v><![CDATA[{serial(START)}]]></v>")))
figures("xml", "names with a prefix", lambda: packed({n: prefixed(as_text(p)) for n, p in parts().items()}))
figures("xml", "single quotes", lambda: packed({n: as_text(p).replace('"', "'") for n, p in parts().items()}))
figures("xml", "strict", lambda: packed({n: as_text(p).replace(MAIN, STRICT[0]).replace(REL, STRICT[1]) for n, p in parts().items()}))
figures(
    "xml", "another prefix for relations", lambda: xlsx(workbook=workbook_xml(["Activiteiten"]).replace("xmlns:r=", "xmlns:d3p1=").replace("r:id=", "d3p1:id="))
)
figures("xml", "100,000 elements deep", lambda: xlsx_of(rows_xml(ROWS), after="<a>" * 100_000 + "</a>" * 100_000))
figures("xml", "30 MB of remarks", lambda: xlsx_of(rows_xml(ROWS), before=f"<!--{'-a' * 15_000_000}-->"))
figures("xml", "10 MB in an attribute", lambda: xlsx_of(rows_xml(ROWS), before=f'<sheetPr codeName="{"a" * 10_000_000}"/>'))

SHARED = ("ID", "Naam", "Gemeente", "Start", "K1", "Zorglab", "Leiden", "K2", "Energiehub", "Gouda")


def shared(*texts: str, **attributes: Any) -> str:
    """The shared texts of a workbook."""
    said = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<sst xmlns="{MAIN}"{said}>{"".join(f"<si><t>{text}</t></si>" for text in texts)}</sst>'


def shared_rows() -> str:
    """The small register with all texts shared."""

    def kept(value: Any) -> Any:
        return ('t="s"', f"<v>{SHARED.index(value)}</v>") if isinstance(value, str) else value

    return rows_xml([[kept(value) for value in row] for row in ROWS])


def as_text(part: str | bytes) -> str:
    """A part as text."""
    return part if isinstance(part, str) else part.decode()


def as_bytes(part: str | bytes) -> bytes:
    """A part as bytes."""
    return part if isinstance(part, bytes) else part.encode()


def wide_xml(part: str | bytes, encoding: str = "utf-16-le", mark: bytes = b"\xff\xfe") -> bytes:
    """A part in UTF-16."""
    return mark + as_text(part).replace('encoding="UTF-8"', 'encoding="UTF-16"').encode(encoding)


def prefixed(xml: str) -> str:
    """Spreadsheet XML with x: before every name."""
    if f'xmlns="{MAIN}"' not in xml:
        return xml
    return re.sub(r"<(/?)(\w+)(?=[\s/>])", r"<\1x:\2", xml.replace(f'xmlns="{MAIN}"', f'xmlns:x="{MAIN}"'))


# ── Parts that point at each other ───────────────────────────────────────────────────────────────────────────


def linked(target: str, part: str = "", **changes: str | bytes | None) -> bytes:
    """A workbook whose one sheet is at *target*; *part* is where it is in the zip, when not where it usually is."""
    links = links_xml([("s1", "worksheet", target), ("t1", "styles", "styles.xml")])
    content = parts(None, links=links, **changes)
    if part:
        content[part] = content.pop("xl/worksheets/sheet1.xml")
    return packed(content)


def moved(folder: str, name: str, **places: str) -> bytes:
    """A workbook whose main part is elsewhere."""
    main = f"{folder}/{name}" if folder else name
    content = parts(None, root=links_xml([("r1", "officeDocument", f"/{main}")]))
    rels = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
    names = {"xl/workbook.xml": main, "xl/_rels/workbook.xml.rels": rels}
    return packed({names.get(old) or old.replace("xl/", f"{folder}/" if folder else "", 1): p for old, p in content.items()})


for _target in (
    "/xl/worksheets/sheet1.xml",
    "../xl/worksheets/sheet1.xml",
    "./worksheets/sheet1.xml",
    "worksheets\\sheet1.xml",
    "Worksheets/SHEET1.xml",
    "worksheets/sheet%31.xml",
    "worksheets/oud/../sheet1.xml",
):
    figures("parts", f"target {_target}", lambda target=_target: linked(target))
figures("parts", "sheet in another folder", lambda: linked("/bladen/eerste blad.xml", "bladen/eerste blad.xml"))
figures("parts", "workbook with another name", lambda: moved("xl", "werkmap22.xml"))
figures("parts", "workbook in another folder", lambda: moved("inhoud", "workbook.xml"))
figures("parts", "workbook at the root", lambda: moved("", "wb.xml"))
figures(
    "parts",
    "styles elsewhere",
    lambda: packed(
        {("xl/opmaak/stijl.xml" if n == "xl/styles.xml" else n): as_text(p).replace('"styles.xml"', '"opmaak/stijl.xml"') for n, p in parts().items()}
    ),
)
figures(
    "parts",
    "shared texts elsewhere",
    lambda: packed(
        {
            ("xl/teksten.xml" if n == "xl/sharedStrings.xml" else n): as_text(p).replace('"sharedStrings.xml"', '"/xl/teksten.xml"')
            for n, p in (parts({"Activiteiten": sheet_xml(shared_rows())}, strings=shared(*SHARED))).items()
        }
    ),
)
figures("parts", "no content types", lambda: xlsx(types=None))
figures("parts", "no root relations", lambda: xlsx(root=None))
figures("parts", "no shared texts", lambda: xlsx(strings=None))
figures(
    "parts",
    "days in another count (1904)",
    lambda: xlsx(
        [ROWS[0], ["K1", "Zorglab", "Leiden", ('s="1"', f"<v>{serial(START) - 1462}</v>")], ROWS[2]],
        workbook=workbook_xml(["Activiteiten"], '<workbookPr date1904="1"/>'),
    ),
)
figures(
    "parts",
    "days in another count, moved",
    lambda: packed(
        {
            n.replace("xl/workbook.xml", "xl/wb.xml").replace("workbook.xml.rels", "wb.xml.rels"): as_text(p)
            .replace("xl/workbook.xml", "xl/wb.xml")
            .replace(f"<v>{serial(START)}<", f"<v>{serial(START) - 1462}<")
            for n, p in parts(None, workbook=workbook_xml(["Activiteiten"], '<workbookPr date1904="true"/>')).items()
        }
    ),
)
refused("parts", "no workbook", lambda: xlsx(workbook=None), BROKEN)
refused("parts", "no relations of the workbook", lambda: xlsx(links=None), BROKEN)
refused("parts", "no sheet", lambda: xlsx(sheet=None), BROKEN)
refused("parts", "a sheet outside the package", lambda: linked("../../../../etc/passwd"), BROKEN)
refused("parts", "the workbook is its own sheet", lambda: linked("workbook.xml"), "ID en Naam")
refused("parts", "relations that are their own sheet", lambda: linked("_rels/workbook.xml.rels"), "ID en Naam")
refused("parts", "relation that is not there", lambda: xlsx(workbook=workbook_xml(["Activiteiten"]).replace('r:id="s1"', 'r:id="weg"')), BROKEN)
refused(
    "parts",
    "sheet on the internet",
    lambda: xlsx(
        links=links_xml([]).replace("</", (f'<Relationship Id="s1" Type="{REL}/worksheet" TargetMode="External" Target="https://voorbeeld.example/a.xml"/></'))
    ),
    BROKEN,
)
refused("parts", "root points at itself", lambda: xlsx(root=links_xml([("r1", "officeDocument", "_rels/.rels")])), NO_WORKBOOK)


# ── Sheets ───────────────────────────────────────────────────────────────────────────────────────────────────

LOG = sheet_xml(rows_xml([["moment", "wie"], ["vandaag", "ik"]]))


def several(sheets: dict[str, str], attributes: str = "", **changes: str | bytes | None) -> bytes:
    """A workbook with the small register and other sheets (XML by name), or with these sheets alone."""
    content = parts(sheets, **changes)
    if attributes:
        content["xl/workbook.xml"] = workbook_xml(sheets, attributes=attributes)
    return packed(content)


OURS = {"Activiteiten": sheet_xml(rows_xml(ROWS))}
MARKUP = '<b>&"![x](https://voorbeeld.example/x.png)'


def one_part(amount: int) -> bytes:
    """Very many sheets that all are one part."""
    names = [f"Blad{n}" for n in range(amount)]
    links = links_xml([(f"s{n}", "worksheet", "worksheets/sheet1.xml") for n in range(1, amount + 1)])
    return packed(parts(None, workbook=workbook_xml(names), links=links))


def of_kind(kind: str, name: str = "Grafiek1") -> bytes:
    """A workbook whose first sheet is a chart or a dialog."""
    sheets = {name: f'<{kind} xmlns="{MAIN}"/>'} | ({} if name == "Activiteiten" else OURS)
    content = parts(sheets)
    links = as_text(content["xl/_rels/workbook.xml.rels"]).replace('/worksheet"', f'/{kind}"', 1)
    content["xl/_rels/workbook.xml.rels"] = links.replace("worksheets/sheet1", f"{kind}s/sheet1", 1)
    content[f"xl/{kind}s/sheet1.xml"] = content.pop("xl/worksheets/sheet1.xml")
    return packed(content)


refused("sheets", "none", lambda: several({}), "ontbreekt het werkblad Activiteiten")
refused("sheets", "another name", lambda: several({"Blad1": LOG, "Blad2": LOG}), "ontbreekt", "Blad1 en Blad2")
refused("sheets", "a name with markup", lambda: several({MARKUP: LOG}), "ontbreekt")
refused("sheets", "a name of 100,000 characters", lambda: several({"A" * 100_000: LOG}), "ontbreekt", "AAAA…")
refused("sheets", "a name with invisible signs", lambda: several({"A\u202eB\u200b": LOG}), "ontbreekt", "(wel: A B)")
refused("sheets", "a control character", lambda: several({"x": LOG}, workbook=workbook_xml(["x"]).replace('"x"', '"&#1;"')), BROKEN)
refused(
    "sheets",
    "one name twice",
    lambda: several({"Activiteiten": LOG, "x": LOG}, workbook=workbook_xml(["Activiteiten"] * 2)),
    "twee werkbladen met de naam “Activiteiten”",
)
refused("sheets", "5,000 of one part", lambda: one_part(5_000), "te veel werkbladen")
refused("sheets", "300", lambda: several({f"Blad{n}": LOG for n in range(300)}), "te veel werkbladen")
refused("sheets", "a chart called Activiteiten", lambda: of_kind("chartsheet", "Activiteiten"), "ontbreekt het werkblad")
figures("sheets", "a chart first", lambda: of_kind("chartsheet"))
figures("sheets", "a dialog first", lambda: of_kind("dialogsheet"))
figures("sheets", "hidden", lambda: several(OURS, 'state="hidden"'))
figures("sheets", "very hidden", lambda: several(OURS, 'state="veryHidden"'))
figures("sheets", "ours last", lambda: several({"Log": LOG} | OURS), "Log!A1")
figures("sheets", "another that is empty", lambda: several({"Log": sheet_xml("")} | OURS))
figures("sheets", "another that is missing", lambda: packed({n: p for n, p in parts(OURS | {"Log": LOG}).items() if n != "xl/worksheets/sheet2.xml"}), "Log!A1")
figures("sheets", "another that is damaged", lambda: several(OURS | {"Log": "<worksheet><v>"}), "Log!A1")
figures("sheets", "capitals and spaces", lambda: several({" ACTIVITEITEN ": OURS["Activiteiten"]}))
figures("sheets", "twice but for capitals", lambda: several(OURS | {"activiteiten": LOG}), "activiteiten!A1")
figures("sheets", "no name", lambda: several(OURS | {"": LOG}), "!A1")
figures("sheets", "a name with markup beside ours", lambda: several(OURS | {MARKUP: LOG}), f"{MARKUP}!A1")
figures(
    "sheets",
    "a million rows of another",
    lambda: several(OURS | {"Log": sheet_xml("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1_000_001)))}),
    "Log!A1",
)


# ── Rows and cells that are not where they should be ─────────────────────────────────────────────────────────

FAR = "heel ver weg"
MANY_ROWS = "meer dan 150.000 rijen"
FILLED = ("", "<v>5</v>")
STYLED = ('s="1"', "")


def plus(data: str) -> str:
    """The rows of the small register, and more XML."""
    return rows_xml(ROWS) + data


def far(place: str, row: str, content: tuple[str, str] = FILLED) -> bytes:
    """The small register and one cell elsewhere."""
    return xlsx_of(plus(f'<row r="{row}">{cell(place, content)}</row>'))


refused("far", "the last cell", lambda: far("XFD1048576", "1048576"), FAR, "Activiteiten!XFD1048576")
refused("far", "column ZZZZZZ", lambda: far("ZZZZZZ9", "9"), FAR, "ZZZZZZ9")
refused("far", "column AAA", lambda: far("AAA9", "9"), FAR, "AAA9")
refused("far", "row 99999999999", lambda: far("A99999999999", "99999999999"), FAR)
refused("far", "row 2 to the power 64", lambda: far("A18446744073709551616", "18446744073709551616"), FAR)
refused("far", "row 200,000", lambda: far("B200000", "200000"), FAR, "Activiteiten!B200000")
refused("far", "lower case", lambda: far("xfd1048576", "1048576"), FAR)
refused("far", "single quotes", lambda: xlsx_of(plus("<row r=\"9\"><c r='XFD9'><v>5</v></c></row>")), FAR)
refused("far", "an error", lambda: far("XFD9", "9", error("#N/A")), FAR)
refused("far", "a formula without outcome", lambda: far("XFD9", "9", ("", "<f>1+1</f>")), FAR)
refused("far", "a row without cells that say so", lambda: xlsx_of(plus('<row r="1048576"><c><v>5</v></c></row>')), MANY_ROWS)
refused("far", "1,048,576 filled rows", lambda: xlsx_of("".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 1_048_577))), MANY_ROWS)
refused("far", "150,001 rows without numbers", lambda: xlsx_of(rows_xml(ROWS[:1]) + "<row><c><v>1</v></c></row>" * 150_001), MANY_ROWS)
figures(
    "far",
    "formatted cells at XFD1 and below",
    lambda: xlsx_of(plus(f'<row r="9">{cell("XFD9", STYLED)}</row><row r="1048576" s="1" customFormat="1"><c r="A1048576" s="1"/></row>')),
)
figures(
    "far",
    "1,048,576 formatted rows",
    lambda: xlsx_of(plus("".join(f'<row r="{n}" s="1" customFormat="1"><c r="A{n}" s="1"/></row>' for n in range(4, 1_048_577)))),
)
figures("far", "dimension lies", lambda: xlsx_of(rows_xml(ROWS), '<dimension ref="A1:XFD1048576"/>'))
figures("far", "dimension says less", lambda: xlsx_of(rows_xml(ROWS), '<dimension ref="A1"/>'))
for ref in ("1:30", "A:AB", "A1:AB", "$A$1:$D$3", "", "a1:d3", "D3:A1", "A1:XFD99999999999", "ZZZZZZ9", "Blad1!A1:D3", "A1:D3 F1:G3", "&#65;1"):
    figures("far", f"dimension is {ref or 'empty'}", lambda ref=ref: xlsx_of(rows_xml(ROWS), f'<dimension ref="{ref}"/>'))
figures("far", "dimension without a size", lambda: xlsx_of(rows_xml(ROWS), "<dimension/>"))
figures("far", "two dimensions, and one of them odd", lambda: xlsx_of(rows_xml(ROWS), "<dimension ref='A1'/><dimension ref='1:30'></dimension>"))
refused("far", "the last cell under a dimension of whole rows", lambda: xlsx_of(plus(f'<row r="1048576">{cell("XFD1048576", "x")}</row>'), '<dimension ref="1:3"/>'), FAR)
figures("far", "16,384 columns with a width", lambda: xlsx_of(rows_xml(ROWS), '<cols><col min="1" max="16384" width="9"/></cols>'))
figures("far", "merged to the last cell", lambda: xlsx_of(rows_xml(ROWS), after='<mergeCells count="4294967295"><mergeCell ref="E9:XFD1048576"/></mergeCells>'))
figures("far", "shared texts say they are 4 billion", lambda: xlsx_of(shared_rows(), strings=shared(*SHARED, count=2**32 - 1, uniqueCount=2**32 - 1)))
figures("far", "shared texts say they are more than numbers go", lambda: xlsx_of(shared_rows(), strings=shared(*SHARED, uniqueCount="9" * 30)))
figures("far", "formats say they are 4 billion", lambda: xlsx(styles=STYLES.replace('count="6"', 'count="4294967295"')))
figures(
    "far",
    "shared formula over all cells",
    lambda: xlsx(with_cells(Locatie=('t="str"', '<f t="shared" ref="E2:XFD1048576" si="4000000000">A2</f><v>hier</v>'))),
    locatie="hier",
)

figures("places", "rows without numbers", lambda: xlsx_of(re.sub(r'<row r="\d+"', "<row", rows_xml(ROWS))))
figures("places", "cells without places", lambda: xlsx_of(re.sub(r' r="\w+"', "", rows_xml(ROWS))))
figures(
    "places",
    "cells without places, with an error",
    lambda: xlsx_of(re.sub(r' r="\w+"', "", rows_xml(with_cells(Locatie=error("#N/A"), Team=("", "<f>1+1</f>"))))),
    "Activiteiten!E2",
    "Activiteiten!F2",
    locatie=None,
    team=None,
)
figures("places", "lower case", lambda: xlsx_of(rows_xml(with_cells(Locatie=error("#N/A"))).replace('r="E2"', 'r="e2"')), "Activiteiten!E2")
figures(
    "places",
    "cells out of order",
    lambda: xlsx_of(rows_xml(ROWS[:1]) + (f'<row r="2">{"".join(cell(f"{letters(n)}2", ROWS[1][n]) for n in (3, 1, 0, 2))}</row>') + row_xml(3, ROWS[2])),
)
figures("places", "rows out of order", lambda: xlsx_of(row_xml(3, ROWS[2]) + row_xml(1, ROWS[0]) + row_xml(2, ROWS[1])))
figures("places", "a cell twice", lambda: xlsx_of(rows_xml(ROWS).replace("</row>", f"{cell('B3', 'Later')}</row>", 3)), naam="Zorglab")
figures("places", "a row twice", lambda: xlsx_of(plus(row_xml(3, [None, None, None, START]))))
refused("places", "a row that is no number", lambda: xlsx_of(rows_xml(ROWS).replace('r="A2"', 'r="A"')), BROKEN)
refused("places", "row 0", lambda: xlsx_of(plus('<row r="0"><c r="A0"><v>1</v></c></row>')), BROKEN)
refused("places", "a place with dollars", lambda: xlsx_of(rows_xml(ROWS).replace('r="A2"', 'r="$A$2"')), BROKEN)


# ── What stands in cells ─────────────────────────────────────────────────────────────────────────────────────

figures("cells", "shared texts", lambda: xlsx_of(shared_rows(), strings=shared(*SHARED)))
figures(
    "cells",
    "empty shared texts",
    lambda: xlsx_of(
        rows_xml(with_cells(Locatie=('t="s"', "<v>3</v>"))), strings=f'<sst xmlns="{MAIN}"><si/><si><t/></si><si><r><rPr/></r></si><si><t>hier</t></si></sst>'
    ),
    locatie="hier",
)
figures(
    "cells",
    "rich text",
    lambda: xlsx_of(
        rows_xml(with_cells(Locatie=('t="s"', "<v>0</v>"), Team=('t="inlineStr"', "<is><r><t>a</t></r><r><t>b</t></r></is>"))),
        strings=f'<sst xmlns="{MAIN}"><si><r><t>hi</t></r><r><rPr><b/></rPr><t>er</t></r></si></sst>',
    ),
    locatie="hier",
    team="ab",
)
figures(
    "cells",
    "how to pronounce it",
    lambda: xlsx_of(
        rows_xml(with_cells(Locatie=('t="s"', "<v>0</v>"))), strings=f'<sst xmlns="{MAIN}"><si><t>hier</t><rPh sb="0" eb="1"><t>HIIR</t></rPh></si></sst>'
    ),
    locatie="hier",
)
figures(
    "cells",
    "escaped signs",
    lambda: xlsx(with_cells(Locatie="a_x000D_\nb", Team="_x005F_x0041_", Opbrengst="_x0041_b")),
    locatie="a\r\nb",
    team="_x0041_",
    opbrengst="Ab",
)
figures("cells", "escaped nothing", lambda: xlsx(with_cells(Locatie="a_x0000_b")), locatie="a\0b")
figures("cells", "half a character escaped", lambda: xlsx(with_cells(Locatie="a_xD800_b")), locatie="a_xD800_b")
figures("cells", "entities", lambda: xlsx(with_cells(Locatie="<&>\"'é€😀")), locatie="<&>\"'é€😀")
refused("cells", "a shared text that is not there", lambda: xlsx(with_cells(Locatie=('t="s"', "<v>7</v>"))), BROKEN)
refused("cells", "a shared text below zero", lambda: xlsx(with_cells(Locatie=('t="s"', "<v>-1</v>"))), BROKEN)
refused("cells", "shared texts are missing", lambda: xlsx_of(shared_rows(), strings=None), BROKEN)
refused("cells", "a kind that nobody knows", lambda: xlsx(with_cells(Locatie=('t="zzz"', "<v>7</v>"))), BROKEN)
refused("cells", "a bool that is none", lambda: xlsx(with_cells(Locatie=('t="b"', "<v>WAAR</v>"))), BROKEN)
figures("cells", "a format that is not there", lambda: xlsx(with_cells(Locatie=('s="999"', "<v>7</v>"))), locatie="7")
figures(
    "cells",
    "whole and broken numbers",
    lambda: xlsx(with_cells(Locatie=7, Team=0.5, Opbrengst=-3, Omschrijving=1e15)),
    locatie="7",
    team="0,5",
    opbrengst="-3",
    omschrijving="1000000000000000.0",
)
each(
    "cells",
    "latitudes that are none",
    "Breedtegraad",
    [("", f"<v>{number}</v>") for number in ("NaN", "INF", "-INF", "1e308", "1e400", "-52.1", "1e-320", "0")],
    xlsx,
    "register.xlsx",
    "breedtegraad",
)
figures("cells", "bools", lambda: xlsx(with_cells(Netwerkthema=True, Locatie=False)), "Activiteiten!F2", netwerkthema=True, locatie="ONWAAR")
figures("cells", "a day in words of ISO", lambda: xlsx([ROWS[0], ["K1", "Zorglab", "Leiden", ('t="d"', f"<v>{START}</v>")], ROWS[2]]))
figures("cells", "a day with a time", lambda: xlsx([ROWS[0], ["K1", "Zorglab", "Leiden", ('s="1"', f"<v>{serial(START)}.75</v>")], ROWS[2]]))
refused("cells", "a day that stops the reader", lambda: xlsx([*ROWS, ["K3", ('s="1"', "<v>-1e300</v>")]]), BROKEN)
each(
    "cells",
    "days that are none",
    "Start",
    [('s="1"', f"<v>{day}</v>") for day in ("0", "-1", "2958466", "0.5", "1e300", "1e10", "NaN")],
    xlsx,
    "register.xlsx",
    "start",
)
figures("cells", "the first day", lambda: xlsx([ROWS[0], ["K1", "Zorglab", "Leiden", ('s="1"', "<v>1</v>")], ROWS[2]]), "Activiteiten!D2", start=None)
figures(
    "cells",
    "the day before the one that never was",
    lambda: xlsx([ROWS[0], ["K1", "Zorglab", "Leiden", ('s="1"', "<v>59</v>")], ROWS[2]]),
    "Activiteiten!D2",
    start=None,
)
figures("cells", "a duration in a text", lambda: xlsx(with_cells(Locatie=('s="3"', "<v>1.5</v>"))), "Activiteiten!E2", locatie="36:00:00")
refused("cells", "a duration of ages", lambda: xlsx([*ROWS, ["K3", "Lang", None, None, ('s="3"', "<v>1e10</v>")]]), "tijdsduur", "Activiteiten, rij 4")
figures("cells", "typed dates before 1900", lambda: xlsx([ROWS[0], ["K1", "Zorglab", "Leiden", "31-12-1899"], ROWS[2]]), "Activiteiten!D2", start=None)
figures("cells", "percentage", lambda: xlsx(with_cells(Locatie=('s="4"', "<v>0.38</v>"))), locatie="38%")
each(
    "texts",
    "that look like something else",
    "Locatie",
    ("0484", "1e5", "NA", "N/A", "None", "nan", "TRUE", "+31 6 1", "=1+1", "-", "#", "1.000,50", "007.50", "null", "1-2", "٣", "<NA>", "-inf"),
    xlsx,
    "register.xlsx",
    "=locatie",
)
figures(
    "texts",
    "IDs that look like numbers",
    lambda: xlsx([ROWS[0], ["0484", "a"], ["1e5", "b"], ["NA", "c"], ["TRUE", "d"], ["+31", "e"]]),
    ids=("0484", "1E5", "NA", "TRUE", "+31"),
    naam="a",
)
figures("texts", "10,000 characters", lambda: xlsx(with_cells(Omschrijving="x" * 10_000)), omschrijving="x" * 10_000)
figures("texts", "32,767 characters", lambda: xlsx(with_cells(Omschrijving="é" * 32_767)), omschrijving="é" * 32_767)
figures(
    "texts",
    "32,767 characters as a theme, a day and a place",
    lambda: xlsx(with_cells(**{"Thema's": "a," * 16_383, "Einde": "1-1-26 10:00" + "9" * 32_000, "Ingrediënten": "1" * 32_766 + "x", "Status": "(" * 32_767})),
    "Activiteiten!E2",
    "Activiteiten!F2",
    "Activiteiten!G2",
    "Activiteiten!H2",
    einde=None,
    status="onbekend",
)

each(
    "errors",
    "of all kinds in a date",
    "Start",
    map(error, ("#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!")),
    xlsx,
    "register.xlsx",
    "start",
)
each(
    "errors",
    "that the reader does not know",
    "Locatie",
    map(error, ("#GETTING_DATA", "#SPILL!", "#CALC!", "#CONNECT!", "#BUSY!", "#PYTHON!", "Err:502", " #N/A ")),
    xlsx,
    "register.xlsx",
    "locatie",
)
figures("errors", "in an ID", lambda: xlsx([*ROWS, [error("#N/A"), "Zonder"]]), "Activiteiten!A4")
figures("errors", "in a name", lambda: xlsx([*ROWS, ["K3", error("#REF!")]]), "Activiteiten!B4")
figures(
    "errors",
    "in every kind of column",
    lambda: xlsx(
        with_cells(
            **dict.fromkeys(("Verschijningsvorm", "Arbeidsmarktregio", "Breedtegraad", "College", "Ingrediënten", "Netwerkthema", "Thema's"), error("#N/A"))
        )
    ),
    *(f"Activiteiten!{letter}2" for letter in "EFGHIJK"),
    vorm=None,
    regio=None,
    breedtegraad=None,
    college=None,
    netwerkthema=None,
)
figures("errors", "in the last row and column", lambda: xlsx_of(plus('<row r="7"><c r="H7" t="e"><v>#N/A</v></c></row>')), "Activiteiten!A7")
figures("errors", "without a value, beside one with", lambda: xlsx(with_cells(Locatie=('t="e"', ""), Team="b")), team="b", locatie=None)
figures("errors", "typed, not calculated", lambda: xlsx(with_cells(Locatie=('t="e"', "<v>#N/A</v>"))), "Activiteiten!E2", locatie=None)
figures(
    "formulas",
    "with an outcome",
    lambda: xlsx([ROWS[0], [('t="str"', "<f>A9</f><v>K1</v>"), ('t="str"', "<f>A9</f><v>Zorglab</v>"), "Leiden", START], ROWS[2]]),
)
figures(
    "formulas",
    "without an outcome",
    lambda: xlsx(with_cells(Locatie=("", "<f>1+1</f>"), Team=("", "<f>1+1</f><v/>"), Opbrengst=("", "<f>1+1</f><v></v>"))),
    "Activiteiten!E2",
    "Activiteiten!F2",
    "Activiteiten!G2",
    locatie=None,
)
figures(
    "formulas",
    "without an outcome in the last row and column",
    lambda: xlsx([*ROWS, [("", "<f>A1</f>"), ("", "<f>B1</f>")]]),
    "Activiteiten!A4",
    "Activiteiten!B4",
)
figures("formulas", "with an empty text", lambda: xlsx(with_cells(Locatie=('t="str"', '<f>""</f><v></v>'))), locatie=None)
figures(
    "formulas",
    "array and shared",
    lambda: xlsx(
        with_cells(Locatie=('t="str"', '<f t="array" ref="E2:E3">A1</f><v>a</v>'), Team=('t="str"', '<f t="shared" ref="F2:F3" si="0">A1</f><v>b</v>'))
    ),
    locatie="a",
    team="b",
)


# ── Workbooks as people make them ────────────────────────────────────────────────────────────────────────────


def shifted(rows: Rows, down: int, right: int = 0) -> str:
    """The rows lower on the sheet, and more to the right."""
    return "".join(row_xml(n, [None] * right + row) for n, row in enumerate(rows, start=1 + down))


def made_with_xlsxwriter(make: Callable[[Any, Any], None]) -> bytes:
    """A workbook of the small register that *make* (workbook, sheet) adds to."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("Activiteiten")
        day = workbook.add_format({"num_format": "d-m-yyyy"})
        for r, row in enumerate(ROWS):
            for c, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(r, c, datetime(value.year, value.month, value.day), day)
                elif value is not None:
                    sheet.write(r, c, value)
        make(workbook, sheet)
    return out.getvalue()


def _decorated(workbook: Any, sheet: Any) -> None:
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, 2, 3)
    sheet.filter_column("C", "Gemeente == Gouda")
    sheet.set_row(1, None, None, {"hidden": True})
    sheet.set_column(2, 2, None, None, {"hidden": True})
    sheet.write_comment("B2", "Is dit nog zo?")
    sheet.data_validation("C2:C9", {"validate": "list", "source": ["Leiden", "Gouda"]})
    sheet.conditional_format("A2:D9", {"type": "no_blanks", "format": workbook.add_format({"bold": True})})
    sheet.insert_textbox("H2", "Vul hier de activiteiten in")
    sheet.set_header("&CRegister")
    sheet.protect("geheim")
    workbook.define_name("Lijst", "=Activiteiten!$A$1:$D$3")
    workbook.set_properties({"title": "Register", "comments": "vertrouwelijk"})
    chart = workbook.add_chart({"type": "bar"})
    chart.add_series({"values": "=Activiteiten!$D$2:$D$3"})
    sheet.insert_chart("J2", chart)


def _table(workbook: Any, sheet: Any) -> None:
    columns = [{"header": "ID", "total_string": "Totaal"}, *({"header": name} for name in ROWS[0][1:])]
    columns[3]["total_function"] = "count"
    sheet.add_table(0, 0, 3, 3, {"columns": columns, "total_row": True, "name": "Register"})


def _validated(workbook: Any, sheet: Any) -> None:
    sheet.merge_range("C6:D6", "")
    lists = workbook.add_worksheet("Lijsten")
    lists.write_column("A1", ["Leiden", "Gouda"])
    lists.hide()


def in_macros() -> bytes:
    """A workbook with a (damaged) macro project."""
    content = parts() | {"xl/vbaProject.bin": cfb({"VBA": b"Sub Auto_Open()"})}
    content["[Content_Types].xml"] = CONTENT_TYPES.replace(
        "</Types>", ('<Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>')
    )
    return packed(content)


figures("people", "hidden, filtered, frozen, protected, with notes and a chart", lambda: made_with_xlsxwriter(_decorated))
figures("people", "a table with a row of totals", lambda: made_with_xlsxwriter(_table), "Activiteiten!A4")
figures("people", "a hidden sheet with lists", lambda: made_with_xlsxwriter(_validated))
figures(
    "people",
    "a merged title above the headings",
    lambda: xlsx_of(row_xml(1, ["Register van het netwerk"]) + shifted(ROWS, 2), after='<mergeCells><mergeCell ref="A1:D1"/></mergeCells>'),
)
figures("people", "a title and a day above the headings", lambda: xlsx_of(row_xml(1, ["Register", None, "versie 2"]) + shifted(ROWS, 1)))
figures("people", "a row of data above the headings", lambda: xlsx_of(row_xml(1, ["K9", "Verdwaald"]) + shifted(ROWS, 1)), "Activiteiten!A1")
figures(
    "people",
    "headings merged over two columns",
    lambda: xlsx_of(rows_xml([[*ROWS[0], "Locatie", None], [*ROWS[1], "hier", "of daar"], ROWS[2]]), after='<mergeCells><mergeCell ref="E1:F1"/></mergeCells>'),
    "Activiteiten!F1",
    locatie="hier",
)
figures(
    "people",
    "two rows of headings",
    lambda: xlsx_of(row_xml(1, ["Wat", None, "Waar en wanneer", None]) + shifted(ROWS, 1), after='<mergeCells><mergeCell ref="A1:B1"/></mergeCells>'),
)
figures(
    "people",
    "units under the headings",
    lambda: xlsx([ROWS[0], [None, None, None, "(dd-mm-jjjj)"], *ROWS[1:]]),
    "Activiteiten!A2",
    "Activiteiten!D2",
)
figures("people", "empty rows and columns around", lambda: xlsx_of(shifted([*ROWS[:2], [], [], ROWS[2]], 4, 2)))
figures("people", "headings once more below", lambda: xlsx([*ROWS, ROWS[0]]), "Activiteiten!A4")
figures("people", "the same ID twice", lambda: xlsx([*ROWS, ["k 1", "Nog een"]]), "Activiteiten!A4")
figures("people", "a row without an ID and one without a name", lambda: xlsx([*ROWS, [None, "Los"], ["K4"]]), "Activiteiten!A4", "Activiteiten!B5")
figures("people", "macros", in_macros, file="register.xlsm")
figures("people", "an .xlsx called .xls", xlsx, file="register.xls")
figures("people", "an .xls called .xlsx", xls, file="register.xlsx")
figures("people", "an .ods called .xlsx", ods, file="register.xlsx")
figures("people", "no ending", xlsx, file="register")
figures("people", "a name with markup", xlsx, file="<b>![x](y)&.xlsx")
refused("people", "a name with braces", lambda: b"", "“{naam} {0} %s.xlsx”", "is leeg", file="{naam} {0} %s.xlsx")
refused("people", "a name on two lines", lambda: b"", "“re gister.xlsx”", file="re\ngister.xlsx")
refused("people", "only headings, and not ours", lambda: xlsx([["Nr", "Omschr"], [1, 2]]), "ID en Naam")
refused("people", "no name column", lambda: xlsx([["ID"], ["K1"]]), "geen kolom met de kop Naam")
refused("people", "nothing at all", lambda: xlsx([]), "ID en Naam")
figures("people", "only headings", lambda: xlsx(ROWS[:1]), ids=())


# ── .ods ─────────────────────────────────────────────────────────────────────────────────────────────────────

EMPTY_END = ods_row([None], ' table:number-rows-repeated="1048573"').replace("<table:table-cell/>", '<table:table-cell table:number-columns-repeated="16384"/>')


def ods_with(**columns: Any) -> bytes:
    """An .ods of the small register with more columns, filled on the row of K1."""
    return ods(with_cells(**columns))


def typed(kind: str, value: str, shown: str) -> str:
    """A cell of another kind."""
    return f'<table:table-cell office:value-type="{kind}" {value}><text:p>{shown}</text:p></table:table-cell>'


figures("ods", "plain", ods, file="r.ods")
figures("ods", "empty to the end, as LibreOffice writes it", lambda: ods(None, EMPTY_END), file="r.ods")
figures("ods", "empty columns to the end", lambda: ods([[*row, '<table:table-cell table:number-columns-repeated="16380"/>'] for row in ROWS]), file="r.ods")
figures(
    "ods",
    "a row repeated",
    lambda: ods(None, ods_row([None, None, None, None], ' table:number-rows-repeated="5"') + ods_row(["K9", "Later"])),
    ids=("K1", "K2", "K9"),
    file="r.ods",
)
refused("ods", "a filled row 1,048,576 times", lambda: ods(None, ods_row(["K3", "x"], ' table:number-rows-repeated="1048576"')), MANY_ROWS, file="r.ods")
refused("ods", "something on the last row", lambda: ods(None, EMPTY_END + ods_row(["K3", "x"])), MANY_ROWS, file="r.ods")
refused(
    "ods",
    "a filled cell 16,384 times",
    lambda: ods(None, ods_row([ods_cell("x", ' table:number-columns-repeated="16384"')])),
    FAR,
    "Activiteiten",
    file="r.ods",
)
refused(
    "ods",
    "filled cells and rows to the end",
    lambda: ods(None, ods_row([ods_cell("x", ' table:number-columns-repeated="16384"')], ' table:number-rows-repeated="1048576"')),
    MANY_ROWS,
    file="r.ods",
)
refused(
    "ods", "repeated 10 to the power 18 times", lambda: ods(None, ods_row(["x"], ' table:number-rows-repeated="1000000000000000000"')), "r.ods", file="r.ods"
)
refused("ods", "repeated -4 times", lambda: ods(None, ods_row(["x"], ' table:number-rows-repeated="-4"')), BROKEN, file="r.ods")
refused("ods", "an error 1,048,576 times", lambda: ods(None, ods_row([ods_error("#N/A")], ' table:number-rows-repeated="1048576"')), MANY_ROWS, file="r.ods")
refused(
    "ods",
    "an error in a column far away",
    lambda: ods(None, ods_row(['<table:table-cell table:number-columns-repeated="9000"/>', ods_error("#N/A")])),
    FAR,
    file="r.ods",
)
each("ods", "errors of all kinds", "Locatie", map(ods_error, ("#N/A", "#DIV/0!", "Err:502", "#NAME?", "#WAARDE!", "#ERR502")), ods, "r.ods", "locatie")
figures("ods", "an error without a text", lambda: ods_with(Locatie=ods_error("")), "Activiteiten!E2", locatie=None, file="r.ods")
figures(
    "ods",
    "an error that is 0 to older programs",
    lambda: ods_with(Locatie=typed("float", 'office:value="0" table:formula="of:=NA()"', "#N/A")),
    "Activiteiten!E2",
    locatie=None,
    file="r.ods",
)
figures(
    "ods",
    "an error in a date",
    lambda: ods([ROWS[0], ["K1", "Zorglab", "Leiden", typed("float", 'office:value="0" table:formula="of:=NA()"', "#N/A")], ROWS[2]]),
    "Activiteiten!D2",
    start=None,
    file="r.ods",
)
figures("ods", "an error in an ID", lambda: ods([*ROWS, [ods_error("#REF!"), "Zonder"]]), "Activiteiten!A4", file="r.ods")
figures(
    "ods",
    "an error after repeated cells and rows",
    lambda: ods(
        None,
        ods_row([None], ' table:number-rows-repeated="7"')
        + ods_row(["K9", "Later", '<table:covered-table-cell table:number-columns-repeated="1"/>', ods_error("#N/A")]),
    ),
    "Activiteiten!D11",
    ids=("K1", "K2", "K9"),
    file="r.ods",
)
figures(
    "ods", "a formula without outcome", lambda: ods_with(Locatie='<table:table-cell table:formula="of:=1+1"/>'), "Activiteiten!E2", locatie=None, file="r.ods"
)
figures(
    "ods",
    "a formula with an empty text",
    lambda: ods_with(Locatie=typed("string", 'table:formula="of:=&quot;&quot;" office:string-value=""', "")),
    locatie=None,
    file="r.ods",
)
figures(
    "ods",
    "percentage, money, time, bool",
    lambda: ods_with(
        Locatie=typed("percentage", 'office:value="0.38"', "38%"),
        Team=typed("currency", 'office:currency="EUR" office:value="12.5"', "€ 12,50"),
        Opbrengst=typed("time", 'office:time-value="PT12H30M00S"', "12:30"),
        Netwerkthema=typed("boolean", 'office:boolean-value="true"', "WAAR"),
    ),
    "Activiteiten!G2",
    locatie="38%",
    team="€ 12,50",
    opbrengst="12:30",
    netwerkthema=True,
    file="r.ods",
)
each(
    "ods",
    "days that are none",
    "Start",
    [typed("date", f'office:date-value="{day}"', "x") for day in ("1899-12-30", "garbage", "12026-10-01")],
    ods,
    "r.ods",
    "start",
)
refused("ods", "a number that is none", lambda: ods_with(Locatie=typed("float", 'office:value="abc"', "x")), BROKEN, file="r.ods")
figures(
    "ods",
    "lines, links and notes in a cell",
    lambda: ods_with(
        Locatie=(
            '<table:table-cell office:value-type="string"><office:annotation><text:p>noot</text:p></office:annotation>'
            "<text:p>een <text:span>twee</text:span></text:p><text:p><text:a>drie</text:a></text:p></table:table-cell>"
        )
    ),
    locatie="een twee\ndrie",
    file="r.ods",
)
figures(
    "ods",
    "rows in groups",
    lambda: ods_of(
        ods_content(
            {
                "Activiteiten": "<table:table-header-rows>" + ods_row(ROWS[0]) + "</table:table-header-rows>"
                "<table:table-row-group>" + "".join(map(ods_row, ROWS[1:])) + "</table:table-row-group>"
            }
        )
    ),
    file="r.ods",
)
figures(
    "ods",
    "another sheet",
    lambda: ods_of(ods_content({"Log": ods_row(["x"]), "Leeg": "", "Activiteiten": "".join(map(ods_row, ROWS))})),
    "Log!A1",
    file="r.ods",
)
figures(
    "ods",
    "a name with an entity",
    lambda: ods_of(ods_content({"A & B": ods_row([ods_error("#N/A")]), "Activiteiten": "".join(map(ods_row, ROWS))})),
    "A & B!A1",
    file="r.ods",
)
refused(
    "ods",
    "one name twice",
    lambda: ods_of(
        ods_content({"Activiteiten": ods_row(["ID"])}).replace("<table:table ", '<table:table table:name="Activiteiten"></table:table><table:table ')
    ),
    "twee werkbladen",
    file="r.ods",
)
refused("ods", "with a password", lambda: ods_of(os.urandom(500), inside="<manifest:encryption-data/>"), LOCKED, file="r.ods")
refused("ods", "with a password, since 24.8", lambda: packed({"mimetype": ODS_TYPE, "encrypted-package": os.urandom(500)}), LOCKED, file="r.ods")
refused("ods", "a text document", lambda: ods_of(ods_content({}), "application/vnd.oasis.opendocument.text"), NO_WORKBOOK, file="r.odt")
refused("ods", "content missing", lambda: packed({"mimetype": ODS_TYPE, "META-INF/manifest.xml": "<m/>"}), NO_WORKBOOK, file="r.ods")
refused("ods", "content not well-formed", lambda: ods_of(ods_content({"Activiteiten": "<table:table-row"})), "r.ods", file="r.ods")
refused(
    "ods", "another prefix", lambda: ods_of(ods_content({"Activiteiten": ods_row(ROWS[0])}).replace("table:", "t:")), "ontbreekt het werkblad", file="r.ods"
)
refused("ods", "flat XML", lambda: ods_content({"Activiteiten": ods_row(ROWS[0])}).encode(), NO_WORKBOOK, file="r.fods")
refused("ods", "half of it", lambda: ods()[:-300], BROKEN, file="r.ods")


# ── .xls and .xlsb ───────────────────────────────────────────────────────────────────────────────────────────


def binary_errors() -> Rows:
    """The small register with errors, typed and calculated."""
    return [[*ROWS[0], "Locatie", "Team"], [*ROWS[1], BinaryError("#N/A"), BinaryError("#REF!", True)], ROWS[2], [BinaryError("#NAME?"), "x"]]


ERRORS_AT = ("Activiteiten!E2", "Activiteiten!F2", "Activiteiten!A4")
figures("xls", "plain", xls, file="r.xls")
figures("xls", "errors", lambda: xls(binary_errors()), *ERRORS_AT, locatie=None, team=None, file="r.xls")
figures(
    "xls", "an error in the last row and column", lambda: xls([*ROWS, ["K3", "c", None, None, None, BinaryError("#N/A")]]), ids=("K1", "K2", "K3"), file="r.xls"
)
figures("xls", "another sheet", lambda: cfb({"Workbook": xls_stream({"Log": [["x"]], "Activiteiten": ROWS})}), "Log!A1", file="r.xls")
figures("xls", "other streams beside", lambda: cfb({"\x05SummaryInformation": b"x", "_VBA_PROJECT_CUR": b"x", "Workbook": xls_stream()}), file="r.xls")
figures("xls", "EncryptedPackage in a cell", lambda: xls(with_cells(Locatie="EncryptedPackage")), locatie="EncryptedPackage", file="r.xls")
refused("xls", "with a password", lambda: cfb({"Workbook": xls_stream(None, xls_record(0x2F, bytes(54)))}), LOCKED, file="r.xls")
refused("xls", "an .xlsx with a password", lambda: cfb({"EncryptionInfo": bytes(100), "EncryptedPackage": os.urandom(9000)}), LOCKED)
refused("xls", "no workbook in it", lambda: cfb({"WordDocument": b"beste collega"}), NO_WORKBOOK, file="brief.doc")
refused("xls", "half of it", lambda: xls()[:2500], BROKEN, file="r.xls")
refused("xls", "only zeros", lambda: xls()[:8] + bytes(5000), BROKEN, file="r.xls")
refused("xls", "only the signature", lambda: xls()[:8], BROKEN, file="r.xls")
refused("xls", "sectors in a circle", lambda: cfb({"Workbook": xls_stream()}, table={3: 1}), BROKEN, file="r.xls")
refused("xls", "directory in a circle", lambda: cfb({"Workbook": xls_stream()}, table={8: 8}), BROKEN, file="r.xls")
refused("xls", "sectors that are not there", lambda: cfb({"Workbook": xls_stream()}, table={3: 9_000_000}), BROKEN, file="r.xls")
refused("xls", "a directory that is not there", lambda: cfb({"Workbook": xls_stream()}, first=9_000_000), BROKEN, file="r.xls")
refused("xls", "sectors of 2 GB", lambda: cfb({"Workbook": xls_stream()}, shift=31), BROKEN, file="r.xls")
figures("xls", "4 billion sectors in the table", lambda: cfb({"Workbook": xls_stream()}, sectors=2**32 - 1), file="r.xls")
refused("xls", "no records", lambda: cfb({"Workbook": bytes(5000)}), "r.xls", file="r.xls")
refused(
    "xls",
    "a sheet beyond the end",
    lambda: cfb({"Workbook": xls_stream().replace(b"\x85\x00\x20\x00", b"\x85\x00\x20\x00\xff\xff\xff\x7f", 1)}),
    "r.xls",
    file="r.xls",
)
refused("xls", "only the stream", xls_stream, NO_WORKBOOK, file="r.xls")
figures("xlsb", "plain", xlsb, file="r.xlsb")
figures("xlsb", "errors", lambda: xlsb(binary_errors()), *ERRORS_AT, locatie=None, team=None, file="r.xlsb")
refused(
    "xlsb",
    "the last cell",
    lambda: xlsb(None, more=xlsb_record(0, struct.pack("<I", 1048575) + bytes(13)) + xlsb_cell(16383, 5)),
    FAR,
    "XFD1048576",
    file="r.xlsb",
)
refused("xlsb", "column 4 billion", lambda: xlsb(None, more=xlsb_cell(2**32 - 1, 5)), FAR, file="r.xlsb")
refused("xlsb", "row 150,001", lambda: xlsb(None, more=xlsb_record(0, struct.pack("<I", 150_000) + bytes(13)) + xlsb_cell(0, 5)), MANY_ROWS, file="r.xlsb")
refused("xlsb", "a shared text that is not there", lambda: xlsb(None, more=xlsb_record(7, struct.pack("<III", 0, 0, 99))), BROKEN, file="r.xlsb")
refused("xlsb", "a record that is too long", lambda: xlsb(None, more=b"\x06\xff\xff\xff\x7f"), BROKEN, file="r.xlsb")
refused("xlsb", "a text that is too long", lambda: xlsb(None, more=xlsb_record(6, struct.pack("<III", 0, 0, 2**31))), BROKEN, file="r.xlsb")
refused("xlsb", "another name of the sheet", lambda: xlsb(name="Blad1"), "ontbreekt het werkblad", "Blad1", file="r.xlsb")
refused("xlsb", "half of it", lambda: xlsb()[:-400], BROKEN, file="r.xlsb")
refused("xlsb", "no workbook", lambda: patched(xlsb(), (b"xl/workbook.bin", b"xl/werkboek.bin")), BROKEN, file="r.xlsb")


# ── Folders of .csv files ────────────────────────────────────────────────────────────────────────────────────


def csv_text(rows: Rows | None = None, separator: str = ";", end: str = "\r\n") -> str:
    """Rows as a .csv."""

    def shown(value: Any) -> str:
        return "" if value is None else f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)

    return "".join(separator.join(map(shown, row)) + end for row in (ROWS if rows is None else rows))


def activities(content: str | bytes, **more: Any) -> dict[str, Any]:
    """A folder with Activiteiten.csv and others."""
    return {"Activiteiten.csv": content} | {name.replace("_", "."): part for name, part in more.items()}


HEAD = "ID;Naam;Gemeente;Start\r\n"
WINDOWS = "" if os.name != "nt" else "Windows heeft deze soort bestanden niet"
NOT_ROOT = WINDOWS or ("root mag alles lezen" if hasattr(os, "geteuid") and os.geteuid() == 0 else "")
folder_figures("plain", activities(csv_text()))
folder_figures("the name of the file in capitals", {"ACTIVITEITEN.CSV": csv_text()})
for _separator, _encoding in ((";", "utf-8"), (",", "utf-8-sig"), ("\t", "utf-16"), (";", "cp1252"), (";", "utf-16-le"), (";", "utf-16-be")):
    folder_figures(f"{_encoding}, separated by {_separator!r}", activities(csv_text(with_cells(Locatie="café"), _separator).encode(_encoding)), locatie="café")
folder_figures("commas in texts beside semicolons", activities(csv_text(with_cells(Locatie="a, b, c, d, e, f, g, h, i"))), locatie="a, b, c, d, e, f, g, h, i")
folder_figures("semicolons in quotes beside commas", activities(csv_text(with_cells(Locatie='"a;b;c;d;e;f;g;h;i;j;k"'), ",")), locatie="a;b;c;d;e;f;g;h;i;j;k")
folder_figures(
    "one damaged letter", activities(csv_text(with_cells(Locatie="één café", Team="eXn")).encode().replace(b"X", b"\xff")), locatie="één café", team="e�n"
)
folder_figures("line ends of all kinds", activities(HEAD + "K1;Zorglab;Leiden;1-10-2026\rK2;Energiehub;Gouda;\n"))
folder_figures("a line break in a cell", activities(csv_text(with_cells(Locatie='"hier\nen daar"'))), locatie="hier\nen daar")
folder_figures("quotes within a text", activities(csv_text(with_cells(Locatie='5" pijp', Team='"een ""twee"""'))), locatie='5" pijp', team='een "twee"')
folder_figures("empty lines, short and long rows", activities(HEAD + "\n;;;\nK1;Zorglab;Leiden;1-10-2026;;;;\nK2;Energiehub\n"))
folder_figures("no line end after the last row", activities(csv_text().rstrip()))
folder_figures("2,000 empty columns", activities(csv_text().replace("\r\n", ";" * 2000 + "\r\n")))
folder_figures("a cell of 90,000 characters", activities(csv_text(with_cells(Omschrijving="x" * 90_000))), omschrijving="x" * 90_000)
folder_figures("errors of a Dutch Excel", activities(csv_text(with_cells(Locatie="#N/B", Team="#DEEL/0!"))), "Activiteiten!E2", "Activiteiten!F2", locatie=None)
folder_figures("other sheets", activities(csv_text(), Log_csv="a;b\nc;d", Leeg_csv=""), "Log!A1")
folder_figures("a name with markup", {"Activiteiten.csv": csv_text(), f"{MARKUP.replace('/', '')}.csv": "a;b"}, f"{MARKUP.replace('/', '')}!A1", skip=WINDOWS)
folder_figures("a name that is no text", {"Activiteiten.csv": csv_text(), "Log\udcff.csv": "a;b"}, "Log�!A1", skip=WINDOWS)
folder_figures("two that differ in their ending", {"Activiteiten.CSV": csv_text(), "Activiteiten.csv": csv_text([["ID"]])}, "Activiteiten.csv!A1", skip=WINDOWS)
folder_figures("another that is a folder", activities(csv_text(), Log_csv=Path.mkdir), "Log!A1")
folder_figures("a link that leads to a file", {"echt.txt": csv_text(), "Activiteiten.csv": lambda path: path.symlink_to("echt.txt")}, skip=WINDOWS)
folder_refused("Partners is a folder", activities(csv_text(), Partners_csv=Path.mkdir), "Partners.csv", "niet worden geopend")
folder_refused("a link to itself", activities(csv_text(), Partners_csv=lambda path: path.symlink_to(path)), "Partners.csv", "niet worden geopend", skip=WINDOWS)
folder_refused("a link to nowhere", {"Activiteiten.csv": lambda path: path.symlink_to("weg.csv")}, "Activiteiten.csv", "niet worden geopend", skip=WINDOWS)
folder_refused("a pipe", {"Activiteiten.csv": lambda path: os.mkfifo(path)}, "Activiteiten.csv", "niet worden geopend", skip=WINDOWS)
folder_refused("no permission", activities(csv_text(), Partners_csv=lambda path: path.touch(0)), "Partners.csv", "niet worden geopend", skip=NOT_ROOT)
folder_refused("nothing", {}, "geen csv-bestanden")
folder_refused("an empty file", activities(""), "ID en Naam")
folder_refused("a workbook called .csv", activities(xlsx()), "Activiteiten", "beschadigd")
folder_refused("zeros", activities(csv_text() + "\0" * 5000), "csv-bestand Activiteiten beschadigd")
folder_refused("a quote that is never closed", activities(csv_text(with_cells(Locatie='"hier'))), "aanhalingsteken", "Activiteiten, rij 2")
folder_refused("a quote that is not closed for 3 MB", activities(HEAD + 'K1;"' + "Zorglab;Leiden\n" * 200_000), "aanhalingsteken", "Activiteiten, rij 2")
folder_refused("a cell of 11 MB", activities(HEAD + "K1;" + "x" * 11_000_000), "aanhalingsteken")
folder_refused("a million columns", activities(HEAD + "K1" + ";x" * 1_000_000), FAR, "Activiteiten!AAA2")
folder_refused("150,001 rows", activities(HEAD + "K;x\n" * 150_001), MANY_ROWS)
folder_refused("2 million empty rows", activities(HEAD + "\n" * 2_000_000), MANY_ROWS)
folder_refused("another name", {"Blad1.csv": csv_text()}, "ontbreekt het werkblad", "Blad1")
folder_refused(
    "more findings than anybody mends",
    activities("ID;Naam;Start;Einde;Bijgewerkt;Status\n" + "".join(f"K{n};x;ooit;nu;nooit;x\n" for n in range(130_000))),
    "meer dan 500.000 plaatsen",
    "Activiteiten, kolom ",
)
folder_refused("201 files", {f"Blad{n}.csv": "" for n in range(201)}, "te veel werkbladen")


# ── Snapshots ────────────────────────────────────────────────────────────────────────────────────────────────

KEPT = {"bestand": "register.xlsx", "gewijzigd": "2026-10-01T12:00:00", "werkbladen": ["Activiteiten"]}
NO_STATE = "bewaarde stand"


def parquet(lines: list[tuple[Any, Any, Any, Any]] | None = None, about: Any = KEPT, kinds: Any = None, drop: str = "") -> bytes:
    """A snapshot with these lines (sheet, row, column, text) and what it says of itself."""
    if lines is None:
        shown = [[f"{v:%d-%m-%Y}" if isinstance(v, date) else v for v in row] for row in ROWS]
        lines = [("Activiteiten", r, c, v) for r, row in enumerate(shown, 1) for c, v in enumerate(row, 1) if v]
    kinds = kinds or (pa.string(), pa.int32(), pa.int16(), pa.string())
    names = ("werkblad", "rij", "kolom", "tekst")
    columns = list(zip(*lines, strict=True)) or [(), (), (), ()]
    table = pa.table({n: pa.array(values, kind) for n, values, kind in zip(names, columns, kinds, strict=True) if n != drop})
    said = about if isinstance(about, bytes) else json.dumps(about).encode()
    out = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({"lrn": said} if about is not None else {}), out)
    return out.getvalue()


def told(**changes: Any) -> bytes:
    """A snapshot that says something else of itself."""
    return parquet(about=KEPT | changes)


def state(name: str, make: Callable[[], bytes]) -> None:
    """A snapshot that ends in one sentence."""
    refused("snapshot", name, make, NO_STATE, file="2026-10-01 r.parquet")


def at(row: Any, column: Any, text: Any = "x", sheet: Any = "Activiteiten") -> bytes:
    """A snapshot with one line, of any kinds."""
    kinds = [pa.int64() if isinstance(v, int) else None for v in (row, column)]
    return parquet([(sheet, row, column, text)], kinds=(None, *kinds, None))


def long_parquet() -> bytes:
    """A snapshot of a few kB that holds a gigabyte of text."""
    texts = pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int32()), pa.array(["x" * 1000]))
    numbers = pa.array(range(1_000_000), pa.int64())
    sheet = pa.DictionaryArray.from_arrays(pa.array([0] * 1_000_000, pa.int32()), pa.array(["Activiteiten"]))
    table = pa.table({"werkblad": sheet, "rij": pc.add(pc.divide(numbers, 100), 1), "kolom": pa.array([1] * 1_000_000), "tekst": texts})
    out = io.BytesIO()
    pq.write_table(table.replace_schema_metadata({"lrn": json.dumps(KEPT)}), out, compression="zstd")
    return out.getvalue()


figures("snapshot", "plain", parquet, file="2026-10-01 r.parquet")
figures("snapshot", "numbers of another size", lambda: parquet(kinds=(pa.large_string(), pa.int64(), pa.uint8(), pa.string())), file="2026-10-01 r.parquet")
refused("snapshot", "no lines", lambda: parquet([]), "ID en Naam", file="2026-10-01 r.parquet")
refused("snapshot", "no sheets", lambda: parquet([], KEPT | {"werkbladen": []}), "ontbreekt het werkblad", file="2026-10-01 r.parquet")
refused(
    "snapshot", "too many cells", lambda: parquet([("Activiteiten", 150_000, 1, "x"), ("Activiteiten", 1, 700, "x")]), TOO_LARGE, file="2026-10-01 r.parquet"
)
refused("snapshot", "a gigabyte of text", long_parquet, "r.parquet", file="2026-10-01 r.parquet")
state("half of it", lambda: parquet()[: len(parquet()) // 2])
state("only the signature", lambda: b"PAR1")
state("a length of 2 GB", lambda: parquet()[:-8] + struct.pack("<I", 2**31 - 1) + b"PAR1")
state("a length of 0", lambda: parquet()[:-8] + struct.pack("<I", 0) + b"PAR1")
state("random in the middle", lambda: parquet()[:60] + bytes(range(200)) + parquet()[260:])
state("a footer of noise", lambda: parquet()[:-300] + bytes(range(256)) + parquet()[-44:])
state("nothing said of itself", lambda: parquet(about=None))
state("no JSON", lambda: parquet(about=b"{niet"))
state("JSON of another kind", lambda: parquet(about=[1, 2]))
state("JSON 100,000 deep", lambda: parquet(about=b"[" * 100_000))
state("a name that is a number", lambda: told(bestand=5))
state("a day that is none", lambda: told(gewijzigd="ooit"))
state("a day with a time zone", lambda: told(gewijzigd="2026-10-01T12:00:00+02:00"))
state("a day that is a number", lambda: told(gewijzigd=20261001))
state("sheets that are one text", lambda: told(werkbladen="Activiteiten"))
state("sheets that are numbers", lambda: told(werkbladen=[1, None]))
state("a million sheets", lambda: told(werkbladen=["x"] * 1_000_000))
state("another schema", lambda: parquet(drop="tekst"))
state("row 0", lambda: at(0, 1))
state("row -1", lambda: at(-1, 1))
state("row 2 to the power 62", lambda: at(2**62, 1))
state("column 16,384", lambda: at(1, 16384))
state("a row that is a text", lambda: at("een", 1))
state("no row", lambda: at(None, 1))
state("a text that is not there", lambda: at(1, 1, None))
state("a text that is a list", lambda: at(1, 1, [1, 2]))
state("a sheet it did not name", lambda: at(1, 1, "x", "Partners"))


# ── Files that are something else ────────────────────────────────────────────────────────────────────────────

OFFICE = "application/vnd.openxmlformats-officedocument"


def office(main: str, root: str) -> bytes:
    """Another Office file: a document or a presentation."""
    return packed(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": links_xml([("r1", "officeDocument", main)]),
            main: f"<{root}/>",
            "word/embeddings/Werkblad.xlsx": xlsx(),
        }
    )


for _name, _file, _content in (
    ("a text", "register.csv", b"ID;Naam\nK1;Zorglab\n"),
    ("a web page called .xls", "export.xls", b"<html><table><tr><td>ID</td></tr></table></html>"),
    ("a web page called .xlsx", "export.xlsx", b"\xef\xbb\xbf<!DOCTYPE html><html/>"),
    ("XML of Excel 2003", "export.xml", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
    ("a PDF", "register.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
    ("RTF", "brief.rtf", b"{\\rtf1 beste collega}"),
    ("JSON", "register.json", b'{"ID": "K1"}'),
    ("a picture", "register.png", b"\x89PNG\r\n\x1a\n"),
    ("a program", "register.exe", b"MZ\x90\x00"),
    ("gzip", "register.xlsx.gz", b"\x1f\x8b\x08\x00"),
    ("7-Zip", "register.7z", b"7z\xbc\xaf\x27\x1c"),
    ("Excel 4", "register.xls", b"\x09\x04\x06\x00\x00\x00\x10\x00"),
    ("dBase", "register.dbf", b"\x03\x5f\x07\x1a"),
    ("SYLK", "register.slk", b"ID;PWXL;N;E\r\n"),
    ("noise", "register.xlsx", bytes(range(256)) * 4),
    ("one byte", "register.xlsx", b"P"),
    ("zeros", "register.xlsx", bytes(5000)),
):
    refused("other", _name, lambda content=_content: content, NO_WORKBOOK, file=_file)
refused("other", "nothing", lambda: b"", "is leeg")
refused("other", "a document", lambda: office("word/document.xml", "document"), NO_WORKBOOK, file="brief.docx")
refused("other", "a presentation", lambda: office("ppt/presentation.xml", "presentation"), NO_WORKBOOK, file="r.pptx")
refused("other", "Numbers", lambda: packed({"Index/Document.iwa": b"\0", "preview.jpg": b"x"}), NO_WORKBOOK, file="r.numbers")
refused("other", "a zip of pictures", lambda: packed({"a.png": b"x"}), NO_WORKBOOK, file="r.zip")
refused("other", "101 MB", lambda: bytes(101 * 1024**2), TOO_LARGE)


# ── Files that are too much ──────────────────────────────────────────────────────────────────────────────────


def repeated_text(rows: int, columns: int) -> bytes:
    """A small file with 500 long texts, again and again in very many cells of columns of its own."""
    texts = (f"{n}{'x' * 32_000}" for n in range(500))
    heading = row_xml(1, ["ID", "Naam", *(f"eigen {n}" for n in range(columns))])
    lines = (
        f'<row><c t="inlineStr"><is><t>A{r}</t></is></c><c><v>1</v></c>'
        + "".join(f'<c t="s"><v>{(r + 7 * n) % 500}</v></c>' for n in range(columns))
        + "</row>"
        for r in range(rows)
    )
    return xlsx_of(heading + "".join(lines), strings=shared(*texts))


refused("much", "5 GB of text in the cells of a small file", lambda: repeated_text(3000, 60), TOO_LARGE)
refused("much", "300 MB of text for the server", lambda: repeated_text(300, 40), TOO_LARGE)
refused(
    "much",
    "10 million cells and more",
    lambda: xlsx_of(plus("".join(f'<row r="{n}">{cell(f"ZZ{n}", FILLED)}</row>' for n in range(4, 20_000, 100)))),
    TOO_LARGE,
)
# fmt: on
