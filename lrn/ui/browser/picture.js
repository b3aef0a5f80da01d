// Saves a chart that is on the page as a picture that explains itself: title and selection above it, definition and
// source below it, always ink on white. Drawn by the visitor's own browser, with the plotly.js that drew the chart.
const INK = "#14232E"
const SOFT = "#4A5560"
const FONT = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
const EDGE = 24 // pixels of white on all sides
const SAFE = 0.88 // of the width for text: another program may take a wider font
const SCALE = 2 // a png has twice the pixels, so that it is sharp on a slide
const SVG = "http://www.w3.org/2000/svg"

export default function ({ data, parentElement }) {
  const status = parentElement.querySelector("[role=status]")
  for (const button of parentElement.querySelectorAll("button")) {
    button.onclick = async () => {
      status.textContent = ""
      try {
        const picture = await compose(data)
        const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}`
        const drawing = new Blob([text], { type: "image/svg+xml" })
        save(button.value === "png" ? await painted(drawing, picture) : drawing, `${data.name}.${button.value}`)
      } catch (problem) {
        console.error(problem)
        status.textContent = data.failed
      }
    }
  }
}

async function compose(data) {
  const chart = await drawn(data)
  const picture = element("svg", { xmlns: SVG })
  const width = data.width
  picture.append(element("title", {}, data.title), element("desc", {}, data.alt))
  picture.append(element("rect", { width: "100%", height: "100%", fill: "#FFFFFF" }))
  let y = EDGE
  y = written(picture, y, width, 19, 700, INK, [data.title])
  y = written(picture, y + 2, width, 13, 400, SOFT, data.above) + 10
  chart.setAttribute("x", EDGE)
  chart.setAttribute("y", y)
  picture.append(chart)
  y = written(picture, y + data.height + 10, width, 11, 400, SOFT, data.below) + EDGE - 8
  const size = { width: width + 2 * EDGE, height: Math.ceil(y) }
  for (const [side, length] of Object.entries(size)) picture.setAttribute(side, length)
  picture.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`)
  return picture
}

// The chart by itself, as plotly.js draws it at the size that is asked, in light colours.
async function drawn(data) {
  const shown = document.querySelector(`.st-key-${CSS.escape(data.key)} .js-plotly-plot`)
  const figure = shown.drawing("light")
  Object.assign(figure.layout, { paper_bgcolor: "#FFFFFF", plot_bgcolor: "#FFFFFF" })
  Object.assign(figure.layout.font, { color: INK, family: FONT })
  const size = { width: data.width, height: data.height }
  const text = await window.Plotly.toImage(figure, { format: "svg", imageDataOnly: true, ...size })
  return portable(document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true))
}

// What browsers understand and office programs do not: colours with an alpha (they make them black), and lines that
// stand so many em below the first (they put them on top of it).
function portable(chart) {
  for (const paint of ["fill", "stroke"]) {
    for (const mark of chart.querySelectorAll(`[${paint}^="rgba"]`)) {
      const [red, green, blue, alpha] = mark.getAttribute(paint).match(/[\d.]+/g)
      mark.setAttribute(paint, `rgb(${red}, ${green}, ${blue})`)
      mark.setAttribute(`${paint}-opacity`, alpha)
    }
  }
  for (const line of chart.querySelectorAll('tspan[dy$="em"]')) {
    const down = parseFloat(line.getAttribute("dy")) * parseFloat(line.closest("text").style.fontSize)
    line.setAttribute("y", parseFloat(line.getAttribute("y") ?? 0) + down)
    line.removeAttribute("dy")
  }
  return chart
}

// Writes lines of text from *y* down, broken where they are too wide; returns where they end.
function written(picture, y, width, size, weight, colour, lines) {
  const pen = document.createElement("canvas").getContext("2d")
  pen.font = `${weight} ${size}px ${FONT}`
  const look = { "font-family": FONT, "font-size": size, "font-weight": weight, fill: colour }
  for (const line of lines) {
    let row = ""
    const put = () => {
      y += size * 1.35
      picture.append(element("text", { x: EDGE, y: (y - size * 0.35).toFixed(1), ...look }, row))
    }
    for (const word of line.split(" ")) {
      const longer = row ? `${row} ${word}` : word
      if (row && pen.measureText(longer).width > width * SAFE) {
        put()
        row = word
      } else row = longer
    }
    if (row) put()
  }
  return y
}

async function painted(drawing, picture) {
  const address = URL.createObjectURL(drawing)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement("canvas")
    canvas.width = SCALE * picture.getAttribute("width")
    canvas.height = SCALE * picture.getAttribute("height")
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, fail) => canvas.toBlob((made) => (made ? done(made) : fail(Error("no png")))))
  } finally {
    URL.revokeObjectURL(address)
  }
}

function save(file, name) {
  const link = document.createElement("a")
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

function element(name, attributes, text = "") {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.textContent = text
  return made
}
