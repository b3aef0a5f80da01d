"""What Streamlit's own page leaves wrong: its language, values that are double in the address, and a step in Back.

It says that it is English (WCAG 3.1.1). After a click on a link it adds to the address what the page before had there,
also when it is the same. And it takes that click for two steps when the page before had choices of its own in the
address: first the old page with the new choices, which nobody asked for, then the new one.
"""

from __future__ import annotations

import streamlit as st

_SCRIPT = """
function oneStep () {
  if (history.lrn) return
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history)
  const path = url => new URL(url, location.href).pathname
  let left = null  // the address of the page that a click on a link is leaving
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]')
    left = link && path(link.href) !== location.pathname ? location.href : null
  }, true)
  addEventListener('popstate', () => { left = null })
  history.pushState = (state, title, url) => {
    if (left && path(url) === location.pathname) return replace(state, title, url)
    if (left) replace(history.state, '', left)
    left = null
    push(state, title, url)
  }
  history.lrn = true
}

function remember ({ name, value, path }) {
  const gone = value ? '' : '; Max-Age=0'
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  document.cookie = `${name}=${value}; Path=${path}; SameSite=Strict${secure}${gone}`
}

export default function ({ data }) {
  document.documentElement.lang = 'nl'
  oneStep()
  if (data.cookie) remember(data.cookie)
  if (!data.doubled) return
  const once = new Set(location.search.slice(1).split('&'))
  history.replaceState(history.state, '', `${location.pathname}?${[...once].join('&')}${location.hash}`)
}"""


def mend(cookie: dict[str, str] | None = None) -> None:
    """Mend all of this, and have the browser keep *cookie* (name, value, path), if any; shows nothing."""
    asked = {name: st.query_params.get_all(name) for name in st.query_params}
    doubled = any(len(set(values)) < len(values) for values in asked.values())
    _component()(data={"doubled": doubled, "cookie": cookie}, key="taal", height=1)


@st.cache_resource(show_spinner=False)
def _component():
    return st.components.v2.component("lrn_taal", js=_SCRIPT)
