// Starts the show with the key of a remote.
export default function ({ data }) {
  const pressed = (event) => {
    if (event.key !== data.key || !event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    document.querySelector('.st-key-start button')?.click()
  }
  addEventListener('keydown', pressed)
  return () => removeEventListener('keydown', pressed)
}
