"""What is set right in the server's process, once: whom its answers wait for."""

from __future__ import annotations

import functools
import gc
import socket


@functools.cache
def prepare() -> None:
    """Make the process answer as quickly as it can, once per process."""
    send_at_once()
    look_away_from_modules()


def send_at_once() -> None:
    """Let no answer wait until the browser has confirmed the one before, on connections there are and those to come.

    Streamlit (1.67) opens its port in a way that asyncio does not recognise as TCP, and so Nagle's algorithm stays on:
    an answer in several messages waits for a confirmation, which the browser's side puts off for 40 ms. A connection
    takes after the port it came in by.
    """
    for found in gc.get_objects():
        if type(found) is socket.socket and found.type == socket.SOCK_STREAM and found.family in _INTERNET:
            try:
                found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            except OSError:  # closed meanwhile
                continue


_INTERNET = (socket.AF_INET, socket.AF_INET6)


def look_away_from_modules() -> None:
    """Leave out of garbage collection what is there from the start: most of all objects are those of the libraries.

    Whenever Python looks at each object there is, all visitors wait. (``runner.postScriptGC`` in
    ``.streamlit/config.toml`` keeps Streamlit from asking for that after every run.)
    """
    gc.collect()
    gc.freeze()
