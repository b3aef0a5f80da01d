// A table takes a click on a cell only when it has drawn that the mouse moves over it. A click that comes before that (the
// page was busy, or the table came under a mouse that lay still) is held until it has, and then given (FIXES: "first_click").
function heedFirstClick () {
  const gridAt = event => event.target.closest?.('[data-testid=stDataFrameResizable]') ?? null
  const drawn = then => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(then)))
  let over = null  // the table that the mouse moves over
  let knows = null  // the same, once it has drawn that
  let held = null  // the events of a click that it does not take yet
  const given = new WeakSet()
  const moved = event => {
    if (gridAt(event) === over) return
    over = gridAt(event)
    knows = null
    drawn(() => { knows = over })
  }
  const press = event => {
    const grid = gridAt(event)
    if (given.has(event) || event.pointerType !== 'mouse') return
    if (event.type === 'pointerdown' && grid && grid !== knows && !held) {
      held = []
      event.target.dispatchEvent(new MouseEvent('mousemove', event))
      drawn(() => {
        const waiting = held
        held = null
        for (const [target, again] of waiting) target.dispatchEvent(again)
      })
    }
    if (!held) return
    event.stopImmediatePropagation()
    const again = new PointerEvent(event.type, event)
    given.add(again)
    held.push([event.target, again])
  }
  addEventListener('mousemove', moved, true)
  addEventListener('pointerdown', press, true)
  addEventListener('pointerup', press, true)
}

