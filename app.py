"""Entry point: page settings, navigation, the filters and header that all pages share, and the page itself."""

import streamlit as st

from lrn import texts
from lrn.register.model import Unreadable
from lrn.ui import cache, filters, header, navigation
from lrn.ui.language import speak_dutch

st.set_page_config(page_title=texts.APP, page_icon="data/icon.svg", layout="wide")
page = st.navigation(navigation.pages())
speak_dutch()

try:
    opened = cache.open_register()
except Unreadable as problem:
    st.title(texts.APP, anchor=False)
    st.error(str(problem), title="Er is geen register om te laten zien", icon=":material/folder_off:")
    st.stop()

with st.sidebar:
    selection = filters.show(opened.register)

view = cache.open_view(opened.register, selection)
st.session_state["view"] = view
header.show(navigation.BY_PATH[page.url_path], view, opened)
page.run()
