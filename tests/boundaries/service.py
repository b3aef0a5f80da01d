"""A web service on 127.0.0.1 that answers as it is told: well, badly, slowly or without end."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler, Event], None]


class Service:
    """``answers[path]`` is one answer, or a list of answers in turn of which the last repeats. ``asked`` has each path."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | list[Answer]] = {}
        self.asked: list[str] = []
        self._closing = Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                service.asked.append(self.path)
                answer = service.answers.get(self.path) or service.answers.get(self.path.partition("?")[0], status(404))
                if isinstance(answer, list):
                    answer = answer.pop(0) if len(answer) > 1 else answer[0]
                with suppress(BrokenPipeError, ConnectionResetError):  # the client had enough
                    answer(self, service._closing)

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def close(self) -> None:
        self._closing.set()
        self._server.shutdown()
        self._server.server_close()


def content(body: bytes, kind: str = "application/geo+json", code: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler, closing: Event) -> None:
        handler.send_response(code)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def document(value: Any) -> Answer:
    return content(json.dumps(value).encode())


def packed(value: Any) -> Answer:
    return content(gzip.compress(json.dumps(value).encode()), Content_Encoding="gzip")


def status(code: int, **headers: str) -> Answer:
    return content(b"<ServiceExceptionReport/>", "text/xml", code, **headers)


def redirect(to: str) -> Answer:
    return content(b"", code=302, Location=to)


def half(value: Any) -> Answer:
    body = json.dumps(value).encode()

    def answer(handler: BaseHTTPRequestHandler, closing: Event) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body[: len(body) // 2])

    return answer


def slow(seconds: float, value: Any) -> Answer:
    def answer(handler: BaseHTTPRequestHandler, closing: Event) -> None:
        closing.wait(seconds)
        document(value)(handler, closing)

    return answer


def without_end(piece: bytes, pause: float) -> Answer:
    def answer(handler: BaseHTTPRequestHandler, closing: Event) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/geo+json")
        handler.end_headers()
        while not closing.is_set():
            handler.wfile.write(piece)
            closing.wait(pause) if pause else None

    return answer
