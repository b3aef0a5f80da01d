#!/usr/bin/env bash
# python-calamine 0.9.1 drops a tab and a line break inside a paragraph of an .ods.
#
# Expected: <text:tab/> in a cell ("zorg<tab>wonen", which LibreOffice writes for a cell with a tab) stands for a tab
# and <text:line-break/> for a break (OpenDocument 1.3, 6.1.4 and 6.1.5), as <text:s/> stands for a space.
# Seen: "zorgwonen" for both, while <text:s/> does give a space: two words become one, without a sign of it.
# Exits 0 while that is so, 1 when it changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q python-calamine==0.9.1
cat > "$folder/try.py" <<'PY'
import io, sys, zipfile
NS = "urn:oasis:names:tc:opendocument:xmlns"


def ods(cell):
    content = (
        f"<office:document-content xmlns:office=\"{NS}:office:1.0\" xmlns:table=\"{NS}:table:1.0\" "
        f"xmlns:text=\"{NS}:text:1.0\"><office:body><office:spreadsheet><table:table table:name=\"Blad\">"
        f"<table:table-row>{cell}</table:table-row></table:table></office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        made.writestr("content.xml", content)
        made.writestr(
            "META-INF/manifest.xml",
            f"<manifest:manifest xmlns:manifest=\"{NS}:manifest:1.0\"><manifest:file-entry manifest:full-path=\"/\" "
            "manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/></manifest:manifest>",
        )
    return io.BytesIO(out.getvalue())



from python_calamine import CalamineWorkbook

seen = {}
for name in ("s", "tab", "line-break"):
    cell = (
        f"<table:table-cell office:value-type=\"string\"><text:p>zorg<text:{name}/>wonen</text:p></table:table-cell>"
    )
    seen[name] = CalamineWorkbook.from_filelike(ods(cell)).get_sheet_by_index(0).to_python()[0][0]
    print(name, repr(seen[name]))
sys.exit(0 if seen == {"s": "zorg wonen", "tab": "zorgwonen", "line-break": "zorgwonen"} else 1)
PY
"$folder/venv/bin/python" "$folder/try.py"
