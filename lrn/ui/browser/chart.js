// A chart that stays on the page: a change is drawn in what is there, once, so that focus and hover are kept. A click,
// or Enter on what the arrow keys have found, tells the server what was chosen. What is on the screen is drawn at once;
// what lies below it as soon as it comes near, or when nothing has changed for a while.
const LOCALE = {
  moduleType: "locale",
  name: "nl",
  dictionary: {},
  format: {
    days: ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"],
    shortDays: ["zo", "ma", "di", "wo", "do", "vr", "za"],
    months: [
      "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
      "december",
    ],
    shortMonths: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
    date: "%d-%m-%Y",
    decimal: ",",
    thousands: ".",
  },
}
const MARKS = ".point, .choroplethlocation" // what plotly.js calls a bar, a dot or square, and an area
const TOWARDS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
const NEAR = "25%" // of the height of the screen: a chart so near is drawn before it comes into sight
const LATER = 2_000 // milliseconds after a change, when a chart that is out of sight is drawn too
const LEGEND_ROW = 19, LEGEND_MARK = 40, LEGEND_HEIGHT = 29 // pixels of a row of a legend, beside the words of an entry, and of a legend of one row
const FIGURE = /^[0-9.,]+ ?%?$/ // what the last line of a name on a map is, where it is not a part of the name
const LINE = 1.3, EDGE = 3 // times the size of its letters; pixels between a name and the edge

const KEPT = 8 // drawings

const charts = new WeakMap()
const ready = new Map() // drawings for the stage that are not on screen, by what was drawn: made ahead, or of before
let speaking // plotly.js, in Dutch

export default function ({ data, parentElement, setTriggerValue }) {
  if (!charts.has(parentElement)) charts.set(parentElement, new Chart(parentElement.querySelector(".lrn-chart")))
  const chart = charts.get(parentElement)
  chart.show(data, (value) => setTriggerValue("clicked", value))
  return () => {
    chart.remove()
    charts.delete(parentElement)
  }
}

class Chart {
  constructor(frame) {
    this.frame = frame
    this.plot = frame.querySelector(".lrn-plot")
    this.pointer = frame.querySelector(".lrn-pointer")
    this.told = frame.querySelector(".lrn-told")
    this.plot.drawing = (scheme) => this.figure(scheme)
    frame.onkeydown = (event) => this.key(event)
    frame.onpointerdown = () => (this.pointed = true) // arrow keys are then for the stage, as they were before the click
    frame.onblur = () => {
      this.pointed = false
      this.leave()
    }
    this.sizes = new ResizeObserver(() => this.draw())
    this.sizes.observe(frame)
    this.sight = new IntersectionObserver((seen) => this.near(seen.at(-1).isIntersecting), { scrollMargin: NEAR })
    this.sight.observe(frame)
    this.anyway = () => this.draw(true)
    addEventListener("beforeprint", this.anyway, true) // before paper.js looks how large each chart is
  }

  near(near) {
    this.isNear = near
    if (this.data.ahead) return
    if (near) this.draw()
    else this.frame.setAttribute("aria-busy", false)
  }

  show(data, choose) {
    this.data = data
    this.choose = choose
    this.frame.setAttribute("aria-label", data.alt)
    this.frame.setAttribute("aria-description", data.keys)
    this.frame.classList.toggle("lrn-clickable", data.clickable)
    this.onStage = this.frame.closest(".st-key-publiek") !== null
    this.frame.inert = Boolean(data.ahead)
    if (data.ahead) {
      this.frame.setAttribute("aria-busy", false)
      this.draw(true)
      return
    }
    this.plot.style.minHeight = this.drawn ? "" : `${data.height}px` // so that nothing moves when it is drawn
    this.draw()
  }

  // Its figure in the colours for a light or a dark page.
  figure(scheme) {
    let text = this.data.figure
    for (const [named, colours] of Object.entries(this.data.colours)) text = text.replaceAll(named, colours[scheme])
    return { ...JSON.parse(text), config: this.data.config }
  }

  async draw(unseen = false) {
    speaking ??= plotly(this.data.plotly).then((Plotly) => (Plotly.register(LOCALE), Plotly))
    const Plotly = await speaking
    clearTimeout(this.later)
    if (!this.isNear && !unseen) {
      this.later = setTimeout(this.anyway, LATER)
      return
    }
    const width = this.frame.clientWidth
    const look = (name) => getComputedStyle(this.frame).getPropertyValue(name)
    const scheme = dark(look("--st-background-color")) ? "dark" : "light"
    const drawn = String([width, scheme, this.data.figure])
    if (!this.frame.isConnected || !width || drawn === this.drawn) return
    if (this.data.ahead && (!unseen || ready.has(drawn))) return
    if (this.data.ahead) this.anew()
    if (!this.take(drawn)) {
      this.drawn = drawn
      await this.make(Plotly, scheme, width, look("--st-font"))
    }
    if (this.data.ahead) return keep(drawn, this.plot)
    this.plot.style.minHeight = ""
    this.plot.removeAllListeners("plotly_click")
    this.plot.on("plotly_click", (event) => this.pick(event.points[0]))
    if (this.at) this.move(this.marks().find((mark) => mark.key === this.at.key))
    this.frame.setAttribute("aria-busy", false)
  }

  async make(Plotly, scheme, width, family) {
    const { data, layout, config } = this.figure(scheme)
    Object.assign(layout, {
      font: { ...layout.font, family },
      width: Math.min(layout.width ?? width, width),
      height: layout.geo ? mapHeight(data, layout, width) : layout.height,
      hovermode: layout.hovermode ?? "closest",
      clickmode: "event",
      uirevision: true,
    })
    makeRoom(data, layout)
    await Plotly.react(this.plot, data, layout, { ...config, locale: "nl" })
    this.uncrowd()
  }

  // Has what was drawn already instead of what is here; false without.
  take(drawn) {
    const drawing = ready.get(drawn)
    if (!drawing || this.data.ahead) return false
    ready.delete(drawn)
    this.plot.replaceWith(drawing)
    if (this.drawn) this.leaves()
    this.plot = drawing
    this.drawn = drawn
    drawing.drawing = (scheme) => this.figure(scheme)
    return true
  }

  // What is drawn goes off the screen: on the stage one may come back to it.
  leaves() {
    if (this.onStage) keep(this.drawn, this.plot)
    else window.Plotly?.purge(this.plot)
  }

  // Room for another drawing, while that of before waits until it is taken.
  anew() {
    this.plot = this.plot.cloneNode()
    this.frame.prepend(this.plot)
  }

  // Of names on a map that would lie over each other the heavier and larger one stays. One that gives way leaves its
  // figure, where that has room.
  uncrowd() {
    const names = [...this.plot.querySelectorAll(".scattergeo text")].filter((name) => name.textContent)
    const weight = ({ style }) => parseFloat(style.fontWeight || 400) + parseFloat(style.fontSize)
    const placed = []
    const stays = (part) => {
      const box = part.getBoundingClientRect()
      const over = (other) =>
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom
      if (!placed.some(over)) return placed.push(box)
    }
    for (const name of names.sort((one, other) => weight(other) - weight(one))) {
      const lines = [...name.querySelectorAll("tspan.line")]
      for (const part of [name, ...lines]) part.style.visibility = ""
      if (stays(name)) continue
      name.style.visibility = "hidden"
      const figure = lines.pop()
      if (figure && FIGURE.test(figure.textContent) && stays(figure)) figure.style.visibility = "visible"
    }
  }

  pick(point) {
    const value = point.location ?? point.customdata
    if (this.data.clickable && value !== undefined) this.choose(value)
  }

  // ── By keyboard ──

  key(event) {
    if (event.target !== this.frame || this.pointed || event.ctrlKey || event.altKey || event.metaKey) return
    if (event.key in TOWARDS) this.move(this.next(TOWARDS[event.key]))
    else if (event.key === "Home") this.move(this.marks()[0])
    else if (event.key === "End") this.move(this.marks().at(-1))
    else if (event.key === "Escape" && this.at) this.leave()
    else if (["Enter", " "].includes(event.key) && this.at) this.pick(this.at.point)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  // All that tells something, in the order in which it was drawn.
  marks() {
    return [...this.plot.querySelectorAll(MARKS)].flatMap((element) => {
      const { trace } = element.closest(".trace").__data__[0]
      const { i, index = i, loc: location } = element.__data__
      const words = trace.hoverinfo === "skip" ? undefined : trace.hovertext?.[index] ?? trace.text?.[index]
      if (!words) return []
      const point = { location, customdata: trace.customdata?.[index] }
      const key = JSON.stringify([trace.index, location ?? point.customdata ?? index])
      return [{ element, words, point, key, box: element.getBoundingClientRect() }]
    })
  }

  // What is nearest in a direction; where nothing is, the one drawn before or after.
  next([right, down]) {
    const marks = this.marks()
    const now = marks.findIndex((mark) => mark.key === this.at?.key)
    if (now < 0) return marks[0]
    const { box } = marks[now]
    const far = ({ box: other }) => {
      const across = middle(other.left, other.right) - middle(box.left, box.right)
      const along = across * right + (middle(other.top, other.bottom) - middle(box.top, box.bottom)) * down
      const aside = right
        ? Math.max(other.top - box.bottom, box.top - other.bottom, 0)
        : Math.max(other.left - box.right, box.left - other.right, 0)
      return along > 1 && aside <= along ? along + 2 * aside : Infinity
    }
    const nearest = marks.reduce((best, mark) => (far(mark) < far(best) ? mark : best))
    return far(nearest) < Infinity ? nearest : marks[Math.min(Math.max(now + right + down, 0), marks.length - 1)]
  }

  // Outlines a mark and tells what it is.
  move(mark) {
    this.leave()
    if (!mark) return
    this.at = mark
    const shape = mark.element.cloneNode()
    const { a, b, c, d, e, f } = mark.element.getCTM()
    shape.removeAttribute("style")
    shape.setAttribute("transform", `matrix(${[a, b, c, d, e, f]})`)
    this.pointer.replaceChildren(shape)
    this.told.textContent = plain(mark.words)
    const frame = this.frame.getBoundingClientRect()
    const { left, right, top, bottom } = mark.box
    const aside = middle(left, right) - frame.left - this.told.offsetWidth / 2
    this.told.style.left = `${Math.max(0, Math.min(aside, frame.width - this.told.offsetWidth))}px`
    this.told.style.top = `${Math.min(bottom, middle(top, bottom) + 40) - frame.top + 8}px`
  }

  leave() {
    this.at = undefined
    this.pointer.replaceChildren()
    this.told.textContent = ""
  }

  remove() {
    clearTimeout(this.later)
    removeEventListener("beforeprint", this.anyway, true)
    this.sizes.disconnect()
    this.sight.disconnect()
    if (this.drawn && !this.data.ahead) this.leaves()
  }
}

function keep(drawn, plot) {
  ready.delete(drawn)
  ready.set(drawn, plot)
  const [[oldest, drawing]] = ready
  if (ready.size <= KEPT) return
  ready.delete(oldest)
  window.Plotly.purge(drawing)
  drawing.remove()
}

// How high a map is: as it was made, or on a screen that is too narrow for that, no higher than its width asks.
function mapHeight(data, layout, width) {
  const { lonaxis, lataxis, domain } = layout.geo
  const up = (degrees) => (Math.log(Math.tan(Math.PI / 4 + (degrees * Math.PI) / 360)) * 180) / Math.PI
  const shape = (up(lataxis.range[1]) - up(lataxis.range[0])) / (lonaxis.range[1] - lonaxis.range[0])
  const high = (width * shape) / (domain.y[1] - domain.y[0])
  if (high >= layout.height) return layout.height
  const rows = (name) => {
    const entries = data.filter((trace) => trace.showlegend && (trace.legend ?? "legend") === name).length
    return Math.ceil(entries / Math.max(1, Math.floor(width / (layout[name].entrywidth + LEGEND_MARK))))
  }
  return high + (layout.showlegend ? (rows("legend") + rows("legend2") + 1) * LEGEND_ROW : 0)
}

// Room in the margins for the names at the axes, as plotly.js makes it: that draws a chart, measures, and draws it anew.
function makeRoom(data, layout) {
  const { template } = layout
  const margin = (layout.margin = { ...template.layout.margin, ...layout.margin })
  for (const [letter, usual] of [["x", "bottom"], ["y", "left"]]) {
    const [axis, like] = [layout, template.layout].map((from) => from[`${letter}axis`] ?? {})
    const names = axis.ticktext ?? data[0]?.[letter]
    if (axis.visible === false || typeof names?.[0] !== "string") continue
    const size = axis.tickfont?.size ?? like.tickfont.size
    const sizes = names.map((name) => measured(name, size, layout.font.family))
    const [width, height] = [0, 1].map((side) => Math.max(...sizes.map((each) => each[side])))
    const turn = (Math.abs(axis.tickangle ?? 0) * Math.PI) / 180
    const room = letter === "y" ? width : width * Math.sin(turn) + height * Math.cos(turn)
    const side = (axis.side ?? usual)[0]
    margin[side] = Math.max(margin[side], Math.ceil(room + (axis.ticklabelstandoff ?? 0) + margin.pad + EDGE))
    layout[`${letter}axis`] = { ...axis, automargin: false }
  }
  const { legend, showlegend } = layout
  if (showlegend && legend?.orientation === "h" && legend.y >= 1) {
    const above = (legend.y - 1) * (layout.height - LEGEND_HEIGHT - margin.b)
    margin.t = Math.max(margin.t, Math.ceil(LEGEND_HEIGHT + above))
  }
}

function middle(from, to) {
  return (from + to) / 2
}

const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true })

// How wide and high a name is, in pixels: that of an axis, which may have several lines, and parts in bold or small.
// What was measured is kept: the names of an axis stay when the figures change.
const sizes = new Map()
function measured(name, size, family) {
  const key = `${size} ${family} ${name}`
  if (!sizes.has(key)) sizes.set(key, measure(name, size, family))
  return sizes.get(key)
}

function measure(name, size, family) {
  const lines = name.split("<br>").map((line) => {
    const [, small = size] = line.match(/font-size: ?([0-9]+)px/) ?? []
    pen.font = `${line.includes("<b>") ? "bold" : ""} ${small}px ${family}`
    return pen.measureText(plain(line)).width
  })
  return [Math.max(...lines), LINE * size * lines.length]
}

// Whether a colour is dark: what CSS calls it is kept, since to ask a canvas takes longer than to draw a small chart.
const darkness = new Map()
function dark(colour) {
  if (!darkness.has(colour)) {
    pen.fillStyle = colour.trim()
    const [red, green, blue] = pen.fillStyle.match(/[0-9a-f]{2}/gi).map((part) => parseInt(part, 16))
    darkness.set(colour, red * 0.3 + green * 0.6 + blue * 0.1 < 128)
  }
  return darkness.get(colour)
}

// Words with the markup of plotly.js, without it.
function plain(words) {
  const lines = String(words).replaceAll("<br>", ". ")
  return new DOMParser().parseFromString(lines, "text/html").body.textContent
}
