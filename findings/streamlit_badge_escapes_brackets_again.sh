#!/usr/bin/env bash
# st.badge puts a backslash before every square bracket of its label, whether or not one stands there already. A label
# that was escaped for Markdown, as any other Streamlit label has to be, so loses its escape: "\[" becomes "\\[", which
# is a backslash to be seen and a bracket that works.
#
# Version: streamlit 1.67.0 from PyPI.
# Seen: st.badge(r"\[een\] *a*") sends ":blue-badge[\\[een\\] *a*]"; st.button with the same label sends it unchanged.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0
cat >"$work/labels.py" <<'PY'
from streamlit.testing.v1 import AppTest


def app():
    import streamlit as st

    st.badge(r"\[een\] *a*")
    st.button(r"\[een\] *a*")


ran = AppTest.from_function(app).run()
badge, button = ran.markdown[0].value, ran.button[0].label
print(badge, button)
assert badge == r":blue-badge[\\[een\\] *a*]", "a badge leaves an escaped bracket alone now"
assert button == r"\[een\] *a*"
PY
"$work/venv/bin/python" "$work/labels.py"
