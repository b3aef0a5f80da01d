"""The pages: one registry that feeds the navigation, the headers and the links between pages."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import streamlit as st

from lrn import texts
from lrn.selection import parameters
from lrn.ui.base.cache import View, cached
from lrn.ui.base.escaping import escape

_DATA = Path(__file__).resolve().parents[3] / "data"
ICON = str(_DATA / "icon.svg")


@dataclass(frozen=True)
class PageEntry:
    """One page: its URL path, file, title, icon, the one question it answers, and whether it is made of charts."""

    path: str
    file: str
    title: str
    icon: str
    question: str
    charts: bool = True


ENTRIES = (
    PageEntry(
        "",
        "pages/overzicht.py",
        "Overzicht",
        ":material/dashboard:",
        "Hoe staat het netwerk ervoor, en wat valt op?",
    ),
    PageEntry("kaart", "pages/kaart.py", "Kaart", ":material/map:", "Waar gebeurt het, en wat speelt daar?"),
    PageEntry(
        "ingredienten",
        "pages/ingredienten.py",
        "Ingrediënten",
        ":material/skillet:",
        "Welke van de elf ingrediënten komen we tegen, en waar?",
    ),
    PageEntry(
        "themas",
        "pages/themas.py",
        "Thema's",
        ":material/category:",
        "Op welke thema's zijn we actief, en waar liggen nog kansen?",
    ),
    PageEntry(
        "netwerk",
        "pages/netwerk.py",
        "Netwerk",
        ":material/hub:",
        "Wat hangt samen, wie verbindt, en waar ontbreekt nog een lijn?",
    ),
    PageEntry(
        "partners",
        "pages/partners.py",
        "Partners",
        ":material/handshake:",
        "Wie doen er mee, en wat voegen we elkaar toe?",
    ),
    PageEntry(
        "register",
        "pages/register.py",
        "Register",
        ":material/list_alt:",
        "Welke activiteiten zijn het, en wat staat erover in de werkmap?",
        charts=False,
    ),
    PageEntry(
        "presentatie",
        "pages/presentatie.py",
        "Presentatie",
        ":material/slideshow:",
        "Wat laten we zien, aan wie, en in welke volgorde?",
        charts=False,
    ),
    PageEntry(
        "gegevens",
        "pages/gegevens.py",
        "Gegevens",
        ":material/fact_check:",
        "Waar komen de cijfers vandaan, en wat kan beter?",
        charts=False,
    ),
)
BY_PATH = {entry.path: entry for entry in ENTRIES}


_STATEMENT = "toegankelijkheid"
ABOUT = f"""**{texts.APP}**

Hoe toegankelijk dit dashboard is, wat nog niet goed is en waar u dat meldt, staat in de
[verklaring over toegankelijkheid]({_STATEMENT})."""
"""What the menu says of the app; the link opens in a tab of its own, so that nothing that was chosen is lost."""

HOME, _START = "overzicht", "_start"
"""A second address of the start page, whose own is empty: it is what people type who know the others.

Streamlit wants a name for the start page too, though nothing is at that address.
"""


def pages() -> list[st.Page]:
    """The pages for ``st.navigation``; the first one is the start page.

    Where the address is of none of them there is one at that very address too, outside the menu: the start page for
    its second address, the statement on accessibility, and else a page that says in Dutch what Streamlit says in
    English.
    """
    made, asked = list(_pages().values()), _asked()
    if asked == HOME:
        start = ENTRIES[0]
        made.append(st.Page(start.file, title=start.title, icon=start.icon, url_path=HOME, visibility="hidden"))
    elif asked == _STATEMENT:
        made.append(st.Page(_accessibility, title=texts.ACCESSIBILITY, url_path=asked, visibility="hidden"))
    elif asked not in (*BY_PATH, _START):
        made.append(st.Page(_not_there, title=texts.NO_SUCH_PAGE, url_path=asked, visibility="hidden"))
    return made


def entry_of(page: st.Page) -> PageEntry | None:
    """What is known of a page that ``st.navigation`` returned; None where there is none at its address."""
    return BY_PATH.get("" if page.url_path == HOME else page.url_path)


def _asked() -> str:
    """The path in the address, as far as a page can have it: one step below where the app is."""
    below = (st.get_option("server.baseUrlPath") or "").strip("/")
    path = unquote(urlsplit(st.context.url or "").path).strip("/").removeprefix(below).strip("/ ")
    return "" if "/" in path else path


def _accessibility() -> None:
    """The statement on accessibility: the file ``data/toegankelijkheid.md``, which the school can change."""
    st.title(texts.ACCESSIBILITY, anchor=False)
    st.markdown((_DATA / "toegankelijkheid.md").read_text(encoding="utf-8"), width=760)


def _not_there() -> None:
    """Says that nothing is at this address, with the way to the page that was meant, or to the start page."""
    asked = _asked()
    st.title(texts.NO_SUCH_PAGE, anchor=False)
    st.write(f"Het dashboard kent geen pagina met het adres ‘{escape(texts.cut(asked))}’.")
    near = difflib.get_close_matches(asked.casefold(), list(BY_PATH), n=1)
    entry = BY_PATH[near[0]] if near else ENTRIES[0]
    label = f"Bedoelt u {entry.title}?" if near else f"Naar {entry.title}"
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    st.page_link(_pages()[entry.path], label=label, icon=entry.icon, query_params=query or None)


def _pages() -> dict[str, st.Page]:
    """The pages by their URL path, made once for this visitor: to make one, its file is looked up on disk."""
    made: dict[str, st.Page] | None = st.session_state.get("_pages")
    if made is None:
        made = st.session_state["_pages"] = {
            entry.path: st.Page(
                entry.file,
                title=entry.title,
                icon=entry.icon,
                url_path=entry.path or _START,  # else it is what its file is called
                default=not entry.path,
                help=entry.question,
            )
            for entry in ENTRIES
        }
    return made


def link(
    path: str, label: str | None = None, *, icon: str | None = None, told: str | None = None, **query: str | list[str]
) -> None:
    """A link to the page with URL path *path*; the selection goes along, and *query* is added to the address.

    *told* is its tooltip, by default the question that the page answers.

    The selection stands in the address of the link itself too, so that it opens the same in another tab or when it is
    copied. (After a click Streamlit adds what it knew of it once more; the same value twice counts once.)
    """
    entry = BY_PATH[path]
    view = current_view()
    chosen = cached(view, parameters, "selection")
    asked = chosen | query
    st.page_link(
        _pages()[path],
        label=label or f"Naar {entry.title}",
        icon=icon or entry.icon,
        help=told,
        query_params=asked or None,
    )


def show_view(view: View) -> None:
    """Hand *view* to the page that is about to run."""
    st.session_state["view"] = view


def current_view() -> View:
    """The view that ``app.py`` opened for this run; every page starts with it.

    Because of the folder's name Streamlit runs the very first deep link after a start (``/kaart``) as a page of its
    own, without ``app.py``. Calling ``st.navigation`` once ends that for the whole server; then the run starts anew.
    """
    view: View | None = st.session_state.get("view")
    if view is None:
        st.set_page_config(page_title=texts.APP, page_icon=ICON)  # else a page's icon is fetched from outside
        st.navigation(pages())
        st.rerun()
    return view
