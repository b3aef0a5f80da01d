#!/usr/bin/env bash
# Every answer of Streamlit's server comes in several small messages, and all but the first wait until the other side has
# confirmed the one before: Nagle's algorithm is on. Streamlit makes its port with socket.socket(family=…), whose proto is
# 0; asyncio turns the algorithm off only on a socket that says IPPROTO_TCP, and what is accepted at a port says what the
# port says. A browser puts off its confirmation for up to 40 ms, so most clicks take that much longer than the work they
# ask for. Setting TCP_NODELAY on the port helps, as connections take after it: an app can do that itself at its first
# run, by the sockets among gc.get_objects().
#
# Version: streamlit 1.67.0, uvicorn and websockets as it asks for, Python 3.11, Linux.
# Seen: 20 clicks on an app of three lines take 45 ms each (median), and 5 ms once the port has TCP_NODELAY.
set -euo pipefail
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q streamlit==1.67.0 websockets
cat >"$work/app.py" <<'PY'
import gc
import socket

import streamlit as st

for found in gc.get_objects() if st.query_params.get("at_once") else ():
    if type(found) is socket.socket and found.type == socket.SOCK_STREAM and found.family == socket.AF_INET:
        found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
for number in range(30):
    st.text(f"Line {number}")
PY
cat >"$work/look.py" <<'PY'
import asyncio
import statistics
import sys
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect


async def run(socket, query):
    asked = BackMsg()
    asked.rerun_script.query_string = query
    began = time.perf_counter()
    await socket.send(asked.SerializeToString())
    while ForwardMsg.FromString(await socket.recv(decode=False)).WhichOneof("type") != "script_finished":
        pass
    return time.perf_counter() - began


async def clicks(query):
    async with connect(sys.argv[1], subprotocols=["streamlit"], max_size=None) as socket:
        taken = []
        for _ in range(23):
            taken.append(await run(socket, query))
            await asyncio.sleep(0.1)
        return statistics.median(taken[3:]) * 1000


before = asyncio.run(clicks(""))
after = asyncio.run(clicks("at_once=yes"))
print(f"a click takes {before:.0f} ms, and {after:.0f} ms once the port has TCP_NODELAY")
assert before > after + 15, "answers no longer wait"
PY
port=$("$work/venv/bin/python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
(cd "$work" && exec "$work/venv/bin/streamlit" run app.py --server.port "$port" --server.address 127.0.0.1 \
  --server.headless true --browser.gatherUsageStats false) >/dev/null 2>&1 &
server=$!
for _ in $(seq 300); do
  "$work/venv/bin/python" -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/_stcore/health', timeout=2)" 2>/dev/null && break
  sleep 0.2
done
"$work/venv/bin/python" "$work/look.py" "ws://127.0.0.1:$port/_stcore/stream"
