"""The files of the app in the browser, packed once: Streamlit sends them unpacked, 9 MB on a first visit."""

from __future__ import annotations

import gzip
import zlib
from functools import partial

from anyio.to_thread import run_sync
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FILES = ("/static/", "/component/", "/_stcore/bidi-components/")
SMALLEST = 1_000  # bytes; less is not worth it
PACKED = ("text/", "application/javascript", "application/json", "application/wasm", "image/svg", "font/ttf")


class Compressed:
    """ASGI middleware: sends the files of the app in the browser as gzip, to who takes that.

    Each is packed once and kept: they are the files of what is installed, and change when that does.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._kept: dict[tuple[str, int], bytes] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, packed where that is asked."""
        asked = scope["type"] == "http" and scope["method"] == "GET" and scope["path"].startswith(FILES)
        headers = Headers(scope=scope) if asked else Headers()
        if "gzip" not in headers.get("accept-encoding", "") or "range" in headers:
            await self._app(scope, receive, send)
            return
        unpacked = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        started: Message | None = None
        parts: list[bytes] = []

        async def gather(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = message
                return
            if started is None or message["type"] != "http.response.body":
                await send(message)
                return
            parts.append(message.get("body", b""))
            if not message.get("more_body"):
                await self._send(scope["path"], started, b"".join(parts), send)

        await self._app({**scope, "headers": unpacked}, receive, gather)

    async def _send(self, path: str, started: Message, body: bytes, send: Send) -> None:
        headers = MutableHeaders(scope=started)
        headers.add_vary_header("Accept-Encoding")
        if started["status"] == 200 and len(body) >= SMALLEST and headers.get("content-type", "").startswith(PACKED):
            body = await self._packed(path, body)
            headers["content-encoding"] = "gzip"
            headers["content-length"] = str(len(body))
        await send(started)
        await send({"type": "http.response.body", "body": body})

    async def _packed(self, path: str, body: bytes) -> bytes:
        key = path, zlib.crc32(body)
        if key not in self._kept:
            self._kept[key] = await run_sync(partial(gzip.compress, body, 9, mtime=0))
        return self._kept[key]
