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
  "Copy": "Kopiëren",
  "Copy column name": "Kolomnaam kopiëren",
  "Copy to clipboard": "Kopiëren",
  "Copy version to clipboard": "Versie kopiëren",
  "Dataframe column menu": "Menu van de kolom",
  "day, {what}": "dag, {what}",
  "Decrement": "Lager",
  "Decrement {what}": "{what} lager",
  "Dismiss": "Sluiten",
  "Expand sidebar": "Zijbalk uitklappen",
  "file upload": "Bestand kiezen",
  "Fullscreen": "Volledig scherm",
  "Fullscreen: {what}": "Volledig scherm: {what}",
  "Help": "Uitleg",
  "Help for {what}": "Uitleg bij {what}",
  "Increment": "Hoger",
  "Increment {what}": "{what} hoger",
  "Link to heading": "Link naar deze kop",
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
const KINDS = {  // of a column, in its menu
  "checkbox": "ja of nee", "date": "datum", "datetime": "datum en tijd", "link": "link", "list": "lijst", "number": "getal",
  "text": "tekst", "time": "tijd",
}
const HINTS = [
  "Clear selection", "Close fullscreen", "Copied", "Copy", "Copy column name", "Copy to clipboard", "Fullscreen", "Search",
  "Show/hide columns",
]
const WRITTEN = {
  "[data-testid=stSkipToContent]": { "Skip to main content": "Naar de inhoud" },
  "[data-testid=stMainMenuPopover]": {
    "About": "Over dit dashboard", "Dark": "Donker", "Light": "Licht", "Made with Streamlit v": "Gemaakt met Streamlit ",
    "System": "Systeem",
  },
  "[role=dialog]": {
    "About": "Over dit dashboard",
    "Bad message format": "Onleesbaar bericht",
    "Cannot connect to Streamlit (HTTP status: {code}).\n\nIf you are trying to access a Streamlit app running on another server, this could be due to the app's":
      "Het dashboard weigert de verbinding (status {code}). Laad de pagina opnieuw. Helpt dat niet, vraag de beheerder dan naar de instelling ",
    "Close": "Sluiten",
    "Connection error": "Geen verbinding",
    "Connection failed with status {code}.": "Het dashboard antwoordt niet (status {code}). Laad de pagina over een minuut opnieuw.",
    "Connection failed with status {code}, and response:": "Het dashboard antwoordt niet (status {code}), met als antwoord:",
    "Connection timed out.": "Het dashboard antwoordt niet op tijd. Laad de pagina over een minuut opnieuw.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:":
      "Het dashboard draait niet meer op deze computer. Start het opnieuw:",
    "Script execution error": "Er ging iets mis",
    "settings.": " van het dashboard.",
    "streamlit run yourscript.py": "streamlit run app.py",
    "Streamlit server is not responding. Are you connected to the internet?":
      "Het dashboard antwoordt niet. Kijk of u verbinding heeft en laad de pagina over een minuut opnieuw.",
  },
  "[data-testid=stException]": {
    "Copy": "Kopiëren",
    "This app has encountered an error. The original error message is redacted to prevent data leaks. Full error details have been recorded in the logs (if you're on Streamlit Cloud, click on 'Manage app' in the lower right of your app).":
      "Hier ging iets mis in het dashboard. Laad de pagina opnieuw. Blijft het misgaan, meld het dan aan de beheerder: in het logboek staat wat er gebeurde.",
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
  "[data-testid=stDataFrameStatisticsMenu]": {
    "25th percentile": "25e percentiel", "75th percentile": "75e percentiel", "Average": "Gemiddelde",
    "Average length": "Gemiddelde lengte", "Based on sample": "Op basis van een steekproef", "Count": "Aantal",
    "Distinct": "Verschillende", "Empty": "Leeg", "Maximum": "Hoogste", "Maximum length": "Grootste lengte",
    "Median": "Mediaan", "Minimum": "Laagste", "Minimum length": "Kleinste lengte", "No data": "Geen gegevens",
    "Range": "Bereik", "Standard deviation": "Standaardafwijking", "Sum": "Som", "Values": "Waarden",
  },
  "[data-testid=stDataFrameColumnVisibilityMenu]": { "Select all": "Alles kiezen" },
  "[data-testid=stTooltipContent]": {
    ...Object.fromEntries(HINTS.map((hint) => [hint, NAMED[hint]])),
    "Connecting to Streamlit server": "Verbinding maken met het dashboard",
    "Unable to connect to Streamlit server": "Geen verbinding met het dashboard",
  },
  "[class*=gdg-search]": {
    "1 result": "1 gevonden", "{number} results": "{number} gevonden", "Type to search": "Typ om te zoeken",
  },
  "[data-live-announcer]": {
    "1 option available.": "1 keuze.", "{number} options available.": "{number} keuzes.",
    "{what}, selected": "{what}, gekozen",
  },
  "[data-testid=InputInstructions]": {
    "Press Enter to apply": "Enter neemt dit over",
  },
  "[data-testid=stFileUploader]": {
    "AxiosError: Network Error": "Het uploaden is niet gelukt: er is geen verbinding.",
    "AxiosError: Request failed with status code {code}": "Het uploaden is niet gelukt (status {code}).",
    "Connection lost. Please wait for the app to reconnect, then try again.":
      "Er is geen verbinding. Wacht tot die er weer is en probeer het dan opnieuw.",
    "Error:": "Fout:",
    "{kind} files are not allowed.": "Bestanden van het type {kind} kunnen hier niet.",
    "File must be {size} or smaller.": "Een bestand mag hier hooguit {size} zijn.",
  },
  "[data-testid=stConnectionStatus]": { "Connecting": "Verbinden…", "Error": "Geen verbinding" },
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
      const kind = name === "title" && element.closest("[data-testid=stDataFrameColumnMenu]") && KINDS[text]
      const meant = text && (kind || dutch(NAMED, text.trim()))
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
