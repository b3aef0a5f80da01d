"""Entry point: page settings, navigation, the filters and header that all pages share, and the page itself."""

import logging

import streamlit as st

from lrn import texts
from lrn.register.model import Unreadable
from lrn.ui import frame
from lrn.ui.base import (
    cache,
    compare_with,
    filters,
    navigation,
    on_offer,
    preview,
    printing,
    process,
    sign_in,
    visits,
    watched,
)
from lrn.ui.browser.page import mend
from lrn.ui.gegevens.koppelen import page as matching
from lrn.ui.presentatie import own_sets, stage

st.set_page_config(
    page_title=texts.APP, page_icon=navigation.ICON, layout="wide", menu_items={"About": navigation.ABOUT}
)
st.logo(navigation.ICON, size="large")
page = st.navigation(navigation.pages())
on_stage = stage.showing(page.url_path)
if on_stage:
    st.navigation(navigation.pages(), position="hidden")
st.set_page_config(page_title=f"{page.title} · {texts.APP}", initial_sidebar_state="collapsed" if on_stage else "auto")
process.prepare()
preview.resume()
entry = navigation.entry_of(page)
mend(visits.cookie(), charts=on_stage or (entry is not None and entry.charts))
if not sign_in.may_go_on():
    st.navigation(navigation.pages(), position="hidden")
    st.stop()
if entry is None:
    page.run()
    st.stop()

try:
    with watched.run(page.url_path):
        opened = preview.opened() or cache.open_register()
        if page.url_path == stage.PATH:
            own_sets.open_linked(opened.register)
        with st.sidebar:
            selection = filters.show(opened.register)
            sign_in.show()
        view = cache.open_view(opened, selection, compare_with.kept(selection))
        navigation.show_view(view)
        printing.prepare(entry, view)
        if on_stage:
            stage.warn(opened)
        above = st.container() if on_stage else frame.show(entry, view, opened)
        with on_offer.told(page.url_path, above):
            page.run()
        printing.colophon(view)
except Unreadable as problem:
    st.title(texts.APP, anchor=False)
    matching.instead_of_register(str(problem))
except Exception:  # Visitors get a Dutch sentence, the terminal gets the traceback.
    watched.failed(page.url_path)
    logging.getLogger("lrn").exception("page %s failed", page.title)
    st.error(texts.PAGE_FAILED, title=texts.PAGE_FAILED_TITLE, icon=":material/build:")
