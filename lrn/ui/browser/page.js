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

// On a narrow screen the menu lies over the page: it closes when a page is chosen, and a reload finds it closed
// (FIXES: "menu"). That it is open is Streamlit's usual where there is room.
function closeMenu () {
  if (document.lrnMenu) return
  document.lrnMenu = true
  document.addEventListener('click', event => {
    const chosen = event.target.closest('[data-testid=stSidebarNavLink]')
    setTimeout(() => {
      const menu = document.querySelector('[data-testid=stSidebar][data-collapsed=false]')
      const page = document.querySelector('[data-testid=stMain]').getBoundingClientRect()
      if (chosen && menu && page.left < menu.offsetWidth) {
        menu.querySelector('[data-testid=stSidebarCollapseButton] button')?.click()
      }
      for (const name of Object.keys(localStorage)) {
        if (name.startsWith('stSidebarCollapsed-') && localStorage[name] === 'false') localStorage.removeItem(name)
      }
    })
  })
}

// Tells when the page is as narrow as a telephone, or no longer, where that is not what the server takes it for. Paper is
// as wide as it is: what is printed is what is on screen.
function watchWidth ({ border, narrow }, setStateValue) {
  const room = matchMedia(`(max-width: ${border}px)`)
  const tell = () => {
    if (room.matches !== narrow && !matchMedia('print').matches) setStateValue('narrow', narrow = room.matches)
  }
  room.addEventListener('change', tell)
  tell()
  return () => room.removeEventListener('change', tell)
}

// What can be heard or reached of an element that Streamlit put on the page (FIXES: "no_role", "icon", "scrolled",
// "tabbed"). Tab passes by a table of which a cell opens a card.
function amend (root) {
  const found = selector => [...(root.matches(selector) ? [root] : []), ...root.querySelectorAll(selector)]
  translate(root)
  for (const box of found('[data-testid=stFileUploaderDropzone]')) box.setAttribute('role', 'group')
  for (const icon of found('[role=img][aria-label$=" icon"]')) icon.setAttribute('aria-hidden', true)
  for (const grid of found('[class*=st-key-opent] [data-testid=data-grid-canvas]')) grid.tabIndex = -1
  const opened = root.closest('[data-testid=stPopoverBody]')
  for (const body of opened ? [opened] : found('[data-testid=stPopoverBody]')) {
    body.tabIndex = body.querySelector('a, button, input, [tabindex]') ? -1 : 0
  }
}

// Amends what is on the page, and what will come on it, before it is drawn. Whether some was drawn in another language.
function watch () {
  if (document.lrn) return
  document.lrn = true
  const other = !navigator.language.startsWith('nl')
  speakDutch()
  ownKeys()
  heedFirstClick()
  amend(document.body)
  new MutationObserver(changes => {
    const changed = new Set(changes.flatMap(change => change.type === 'childList' ? [...change.addedNodes] : [change.target]))
    for (const node of changed) {
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node
      if (element instanceof HTMLElement && element.isConnected) amend(element)
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: TOLD })
  return other
}

// Enter and the space bar are for what the keyboard has reached, not for a button elsewhere (FIXES: "shortcut").
function ownKeys () {
  document.body.addEventListener('keydown', event => {
    const own = event.target.closest('a, button, input, summary, [role=radio], [role=option], [role=menuitem]')
    if (own && ['Enter', ' '].includes(event.key)) event.stopPropagation()
  })
}

export default function ({ data, setStateValue }) {
  document.documentElement.lang = 'nl'
  if (watch()) setStateValue('spoke', true)  // what was drawn in another language is drawn anew when the app has run
  oneStep()
  closeMenu()
  if (data.plotly) plotly(data.plotly)  // while the server is still counting
  if (data.cookie) remember(data.cookie)
  if (data.doubled) {
    const once = new Set(location.search.slice(1).split('&'))
    history.replaceState(history.state, '', `${location.pathname}?${[...once].join('&')}${location.hash}`)
  }
  return watchWidth(data, setStateValue)
}
