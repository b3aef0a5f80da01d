#!/usr/bin/env bash
# python-calamine 0.9.1 gives a time of more than a day in an .ods as a text.
#
# Expected: 12:30 in an .ods (office:time-value="PT12H30M00S") comes as datetime.time, so that
# 24:30 (PT24H30M00S, which is how LibreOffice keeps a duration of a day and a half hour) would come as a timedelta, as
# it does from an .xlsx with the format [h]:mm.
# Seen: the first comes as time(12, 30), the second as the text "PT24H30M00S", of which nobody in the office has heard.
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



import datetime

from python_calamine import CalamineWorkbook


def read(value, shown):
    cell = (
        f"<table:table-cell office:value-type=\"time\" office:time-value=\"{value}\"><text:p>{shown}</text:p>"
        "</table:table-cell>"
    )
    return CalamineWorkbook.from_filelike(ods(cell)).get_sheet_by_index(0).to_python()[0][0]


short, long = read("PT12H30M00S", "12:30"), read("PT24H30M00S", "24:30")
print(repr(short), repr(long))
sys.exit(0 if short == datetime.time(12, 30) and long == "PT24H30M00S" else 1)
PY
"$folder/venv/bin/python" "$folder/try.py"
