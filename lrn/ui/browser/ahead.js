// Asks for the next view once the one on the screen has been looked at for a moment: what is on the screen comes first.
const LOOKED_AT = 700 // milliseconds

let asked, wait

export default function ({ data, setTriggerValue }) {
  clearTimeout(wait)
  if (data.of === asked) return
  wait = setTimeout(() => {
    asked = data.of
    setTriggerValue("wanted", true)
  }, LOOKED_AT)
  return () => clearTimeout(wait)
}
