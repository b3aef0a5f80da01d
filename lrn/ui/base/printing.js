// Before printing, says what printing.css cannot see: which links say no more than where they lead, which captions say
// no more than where to click, and how large each chart is, so that it can fit the paper. A viewBox as large as the
// drawing itself changes nothing on screen.
function prepare() {
  for (const link of document.querySelectorAll("[data-testid=stPageLink]")) {
    const told = link.querySelector("[data-testid=stMarkdownContainer]")?.textContent ?? ""
    link.toggleAttribute("data-lrn-idle", /^(Naar|Open|Bekijk) /.test(told))
  }
  for (const caption of document.querySelectorAll("[data-testid=stCaptionContainer]")) {
    caption.toggleAttribute("data-lrn-idle", /^Klik op [^.]*\.$/.test(caption.textContent.trim()))
  }
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
