"""What Streamlit's own page leaves wrong: it says that it is English (WCAG 3.1.1), and doubles values in the address.

After a click on a link Streamlit adds to its address what the page before had there, also when it is the same.
"""

from __future__ import annotations

import streamlit as st

_SCRIPT = """export default function ({ data }) {
  document.documentElement.lang = 'nl'
  if (!data.doubled) return
  const once = new Set(location.search.slice(1).split('&'))
  history.replaceState(history.state, '', `${location.pathname}?${[...once].join('&')}${location.hash}`)
}"""


def mend() -> None:
    """Set the language of the document, and take what is double out of the address; shows nothing."""
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    doubled = any(len(set(values)) < len(values) for values in asked.values())
    _component()(data={"doubled": doubled}, key="taal", height=1)


@st.cache_resource(show_spinner=False)
def _component():
    return st.components.v2.component("lrn_taal", js=_SCRIPT)
