"""Who sends a factsheet, where an answer goes, and where the dashboard can be reached from outside: as configured."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from lrn import settings
from lrn.export.links import is_address


@dataclass(frozen=True)
class Sender:
    """What the environment says of the sender; "" is what it does not say, and then nothing of it is shown.

    ``name`` is LRN_AFZENDER, ``reply`` LRN_ANTWOORDADRES (an e-mail address, or one on the web), ``address`` LRN_ADRES:
    that of the dashboard, only when people elsewhere can open it.
    """

    name: str = ""
    reply: str = ""
    address: str = ""

    @property
    def reply_link(self) -> str:
        """What a click on the reply address opens; "" when it is no address."""
        if is_address(self.reply):
            return self.reply
        return f"mailto:{self.reply}" if "@" in self.reply and " " not in self.reply else ""


def from_environment() -> Sender:
    """The sender that is configured now."""
    found = settings.now()
    return Sender(found.sender, found.reply_to, found.address if reachable(found.address) else "")


def reachable(link: str) -> bool:
    """Whether *link* is an address that may be opened from another computer: none of this one or of a home network."""
    host = (urlsplit(link).hostname or "") if is_address(link) else ""
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".localhost", ".local", ".internal"))
