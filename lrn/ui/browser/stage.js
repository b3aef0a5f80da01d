// The screen of the meeting room, and the window of who presents there. Keys, those of a remote too, and a swipe go on
// to another step; both windows follow each other without the server, by a channel of their own. On the audience's
// screen type is larger, there is no menu, and the bar fades while nothing moves.
const STILL = 2_000 // milliseconds without movement, after which the bar fades
const SWIPE = 60 // pixels
const TYPED = 'input, textarea, select, [contenteditable=true], [role=listbox], [role=dialog], [data-testid=stDataFrame]'
const UNDOING = 5_000 // milliseconds in which an older answer may still undo a step
const PRESSED = 'a, button, summary, [role=radio], [role=option], [role=menuitem], [role=tab]'

let told, wait, step, chosen, bringing
let now // what is on this screen, and the way to tell the server; nothing off the stage
let wanted // the step that was asked for last: keys come faster than the server answers
let asked = new Set()
let number = 0 // of how often a step was asked for
let before, at // the step that was on screen when the last one was asked for, and when that was; 0 once somebody chose here
let since // when that was; -1 for a window that has only just come, and follows
let show, channel, still, black, from
const me = Math.random().toString(36).slice(2)

// The rows behind what was clicked are below the screen, and may have yet to come.
const bring = (tries) => {
  const rows = document.querySelector('.st-key-rijen')
  if (!rows) {
    if (tries) bringing = setTimeout(bring, 150, tries - 1)
    return
  }
  rows.style.scrollMarginBottom = `${document.querySelector('[data-testid=stBottom]')?.offsetHeight ?? 0}px`
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  rows.scrollIntoView({ behavior: calm ? 'auto' : 'smooth', block: 'nearest' })
}

// ── From step to step ──

const go = (name) => {
  if (!now || !now.steps.includes(name) || name === wanted) return
  wanted = name
  asked.add(name)
  before = step
  at = Date.now()
  tellServer()
}

// What is chosen by hand is meant, also when it leads back.
const chose = ({ target }) => { if (target.closest(`${PRESSED}, input`)) at = 0 }

const tellServer = () => now.tell('to', { step: wanted, number: ++number })

const ask = (name) => {
  go(name)
  since = Date.now()
  say({ step: wanted, since })
}

const beside = (by) => now.steps[Math.min(Math.max(now.steps.indexOf(wanted) + by, 0), now.steps.length - 1)]

const DOES = {
  next: () => ask(beside(1)),
  previous: () => ask(beside(-1)),
  first: () => ask(now.steps[0]),
  last: () => ask(now.steps.at(-1)),
  black: () => (now.presents ? say({ black: true }) : darken(true)),
}

const pressed = (event) => {
  const does = DOES[now?.keys[event.key]]
  const { target } = event
  if (!does || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
  if (target.closest(TYPED) || (event.key === ' ' && target.closest(PRESSED))) return
  event.preventDefault()
  does()
}

const touched = ({ touches, target }) => {
  from = touches.length === 1 && !target.closest(TYPED) ? [touches[0].clientX, touches[0].clientY] : undefined
}

const swiped = ({ changedTouches: [{ clientX, clientY }] }) => {
  if (!from || !now) return
  const [across, along] = [clientX - from[0], Math.abs(clientY - from[1])]
  if (Math.abs(across) > Math.max(SWIPE, 2 * along)) DOES[across < 0 ? 'next' : 'previous']()
}

// ── Black ──

const darken = (on) => {
  if (on === Boolean(black)) return
  if (!on) {
    black.remove()
    black = undefined
    return
  }
  black = document.createElement('div')
  black.className = 'lrn-black'
  black.setAttribute('role', 'status')
  const words = document.createElement('span')
  words.textContent = 'Het scherm is zwart; elke toets brengt het beeld terug.'
  black.append(words)
  document.body.append(black)
}

// Any key, click or tap brings the view back, and does nothing else.
const lighten = (event) => {
  if (!black) return
  event.preventDefault()
  event.stopImmediatePropagation()
  darken(false)
}

// ── The other window ──

const say = (message) => channel?.postMessage({ ...message, from: me })

const heard = ({ data: { hello, taken, step: name, since: when, black: dark, audience } }) => {
  if (!now) return
  if (taken === me) join(fresh())
  else if (hello && audience && !now.presents) say({ taken: hello }) // a copy of this tab: a show of its own
  else if (hello) say({ step: wanted, since })
  else if (dark && !now.presents) darken(!black)
  else if (name && when > since) {
    since = when
    go(name)
  }
}

// A show begins with the day and time in its name: the clock of the one who presents counts from there.
const fresh = () => `${Date.now().toString(36)}-${me}`

const join = (name) => {
  if (show === name) return
  show = name
  channel?.close()
  channel = new BroadcastChannel(`lrn-${show}`)
  channel.onmessage = heard
  if (!now.presents) window.name = `lrn-${show}`
  say({ hello: me, audience: !now.presents })
}

const opens = ({ target }) => {
  const address = new URL(location)
  if (target.closest('.st-key-sprekersscherm button')) {
    address.searchParams.set('spreker', show)
    open(address, `spreker-${show}`, 'popup,width=1280,height=800')
  } else if (target.closest('.st-key-publieksscherm button')) {
    address.searchParams.delete('spreker')
    open(address, `lrn-${show}`)
  }
}

// ── What is on screen ──

const stir = () => {
  document.documentElement.classList.remove('lrn-still')
  clearTimeout(still)
  still = setTimeout(() => document.documentElement.classList.toggle('lrn-still', Boolean(now)), STILL)
}

const LISTENED = [
  [document, 'keydown', pressed],
  [document, 'click', opens],
  ...['click', 'keydown'].map((event) => [document, event, chose, { capture: true }]),
  [document, 'touchstart', touched, { passive: true }],
  [document, 'touchend', swiped, { passive: true }],
  ...['keydown', 'pointerdown', 'click'].map((event) => [window, event, lighten, { capture: true }]),
  ...['keydown', 'pointermove', 'pointerdown', 'focusin'].map((event) => [window, event, stir, { capture: true }]),
]

export default function ({ data, setStateValue, setTriggerValue }) {
  told = data.height
  now = { ...data, tell: setTriggerValue }
  // The next step is seen from its top. After it was chosen from the list, or by the mouse, keys are for the next one
  // again, and not for what was used.
  if (step !== undefined && step !== data.step) {
    if (!document.activeElement?.matches('button:focus-visible')) document.activeElement?.blur()
    document.querySelector('[data-testid=stMain]')?.scrollTo({ top: 0 })
  }
  if (step !== data.step) clearTimeout(bringing)
  else if (chosen !== data.chosen) bringing = setTimeout(bring, 600, 20)
  const first = wanted === undefined
  // The server took the step, but what this page told next (its height, say) still had the one of before, and undid it:
  // that is seen at once, or after the step that was asked for was on screen for a moment.
  const answered = data.answered === number && data.steps.includes(wanted)
  const undone = answered && (data.step === step || (data.step === before && Date.now() - at < UNDOING))
  const other = !first && !undone && !asked.has(data.step) && data.step !== step // by a button, the list or the timer
  if (first || other) wanted = data.step
  if (wanted === data.step) asked = new Set()
  else if (undone) tellServer()
  step = data.step
  chosen = data.chosen
  if (first) since = data.presents ? -1 : 0
  join(data.show || (window.name.startsWith('lrn-') ? window.name.slice(4) : show ?? fresh()))
  if (other) {
    since = Date.now()
    say({ step, since })
  }
  const tell = () => { if (innerHeight !== told) setStateValue('height', told = innerHeight) }
  const later = () => { clearTimeout(wait); wait = setTimeout(tell, 300) }
  const bare = (on) => {
    document.documentElement.style.fontSize = on ? data.size : ''
    document.querySelector('[data-testid=stHeader]')?.style.setProperty('visibility', on ? 'hidden' : 'visible')
  }
  bare(true)
  stir()
  addEventListener('resize', later)
  for (const [where, event, listen, how] of LISTENED) where.addEventListener(event, listen, how)
  tell()
  return () => {
    removeEventListener('resize', later)
    for (const [where, event, listen, how] of LISTENED) where.removeEventListener(event, listen, how)
    clearTimeout(still)
    now = undefined
    darken(false)
    document.documentElement.classList.remove('lrn-still')
    bare(false)
  }
}
