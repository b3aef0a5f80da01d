"""A sign-in ends after its hours and when somebody signs out, whatever the cookie says."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

import httpx
import pytest
from itsdangerous import URLSafeTimedSerializer
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from lrn.service.sign_in import SIGNED_OUT, SignIn

SECRET, USER = "s" * 32, "_streamlit_user"
NOOR = {"email": "noor@school.nl", "email_verified": True, "is_logged_in": True}


def cookie(claims: Any = NOOR, secret: str = SECRET) -> str:
    return f"{USER}={URLSafeTimedSerializer(secret, salt=USER).dumps(json.dumps(claims))}"


@pytest.fixture
def app():
    async def seen(request: Request) -> Response:
        return PlainTextResponse(request.headers.get("cookie", ""))

    async def stream(socket: WebSocket) -> None:
        await socket.accept()
        try:
            await socket.receive_bytes()
        except WebSocketDisconnect as ended:
            app.state.ended = ended.code

    app = Starlette(routes=[WebSocketRoute("/_stcore/stream", stream), Route("/{rest:path}", seen)])
    app.add_middleware(SignIn, secret=SECRET, hours=1, rules=("@school.nl",))
    return app


def ask(app, path="/", sent=""):
    async def run():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://x") as client:
            return await client.get(path, headers={"cookie": sent} if sent else {})

    return asyncio.run(run())


def connect(app, sent, during=lambda: None):
    """Open a connection, do *during*, and wait until the service closes it (or do so after a while)."""
    closed = []

    async def run():
        came: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        came.put_nowait({"type": "websocket.connect"})

        async def send(message):
            if message["type"] == "websocket.accept":
                await asyncio.to_thread(during)
                asyncio.get_running_loop().call_later(
                    1, came.put_nowait, {"type": "websocket.disconnect", "code": 1000}
                )
            if message["type"] == "websocket.close":
                closed.append(message["code"])

        scope = {
            "type": "websocket", "path": "/_stcore/stream", "raw_path": b"/_stcore/stream", "root_path": "", "scheme": "ws",
            "query_string": b"", "headers": [(b"cookie", sent.encode())], "subprotocols": [], "client": None,
            "server": None, "state": {}, "extensions": {}, "http_version": "1.1", "asgi": {"version": "3.0"},
        }  # fmt: skip
        await app(scope, came.get, send)

    asyncio.run(run())
    return closed


@pytest.mark.parametrize(("later", "holds"), [(0, True), (3600, True), (3601, False)])
def test_the_cookie_of_a_sign_in_holds_for_its_hours(app, monkeypatch, later, holds):
    made, now = cookie(), time.time()
    monkeypatch.setattr(time, "time", lambda: now + later)
    assert ask(app, sent=f"ander=1; {made}; {USER}_tokens=x").text == (
        f"ander=1; {made}; {USER}_tokens=x" if holds else "ander=1"
    )
    assert ask(app, "/media/a.pdf", made).status_code == (200 if holds else 404)


@pytest.mark.parametrize(
    "made",
    [
        cookie(secret="t" * 32),
        cookie()[:-1] + "x",
        f"{USER}=",
        cookie("geen claims"),
        cookie({"email": "noor@school.nl"}),
    ],
    ids=["another secret", "changed", "empty", "no claims", "not verified"],
)
def test_what_we_did_not_sign_or_may_not_enter_gets_no_file(app, made):
    assert ask(app, "/media/a.pdf", made).status_code == 404


def test_without_any_cookie_there_is_no_file_and_the_page_may_be_asked(app):
    assert ask(app, "/media/a.pdf").status_code == 404
    assert ask(app).status_code == 200


def test_signing_out_ends_the_cookie_and_every_connection(app):
    made, other = cookie(), cookie(NOOR | {"sub": "ander"})
    assert connect(app, made, lambda: ask(app, "/auth/logout", made)) == [SIGNED_OUT]
    assert app.state.ended == SIGNED_OUT
    assert ask(app, sent=made).text == ""
    assert ask(app, "/media/a.pdf", made).status_code == 404
    assert ask(app, sent=other).text == other


def test_a_connection_ends_with_the_hours_of_its_sign_in(app, monkeypatch):
    made, now = cookie(), time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3599.9)
    assert connect(app, made) == [SIGNED_OUT]


def test_who_is_not_signed_in_stays_connected(app):
    assert connect(app, "ander=1", lambda: ask(app, "/auth/logout", cookie())) == []
    assert app.state.ended == 1000
