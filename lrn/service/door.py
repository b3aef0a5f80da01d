"""The door: whom the service answers, which addresses it has, and what each answer tells the browser to allow."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PROBES = ("/gezond", "/klaar")
"""What a watchman asks, by whatever name it knows this server."""

CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")
"""Streamlit's addresses for programs; what is there would be told to anybody."""

STRANGER = "Dit dashboard is niet onder deze naam te vinden. Gebruik het adres dat u van uw school kreeg."
NOT_HERE = "Dit adres is er niet."


def policy(embedded_in: Iterable[str], page: Path) -> str:
    """The Content-Security-Policy under which the app runs, when pages at *embedded_in* may show it in a frame.

    Of scripts that stand in *page* itself, the first page that is sent, only those that are there now may run.
    """
    inline = re.findall(r"<script>(.*?)</script>", page.read_text(encoding="utf-8"), re.DOTALL)
    known = [f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'" for each in inline]
    allowed = {
        "default-src": ["'self'"],
        "script-src": ["'self'", "'wasm-unsafe-eval'", "blob:", *known],  # as Streamlit (1.67) loads our own components
        "worker-src": ["'self'", "blob:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'", "data:"],  # plotly.js fetches the coastlines that we give it, which are none
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-src": ["'none'"],
        "frame-ancestors": list(embedded_in) or ["'none'"],
    }
    return "; ".join(f"{what} {' '.join(by)}" for what, by in allowed.items())


class Door:
    """ASGI middleware: 403 for another Host or Origin, 404 for what is closed, and headers on every answer."""

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], policy: str) -> None:
        self._app = app
        self._hosts = tuple(hosts)
        self._told = {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",  # an address holds what was chosen
            "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), fullscreen=(self)",
            "cross-origin-opener-policy": "same-origin",
            "cross-origin-resource-policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or let in to be answered."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        secure = scope.get("scheme") in ("https", "wss")

        async def told(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                headers.update(self._told | ({"strict-transport-security": "max-age=31536000"} if secure else {}))
                if secure:
                    _only_over_https(headers)
            await send(message)

        if not self._known(scope):
            await _refuse(scope, receive, told, STRANGER, 403)
        elif any(closed in scope["path"] for closed in CLOSED):
            await _refuse(scope, receive, told, NOT_HERE, 404)
        else:
            await self._app(scope, receive, told)

    def _known(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        host, origin = headers.get("host", ""), headers.get("origin")
        if scope["path"] in PROBES and origin is None:
            return True
        return self._ours(f"//{host}") and (origin is None or self._ours(origin))

    def _ours(self, address: str) -> bool:
        try:
            name = urlsplit(address).hostname or ""
        except ValueError:
            return False
        return any(
            name == own.strip("[]") or (own.startswith("*.") and name.endswith(own[1:]) and name != own[2:])
            for own in self._hosts
        )


def _only_over_https(headers: MutableHeaders) -> None:
    """Have the browser send each cookie over https only: Streamlit does not ask for that behind a proxy."""
    cookies = headers.getlist("set-cookie")
    del headers["set-cookie"]
    for cookie in cookies:
        marked = re.search(r";\s*secure\s*(;|$)", cookie, re.IGNORECASE)
        headers.append("set-cookie", cookie if marked else f"{cookie}; Secure")


async def _refuse(scope: Scope, receive: Receive, send: Send, sentence: str, status: int) -> None:
    if scope["type"] == "websocket":
        await receive()  # that it wants to connect
        await send({"type": "websocket.close", "code": 1008})  # before it was let in: the browser gets 403
        return
    await PlainTextResponse(sentence + "\n", status)(scope, receive, send)
