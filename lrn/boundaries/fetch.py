"""Boundaries from a web service: every page of its GeoJSON, with patience and with limits.

PDOK serves the same municipalities in two ways (looked up in public code and in the tests of PDOK's own GoKoala):
WFS 2.0 answers at once, in EPSG:28992, with a ``crs`` member; OGC API Features answers in pages, in longitude and
latitude, without one, and a ``links`` entry with ``rel`` "next" leads to the following page.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urljoin, urlsplit

import requests
import urllib3

from lrn import texts
from lrn.boundaries.errors import SourceError
from lrn.boundaries.geojson import parse

YEAR = 2026  # the latest year that CBS has published boundaries of
PDOK = "https://service.pdok.nl/cbs/gebiedsindelingen/{jaar}/wfs/v1_0"
CHUNK = 65_536
MEGABYTE = 1_000_000
PASSING = frozenset({408, 429, 500, 502, 503, 504})  # may well be over in a moment

Report = Callable[[int, int | None], None]
"""Called with the bytes received so far, and how many there will be (None when the service does not say)."""


@dataclass(frozen=True)
class Patience:
    """How long to wait and how much to take. Times in seconds; ``size`` in bytes, of all pages together.

    ``pause`` is before the second attempt, and doubles after that. ``silence`` is how long nothing may come in,
    ``whole`` how long everything may take: a service that drips a byte now and then is never silent.
    """

    attempts: int = 4
    pause: float = 1.0
    silence: float = 60.0
    whole: float = 180.0
    size: int = 64 * MEGABYTE
    pages: int = 1000


class _PassingError(Exception):
    """This attempt failed in a way that may pass; the text is the sentence for when it does not."""

    def __init__(self, sentence: str, pause: float = 0.0) -> None:
        super().__init__(sentence)
        self.pause = pause


_TOO_SLOW = "{host} antwoordt te langzaam: probeer het later nog eens."
# What can go wrong on the way, the first that fits: the kinds of error, what it becomes, the sentence.
_PROBLEMS: tuple[tuple[tuple[type[Exception], ...], type[Exception], str], ...] = (
    ((requests.Timeout, urllib3.exceptions.TimeoutError), _PassingError, _TOO_SLOW),
    (
        (requests.exceptions.SSLError,),
        SourceError,
        "De beveiligde verbinding met {host} wordt niet vertrouwd: vraag uw netwerkbeheerder om het certificaat.",
    ),
    ((requests.TooManyRedirects,), SourceError, "{host} verwijst steeds door en komt nergens uit."),
    (
        (urllib3.exceptions.ProtocolError, requests.exceptions.ChunkedEncodingError),
        _PassingError,
        "{host} breekt het antwoord steeds halverwege af: probeer het later nog eens.",
    ),
    (
        (requests.ConnectionError,),
        _PassingError,
        "{host} is niet bereikbaar: controleer de internetverbinding en probeer het later nog eens.",
    ),
    ((Exception,), SourceError, "“{host}” is geen adres waar grenzen zijn op te halen."),
)


def pdok_url(jaar: int) -> str:
    """The address of CBS's generalised municipalities of *jaar*, in the Dutch grid."""
    asked = {
        "service": "WFS",
        "version": "2.0.0",
        "request": "GetFeature",
        "typeName": "gebiedsindelingen:gemeente_gegeneraliseerd",
        "outputFormat": "application/json",
        "srsName": "EPSG:28992",
    }
    return f"{PDOK.format(jaar=jaar)}?{urlencode(asked, safe=':/')}"


def fetch(url: str, patience: Patience, report: Report) -> list[dict[str, Any]]:
    """The GeoJSON at *url*, a feature collection for each page. Raises :class:`SourceError`."""
    visit = _Visit(patience, report)
    seen: set[str] = set()
    pages = []
    with requests.Session() as session:
        session.headers.update({"User-Agent": "lrn-grenzen", "Accept": "application/geo+json, application/json"})
        session.max_redirects = 5
        following: str | None = url
        while following:
            if following in seen or len(seen) >= patience.pages:
                raise SourceError(f"De bladzijden van {host_of(url)} verwijzen naar elkaar en houden niet op.")
            seen.add(following)
            content, address = visit.get(session, following)
            page = parse(content, host_of(address))
            pages.append(page)
            # A service may name a next page after the last one too.
            following = _next_page(page, address) if page["features"] else None
    return pages


def _next_page(page: dict[str, Any], address: str) -> str | None:
    links = page.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "next" and isinstance(link.get("href"), str):
            try:
                return urljoin(address, str(link["href"]))
            except ValueError as problem:
                raise SourceError(f"{host_of(address)} verwijst naar een bladzijde die niet kan bestaan.") from problem
    return None


class _Visit:
    """One round of requests: what is left of its time and of its size."""

    def __init__(self, patience: Patience, report: Report) -> None:
        self._patience = patience
        self._report = report
        self._ends = time.monotonic() + patience.whole
        self._received = 0  # of the pages that came in whole

    def get(self, session: requests.Session, url: str) -> tuple[bytes, str]:
        """The content at *url*, and the address it came from in the end."""
        pause = self._patience.pause
        for attempt in range(1, self._patience.attempts + 1):
            try:
                return self._attempt(session, url)
            except _PassingError as problem:
                wait = max(pause, problem.pause)
                if attempt == self._patience.attempts or time.monotonic() + wait > self._ends:
                    raise SourceError(str(problem)) from problem
                time.sleep(wait)
                pause *= 2
        raise AssertionError("attempts is at least 1")

    def _attempt(self, session: requests.Session, url: str) -> tuple[bytes, str]:
        silence = max(min(self._patience.silence, self._ends - time.monotonic()), 0.01)
        try:
            with session.get(url, stream=True, timeout=silence) as response:
                _check_status(response, host_of(url))
                return self._content(response, host_of(url)), response.url
        except (requests.RequestException, urllib3.exceptions.HTTPError, ValueError) as problem:
            kind, sentence = next((made, text) for kinds, made, text in _PROBLEMS if isinstance(problem, kinds))
            raise kind(sentence.format(host=host_of(url))) from problem

    def _content(self, response: requests.Response, host: str) -> bytes:
        length = response.headers.get("Content-Length", "")
        # The length is of what is sent; of something packed it says nothing about what comes out.
        known = length.isdecimal() and "Content-Encoding" not in response.headers
        expected = self._received + int(length) if known else None
        room = self._patience.size - self._received
        body = bytearray()
        # Not iter_content: that waits until a chunk is full, and so for ever on a service that drips.
        while chunk := response.raw.read1(CHUNK, decode_content=True):
            body += chunk
            if len(body) > room:
                raise SourceError(
                    f"{host} stuurt meer dan {texts.number(self._patience.size / MEGABYTE)} MB, "
                    "veel meer dan gemeentegrenzen nodig hebben."
                )
            if time.monotonic() > self._ends:
                raise SourceError(_TOO_SLOW.format(host=host))
            self._report(self._received + len(body), expected)
        self._received += len(body)
        return bytes(body)


def _check_status(response: requests.Response, host: str) -> None:
    status = response.status_code
    if status in PASSING:
        asked = response.headers.get("Retry-After", "")
        raise _PassingError(
            f"{host} heeft een storing (antwoord {status}): probeer het later nog eens.",
            pause=float(asked) if asked.isdecimal() else 0.0,
        )
    if status == 404:
        raise SourceError(f"{host} kent dit adres niet (antwoord 404): klopt het, en zijn er al grenzen van dat jaar?")
    if status != 200:
        raise SourceError(f"{host} geeft de grenzen niet (antwoord {status}): klopt het adres?")


def host_of(url: str) -> str:
    """The service that *url* is at, for a sentence; *url* itself when it names none."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2] or url
    except ValueError:
        return url
