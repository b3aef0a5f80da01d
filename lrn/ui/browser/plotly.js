// plotly.js as Streamlit brings it along for its own charts; *file* is the one beside the script that the page starts with.
const SCRIPTS = document.querySelector("script[type=module][src]").src
const plotly = (file) => import(new URL(file, SCRIPTS)).then(() => window.Plotly)

