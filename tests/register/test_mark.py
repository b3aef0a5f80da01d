"""The workbook back, marked: what was there stays, what is added is sound, and marking again replaces the marks.

The workbooks are made by two libraries and by hand: what Excel writes, and what others write that Excel takes too.
"""

import io
import posixpath
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from python_calamine import CalamineWorkbook

from lrn.register.mark import NotMarkable, mark
from lrn.register.mark.notes import AUTHOR
from lrn.register.mark.package import BROKEN
from lrn.register.mark.schema import COMMENTS, STYLESHEET, WORKBOOK, WORKSHEET, Cell, CellRange
from lrn.register.mark.styles import TONES
from lrn.register.mark.summary import COLUMNS, NOTHING_FOUND
from lrn.register.mark.tabs import BINARY, NO_WORKBOOK, OLD_EXCEL, OPEN_DOCUMENT, SHARED, STRICT
from lrn.register.model import Finding, Severity

# What openpyxl does not know of a workbook it says each time.
pytestmark = pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")

FOUT, WAARSCHUWING, OPMERKING = Severity.FOUT, Severity.WAARSCHUWING, Severity.OPMERKING
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PR = "{http://schemas.openxmlformats.org/package/2006/relationships}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
V, X = "{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:excel}"
HEADINGS = [heading for heading, _ in COLUMNS]


def finding(cell, severity=WAARSCHUWING, message="Dit is niet begrepen", **more):
    sheet, _, ref = cell.rpartition("!")
    sheet = sheet or "Activiteiten"
    row = int(re.sub(r"\D", "", ref) or 0)
    return Finding(
        severity=severity,
        sheet=sheet,
        row=row,
        cell=f"{sheet}!{ref}",
        message=message,
        **{"column": "Gemeente", "value": "Leidn", **more},
    )


# ── Looking into a workbook ──────────────────────────────────────────────────────────────────────────────────────


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def altered(content, changes, *, without=()):
    """The same workbook with some parts replaced (a function of the old bytes, or bytes) or added."""
    old = parts(content)
    new = {name: data for name, data in old.items() if name not in without}
    for name, change in changes.items():
        new[name] = change(old[name]) if callable(change) else change
    return zipped(new)


def zipped(entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def values(content):
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def opened(content):
    return openpyxl.load_workbook(io.BytesIO(content))


def cells(content, sheet):
    """The cells that are in the file: a sheet may be a thousand times larger."""
    return opened(content)[sheet]._cells.values()


def notes(content, sheet="Activiteiten"):
    return {cell.coordinate: cell.comment.text for cell in cells(content, sheet) if cell.comment}


def fills(content, sheet="Activiteiten"):
    """The colour of each cell that is in a solid one."""
    solid = [cell for cell in cells(content, sheet) if cell.fill.fill_type == "solid"]
    return {cell.coordinate: cell.fill.fgColor.rgb for cell in solid}


def listed(content, name="Te verbeteren"):
    return [[cell.value for cell in row] for row in opened(content)[name]]


def trimmed(rows):
    """Rows without the empty cells and rows at their end, of which a marked cell can make more."""
    rows = [list(row) for row in rows]
    for row in rows:
        while row and row[-1] == "":
            row.pop()
    while rows and not rows[-1]:
        rows.pop()
    return rows


def same_values(before, after):
    """Whether every sheet of *before* has the same values in *after*: read by calamine, so the cached ones."""
    old, new = values(before), values(after)
    return all(
        trimmed(new[name]) == trimmed(rows) for name, rows in old.items() if not name.startswith("Te verbeteren")
    )


# ── What Excel calls sound ───────────────────────────────────────────────────────────────────────────────────────


def in_order(root, order):
    """Whether the children stand in the sequence of the schema, each at most once (but for what may repeat)."""
    names = []
    for element in root:
        if not isinstance(element.tag, str):
            continue
        if element.tag.endswith("}AlternateContent"):
            names.append(etree.QName(element[0][0]).localname)
        elif element.tag.startswith(MAIN):
            names.append(etree.QName(element).localname)
    places = [order.index(name) for name in names]
    once = [name for name in names if name != "conditionalFormatting"]
    return places == sorted(places) and len(once) == len(set(once))


def rels_of(part):
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(found, part):
    """Of a part: relationship id, and the part or address it points at."""
    rels = found.get(rels_of(part))
    if rels is None:
        return {}
    elements = etree.fromstring(rels).findall(f"{PR}Relationship")
    ids = [element.get("Id") for element in elements]
    assert len(ids) == len(set(ids)), f"an id twice in the relationships of {part}"
    targets = {}
    for element in elements:
        target = element.get("Target")
        if element.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
            assert target in found, f"{part} points at {target}, which is not there"
        targets[element.get("Id")] = target
    return targets


def assert_sound(content):
    """Fails on what makes Excel offer to repair a workbook."""
    found = parts(content)
    names = list(found)
    assert names[0] == "[Content_Types].xml"
    assert len({name.lower() for name in names}) == len(names)
    assert zipfile.ZipFile(io.BytesIO(content)).testzip() is None

    types = etree.fromstring(found["[Content_Types].xml"])
    defaults = [element.get("Extension").lower() for element in types.findall(f"{CT}Default")]
    overrides = [element.get("PartName").lstrip("/") for element in types.findall(f"{CT}Override")]
    assert len(defaults) == len(set(defaults))
    assert len(overrides) == len(set(overrides))
    assert set(overrides) <= set(names), "a content type for what is not there"
    for name in names[1:]:
        assert name in overrides or name.endswith("/") or name.rpartition(".")[2].lower() in defaults, name

    for name, data in found.items():
        related = relations(found, name)
        if name.endswith((".xml", ".rels")):
            assert not data.startswith(b"<?xml") or b'standalone="yes"' in data[:70] or b"standalone" not in data[:70]
            root = etree.fromstring(data)
            for element in root.iter():
                for attribute in (f"{R}id", f"{R}embed", f"{R}link") if isinstance(element.tag, str) else ():
                    assert element.get(attribute) is None or element.get(attribute) in related, (name, element.tag)
            if root.tag == f"{MAIN}worksheet":
                assert_sound_sheet(root, found, name, related)
            elif root.tag == f"{MAIN}workbook":
                assert_sound_workbook(root)
            elif root.tag == f"{MAIN}styleSheet":
                assert_sound_styles(root)
    opened(content)


def assert_sound_workbook(root):
    assert in_order(root, WORKBOOK)
    sheets = root.findall(f"{MAIN}sheets/{MAIN}sheet")
    for attribute in ("name", "sheetId", f"{R}id"):
        assert len({sheet.get(attribute).casefold() for sheet in sheets}) == len(sheets)
    for name in root.iter(f"{MAIN}definedName"):
        assert int(name.get("localSheetId", 0)) < len(sheets)
    keys = [(name.get("name").casefold(), name.get("localSheetId")) for name in root.iter(f"{MAIN}definedName")]
    assert len(keys) == len(set(keys))


def assert_sound_styles(root):
    assert in_order(root, STYLESHEET)
    sizes = {}
    for name in ("fonts", "fills", "borders", "cellXfs"):
        collection = root.find(f"{MAIN}{name}")
        sizes[name] = len(collection)
        assert collection.get("count") in (None, str(len(collection)))
    for xf in root.find(f"{MAIN}cellXfs"):
        for attribute, name in (("fontId", "fonts"), ("fillId", "fills"), ("borderId", "borders")):
            assert int(xf.get(attribute, 0)) < sizes[name]


def assert_sound_sheet(root, found, part, related):
    assert in_order(root, WORKSHEET), [etree.QName(element).localname for element in root]
    ignorable = root.get("{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable", "")
    assert set(ignorable.split()) <= set(root.nsmap)
    styles = next(etree.fromstring(data) for name, data in found.items() if re.match(r"xl/styles\d*\.xml", name))
    last_row = 0
    for row in root.find(f"{MAIN}sheetData"):
        number = int(row.get("r", last_row + 1))
        assert number > last_row
        last_row, last_column = number, 0
        for cell in row.findall(f"{MAIN}c"):
            at = Cell.read(cell.get("r")) if cell.get("r") else Cell(number, last_column + 1)
            assert at.row == number
            assert at.column > last_column
            last_column = at.column
            assert int(cell.get("s", 0)) < len(styles.find(f"{MAIN}cellXfs"))
    comments = [name for name in related.values() if re.search(r"comments?\d*\.xml$", name) and "threaded" not in name]
    if comments:
        assert_sound_notes(root, found, comments[0], related)
    else:
        assert not [name for name in related.values() if "threaded" in name]


def assert_sound_notes(sheet, found, part, related):
    root = etree.fromstring(found[part])
    assert in_order(root, COMMENTS)
    authors = root.find(f"{MAIN}authors")
    refs = [comment.get("ref") for comment in root.iter(f"{MAIN}comment")]
    assert refs
    assert len(refs) == len(set(refs))
    for comment in root.iter(f"{MAIN}comment"):
        assert int(comment.get("authorId")) < len(authors)
        assert len("".join(comment.itertext())) <= 32_767
    data = found[related[sheet.find(f"{MAIN}legacyDrawing").get(f"{R}id")]]
    vml = etree.fromstring(data.replace(b"<br>", b"<br/>"))  # as Excel writes it
    noted = [box for box in vml.iter(f"{V}shape") if box.find(f"{X}ClientData").get("ObjectType") == "Note"]
    places = [Cell(int(box.findtext(f".//{X}Row")) + 1, int(box.findtext(f".//{X}Column")) + 1) for box in noted]
    assert sorted(place.ref for place in places) == sorted(refs), "a note without a box, or a box without a note"
    ids = [shape.get("id") for shape in vml.iter(f"{V}shape", f"{V}shapetype")]
    assert len(ids) == len(set(ids))
    assert "_x0000_t202" in ids
    for box in noted:
        assert "visibility:hidden" in box.get("style")
        assert box.find(f".//{X}Visible") is None
        anchor = box.findtext(f".//{X}Anchor")
        if anchor:  # openpyxl writes none
            left, _, top, _, right, _, bottom, _ = map(int, anchor.split(","))
            assert 0 <= left <= right < 16_384
            assert 0 <= top < bottom < 1_048_576


# ── Workbooks ────────────────────────────────────────────────────────────────────────────────────────────────────


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"\0\xff\0\0")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


def rich_workbook(*, macros=False):
    """What a school makes of its register over the years."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        if macros:
            book.add_vba_project(io.BytesIO(b"\xd0\xcf\x11\xe0 macro's"), is_stream=True)
        day = book.add_format({"num_format": "d mmmm yyyy", "border": 1, "italic": True, "align": "center"})
        euro = book.add_format({"num_format": "€ #,##0.00"})
        pink = book.add_format({"bg_color": "#FFC0CB", "bold": True, "num_format": "@"})
        wide = book.add_format({"text_wrap": True, "font_color": "#123456"})
        sheet = book.add_worksheet(" activiteiten")  # as someone typed it; the contract calls it Activiteiten
        sheet.write_row(
            0,
            0,
            ["ID", "Naam", "Gemeente", "Start", "Budget", "Teller", "Eigen kolom"],
            book.add_format({"bold": True, "bottom": 2}),
        )
        for row in range(1, 12):
            sheet.write_row(row, 0, [f"A{row}", f"Naam {row}", "Leidn" if row % 2 else "Leiden"])
            sheet.write_datetime(row, 3, datetime(2026, 1, row), day)
            sheet.write_number(row, 4, row * 1000.5, euro)
            sheet.write_formula(row, 5, f"=LEN(B{row + 1})+1", None, row + 40)
            sheet.write_string(row, 6, f"eigen {row}", pink)
        sheet.write_array_formula("H2:H4", "{=E2:E4*2}", euro, 2001)
        sheet.write_blank(12, 0, None, pink)  # the last row has only a style
        sheet.merge_range("A15:C16", "samengevoegd", wide)
        sheet.set_column("B:B", 33.5, wide)
        sheet.set_column("J:J", 12, pink)
        sheet.set_row(19, 40, day)
        sheet.freeze_panes(1, 2)
        sheet.autofilter("A1:G12")
        sheet.conditional_format("E2:E12", {"type": "data_bar", "data_bar_2010": True})
        sheet.conditional_format("C2:C12", {"type": "cell", "criteria": "==", "value": '"Leiden"', "format": pink})
        sheet.data_validation("C2:C12", {"validate": "list", "source": ["Leiden", "Gouda"]})
        sheet.add_sparkline("I2", {"range": "E2:E12"})
        sheet.write_comment("C2", "Nagaan bij de wijk", {"author": "Noor"})
        sheet.write_comment("B5", "Staat al goed", {"author": "Noor"})
        sheet.write_url("G20", "https://voorbeeld.nl/pad?a=1&b=2", string="buiten")
        sheet.insert_image("L2", "plaatje.png", {"image_data": io.BytesIO(png())})
        sheet.insert_button("L8", {"macro": "Doe_iets", "caption": "Doe iets"})
        sheet.set_header("&L&G", {"image_left": "kop.png", "image_data_left": io.BytesIO(png())})
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        sheet.set_h_pagebreaks([20])
        chart = book.add_chart({"type": "bar"})
        chart.add_series({"values": "=' activiteiten'!$E$2:$E$12"})
        sheet.insert_chart("L12", chart)
        own = book.add_worksheet("Mijn 'eigen' blad")
        own.write_formula("A1", "=SUM(' activiteiten'!E2:E12)", euro, 66033)
        own.write_comment("B2", "alleen voor ons")
        partners = book.add_worksheet("Partners")
        partners.add_table(
            "A1:B3", {"data": [["P1", "Stad"], ["P2", "Dorp"]], "columns": [{"header": "ID"}, {"header": "Naam"}]}
        )
        hidden = book.add_worksheet("Verborgen")
        hidden.write("A1", 1)
        hidden.hide()
        large = book.add_chart({"type": "column"})
        large.add_series({"values": "=' activiteiten'!$E$2:$E$12"})
        book.add_chartsheet("Grafiek").set_chart(large)
        book.define_name("Budgetten", "=' activiteiten'!$E$2:$E$12")
        book.define_name("'Verborgen'!lokaal", "=Verborgen!$A$1")
        book.set_custom_property("Beheerder", "Noor")
    return out.getvalue()


RICH_FINDINGS = [
    finding("C2", suggestion="Leiden", message="“Leidn” is geen bekende gemeente", college="Zorg en Welzijn"),
    finding("C2", OPMERKING, "Kan korter"),
    finding("D4", OPMERKING, "Langer dan een jaar niet bijgewerkt"),
    finding("F5", FOUT, "Telt niet mee", suggestion="3", sure=True),
    finding("G6", WAARSCHUWING),
    finding("A13", FOUT, "Geen ID ingevuld, dus de rij telt niet mee", value=""),
    finding("B16", OPMERKING, "Samengevoegd"),
    finding("J4", OPMERKING, "Hier staat nog niets"),
    finding("K20", OPMERKING, "Op een rij met opmaak"),
    finding("H30", FOUT, "Op een rij die er niet is"),
    finding("Partners!B2", WAARSCHUWING, "Geen bekende partner"),
    finding("Deelnames!A2", OPMERKING, "Op een blad dat er niet is"),
]


@pytest.fixture(scope="module")
def rich():
    return rich_workbook()


@pytest.fixture(scope="module")
def marked(rich):
    return mark(rich, RICH_FINDINGS)


@pytest.fixture(scope="module")
def plain():
    """Two columns and three rows, as xlsxwriter makes them."""
    return plain_workbook()


def plain_workbook(*, names=("Activiteiten",)):
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name in names:
            sheet = book.add_worksheet(name)
            for row in range(3):
                sheet.write_row(row, 0, [f"a{row}", f"b{row}"])
    return out.getvalue()


# ── What was there stays ─────────────────────────────────────────────────────────────────────────────────────────


def test_the_marked_workbook_is_sound(rich, marked):
    assert_sound(rich)
    assert_sound(marked)


def test_parts_that_need_no_change_are_the_same_bytes_in_the_same_order(rich, marked):
    before, after = parts(rich), parts(marked)
    changed = [name for name in before if before[name] != after[name]]
    assert sorted(changed) == [
        "[Content_Types].xml",
        "xl/_rels/workbook.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
        "xl/styles.xml",
        "xl/workbook.xml",
        "xl/worksheets/_rels/sheet3.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet3.xml",
    ]
    assert next(iter(after)) == "[Content_Types].xml"
    assert [name for name in after if name in before and name != "[Content_Types].xml"] == [
        name for name in before if name != "[Content_Types].xml"
    ]


def test_values_stay_and_calculated_ones_too(rich, marked):
    assert values(rich)[" activiteiten"][1][5] == 41
    assert values(rich)["Mijn 'eigen' blad"][0][0] == 66033
    assert same_values(rich, marked)


def test_formulas_stay(rich, marked):
    def formulas(content):
        sheet = etree.fromstring(parts(content)["xl/worksheets/sheet1.xml"])
        return {
            cell.get("r"): etree.tostring(cell.find(f"{MAIN}f"))
            for cell in sheet.iter(f"{MAIN}c")
            if cell.find(f"{MAIN}f") is not None
        }

    assert formulas(rich) == formulas(marked)
    assert len(formulas(rich)) == 12


def test_of_the_sheet_only_the_marked_cells_change(rich, marked):
    before, after = (etree.fromstring(parts(content)["xl/worksheets/sheet1.xml"]) for content in (rich, marked))
    for root in (before, after):
        for cell in list(root.iter(f"{MAIN}c")):
            if cell.get("r") in {"C2", "D4", "F5", "G6", "A13", "A15", "J4", "K20", "H30"}:
                cell.attrib.pop("s", None)
                if not len(cell):
                    cell.getparent().remove(cell)
        for row in list(root.iter(f"{MAIN}row")):
            row.attrib.pop("spans", None)
            if not len(row) and "ht" not in row.attrib:
                row.getparent().remove(row)
        root.find(f"{MAIN}dimension").set("ref", "")
    assert etree.tostring(before, method="c14n") == etree.tostring(after, method="c14n")


def test_macros_stay():
    content = rich_workbook(macros=True)
    out = mark(content, RICH_FINDINGS)
    assert_sound(out)
    assert parts(out)["xl/vbaProject.bin"] == parts(content)["xl/vbaProject.bin"]
    assert b"macroEnabled" in parts(out)["[Content_Types].xml"]


def test_the_content_that_came_in_is_not_changed_and_the_result_is_always_the_same(rich, marked):
    assert mark(rich, RICH_FINDINGS) == marked
    assert mark(rich, tuple(RICH_FINDINGS)) == marked


# ── Marks ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_cell_with_a_finding_is_coloured_by_the_gravest(marked):
    found = fills(marked, " activiteiten")
    tones = {
        "C2": TONES[WAARSCHUWING],
        "D4": TONES[OPMERKING],
        "F5": TONES[FOUT],
        "G6": TONES[WAARSCHUWING],
        "A13": TONES[FOUT],
        "A15": TONES[OPMERKING],
        "J4": TONES[OPMERKING],
        "K20": TONES[OPMERKING],
        "H30": TONES[FOUT],
    }
    assert {cell: found[cell] for cell in tones} == tones
    assert {cell for cell, colour in found.items() if colour in TONES.values()} == set(tones)
    assert fills(marked, "Partners") == {"B2": TONES[WAARSCHUWING]}


def test_a_marked_cell_keeps_its_number_format_font_border_and_alignment(rich, marked):
    def look(cell):
        return cell.value, cell.number_format, *map(repr, (cell.font, cell.border, cell.alignment, cell.protection))

    before, after = opened(rich)[" activiteiten"], opened(marked)[" activiteiten"]
    for ref in ("C2", "D4", "F5", "G6", "A13"):
        assert look(after[ref]) == look(before[ref])
    assert after["D4"].number_format == "d mmmm yyyy"


def test_a_cell_that_was_not_there_has_the_style_of_its_row_or_column(marked):
    sheet = opened(marked)[" activiteiten"]
    assert sheet["J4"].number_format == "@"
    assert sheet["J4"].font.bold
    assert sheet["K20"].number_format == "d mmmm yyyy"
    assert sheet["K20"].font.italic


def test_a_note_tells_severity_message_and_what_was_meant(plain):
    out = mark(plain, [finding("B2", FOUT, "Dit kan niet", suggestion="Leiden", sure=True)])
    assert notes(out) == {"B2": f"— {AUTHOR} —\nFout: Dit kan niet\nBedoelt u Leiden? (zeker)\n\u00a0"}
    assert opened(out)["Activiteiten"]["B2"].comment.author == AUTHOR


def test_several_findings_on_a_cell_are_one_note_the_gravest_first(plain):
    out = mark(
        plain,
        [finding("B2", OPMERKING, "een"), finding("B2", FOUT, "twee", suggestion="x"), finding("B2", message="drie")],
    )
    assert notes(out)["B2"].split("\n") == [
        f"— {AUTHOR} —", "Fout: twee", "Bedoelt u x? (waarschijnlijk)", "", "Waarschuwing: drie", "", "Opmerking: een", "\u00a0",
    ]  # fmt: skip
    assert fills(out) == {"B2": TONES[FOUT]}


def test_a_note_that_was_there_keeps_its_words_and_author(rich, marked):
    cells = opened(marked)[" activiteiten"]
    assert cells["C2"].comment.text.startswith("Nagaan bij de wijk\n\n— ")
    assert cells["C2"].comment.author == "Noor"
    assert cells["B5"].comment.text == "Staat al goed"
    assert parts(marked)["xl/comments2.xml"] == parts(rich)["xl/comments2.xml"]


def test_the_box_of_a_note_that_was_there_grows_with_it(rich, marked):
    def bottom(content, row, column):
        vml = parts(content)["xl/drawings/vmlDrawing1.vml"].decode()
        boxes = re.findall(r"<v:shape .*?</v:shape>", vml, re.DOTALL)
        box = next(box for box in boxes if f"<x:Row>{row}</x:Row>" in box and f"<x:Column>{column}</x:Column>" in box)
        return int(re.search(r"<x:Anchor>([^<]*)", box)[1].split(",")[6])

    assert bottom(marked, 1, 2) > bottom(rich, 1, 2)
    assert bottom(marked, 4, 1) == bottom(rich, 4, 1)


def test_a_button_on_the_sheet_stays(rich, marked):
    boxes = re.findall(
        rb'<v:shape [^>]*>.*?ObjectType="Button".*?</v:shape>', parts(rich)["xl/drawings/vmlDrawing1.vml"], re.DOTALL
    )
    assert boxes
    assert boxes[-1][-300:] in parts(marked)["xl/drawings/vmlDrawing1.vml"]


def test_our_boxes_are_numbered_in_blocks_that_no_other_sheet_uses(rich, marked):
    def blocks(content):
        found = {name: data for name, data in parts(content).items() if name.endswith(".vml")}
        return [{int(n) // 1024 for n in re.findall(rb'id="_x0000_s(\d+)"', data)} for data in found.values()]

    before = set().union(*blocks(rich))
    ours = [block - before for block in blocks(marked) if block - before]
    assert len(ours) == len(set().union(*ours)) == 2


def test_more_notes_than_one_block_of_numbers_holds():
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Activiteiten")
        for row in range(1500):
            sheet.write(row, 0, row)
    marked = mark(out.getvalue(), [finding(f"A{row}") for row in range(1, 1501)])
    assert_sound(marked)
    assert b'data="1,2"' in parts(marked)["xl/drawings/vmlDrawing1.vml"]


def test_a_threaded_comment_is_left_alone():
    def thread(data):
        return data.replace(b"<author>Noor</author>", b"<author>tc={11111111-2222-3333-4444-555555555555}</author>")

    content = altered(rich_workbook(), {"xl/comments1.xml": thread})
    before = parts(content)["xl/comments1.xml"]
    out = mark(content, [finding("C2"), finding("C3")])
    after = etree.fromstring(parts(out)["xl/comments1.xml"])
    kept = [etree.tostring(comment) for comment in after.iter(f"{MAIN}comment") if comment.get("authorId") == "0"]
    assert kept == [etree.tostring(comment) for comment in etree.fromstring(before).iter(f"{MAIN}comment")]
    assert fills(out, " activiteiten")["C2"] == TONES[WAARSCHUWING]
    assert [row[2] for row in listed(out)[1:]] == ["C2", "C3"]
    assert parts(mark(out, []))["xl/comments1.xml"].count(b"<comment ") == 2


def test_a_finding_in_a_merged_area_marks_its_first_cell(marked):
    assert "A15" in notes(marked, " activiteiten")
    assert "B16" not in notes(marked, " activiteiten")
    assert ["opmerking", " activiteiten", "B16"] in [row[:3] for row in listed(marked)]


def test_a_cell_beyond_the_sheet_widens_what_the_sheet_says_of_its_size(marked):
    sheet = etree.fromstring(parts(marked)["xl/worksheets/sheet1.xml"])
    assert CellRange.read(sheet.find(f"{MAIN}dimension").get("ref")).holds(Cell.read("H30"))


@pytest.mark.parametrize("ref", ["A1", "XFD1", "A1048576", "XFD1048576"])
def test_the_corners_of_a_sheet_can_be_marked(plain, ref):
    out = mark(plain, [finding(ref)])
    assert_sound(out)
    assert list(notes(out)) == [ref]


@pytest.mark.parametrize("ref", ["", "A0", "XFE1", "A1048577", "1", "A", "AAAA1", "A1:B2"])
def test_a_cell_that_cannot_be_is_only_listed(plain, ref):
    out = mark(plain, [finding(f"Activiteiten!{ref}")])
    assert_sound(out)
    assert notes(out) == fills(out) == {}
    assert [row[1:3] for row in listed(out)[1:]] == [["Activiteiten", None]]


def test_a_sheet_that_the_register_does_not_know_is_marked_too():
    out = mark(
        plain_workbook(names=("Activiteiten", "Notities!")),
        [finding("Notities!!A1", OPMERKING, "Dit werkblad hoort er niet bij")],
    )
    assert list(notes(out, "Notities!")) == ["A1"]


# ── The list ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_list_is_the_last_sheet_and_has_the_findings_in_order(marked):
    assert opened(marked).sheetnames[-1] == "Te verbeteren"
    rows = listed(marked)
    assert rows[0] == HEADINGS
    assert [row[:3] for row in rows[1:]] == [
        ["fout", " activiteiten", "F5"],
        ["fout", " activiteiten", "A13"],
        ["fout", " activiteiten", "H30"],
        ["waarschuwing", " activiteiten", "C2"],
        ["waarschuwing", " activiteiten", "G6"],
        ["waarschuwing", "Partners", "B2"],
        ["opmerking", " activiteiten", "C2"],
        ["opmerking", " activiteiten", "D4"],
        ["opmerking", " activiteiten", "J4"],
        ["opmerking", " activiteiten", "B16"],
        ["opmerking", " activiteiten", "K20"],
        ["opmerking", "Deelnames", None],
    ]
    assert rows[4][3:] == [
        "Gemeente",
        "Leidn",
        "“Leidn” is geen bekende gemeente",
        "Leiden",
        "waarschijnlijk",
        "Zorg en Welzijn",
    ]
    assert rows[1][6:8] == ["3", "zeker"]


def test_a_cell_of_the_list_leads_to_the_cell():
    out = mark(
        plain_workbook(names=("Activiteiten", "Blad van 's ochtends")),
        [finding("Blad van 's ochtends!B3"), finding("A2")],
    )
    links = {cell.coordinate: cell.hyperlink.location for cell in cells(out, "Te verbeteren") if cell.hyperlink}
    assert links == {"C2": "'Activiteiten'!A2", "C3": "'Blad van ''s ochtends'!B3"}


def test_the_list_is_easy_to_use(marked):
    sheet = opened(marked)["Te verbeteren"]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:I13"
    assert sheet["A1"].font.bold
    assert sheet["F2"].alignment.wrap_text
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.column_dimensions["F"].width > 50


def test_nothing_found_is_one_sentence(plain):
    out = mark(plain, [])
    assert_sound(out)
    assert [[cell for cell in row if cell] for row in listed(out)] == [HEADINGS, [NOTHING_FOUND]]
    assert notes(out) == fills(out) == {}


@pytest.mark.parametrize("name", ["Te verbeteren", "TE VERBETEREN", "te verbeteren "])
def test_a_sheet_of_that_name_that_is_not_ours_stays(name):
    content = plain_workbook(names=("Activiteiten", name))
    out = mark(content, [finding("A2")])
    assert_sound(out)
    assert opened(out).sheetnames == ["Activiteiten", name, "Te verbeteren (2)"]
    assert values(out)[name] == values(content)[name]
    assert opened(mark(out, [])).sheetnames == ["Activiteiten", name, "Te verbeteren (2)"]


def test_names_that_belong_to_a_sheet_still_do(rich, marked):
    def local(content):
        return {
            (name, sheet.title): value.attr_text
            for sheet in opened(content)
            for name, value in sheet.defined_names.items()
        }

    assert local(rich).items() <= local(marked).items()
    assert ("lokaal", "Verborgen") in local(marked)
    assert opened(marked).defined_names["Budgetten"].attr_text == "' activiteiten'!$E$2:$E$12"


# ── Again ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_marking_again_changes_nothing(marked):
    again = mark(marked, RICH_FINDINGS)
    assert_sound(again)
    types = "[Content_Types].xml"
    first, second = parts(marked), parts(again)
    assert {name for name in first if name != types and first[name] != second.get(name)} == set()
    assert set(first) == set(second)
    assert sorted(etree.fromstring(first[types]), key=etree.tostring) is not None
    assert sorted(map(etree.tostring, etree.fromstring(first[types]))) == sorted(
        map(etree.tostring, etree.fromstring(second[types]))
    )


def test_marking_again_without_findings_takes_all_marks_away(rich, marked):
    out = mark(marked, [])
    assert_sound(out)
    assert notes(out, " activiteiten") == notes(rich, " activiteiten")
    assert fills(out, " activiteiten") == fills(rich, " activiteiten") | {"A13": "FFFFC0CB", "J4": "FFFFC0CB"}
    assert notes(out, "Partners") == fills(out, "Partners") == {}
    assert [name for name in parts(out) if name not in parts(rich)] == ["xl/worksheets/sheet5.xml"]
    assert parts(out)["xl/comments2.xml"] == parts(rich)["xl/comments2.xml"]


def test_other_findings_replace_the_earlier_ones(rich, marked):
    out = mark(marked, [finding("D4", FOUT, "Nu dit"), finding("C3", OPMERKING, "En dat")])
    assert_sound(out)
    assert set(notes(out, " activiteiten")) == {"C2", "B5", "D4", "C3"}
    assert notes(out, " activiteiten")["C2"] == "Nagaan bij de wijk"
    assert fills(out, " activiteiten")["D4"] == TONES[FOUT]
    assert "F5" not in fills(out, " activiteiten")
    assert fills(out, " activiteiten")["G6"] == "FFFFC0CB"
    assert len(listed(out)) == 3


def test_colours_of_the_theme_come_back():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Activiteiten"
    for row, colour in enumerate(
        [openpyxl.styles.Color(theme=4, tint=0.4), openpyxl.styles.Color(indexed=22), "FF00B050"], 1
    ):
        sheet.cell(row, 1, row).fill = PatternFill("solid", fgColor=colour)
    before = saved(book)
    out = mark(mark(before, [finding(f"A{row}", FOUT) for row in (1, 2, 3)]), [])
    old, new = opened(before)["Activiteiten"], opened(out)["Activiteiten"]
    assert [new.cell(row, 1).fill.fgColor for row in (1, 2, 3)] == [old.cell(row, 1).fill.fgColor for row in (1, 2, 3)]


def test_words_that_someone_typed_in_our_note_stay(plain):
    out = mark(plain, [finding("B2"), finding("B3")])
    typed = altered(
        out, {"xl/comments1.xml": lambda data: data.replace("\n\u00a0".encode(), "\n\u00a0Klopt zo, Noor".encode(), 1)}
    )
    again = mark(typed, [finding("B2", FOUT, "Nog steeds niet")])
    assert_sound(again)
    assert notes(again)["B2"] == f"Klopt zo, Noor\n\n— {AUTHOR} —\nFout: Nog steeds niet\n\u00a0"
    assert notes(mark(again, [])) == {"B2": "Klopt zo, Noor"}


def test_a_note_that_another_program_wrote_as_one_text_is_found_again(plain):
    def one_run(data):
        root = etree.fromstring(data)
        for text in root.iter(f"{MAIN}text"):
            words = "".join(text.itertext())
            for run in list(text):
                text.remove(run)
            etree.SubElement(text, f"{MAIN}t").text = words
        return etree.tostring(root)

    out = altered(mark(plain, [finding("B2"), finding("B3")]), {"xl/comments1.xml": one_run})
    assert notes(mark(out, [finding("B3", FOUT, "Nieuw")])) == {"B3": f"— {AUTHOR} —\nFout: Nieuw\n\u00a0"}


def test_our_list_is_replaced_where_someone_moved_it(plain):
    book = opened(mark(plain, [finding("B2")]))
    book.move_sheet("Te verbeteren", -1)
    out = mark(saved(book), [finding("B3", FOUT)])
    assert_sound(out)
    assert opened(out).sheetnames == ["Te verbeteren", "Activiteiten"]
    assert [row[2] for row in listed(out)[1:]] == ["B3"]
    assert list(notes(out)) == ["B3"]


def test_what_someone_put_on_our_list_leaves_no_loose_parts(plain):
    book = opened(mark(plain, [finding("B2")]))
    book["Te verbeteren"]["A2"].comment = Comment("gezien", "Noor")
    content = saved(book)
    assert any("comment2" in name for name in parts(content))
    out = mark(content, [])
    assert_sound(out)
    assert not any("comment" in name or "vml" in name for name in parts(out))


def test_our_list_under_another_name_is_kept(plain):
    book = opened(mark(plain, [finding("B2")]))
    book["Te verbeteren"].title = "Lijst van maart"
    out = mark(saved(book), [finding("B3", FOUT)])
    assert_sound(out)
    assert opened(out).sheetnames == ["Activiteiten", "Lijst van maart", "Te verbeteren"]
    assert fills(out, "Lijst van maart")["A2"] == TONES[WAARSCHUWING]


# ── Texts ────────────────────────────────────────────────────────────────────────────────────────────────────────

AWKWARD = [
    "=1+1",
    "@SUM(A1)",
    "+31 6",
    "-",
    "\tx",
    "a\x00b\x1bc",
    "\ufffe",
    "\ud800",
    "_x0041_",
    "a\r\nb",
    "<b>&amp;",
    " rand ",
    "😀",
    "]]>",
    "",
]


@pytest.mark.parametrize("text", AWKWARD)
def test_any_text_is_text(plain, text):
    out = mark(plain, [finding("B2", message=text, value=text, suggestion=text, college=text, column=text)])
    assert_sound(out)
    row = opened(out)["Te verbeteren"][2]
    assert {cell.data_type for cell in row} <= {"s", "inlineStr", "n"}
    assert all(cell.data_type != "n" or cell.value is None for cell in row)
    assert parts(out)["xl/worksheets/sheet2.xml"].count(b"<f") == 0
    assert values(out)["Activiteiten"] == values(plain)["Activiteiten"]


def test_a_text_that_a_spreadsheet_could_run_is_marked_as_text(plain):
    sheet = opened(mark(plain, [finding("B2", value="=1+1", message="gewoon")]))["Te verbeteren"]
    assert sheet["E2"].quotePrefix
    assert not sheet["F2"].quotePrefix
    assert sheet["E2"].value == "=1+1"


def test_an_escape_that_excel_would_read_is_written_as_it_was_typed(plain):
    out = mark(plain, [finding("B2", message="_x0041_")])
    assert b"_x005F_x0041_" in parts(out)["xl/worksheets/sheet2.xml"]
    assert b"_x005F_x0041_" in parts(out)["xl/comments1.xml"]


def test_a_note_is_no_longer_than_excel_takes(plain):
    out = mark(plain, [finding("B2", message="lang " * 5000), finding("B2", message="meer " * 5000)])
    assert_sound(out)
    assert len(notes(out)["B2"]) <= 32_767
    assert notes(mark(out, [])) == {}


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(st.tuples(st.text(max_size=40), st.text(max_size=20), st.sampled_from(list(Severity))), max_size=5),
    refs=st.lists(st.from_regex(r"[A-D][1-9]", fullmatch=True), min_size=5, max_size=5),
)
def test_whatever_is_found_the_workbook_is_sound_and_loses_nothing(texts, refs):
    content = plain_workbook()
    found = [
        finding(ref, severity, message, suggestion=meant)
        for (message, meant, severity), ref in zip(texts, refs, strict=False)
    ]
    out = mark(content, found)
    assert_sound(out)
    assert same_values(content, out)
    assert len(listed(out)) == max(len(found), 1) + 1
    assert set(notes(out)) == {ref for _, ref in zip(texts, refs, strict=False)}
    unmarked = mark(out, [])
    assert notes(unmarked) == fills(unmarked) == {}


# ── Other programs ───────────────────────────────────────────────────────────────────────────────────────────────


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_of_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Activiteiten"
    sheet["A1"], sheet["B2"], sheet["C3"] = "ID", date(2026, 3, 1), "=1+1"
    sheet["B2"].comment = Comment("van ons", "Noor", width=120, height=20)
    sheet.column_dimensions["B"].width = 30
    content = saved(book)
    out = mark(content, [finding("B2"), finding("C3", FOUT), finding("A2", OPMERKING)])
    assert_sound(out)
    assert notes(out)["B2"].startswith("van ons\n\n")
    assert opened(out)["Activiteiten"]["B2"].number_format == "yyyy-mm-dd"
    assert mark(out, []) is not None
    assert notes(mark(out, [])) == {"B2": "van ons"}


NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
PREFIXED = NS.replace("xmlns=", "xmlns:x=")
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def by_hand(sheet, *, workbook=None, more=None, target="worksheets/sheet1.xml", main="xl/workbook.xml"):
    """The least that a workbook is: no styles, no views, no shared texts."""
    workbook = (
        workbook or f'<workbook {NS}><sheets><sheet name="Activiteiten" sheetId="7" r:id="rId3"/></sheets></workbook>'
    )
    return zipped(
        {
            "_rels/.rels": f'<Relationships xmlns="{PR[1:-1]}"><Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="{main}"/></Relationships>',
            "[Content_Types].xml": f'<Types xmlns="{CT[1:-1]}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{SPREADSHEET}.sheet.main+xml"/>'
            f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SPREADSHEET}.worksheet+xml"/></Types>',
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PR[1:-1]}"><Relationship Id="rId3" Type="{OFFICE}/worksheet" Target="{target}"/></Relationships>',
            "xl/worksheets/sheet1.xml": sheet,
            **(more or {}),
        }
    )


def text(words):
    return f'<c t="inlineStr"><is><t>{words}</t></is></c>'


BARE = f'<worksheet {NS}><sheetData><row>{text("ID")}{text("Naam")}</row><row r="4">{text("a")}<c r="D4"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row></sheetData></worksheet>'


def test_rows_and_cells_without_an_address():
    content = by_hand(BARE)
    out = mark(
        content,
        [
            finding("B1"),
            finding("C4", OPMERKING),
            finding("E4", FOUT),
            finding("A5"),
            finding("A3"),
            finding("F5"),
            finding("B2"),
        ],
    )
    assert_sound(out)
    assert values(content)["Activiteiten"][3][:5] == ["a", "", "", 1, 2]
    assert same_values(content, out)
    assert {cell: colour for cell, colour in fills(out).items() if cell in ("C4", "E4")} == {
        "C4": TONES[OPMERKING],
        "E4": TONES[FOUT],
    }
    assert set(fills(out)) == {"B1", "C4", "E4", "A5", "A3", "F5", "B2"}


def test_a_workbook_without_styles_or_views_gets_them():
    out = mark(by_hand(BARE), [finding("B1")])
    assert "xl/styles.xml" in parts(out)
    assert opened(out).views
    assert_sound(mark(out, []))


def test_a_style_sheet_that_misses_collections():
    types = f'<Override PartName="/xl/styles.xml" ContentType="{SPREADSHEET}.styles+xml"/></Types>'.encode()
    link = f'<Relationship Id="rId9" Type="{OFFICE}/styles" Target="/xl/styles.xml"/></Relationships>'.encode()
    content = altered(
        by_hand(BARE, more={"xl/styles.xml": f"<styleSheet {NS}><cellStyles/><dxfs/></styleSheet>"}),
        {
            "[Content_Types].xml": lambda data: data.replace(b"</Types>", types),
            "xl/_rels/workbook.xml.rels": lambda data: data.replace(b"</Relationships>", link),
        },
    )
    out = mark(content, [finding("B1")])
    assert_sound(out)
    assert list(fills(out)) == ["B1"]


def test_elements_with_a_prefix():
    sheet = BARE.replace(NS, PREFIXED)
    sheet = re.sub(r"<(/?)([a-z]+[A-Za-z]*)", r"<\1x:\2", sheet)
    workbook = f'<x:workbook {PREFIXED}><x:sheets><x:sheet name="Activiteiten" sheetId="7" r:id="rId3"/></x:sheets></x:workbook>'
    content = by_hand(sheet, workbook=workbook)
    out = mark(content, [finding("B1"), finding("B2", FOUT)])
    assert_sound(out)
    assert same_values(content, out)
    assert set(fills(out)) == {"B1", "B2"}
    assert b"<x:row r=" in parts(out)["xl/worksheets/sheet1.xml"]
    assert b"ns0" not in parts(out)["xl/worksheets/sheet1.xml"] + parts(out)["xl/workbook.xml"]


@pytest.mark.parametrize(
    "target",
    [
        "/xl/worksheets/sheet1.xml",
        "./worksheets/../worksheets/sheet1.xml",
        "WORKSHEETS/Sheet1.XML",
        "worksheets\\sheet1.xml",
        "worksheets/sheet%31.xml",
    ],
)
def test_however_a_part_is_pointed_at(target):
    out = mark(by_hand(BARE, target=target, main="/xl/workbook.xml"), [finding("B1")])
    assert parts(out)["xl/worksheets/sheet1.xml"].count(b"legacyDrawing") == 1


def test_a_part_in_utf_16():
    sheet = '<?xml version="1.0" encoding="UTF-16"?>' + BARE.replace("Naam", "Naäm")
    out = mark(by_hand(sheet.encode("utf-16")), [finding("B1")])
    assert_sound(out)
    assert "Naäm" in values(out)["Activiteiten"][0]


def test_declared_namespaces_and_what_may_be_ignored_stay():
    sheet = BARE.replace(
        NS,
        f'{NS} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" '
        'xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision" xr:uid="{1}"',
    ).replace(
        "</sheetData>",
        '</sheetData><pageMargins left="1" right="1" top="1" bottom="1" header="0" footer="0"/><mc:AlternateContent><mc:Choice Requires="x14"><controls/></mc:Choice></mc:AlternateContent>'
        '<extLst><ext uri="{2}"/></extLst>',
    )
    out = mark(by_hand(sheet), [finding("B1")])
    assert_sound(out)
    written = parts(out)["xl/worksheets/sheet1.xml"].decode()
    assert 'mc:Ignorable="x14ac xr"' in written
    assert (
        written.index("<pageMargins")
        < written.index("<legacyDrawing")
        < written.index("<mc:AlternateContent")
        < written.index("<extLst")
    )


def test_a_drawing_that_is_no_xml_stays_as_it_is():
    """Excel writes a line break in the text of a button as <br>, without an end."""

    def broken(data):
        return data.replace(b"<font", b"<br><font", 1)

    content = altered(rich_workbook(), {"xl/drawings/vmlDrawing1.vml": broken})
    assert b"<br><font" in parts(content)["xl/drawings/vmlDrawing1.vml"]
    out = mark(content, [finding("D4")])
    assert_sound(out)
    assert b"<br><font" in parts(out)["xl/drawings/vmlDrawing1.vml"]


def test_notes_without_boxes_get_one_where_we_write():
    content = altered(
        mark(plain_workbook(), [finding("A1")]),
        {"xl/worksheets/sheet1.xml": lambda data: re.sub(rb"<legacyDrawing [^>]*/>", b"", data)},
    )
    out = mark(content, [finding("A1", FOUT), finding("A2")])
    assert set(notes(out)) == {"A1", "A2"}
    assert parts(out)["xl/worksheets/sheet1.xml"].count(b"<legacyDrawing") == 1


def test_a_signature_that_no_longer_holds_goes():
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
    types = b'<Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/></Types>'
    link = (
        f'<Relationship Id="rId5" Type="{origin}/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'.encode()
    )
    content = altered(
        by_hand(BARE),
        {
            "[Content_Types].xml": lambda data: data.replace(b"</Types>", types),
            "_rels/.rels": lambda data: data.replace(b"</Relationships>", link),
            "_xmlsignatures/origin.sigs": b"",
            "_xmlsignatures/_rels/origin.sigs.rels": f'<Relationships xmlns="{PR[1:-1]}"><Relationship Id="rId1" Type="{origin}/signature" Target="sig1.xml"/></Relationships>'.encode(),
            "_xmlsignatures/sig1.xml": b"<Signature/>",
        },
    )
    out = mark(content, [finding("B1")])
    assert_sound(out)
    assert not [name for name in parts(out) if "signatures" in name]


def test_libreoffice_reads_the_same_and_what_it_saves_can_be_marked_again(rich, marked, resave):
    through = resave(marked)
    sheets = {name: trimmed(rows) for name, rows in values(marked).items()}
    back = {name: trimmed(rows) for name, rows in values(through).items()}
    assert back["Te verbeteren"] == sheets["Te verbeteren"]
    without_formulas = [[*row[:5], *row[6:7]] for row in sheets[" activiteiten"]]  # it calculates the others anew
    assert [[*row[:5], *row[6:7]] for row in back[" activiteiten"]] == without_formulas
    assert {cell: words.rstrip() for cell, words in notes(through, " activiteiten").items()} == {
        cell: words.rstrip() for cell, words in notes(marked, " activiteiten").items()
    }

    again = mark(through, [finding("D4", FOUT, "Nu dit")])
    assert opened(again).sheetnames == opened(marked).sheetnames
    assert set(notes(again, " activiteiten")) == {"C2", "B5", "D4"}
    ours = set(TONES.values())
    assert {cell for cell, colour in fills(again, " activiteiten").items() if colour in ours} == {"D4"}
    assert len(listed(again)) == 2


# ── What cannot be marked ────────────────────────────────────────────────────────────────────────────────────────


def strict():
    return by_hand(BARE, workbook='<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"/>')


def binary():
    return altered(
        by_hand(BARE),
        {"[Content_Types].xml": lambda data: data.replace(b"sheet.main+xml", b"sheet.binary.macroEnabled.main")},
    )


def shared():
    link = f'<Relationship Id="rId8" Type="{OFFICE}/revisionHeaders" Target="revisions/revisionHeaders.xml"/></Relationships>'.encode()
    return altered(by_hand(BARE), {"xl/_rels/workbook.xml.rels": lambda data: data.replace(b"</Relationships>", link)})


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", NO_WORKBOOK),
        (b"ID;Naam\n1;x", NO_WORKBOOK),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), OLD_EXCEL),
        (b"PK\x03\x04" + bytes(50), BROKEN),
        (zipped({"readme.txt": b"hoi"}), NO_WORKBOOK),
        (zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), OPEN_DOCUMENT),
        (by_hand(BARE, workbook="<workbook/>"), NO_WORKBOOK),
        (by_hand(BARE, workbook=f"<workbook {NS}/>"), BROKEN),
        (by_hand(BARE, workbook="<workbook"), BROKEN),
        (by_hand(BARE[:-9]), BROKEN),
        (by_hand(f"<!DOCTYPE x>{BARE}"), BROKEN),
        (by_hand(f'<!DOCTYPE x [<!ENTITY a "b">]>{BARE.replace("Naam", "&a;")}'), BROKEN),
        (by_hand(f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>{BARE}'.encode("utf-16")), BROKEN),
        (by_hand('<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-' + BARE), BROKEN),
        (by_hand("<worksheet/>"), BROKEN),
        (strict(), STRICT),
        (binary(), BINARY),
        (shared(), SHARED),
    ],
)
def test_what_cannot_be_marked_is_refused_with_one_sentence(content, reason):
    with pytest.raises(NotMarkable) as refused:
        mark(content, [finding("B1")])
    assert str(refused.value) == reason
    assert reason.count(".") - reason.count(".xls") - reason.count(".xlsx)") <= 1
    assert reason.endswith(".")


def test_a_part_that_is_there_twice_is_refused():
    out = io.BytesIO(by_hand(BARE))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("XL/worksheets/sheet1.xml", BARE)
    with pytest.raises(NotMarkable):
        mark(out.getvalue(), [])


SMALL = mark(plain_workbook(), [finding("B2"), finding("A3", FOUT)])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_damaged_file_is_marked_or_refused(data):
    content = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        mark(bytes(content[: data.draw(st.integers(len(content) // 2, len(content)))]), [finding("B2")])
    except NotMarkable:
        return


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_damaged_parts_are_marked_or_refused(data):
    found = parts(SMALL)
    name = data.draw(st.sampled_from(sorted(found)))
    part = found[name]
    at = data.draw(st.integers(0, len(part)))
    size = data.draw(st.integers(0, 40))
    found[name] = (
        part[:at]
        + data.draw(st.sampled_from([b"", b"0", b'"', b"-1", b"<x/>", b"99999999999", b"a", b"/"]))
        + part[at + size :]
    )
    try:
        mark(zipped(found), [finding("B2"), finding("C9")])
    except NotMarkable:
        return


def test_it_starts_without_the_heavy_libraries():
    code = "import sys, lrn.register.mark; print(*sorted(m for m in ('pandas', 'pyarrow', 'streamlit', 'numpy', 'plotly') if m in sys.modules))"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
