"""A visitor without a browser: speaks with the server as Streamlit's page does, and draws nothing."""

from __future__ import annotations

import time
from urllib.parse import urlencode

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

REGION = "regio"
LARGEST = 2**28  # bytes of one message; what is sent of 100,000 activities is large


class Visitor:
    """One visitor of the page at *path* of the app at *address* (``http://…``), to be entered with ``async with``."""

    def __init__(self, address: str, path: str) -> None:
        self.address, self.path = address, path
        self._page = self._shown = self._widget = ""
        self._kept: list[str] = []  # hashes of messages that the server need not send again

    async def __aenter__(self) -> Visitor:
        stream = self.address.replace("http", "ws", 1) + "/_stcore/stream"
        self._socket: ClientConnection = await connect(stream, subprotocols=["streamlit"], max_size=LARGEST)
        await self._run([])
        assert self._widget, f"{self.path} has no choice of a region"
        self._page = self._shown
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._socket.close()

    async def choose(self, regions: list[str]) -> float:
        """Choose *regions*, by name; how many seconds the server took for its whole answer."""
        began = time.perf_counter()
        await self._run(regions)
        assert self._shown == self._page, f"the server shows another page than {self.path}"
        return time.perf_counter() - began

    async def _run(self, regions: list[str]) -> None:
        asked = BackMsg()
        state = asked.rerun_script
        state.page_script_hash, state.page_name = self._page, self.path.strip("/")
        state.query_string = urlencode({REGION: regions}, doseq=True)  # in the browser the choice is in the address
        state.context_info.url, state.context_info.timezone = self.address + self.path, "Europe/Amsterdam"
        state.cached_message_hashes.extend(self._kept)
        if self._widget:
            state.widget_states.widgets.add(id=self._widget).string_array_value.data.extend(regions)
        await self._socket.send(asked.SerializeToString())
        self._kept = []
        while not self._heard(ForwardMsg.FromString(await self._socket.recv(decode=False))):
            pass

    def _heard(self, message: ForwardMsg) -> bool:
        """Keep what the next question needs of *message*; whether the answer ends with it."""
        if message.metadata.cacheable:
            self._kept.append(message.hash)
        match message.WhichOneof("type"):
            case "navigation":
                self._shown = message.navigation.page_script_hash
            case "delta" if message.delta.new_element.multiselect.id.endswith(f"-{REGION}"):
                self._widget = message.delta.new_element.multiselect.id
            case "script_finished":
                return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return False
