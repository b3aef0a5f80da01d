#!/usr/bin/env bash
# Days (datetime.date, as a spreadsheet's cells are read) that geopandas writes to a GeoPackage stand in it as text: QGIS then
# knows no first or last of them, and no time slider works. With use_arrow=True the same call writes real dates. A column
# of pandas' own timestamps is a date and time in both, so a test with those does not show it.
#
# Version: geopandas 1.2.0, pyogrio 0.13.0, pyarrow 26.0.1 and pandas 3.1.1 from PyPI.
# Seen: field type OFTString as usual, OFTDate with use_arrow=True.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q geopandas==1.2.0 pyogrio==0.13.0 pyarrow==26.0.1 pandas==3.1.1
cat >"$work/look.py" <<'PY'
import datetime
import sys

import geopandas
import pyogrio
from shapely.geometry import Point

places = geopandas.GeoDataFrame(
    {"begun": [datetime.date(2026, 1, 5), datetime.date(2026, 3, 1)]}, geometry=[Point(4.5, 52.1), Point(4.7, 52.0)], crs=4326
)
seen = {}
for arrow in (False, True):
    path = f"{sys.argv[1]}/{arrow}.gpkg"
    places.to_file(path, use_arrow=arrow)
    (seen[arrow],) = pyogrio.read_info(path)["ogr_types"]
    print(f"use_arrow={arrow}: {seen[arrow]}")
assert seen == {False: "OFTString", True: "OFTDate"}, "days are written in another way now"
PY
"$work/venv/bin/python" "$work/look.py" "$work"
