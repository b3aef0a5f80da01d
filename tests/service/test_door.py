"""The door of the service: whom it answers, what it says to the browser, and who may fetch what was made for a visitor."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp, Scope
from starlette.websockets import WebSocket

from lrn.service import door
from lrn.service.compressed import Compressed
from lrn.service.door import Door
from lrn.service.figures import Figures, Told
from lrn.service.visitors import BUSY, COOKIE, Visitors

SCRIPT = b"const a = 1;\n" * 500
TOKEN = "een-sleutel-om-mee-te-meten"
made: list[str] = []


async def _script(request: Any) -> Response:
    made.append(request.headers.get("accept-encoding", ""))
    return Response(SCRIPT, media_type="text/javascript")


async def _page(_: Any) -> Response:
    answer = HTMLResponse("<h1>Overzicht</h1>")
    answer.set_cookie("van_streamlit", "x")
    return answer


async def _stream(socket: WebSocket) -> None:
    await socket.accept()
    await socket.receive()


def _inner() -> Starlette:
    async def plain(_: Any) -> Response:
        return PlainTextResponse("klein")

    return Starlette(
        routes=[
            Route("/static/js/index.js", _script),
            Route("/static/js/klein.js", plain),
            WebSocketRoute("/_stcore/stream", _stream),
            *(Route(path, plain) for path in ("/media/a.pdf", "/gezond", "/_stcore/metrics", "/_stcore/agent/mcp")),
            Route("/{rest:path}", _page),
        ]
    )


class Service:
    """The middleware around a small app, asked as a browser asks it."""

    def __init__(self, *, most: int = 3, across: bool = False) -> None:
        self.visitors: Visitors | None = None
        self.figures = Figures()

        def visitors(app: ASGIApp) -> Visitors:
            self.visitors = Visitors(app, most=most, across=across)
            return self.visitors

        inner = _inner()
        for each in reversed(
            [
                Middleware(Told, figures=self.figures, token=TOKEN),
                Middleware(Door, hosts=("dashboard.school.nl", "*.intern.nl", "[::1]"), policy="default-src 'self'"),
                Middleware(visitors),
                Middleware(Compressed),
            ]
        ):
            inner.add_middleware(each.cls, *each.args, **each.kwargs)
        self.app = inner

    def get(self, path: str, base: str = "http://dashboard.school.nl", **headers: str) -> httpx.Response:
        async def ask() -> httpx.Response:
            async with httpx.AsyncClient(transport=httpx.ASGITransport(self.app), base_url=base) as client:
                return await client.get(path, headers={name.replace("_", "-"): said for name, said in headers.items()})

        return asyncio.run(ask())

    def connect(self, during: Callable[[], Any], token: str = "", host: str = "dashboard.school.nl") -> list[str]:
        """Open a connection, do *during*, and close it: the kinds of message that were sent back."""
        sent: list[str] = []

        async def run() -> None:
            came: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
            came.put_nowait({"type": "websocket.connect"})

            async def send(message: Any) -> None:
                sent.append(message["type"])
                if message["type"] == "websocket.accept":
                    await asyncio.to_thread(during)
                    came.put_nowait({"type": "websocket.disconnect", "code": 1000})

            headers = [(b"host", host.encode()), (b"cookie", f"{COOKIE}={token}".encode())]
            scope: Scope = {
                "type": "websocket", "path": "/_stcore/stream", "raw_path": b"/_stcore/stream", "root_path": "",
                "query_string": b"", "headers": headers, "scheme": "ws", "subprotocols": [], "client": None,
                "server": None, "state": {}, "extensions": {}, "http_version": "1.1", "asgi": {"version": "3.0"},
            }  # fmt: skip
            await self.app(scope, came.get, send)

        asyncio.run(run())
        return sent


@pytest.fixture
def service() -> Service:
    return Service()


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("dashboard.school.nl", 200),
        ("DASHBOARD.school.nl:8443", 200),
        ("lrn.intern.nl", 200),
        ("a.b.intern.nl", 200),
        ("intern.nl", 403),
        ("kwaadintern.nl", 403),
        ("dashboard.school.nl.elders.example", 403),
        ("dashboard.school.nl@elders.example", 403),
        ("elders.example", 403),
        ("[::1]:8501", 200),
        ("[::1", 403),
        ("", 403),
    ],
)
def test_it_answers_to_its_own_names_only(service, host, status):
    answer = service.get("/", host=host)
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert status == 200 or answer.text.strip() == door.STRANGER


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("https://dashboard.school.nl", 200),
        ("http://lrn.intern.nl:8080", 200),
        ("https://elders.example", 403),
        ("null", 403),
        ("", 403),
    ],
)
def test_no_page_elsewhere_may_ask(service, origin, status):
    assert service.get("/", origin=origin).status_code == status


def test_a_watchman_may_ask_by_any_name_but_no_page_may(service):
    assert service.get("/gezond", host="10.0.0.7:8501").status_code == 200
    assert service.get("/gezond", host="10.0.0.7:8501", origin="http://10.0.0.7:8501").status_code == 403


def test_a_connection_from_elsewhere_is_not_let_in(service):
    assert service.connect(lambda: None, host="elders.example") == ["websocket.close"]
    assert service.connect(lambda: None)[0] == "websocket.accept"


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/mcp", "/_stcore/agent/openapi.json", "/kaart/_stcore/metrics"]
)
def test_what_is_for_programs_is_closed(service, path):
    assert service.get(path).status_code == 404
    assert service.get(path, authorization="Bearer een-andere-sleutel").status_code == 404


def test_with_the_token_the_figures_are_told(service):
    service.figures.ran("kaart", 0.3)
    service.figures.failed("kaart")
    service.figures.read(1.5, fine=True)
    service.figures.read(0.1, fine=False)
    service.figures.visitors(lambda: 7)
    told = service.get("/_stcore/metrics", host="10.0.0.7", authorization=f"Bearer {TOKEN}").text
    for line in (
        'lrn_run_seconds_bucket{le="0.2",page="kaart"} 0.0',
        'lrn_run_seconds_bucket{le="0.5",page="kaart"} 1.0',
        'lrn_errors_total{page="kaart"} 1.0',
        'lrn_read_seconds_count{outcome="read"} 1.0',
        'lrn_read_seconds_count{outcome="unreadable"} 1.0',
        "lrn_visitors 7.0",
    ):
        assert line in told.splitlines()


def test_over_https_cookies_stay_there(service):
    plain, secure = service.get("/"), service.get("/", base="https://dashboard.school.nl")
    assert not [each for each in plain.headers.get_list("set-cookie") if "Secure" in each]
    assert "strict-transport-security" not in plain.headers
    cookies = secure.headers.get_list("set-cookie")
    assert len(cookies) == 2
    assert all(each.count("Secure") == 1 for each in cookies)
    assert secure.headers["strict-transport-security"] == "max-age=31536000"


def test_the_cookie_follows_into_a_frame_only_where_that_is_configured():
    inside = Service(across=True)
    [cookie] = [
        each
        for each in inside.get("/", base="https://dashboard.school.nl").headers.get_list("set-cookie")
        if COOKIE in each
    ]
    assert "SameSite=None; Partitioned" in cookie
    assert "HttpOnly" in cookie
    [plain] = [each for each in inside.get("/").headers.get_list("set-cookie") if COOKIE in each]
    assert "SameSite=Lax" in plain


def test_what_was_made_for_a_visitor_is_for_who_has_the_dashboard_open(service):
    [cookie] = [each for each in service.get("/").headers.get_list("set-cookie") if each.startswith(COOKIE)]
    token = cookie.split(";")[0].partition("=")[2]
    held = {"cookie": f"{COOKIE}={token}"}
    assert service.get("/media/a.pdf").status_code == 404
    assert service.get("/media/a.pdf", **held).status_code == 404  # the cookie alone is no visit
    found = []
    service.connect(lambda: found.append(service.get("/media/a.pdf", **held).status_code), token)
    service.connect(lambda: found.append(service.get("/media/a.pdf").status_code), token)
    assert found == [200, 404]
    assert service.get("/media/a.pdf", **held).status_code == 200  # while the page is loaded anew


def test_after_a_while_it_is_gone(service, monkeypatch):
    service.connect(lambda: None, "iemand")
    held = {"cookie": f"{COOKIE}=iemand"}
    assert service.get("/media/a.pdf", **held).status_code == 200
    monkeypatch.setattr("lrn.service.visitors.STAYS", 0.0)
    assert service.get("/media/a.pdf", **held).status_code == 404


def test_a_visitor_too_many_is_told_so_and_who_is_in_stays():
    service = Service(most=1)
    wants = {"accept": "text/html"}
    seen: list[Any] = []

    def meanwhile() -> None:
        seen.append(service.get("/", **wants))
        seen.append(service.get("/", **wants, cookie=f"{COOKIE}=eerste"))
        seen.append(service.connect(lambda: None, "tweede"))

    service.connect(meanwhile, "eerste")
    refused, inside, connection = seen
    assert (refused.status_code, refused.text.strip()) == (503, BUSY)
    assert inside.status_code == 200
    assert connection == ["websocket.close"]
    assert service.get("/", **wants).status_code == 200  # it is quiet again
    assert len(service.visitors) == 0


def test_a_file_is_packed_for_who_takes_that(service):
    packed = service.get("/static/js/index.js", accept_encoding="gzip, br")
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) < len(SCRIPT) / 10
    assert packed.content == SCRIPT
    assert packed.headers["vary"] == "Accept-Encoding"
    assert made[-1] == ""  # the app packs it no second time
    plain = service.get("/static/js/index.js", accept_encoding="identity")
    assert "content-encoding" not in plain.headers
    assert plain.content == SCRIPT
    part = service.get("/static/js/index.js", accept_encoding="gzip", range="bytes=0-9")
    assert "content-encoding" not in part.headers
    assert "content-encoding" not in service.get("/static/js/klein.js", accept_encoding="gzip").headers


def test_a_file_is_packed_once(service, monkeypatch):
    packings = []
    whole = gzip.compress
    monkeypatch.setattr(gzip, "compress", lambda *rest, **options: packings.append(1) or whole(*rest, **options))
    for _ in range(3):
        assert service.get("/static/js/index.js", accept_encoding="gzip").content == SCRIPT
    assert len(packings) == 1


def test_only_the_scripts_of_the_first_page_may_run(tmp_path):
    page = tmp_path / "index.html"
    page.write_text("<script>\n  een()\n</script><script src='./x.js'></script>", encoding="utf-8")
    told = dict(part.split(" ", 1) for part in door.policy((), page).split("; "))
    assert told["script-src"].count("sha256-") == 1
    assert "unsafe-inline" not in told["script-src"]
    assert told["frame-ancestors"] == "'none'"
    school = door.policy(("https://school.sharepoint.com",), page)
    assert "frame-ancestors https://school.sharepoint.com" in school
