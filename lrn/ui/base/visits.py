"""What a visit holds on to when the page is loaded anew: the workbook in preview, by a token in this browser's cookie.

F5 or a typed address starts a new Streamlit session, which knows nothing of the one before. So a preview is also kept
here, in the memory of the server: never on disk, few at a time, for hours and not days. The token is drawn anew for
each preview and cannot be guessed; the cookie goes to this very server only (``SameSite=Strict``) and is gone with the
browser.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from threading import Lock
from typing import Any, Generic, TypeVar
from urllib.parse import urlsplit

import streamlit as st
from cachetools import TTLCache

T = TypeVar("T")

HOURS = 4  # without a click
MOST = 20  # visits
BYTES = 400 * 1024**2
_TOKEN, _SOUGHT, _LET_GO = "_bezoek", "_bezoek_gezocht", "_bezoek_voorbij"


class Visits(Generic[T]):
    """Values by token: at most *most* of them and *size* bytes, each for *seconds* after it was last put or found.

    Who was not here for longest goes first.
    """

    def __init__(self, most: int = MOST, size: int = BYTES, seconds: float = HOURS * 3600, **options: Any) -> None:
        least = size / most  # so that there are never more than so many
        self._kept: TTLCache[str, tuple[T, float]] = TTLCache(
            size, seconds, getsizeof=lambda found: max(found[1], least), **options
        )
        self._lock = Lock()

    def put(self, token: str, value: T, size: int) -> None:
        """Keep *value*, of so many bytes; one that is too large is not kept."""
        with self._lock, suppress(ValueError):
            self._kept.pop(token, None)
            self._kept[token] = (value, size)

    def find(self, token: str) -> T | None:
        """What is kept by *token*, for another while; None when there is none (any more)."""
        with self._lock:
            found = self._kept.get(token)
            if found is None:
                return None
            self._kept[token] = found
            return found[0]

    def drop(self, token: str) -> None:
        """Let go of it."""
        with self._lock:
            self._kept.pop(token, None)

    def __len__(self) -> int:
        with self._lock:
            self._kept.expire()
            return len(self._kept)


@st.cache_resource(show_spinner=False)
def _visits() -> Visits[Any]:
    return Visits()


def remember(value: Any, size: int) -> None:
    """Keep *value*, of so many bytes, for as long as this visit lasts, in the place of what was kept before."""
    token = st.session_state.setdefault(_TOKEN, secrets.token_urlsafe(32))
    st.session_state.pop(_LET_GO, None)
    st.session_state[_SOUGHT] = True
    _visits().put(token, value, size)


def forget() -> None:
    """Keep nothing of this visit, here or in the browser."""
    token = st.session_state.pop(_TOKEN, None)
    if token:
        _visits().drop(token)
    st.session_state[_LET_GO] = True


def found() -> tuple[Any, bool]:
    """Once in a session: what was kept of this visit before the page was loaded anew, and whether it is gone."""
    if st.session_state.get(_SOUGHT):
        return None, False
    st.session_state[_SOUGHT] = True
    token = st.context.cookies.to_dict().get(_name())
    if not token:
        return None, False
    value = _visits().find(token)
    if value is None:
        forget()
        return None, True
    st.session_state[_TOKEN] = token
    return value, False


def touch() -> None:
    """Somebody is still here."""
    if token := st.session_state.get(_TOKEN):
        _visits().find(token)


def cookie() -> dict[str, str] | None:
    """What the browser is to keep: a name and a value, "" for nothing; None to leave it as it is."""
    token = st.session_state.get(_TOKEN)
    if token is None and not st.session_state.get(_LET_GO):
        return None
    path = "/" + (st.get_option("server.baseUrlPath") or "").strip("/")
    return {"name": _name(), "value": token or "", "path": path}


def _name() -> str:
    """A name for each port: browsers do not tell two servers on one computer apart."""
    return f"lrn_proef_{urlsplit(st.context.url or '').port or 0}"
