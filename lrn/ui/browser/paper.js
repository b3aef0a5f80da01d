// Before printing, says how large each chart is, so that paper.css can fit it on the paper. A viewBox as large as the
// drawing itself changes nothing on screen.
function prepare() {
  for (const drawing of document.querySelectorAll(".js-plotly-plot .svg-container")) {
    const layers = [...drawing.querySelectorAll(":scope > svg.main-svg")]
    const [width, height] = ["width", "height"].map((side) => layers[0]?.getAttribute(side))
    if (!width || !height) continue
    drawing.style.setProperty("--lrn-width", width)
    drawing.style.setProperty("--lrn-height", height)
    for (const layer of layers) layer.setAttribute("viewBox", `0 0 ${width} ${height}`)
  }
}

export default function () {
  addEventListener("beforeprint", prepare)
  return () => removeEventListener("beforeprint", prepare)
}
