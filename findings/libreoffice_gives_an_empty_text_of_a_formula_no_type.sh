#!/usr/bin/env bash
# LibreOffice 7.4.7 writes a formula that results in an empty text, =IF(B3="";"";1), to .ods without a type.
#
# OpenDocument 1.3 (19.385) has office:value-type="string" for a text, and that is what LibreOffice writes for ="a".
# For ="" it writes neither office:value-type nor office:string-value: only the formula and an empty <text:p/>. One who
# takes the missing type for "was never worked out" names every row to which such a formula was filled down. The
# paragraph is all that tells it from a formula that another program left without an outcome. In .xlsx the same
# program does give both a type: t="str". Exits 0 while that is so, 1 when it changed, 77 without LibreOffice.
set -euo pipefail
command -v soffice >/dev/null || { echo "no LibreOffice"; exit 77; }
command -v python3 >/dev/null || { echo "no Python"; exit 77; }
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
ns=urn:oasis:names:tc:opendocument:xmlns
cat > in.fods <<XML
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="$ns:office:1.0" xmlns:table="$ns:table:1.0" xmlns:text="$ns:text:1.0"
 xmlns:of="$ns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="Blad"><table:table-row>
<table:table-cell table:formula="of:=&quot;&quot;"/><table:table-cell table:formula="of:=&quot;a&quot;"/>
</table:table-row></table:table></office:spreadsheet></office:body></office:document>
XML
for kind in ods xlsx; do
  soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to "$kind" --outdir out in.fods >/dev/null 2>&1
done
python3 - <<'PYTHON'
import re, sys, zipfile
content = zipfile.ZipFile("out/in.ods").read("content.xml").decode()
empty, filled = re.findall(r"<table:table-cell table:formula=.*?</table:table-cell>", content)
sheet = zipfile.ZipFile("out/in.xlsx").read("xl/worksheets/sheet1.xml").decode()
print(empty, filled, re.findall(r"<c .*?</c>", sheet), sep="\n")
as_seen = "value-type" not in empty and "<text:p/>" in empty and 'office:value-type="string"' in filled
sys.exit(0 if as_seen and sheet.count('t="str"') == 2 else 1)
PYTHON
