// Watches a page from its very start: what changes on it, when that is on the screen, and how often each chart is drawn.
// A page starts with what it is (`kind`): what is there once it is `ready`, what is there while it is `busy`, and where
// the `answer` of its server appears. `begin` waits for the next click or key, `complete` says what it cost.
(kind, NEVER) => {
    // No change of what was asked for that anybody sees: the status, the head, words for screen readers that come and go,
    // the table that a canvas holds for those, what is made ready out of sight, and where plotly.js measures words.
    const ASIDE = "head, canvas, [data-testid=stStatusWidget], [data-live-announcer], .st-key-straks, #js-plotly-tester"
    const STATE = /^data-test-/  // the state of the app as Streamlit says it, which nobody sees
    let watching = true, began = 0, last = 0, answered = false, mutations = 0, drawings = {}, quiet = 500, timer, end

    const seen = record => {
        const element = record.target.nodeType === Node.ELEMENT_NODE ? record.target : record.target.parentElement
        return element?.isConnected && !element.closest(ASIDE) && !STATE.test(record.attributeName || "")
    }
    const answers = record => record.type !== "attributes" && document.querySelector(kind.answer)?.contains(record.target)
    const complete = () => answered && document.querySelector(kind.ready) && !document.querySelector(kind.busy)
    const wait = () => {
        clearTimeout(timer)
        timer = setTimeout(() => complete() ? end?.() : wait(), quiet)
    }
    // The first task after the next frame: by then what changed is painted.
    const painted = then => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = then
        port2.postMessage(null)
    })
    new MutationObserver(records => {
        const changes = records.filter(seen)
        if (!watching || !changes.length) return
        mutations += changes.length
        answered ||= changes.some(answers)
        painted(() => { last = performance.now() })
        wait()
    }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })

    // Plotly gives every chart an `emit` of its own, whoever brings Plotly and wherever the chart is: it is wrapped here.
    const name = chart => chart.closest("[class*=st-key-]")?.className.match(/st-key-(\S+)/)[1]
        || chart.closest("[id]")?.id || "?"
    Object.defineProperty(HTMLElement.prototype, "emit", { configurable: true, set(emit) {
        const value = (event, ...data) => {
            if (event === "plotly_afterplot") drawings[name(this)] = (drawings[name(this)] || 0) + 1
            return emit(event, ...data)
        }
        Object.defineProperty(this, "emit", { configurable: true, writable: true, value })
    } })
    const charts = () => {
        const names = [...document.querySelectorAll(".js-plotly-plot")].map(name)
        const alike = wanted => names.filter(other => other === wanted).length
        return Object.fromEntries(names.map(name => [name, (drawings[name] || 0) / alike(name)]))
    }

    window.lrnWatch = {
        begin(by = "pointerup") {
            watching = false
            addEventListener(by, event => {
                ;[watching, began, last, answered, mutations, drawings] = [true, event.timeStamp, 0, false, 0, {}]
            }, { capture: true, once: true })
        },
        // Once nothing has changed for *milliseconds*.
        complete: milliseconds => new Promise((done, fail) => {
            quiet = milliseconds
            const lost = setTimeout(() => fail(new Error("the page does not become complete")), NEVER)
            end = () => {
                clearTimeout(lost)
                end = null
                done({ milliseconds: last - began, mutations, drawings: charts() })
            }
            wait()
        }),
    }
}
