#!/usr/bin/env bash
# python-calamine 0.9.1 gives up on a whole sheet for its <dimension>, an element that nothing is read by.
#
# Expected: the reference in <dimension ref="…"> only says how large a sheet is, a program may leave the element out, and
# openpyxl 3.1.5 reads the cells whatever stands there. So a sheet with ref="1:3" (whole rows) or without ref would give
# the same cells as one with ref="A1:B3".
# Seen: calamine reads the sheet with ref="A1:B3", and also with no <dimension> at all, but raises CalamineError for
# ref="1:3", ref="A:B" and ref="", and for <dimension/>. What helps: write ref="A1" there before handing it over; the
# cells beyond A1 are read all the same.
# Exits 0 while that is so, 1 when it changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q python-calamine==0.9.1 openpyxl==3.1.5
cat > "$folder/try.py" <<'PY'
import io
import re
import sys
import zipfile

import openpyxl
from python_calamine import CalamineError, CalamineWorkbook

ROWS = [["ID", "Naam"], ["A1", "Een"], ["A2", "Twee"]]
book = openpyxl.Workbook()
for row in ROWS:
    book.active.append(row)
saved = io.BytesIO()
book.save(saved)


def with_dimension(element):
    out = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                content, changed = re.subn(rb"<dimension [^>]*/>", element.encode(), content)
                assert changed == 1
            new.writestr(name, content)
    return io.BytesIO(out.getvalue())


def calamine(element):
    try:
        return CalamineWorkbook.from_filelike(with_dimension(element)).get_sheet_by_index(0).to_python()
    except CalamineError:
        return "refused"


def openpyxl_rows(element):
    sheet = openpyxl.load_workbook(with_dimension(element)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


read = ['<dimension ref="A1:B3"/>', '<dimension ref="A1"/>', ""]
refused = ['<dimension ref="1:3"/>', '<dimension ref="A:B"/>', '<dimension ref=""/>', "<dimension/>"]
seen = {element: calamine(element) for element in read + refused}
for element, rows in seen.items():
    print(f"{element or 'no dimension':26} {rows}")
same = all(openpyxl_rows(element) == ROWS for element in read + refused)
as_expected = all(seen[element] == ROWS for element in read) and all(seen[element] == "refused" for element in refused)
sys.exit(0 if same and as_expected else 1)
PY
"$folder/venv/bin/python" "$folder/try.py"
