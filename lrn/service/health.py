"""What a watchman asks: whether the process lives, and whether the register can be read and of when it is."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import AsyncIterator

import anyio
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import JSONResponse

from lrn.register.model import Unreadable

READING = "Het register wordt gelezen."


class Health:
    """Answers for the watchman, and reads the register before the first visitor comes."""

    def __init__(self) -> None:
        self._begun = False

    async def alive(self, _: Request) -> JSONResponse:
        """200 as long as the process answers at all."""
        return JSONResponse({"gezond": True})

    async def ready(self, _: Request) -> JSONResponse:
        """200 with the name of the register and since when it is as it is; 503 with a sentence when none can be shown.

        A register that cannot be read while its last good state is shown is 200 too, with a sentence beside it.
        """
        status, told = await run_sync(_told) if self._begun else (503, {"klaar": False, "melding": READING})
        return JSONResponse(told, status)

    @contextlib.asynccontextmanager
    async def watch(self, _: object) -> AsyncIterator[None]:
        """While the service runs: it answers at once, and reads the register meanwhile."""
        async with anyio.create_task_group() as tasks:
            tasks.start_soon(self._begin)
            yield
            tasks.cancel_scope.cancel()

    async def _begin(self) -> None:
        try:
            await run_sync(_told)
        except Exception:  # the pages say so too, and the service is there to say it
            logging.getLogger("lrn").exception("the register could not be read beforehand")
        self._begun = True


def _told() -> tuple[int, dict[str, object]]:
    from lrn.ui.base import cache  # with all that the app needs: only once the service runs

    try:
        opened = cache.open_register()
    except Unreadable as problem:
        return 503, {"klaar": False, "melding": str(problem)}
    source = opened.register.source
    found: dict[str, object] = {"klaar": True, "register": source.name, "stand": source.modified.isoformat()}
    return 200, found | ({"melding": opened.stale} if opened.stale else {})
