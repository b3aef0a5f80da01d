"""``python -m lrn dienst``: the service, until it is stopped."""

from __future__ import annotations

import errno
import logging
import socket
import sys
from typing import Any

from lrn.service.application import APP, make
from lrn.settings import Settings


class CannotListen(Exception):
    """The service cannot have its address; its text is one Dutch sentence."""


def options(found: Settings) -> dict[str, Any]:
    """What Streamlit is told beside ``.streamlit/config.toml``: where to listen, whom to trust, how much to take."""
    return {
        "server.address": found.listen,
        "server.port": found.port,
        "server.headless": True,
        "server.allowedHosts": list(found.hosts),
        "server.enableCORS": True,
        "server.enableXsrfProtection": True,
        "server.maxUploadSize": found.most_upload,
        "server.enableAgentApi": False,
    }


def serve(found: Settings) -> None:
    """Run the service as *found* says, until the process is told to stop. Raises :class:`CannotListen`."""
    _try(found)
    # The register is read before there is a visitor: of that Streamlit (1.67) warns, and says that it does not matter.
    logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context").addFilter(lambda _: False)
    sys.argv = [str(APP)]  # beside it stands .streamlit/config.toml, wherever the service was started
    make(found).run(config=options(found))


def _try(found: Settings) -> None:
    family = socket.AF_INET6 if ":" in found.listen else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((found.listen, found.port))
        except OSError as problem:
            raise CannotListen(_why(problem, found)) from None


def _why(problem: OSError, found: Settings) -> str:
    if isinstance(problem, socket.gaierror) or problem.errno == errno.EADDRNOTAVAIL:
        return f"“{found.listen}” is geen netwerkadres van deze computer."
    why = "mag dit programma niet gebruiken" if problem.errno == errno.EACCES else "is niet vrij"
    return f"Poort {found.port} op {found.listen} {why}: kies een andere met --poort of LRN_POORT."
