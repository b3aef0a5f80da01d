// What Streamlit says in English, in Dutch (FIXES: "english"). Each table is for one place on the page, so that words from
// the workbook are never taken for words of Streamlit. Of what is between braces every value is meant.
const NAMED = {
  "Add files": "Bestanden kiezen",
  "App pages": "Pagina’s",
  "Choose date": "Datum kiezen",
  "Choose date, {month}": "Datum kiezen, {month}",
  "Clear": "Wissen",
  "Clear all": "Alles wissen",
  "Clear entry": "Wissen",
  "Clear value": "Keuze wissen",
  "Close": "Sluiten",
  "Close fullscreen": "Volledig scherm sluiten",
  "Close fullscreen: {what}": "Volledig scherm sluiten: {what}",
  "Close Search": "Zoeken sluiten",
  "Collapse sidebar": "Zijbalk inklappen",
  "Copied": "Gekopieerd",
  "Copy column name": "Kolomnaam kopiëren",
  "Copy to clipboard": "Kopiëren",
  "Copy version to clipboard": "Versie kopiëren",
  "Dataframe column menu": "Menu van de kolom",
  "day, {what}": "dag, {what}",
  "Decrement": "Lager",
  "Decrement {what}": "{what} lager",
  "Decrease {what}": "{what} lager",
  "Dismiss": "Sluiten",
  "Expand sidebar": "Zijbalk uitklappen",
  "file upload": "Bestand kiezen",
  "Fullscreen": "Volledig scherm",
  "Fullscreen: {what}": "Volledig scherm: {what}",
  "Help": "Uitleg",
  "Help for {what}": "Uitleg bij {what}",
  "Increment": "Hoger",
  "Increment {what}": "{what} hoger",
  "Increase {what}": "{what} hoger",
  "Main menu": "Menu",
  "month, {what}": "maand, {what}",
  "Navigate to home page": "Naar de startpagina",
  "Next month": "Volgende maand",
  "Next Result": "Volgende vondst",
  "Notifications": "Meldingen",
  "Previous month": "Vorige maand",
  "Previous Result": "Vorige vondst",
  "Remove {what}": "{what} weghalen",
  "Running...": "Bezig…",
  "Scrollable table": "Tabel",
  "Search": "Zoeken",
  "Search: {what}": "Zoeken: {what}",
  "Select all": "Alles kiezen",
  "Selected values": "Gekozen",
  "Shortcut {key}": "Sneltoets {key}",
  "Show/hide columns": "Kolommen kiezen",
  "Show/hide columns: {what}": "Kolommen kiezen: {what}",
  "Sidebar": "Zijbalk",
  "Theme": "Kleuren",
  "year, {what}": "jaar, {what}",
}
const HINTS = [
  "Clear selection", "Close fullscreen", "Copied", "Copy column name", "Copy to clipboard", "Fullscreen", "Search",
  "Show/hide columns",
]
const WRITTEN = {
  "[data-testid=stSkipToContent]": { "Skip to main content": "Naar de inhoud" },
  "[data-testid=stMainMenuList]": {
    System: "Systeem", Light: "Licht", Dark: "Donker", Print: "Afdrukken", About: "Over dit dashboard",
    "Made with Streamlit v": "Gemaakt met Streamlit ",
  },
  "[role=listbox]": {
    "Add: {what}": "Gebruik: {what}",
    "No results": "Niets gevonden",
    "Select {number} matches": "Alle {number} gevonden kiezen",
    "Select all": "Alles kiezen",
  },
  "[data-testid=stDateInputCalendar]": {
    "Choose date, {month}": "Datum kiezen, {month}",
    "Use arrow keys to navigate dates. Enter to select. Escape to close.":
      "Pijltjestoetsen gaan langs de dagen, Enter kiest, Esc sluit.",
  },
  "[data-testid=stDataFrameColumnMenu], [data-testid=stDataFrameColumnFormattingMenu]": {
    "Accounting": "Boekhouding", "Automatic": "Automatisch", "Autosize": "Breedte naar inhoud", "Calendar": "Kalender",
    "Compact": "Kort", "Distance": "Afstand in tijd", "Format": "Opmaak", "Hide column": "Kolom verbergen",
    "Localized": "Zoals hier gebruikelijk", "Percent": "Percentage", "Pin column": "Kolom vastzetten",
    "Plain": "Zonder opmaak", "Scientific": "Wetenschappelijk", "Sort ascending": "Oplopend sorteren",
    "Sort descending": "Aflopend sorteren", "Statistics": "Cijfers", "Unpin column": "Kolom losmaken",
  },
  "[data-testid=stDataFrameColumnVisibilityMenu]": { "Select all": "Alles kiezen" },
  "[data-testid=stTooltipContent]": Object.fromEntries(HINTS.map((hint) => [hint, NAMED[hint]])),
  "[data-testid=InputInstructions]": {
    "Press Enter to apply": "Enter neemt dit over",
  },
  "[data-testid=stFileUploader]": {
    "{kind} files are not allowed.": "Bestanden van het type {kind} kunnen hier niet.",
    "File must be {size} or smaller.": "Een bestand mag hier hooguit {size} zijn.",
  },
  "[data-testid=stStatusWidget]": { "Stop": "Stop", "Connecting": "Verbinden…", "Running...": "Bezig…" },
}
const TOLD = ["aria-label", "title", "placeholder", "alt"]

// Says `text` in Dutch by a table of words; undefined where that is not in it.
const patterns = new WeakMap()
function dutch(table, text) {
  if (Object.hasOwn(table, text)) return table[text]
  if (!patterns.has(table)) patterns.set(table, Object.entries(table).filter(([said]) => said.includes("{")).map(asPattern))
  for (const [pattern, meant] of patterns.get(table)) if (pattern.test(text)) return text.replace(pattern, meant)
}

function asPattern([said, meant]) {
  const plain = said.replace(/[.*+?^$()|[\]\\]/g, "\\$&")
  return [new RegExp(`^${plain.replace(/\{(\w+)\}/g, "(?<$1>.+)")}$`, "s"), meant.replace(/\{(\w+)\}/g, "$<$1>")]
}

// Translates `root` and all that is in it, so far as it is in a table.
function translate(root) {
  const within = (selector) => [...(root.closest(selector) ? [root] : []), ...root.querySelectorAll(selector)]
  for (const element of [root, ...root.querySelectorAll(TOLD.map((name) => `[${name}]`).join())]) {
    for (const name of TOLD) {
      const text = element.getAttribute(name)
      const meant = text && dutch(NAMED, text.trim())
      if (meant && meant !== text) element.setAttribute(name, meant)
    }
  }
  for (const [place, table] of Object.entries(WRITTEN)) {
    for (const found of within(place)) {
      const words = document.createTreeWalker(found, NodeFilter.SHOW_TEXT)
      while (words.nextNode()) {
        const meant = dutch(table, words.currentNode.nodeValue.trim())
        if (meant && meant !== words.currentNode.nodeValue) words.currentNode.nodeValue = meant
      }
    }
  }
}

// Has everything that reads the language of the browser (the calendar, numbers and dates in tables) take Dutch.
function speakDutch() {
  for (const [name, value] of [["language", "nl-NL"], ["languages", ["nl-NL", "nl"]]]) {
    Object.defineProperty(navigator, name, { get: () => value, configurable: true })
  }
  window[Symbol.for("react-aria.i18n.locale")] = "nl-NL"
  dispatchEvent(new Event("languagechange"))
}
