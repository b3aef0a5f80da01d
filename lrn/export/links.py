"""Addresses on the dashboard: of a page with a selection, made from the address of any page of it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode, urlsplit, urlunsplit

from lrn.selection import Selection, parameters

START = ""
"""The page that the dashboard opens with."""

PAGES = ("kaart", "ingredienten", "themas", "netwerk", "partners", "register", "presentatie", "gegevens")
"""The last part of the address of each page but the first, which has none."""


def is_address(link: str) -> bool:
    """Whether *link* is one that a program may open."""
    return link.startswith(("http://", "https://"))


def view_link(link: str, selection: Selection) -> str:
    """*link*, the address of a view with *selection*; where it asks for nothing yet, that selection is added."""
    return page_link(link, START, selection) if is_address(link) and not urlsplit(link).query else link


def page_link(link: str, page: str, selection: Selection, **more: Sequence[str]) -> str:
    """The address of *page* (:data:`START` or one of :data:`PAGES`) with *selection*, on the dashboard of *link*.

    Of *link* only scheme, host and the path before the page are kept: what it says itself may be of another selection,
    or a setting of another page. *more* are parameters beside those of the selection. A *link* that is no address comes
    back as it is.
    """
    if not is_address(link):
        return link
    address = urlsplit(link)
    before, _, last = address.path.rpartition("/")
    base = before if last in ("", *PAGES) else address.path
    asked = urlencode({name: values for name, values in (parameters(selection) | more).items() if values}, doseq=True)
    return urlunsplit(address._replace(path=f"{base}/{page}", query=asked, fragment=""))
