"""Who is here: at most so many visitors at a time, and files that were made for a visitor only for who is here."""

from __future__ import annotations

import secrets
import time
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "lrn_hier"
STAYS = 90.0  # seconds after the last connection was lost; whoever loads the page anew is not gone
STREAM, MEDIA = "/_stcore/stream", "/media/"
NOT_HERE = "Dit bestand is er niet (meer): haal het opnieuw op uit het dashboard."
BUSY = "Het is druk: er zijn nu te veel bezoekers tegelijk. Probeer het over een paar minuten nog eens."


class Visitors:
    """ASGI middleware that knows each browser by a cookie, and by the connections it has.

    What stands under ``/media/`` was made for a visitor (a download, a picture): its address cannot be guessed, but can
    be passed on, and then opens for nobody who does not have the dashboard open.
    """

    def __init__(self, app: ASGIApp, *, most: int, across: bool) -> None:
        """*across*: whether the cookie is to be sent when a page elsewhere shows the dashboard in a frame."""
        self._app, self._most, self._across = app, most, across
        self._open: dict[str, int] = {}
        self._left: dict[str, float] = {}

    def __len__(self) -> int:
        """How many connections there are: tabs that have the dashboard open."""
        return sum(self._open.values())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, or say why not."""
        if scope["type"] == "websocket" and scope["path"] == STREAM:
            await self._visit(scope, receive, send)
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"].startswith(MEDIA) and not self._here(_token(scope)):
            await PlainTextResponse(NOT_HERE + "\n", 404)(scope, receive, send)
        else:
            await self._page(scope, receive, send)

    async def _visit(self, scope: Scope, receive: Receive, send: Send) -> None:
        if len(self) >= self._most:
            await receive()
            await send({"type": "websocket.close", "code": 1013})  # try again later
            return
        token = _token(scope)
        self._open[token] = self._open.get(token, 0) + 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._open[token] -= 1
            if not self._open[token]:
                del self._open[token]
                self._leaves(token)

    def _leaves(self, token: str) -> None:
        now = time.monotonic()
        self._left = {each: since for each, since in self._left.items() if now - since < STAYS} | {token: now}

    def _here(self, token: str) -> bool:
        return bool(token) and (token in self._open or time.monotonic() - self._left.get(token, -STAYS) < STAYS)

    async def _page(self, scope: Scope, receive: Receive, send: Send) -> None:
        known = _token(scope)

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start" and not known:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", self._cookie(scope))
            await send(message)

        if len(self) >= self._most and not self._here(known) and _wants_page(scope):
            busy = PlainTextResponse(BUSY + "\n", 503, {"retry-after": "120"})
            await busy(scope, receive, send)
            return
        await self._app(scope, receive, marked)

    def _cookie(self, scope: Scope) -> str:
        secure = scope.get("scheme") == "https"
        where = "SameSite=None; Partitioned" if self._across and secure else "SameSite=Lax"
        return f"{COOKIE}={secrets.token_urlsafe(24)}; Path=/; HttpOnly; {where}{'; Secure' if secure else ''}"


def _token(scope: Scope) -> str:
    try:
        found = SimpleCookie(Headers(scope=scope).get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def _wants_page(scope: Scope) -> bool:
    return "text/html" in Headers(scope=scope).get("accept", "")
