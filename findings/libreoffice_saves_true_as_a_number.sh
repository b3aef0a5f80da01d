#!/usr/bin/env bash
# LibreOffice 7.4.7 saves most of the truths of an .xlsx as numbers in an .ods.
#
# Expected: a column of TRUE, FALSE and TRUE (<c t="b">, plain number format) becomes cells with
# office:value-type="boolean" and office:boolean-value, which OpenDocument 1.3 has for it (19.385).
# Seen: the formula TRUE() or FALSE() in each, but with office:value-type="float" and office:value="1" or "0" in most of
# them; only the text inside (<text:p>TRUE</text:p>, WAAR in a Dutch office) still says what it was. So a reader that
# goes by the type, such as python-calamine or pandas, gives one column of ones, zeros and truths mixed.
# Exits 0 while that is so, 1 when it changed, 77 without LibreOffice.
set -euo pipefail
command -v soffice >/dev/null || { echo "no LibreOffice"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q openpyxl==3.1.5
cd "$folder"
cat > make.py <<'PY'
import openpyxl

book = openpyxl.Workbook()
for row in (["Klaar"], [True], [False], [True], [False]):
    book.active.append(row)
book.save("in.xlsx")
PY
cat > look.py <<'PY'
import re
import sys
import zipfile

content = zipfile.ZipFile("out/in.ods").read("content.xml").decode()
cells = re.findall(r"<table:table-cell[^>]*table:formula=[^>]*><text:p>[^<]*</text:p>", content)
print(*cells, sep="\n")
numbers = [cell for cell in cells if 'office:value-type="float"' in cell]
shown = [re.search("<text:p>(.*)</text:p>", cell)[1] for cell in cells]
sys.exit(0 if len(cells) == 4 and numbers and shown == ["TRUE", "FALSE"] * 2 else 1)
PY
venv/bin/python make.py
LC_ALL=C soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to ods --outdir out in.xlsx >/dev/null 2>&1
venv/bin/python look.py
