"""The app behind its door, as an ASGI application that any server can run: ``lrn.service.application:make``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp

from lrn import settings
from lrn.service.compressed import Compressed
from lrn.service.door import PROBES, Door, policy
from lrn.service.figures import Figures, Told
from lrn.service.health import Health
from lrn.service.sign_in import SignIn
from lrn.service.visitors import Visitors
from lrn.ui.base import sign_in, watched

APP = Path(__file__).resolve().parents[2] / "app.py"
FIRST_PAGE = Path(st.__file__).parent / "static" / "index.html"


def make(found: settings.Settings | None = None) -> st.App:
    """The app, as *found* or the environment configures it. Raises ``SettingsError``."""
    asked = found or settings.check()
    figures, health = Figures(), Health()
    watched.tell(figures)

    def visitors(app: ASGIApp) -> Visitors:
        made = Visitors(app, most=asked.most_visitors, across=bool(asked.embedded_in))
        figures.visitors(lambda: len(made))
        return made

    middleware = [Middleware(Door, hosts=asked.hosts, policy=policy(asked.embedded_in, FIRST_PAGE))]
    if asked.token:
        middleware.insert(0, Middleware(Told, figures=figures, token=asked.token.get_secret_value()))
    if asked.sign_in and asked.cookie_secret:
        sign_in.ask()
        secret = asked.cookie_secret.get_secret_value()
        middleware.append(Middleware(SignIn, secret=secret, hours=asked.hours, rules=asked.may_enter))
    return st.App(
        APP,
        secrets=_provider(asked),
        routes=[Route(path, answer) for path, answer in zip(PROBES, (health.alive, health.ready), strict=True)],
        middleware=[*middleware, Middleware(visitors), Middleware(Compressed)],
        lifespan=health.watch,
    )


def _provider(found: settings.Settings) -> dict[str, Any] | None:
    """The provider of sign-in, as Streamlit is told of it (``[auth]``); None without one."""
    if not (found.sign_in and found.client_secret and found.cookie_secret):
        return None
    return {
        "auth": {
            "redirect_uri": f"{found.address.rstrip('/')}/oauth2callback",
            "cookie_secret": found.cookie_secret.get_secret_value(),
            "client_id": found.client_id,
            "client_secret": found.client_secret.get_secret_value(),
            "server_metadata_url": found.sign_in,
        }
    }
