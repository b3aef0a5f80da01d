// The time, and how long the show has lasted: when it began stands in its name.
export default function ({ data, parentElement }) {
  const [time, lasted] = parentElement.querySelectorAll('span')
  const began = parseInt(data.show.split('-')[0], 36)
  const two = (number) => String(number).padStart(2, '0')
  const tick = () => {
    const day = new Date()
    time.textContent = `${two(day.getHours())}:${two(day.getMinutes())}`
    const seconds = Math.max(0, Math.floor((day - began) / 1000))
    lasted.textContent = seconds < 86_400 ? `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}` : '–'
  }
  tick()
  const ticking = setInterval(tick, 1000)
  return () => clearInterval(ticking)
}
