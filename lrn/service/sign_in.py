"""Sign-in that ends: Streamlit (1.67) keeps a cookie for 30 days, and it still opens the app after signing out.

So a sign-in is over some hours after it was made, whatever the cookie says; signing out in one tab ends it in all, and
the cookie then opens nothing any more; and what was made for a visitor is for who may enter.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any

from itsdangerous import BadSignature, URLSafeTimedSerializer
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

from lrn.access import may_enter
from lrn.service.visitors import MEDIA, NOT_HERE

LOGOUT = "/auth/logout"
SIGNED_OUT = 4001  # a code of our own for a connection that is closed (RFC 6455, 7.4.2)


@dataclass
class SignedIn:
    """A sign-in: what is said of the visitor, until when (Unix time), and what can end its connections."""

    claims: dict[str, Any]
    until: float
    ends: set[asyncio.Event] = field(default_factory=set)


class SignIn:
    """ASGI middleware: takes away a cookie of a sign-in that is over, and closes the connections that it had."""

    def __init__(self, app: ASGIApp, *, secret: str, hours: int, rules: Iterable[str]) -> None:
        self._app, self._secret, self._seconds, self._rules = app, secret, hours * 3600, tuple(rules)
        self._connected: dict[str, set[asyncio.Event]] = {}
        self._over: dict[str, float] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let in, with the cookie of a sign-in that holds and no other."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        cookies = _cookies(scope)
        kept = cookies.get(USER_COOKIE_NAME, "")
        name = hashlib.sha256(kept.encode()).hexdigest()
        found = None if not kept or self._is_over(name) else self._read(cookies)
        if kept and found is None and scope["path"] != LOGOUT:
            scope = _without(scope, cookies)
        if scope["type"] == "websocket":
            await self._connect(scope, receive, send, name, found)
        elif scope["path"].startswith(MEDIA) and not (found and may_enter(found.claims, self._rules)):
            await PlainTextResponse(NOT_HERE + "\n", 404)(scope, receive, send)
        else:
            if scope["path"] == LOGOUT and kept:
                self._end(name)
            await self._app(scope, receive, send)

    def _read(self, cookies: dict[str, str]) -> SignedIn | None:
        """The sign-in that *cookies* hold, as Streamlit signed them; None when it is over or none of ours."""
        since: list[float] = []

        def one(name: str) -> bytes | None:
            try:
                signed = URLSafeTimedSerializer(self._secret, salt=name)
                value, at = signed.loads(cookies.get(name, ""), max_age=self._seconds, return_timestamp=True)
            except BadSignature:  # or too old
                return None
            since.append(at.timestamp())
            return str(value).encode()

        try:
            claims = json.loads(get_cookie_with_chunks(one, USER_COOKIE_NAME) or b"null")
        except ValueError:
            return None
        return SignedIn(claims, min(since) + self._seconds) if isinstance(claims, dict) else None

    def _is_over(self, name: str) -> bool:
        return self._over.get(name, 0) > time.time()

    def _end(self, name: str) -> None:
        now = time.time()
        self._over = {each: until for each, until in self._over.items() if until > now} | {name: now + self._seconds}
        for connection in self._connected.get(name, ()):
            connection.set()

    async def _connect(self, scope: Scope, receive: Receive, send: Send, name: str, found: SignedIn | None) -> None:
        if found is None:
            await self._app(scope, receive, send)
            return
        over = asyncio.Event()
        self._connected.setdefault(name, set()).add(over)
        waiting = asyncio.ensure_future(over.wait())

        async def unless_over() -> Message:
            coming = asyncio.ensure_future(receive())
            left = max(0.0, found.until - time.time())
            await asyncio.wait({coming, waiting}, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            if coming.done() and not waiting.done():
                return coming.result()
            coming.cancel()
            await send({"type": "websocket.close", "code": SIGNED_OUT})
            return {"type": "websocket.disconnect", "code": SIGNED_OUT}

        try:
            await self._app(scope, unless_over, send)
        finally:
            waiting.cancel()
            self._connected[name].discard(over)
            if not self._connected[name]:
                del self._connected[name]


def _cookies(scope: Scope) -> dict[str, str]:
    try:
        return {name: found.value for name, found in SimpleCookie(Headers(scope=scope).get("cookie", "")).items()}
    except CookieError:
        return {}


def _without(scope: Scope, cookies: dict[str, str]) -> Scope:
    """*scope* without the cookies of a sign-in."""
    left = {name: said for name, said in cookies.items() if not name.startswith((USER_COOKIE_NAME, TOKENS_COOKIE_NAME))}
    headers = [(name, value) for name, value in scope["headers"] if name != b"cookie"]
    sent = "; ".join(f"{name}={said}" for name, said in left.items())
    return {**scope, "headers": [*headers, (b"cookie", sent.encode("latin-1"))] if sent else headers}
