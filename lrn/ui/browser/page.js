// A click on a link is one step in Back (FIXES: "back").
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
}
