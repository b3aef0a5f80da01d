// The screen of the meeting room: larger type, without logo and menu above it. Tells how high the window is, now and
// whenever that changes.
let told, wait, step, chosen, bringing

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

export default function ({ data, setStateValue }) {
  told = data.height
  // The next step is seen from its top. After it was chosen from the list, the arrow keys are for the next one again,
  // and not for the list.
  if (step !== undefined && step !== data.step) {
    document.activeElement?.blur()
    document.querySelector('[data-testid=stMain]')?.scrollTo({ top: 0 })
  }
  if (step !== data.step) clearTimeout(bringing)
  else if (chosen !== data.chosen) bringing = setTimeout(bring, 600, 20)
  step = data.step
  chosen = data.chosen
  const tell = () => { if (innerHeight !== told) setStateValue('height', told = innerHeight) }
  const later = () => { clearTimeout(wait); wait = setTimeout(tell, 300) }
  const bare = (on) => {
    document.documentElement.style.fontSize = on ? data.size : ''
    document.querySelector('[data-testid=stHeader]')?.style.setProperty('visibility', on ? 'hidden' : 'visible')
  }
  bare(true)
  addEventListener('resize', later)
  tell()
  return () => {
    removeEventListener('resize', later)
    bare(false)
  }
}
