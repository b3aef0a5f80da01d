"""The server's process answers at once, and does not look at each object that there is."""

from __future__ import annotations

import asyncio
import gc
import socket
import tomllib
import weakref
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from streamlit import config

from lrn.ui.base import process

CONFIG = Path(__file__).resolve().parents[2] / ".streamlit" / "config.toml"


def test_what_is_there_from_the_start_is_looked_at_once_and_garbage_of_later_is_still_let_go():
    process.prepare()
    frozen = gc.get_freeze_count()
    assert frozen > 50_000  # the libraries
    gone = type("Gone", (), {})()
    here = weakref.ref(gone)
    gone.itself = gone
    del gone
    process.prepare()
    gc.collect()
    assert here() is None
    assert gc.get_freeze_count() <= frozen


def test_streamlit_does_not_collect_garbage_after_every_run():
    option = "postScriptGC"
    assert config.get_config_options()[f"runner.{option}"].default_val is True  # it still would, by itself
    assert tomllib.loads(CONFIG.read_text(encoding="utf-8"))["runner"][option] is False


def test_connections_of_a_port_that_streamlit_opened_send_at_once():
    """Without it asyncio leaves them as they are: the day that the first assertion fails, it can go."""
    assert not _sends_at_once(prepared=False)
    assert _sends_at_once(prepared=True)


def _sends_at_once(prepared: bool) -> bool:
    """Whether a connection that asyncio serves, by a port opened as Streamlit does, sends what it has at once."""

    async def ask() -> bool:
        answer = asyncio.get_running_loop().create_future()

        async def told(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connection = writer.get_extra_info("socket")
            answer.set_result(connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with socket.socket(family=socket.AF_INET) as port:
            port.bind(("127.0.0.1", 0))
            port.listen()
            if prepared:
                process.send_at_once()
            async with await asyncio.start_server(told, sock=port):
                _, writer = await asyncio.open_connection(*port.getsockname())
                found = bool(await answer)
                writer.close()
                return found

    with ThreadPoolExecutor(1) as apart:  # where browsers are driven, a loop runs in this thread already
        return apart.submit(asyncio.run, ask()).result()
