#!/usr/bin/env bash
# Under Streamlit's AppTest a cookie of any name is there: st.context.cookies.get("no_such_cookie") gives a stand-in that
# is true, where a browser without cookies gives None, while to_dict() of the same cookies is empty. So an app that
# keeps a token in a cookie takes another way in its tests than on a server, unless it asks to_dict().
#
# Version: streamlit 1.67.0 from PyPI. Seen: "get: True, to_dict: {}".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0
cat >"$work/app.py" <<'PY'
import streamlit as st

cookies = st.context.cookies
st.text(f"get: {bool(cookies.get('no_such_cookie'))}, to_dict: {cookies.to_dict()}")
PY
cd "$work"
"$work/venv/bin/python" - <<'PY'
import sys

from streamlit.testing.v1 import AppTest

at = AppTest.from_file("app.py").run()
assert not at.exception, at.exception
seen = at.text[0].value
print(seen)
sys.exit(seen != "get: True, to_dict: {}")
PY
