// Gives the keyboard a button again when the one that it pressed is gone or off: else it is back at the top of the page.
const PATIENCE = 3000  // milliseconds in which the server has drawn what comes instead
let done = 0

export default function ({ data }) {
  if (data.count <= done) return
  done = data.count
  const until = Date.now() + PATIENCE
  let waiting = true
  addEventListener('keydown', () => { waiting = false }, { capture: true, once: true })  // who goes on need not be brought
  const look = () => {
    const lost = document.activeElement === document.body || document.activeElement?.disabled
    const buttons = [...document.querySelectorAll(`.st-key-${data.inside} button:not(:disabled)`)]
    const found = buttons.filter((button) => button.getClientRects().length).at(data.at)  // Streamlit has each twice
    if (lost && found) found.focus()
    else if (waiting && Date.now() < until) setTimeout(look, 50)
  }
  look()
}
