// What surrounds Material's search box: the lines of the list, the help lines when a search speaks of danger, ways
// on when nothing is found, and a head start for the index when a person reaches for search. What is typed stays on
// this page. The worker says which messages there are.
const RESULT = 3, LOAD = 4, LOADING = 5
const search = document.querySelector(".md-search")
if (search?.querySelector("input")) {
  const box = search.querySelector("input")
  const toggle = document.querySelector("[data-md-toggle=search]")
  const panel = search.querySelector("[data-pe-crisis]")
  const status = search.querySelector("[data-pe-crisis-status]")
  const nothing = search.querySelector("[data-pe-nothing]")
  const files = document.querySelector("[data-pe-danger]")?.dataset.peDanger
  const worker = self.psychoedWorker
  const afterPaint = (act) => requestAnimationFrame(() => setTimeout(act))
  let opener = null

  // On a narrow screen the results cover the page: the numbers come along.
  search.querySelector(".md-search__scrollwrap").prepend(document.querySelector(".pe-help-bar").cloneNode(true))
  // Enter on no result would send the words to the server, in the address.
  search.querySelector("form").addEventListener("submit", (event) => event.preventDefault())
  // Material looks when a key was let go. Words that are pasted from a menu or spoken come without a key.
  box.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup")))
  // On narrow screens the box opens by a label that no keyboard reaches: a button does it too.
  document.querySelectorAll("[data-pe-search]").forEach((button) =>
    button.addEventListener("click", () => {
      opener = button
      toggle.click()
      setTimeout(() => box.focus(), 50)
    })
  )
  toggle.addEventListener("change", () => {
    if (toggle.checked || !opener) return
    opener.focus()
    opener = null
  })
  // A head start, when a person is about to search. The index is asked for first: both share one line.
  let started = !files
  const start = () => {
    if (started) return
    started = true
    if (worker) worker.postMessage({ type: LOAD })
    else if (panel) learn()
  }
  const openers = [box, ...document.querySelectorAll("[data-pe-search], label[for=__search]")]
  openers.forEach((opener) => ["focus", "pointerdown", "pointerenter"].forEach((what) => opener.addEventListener(what, start)))

  // --- the list ---

  // Material draws a line in many steps, ten times as slow as this.
  const { base, translations } = JSON.parse(document.getElementById("__config").textContent)
  const meta = search.querySelector(".md-search-result__meta")
  const list = search.querySelector(".md-search-result__list")
  const home = new URL(base, location)
  const [pageLine, sectionLine] = search.querySelector("[data-pe-line]").content.children
  const line = (model, { location: where, title, text, score }) => {
    const link = model.cloneNode(true), article = link.firstElementChild
    link.href = new URL(where, home)
    article.dataset.mdScore = score
    article.lastElementChild.innerHTML = title
    article.insertAdjacentHTML("beforeend", text)
    return link
  }
  const draw = (items) => {
    const typed = box.value.trim()
    meta.textContent =
      items.length === 1 ? translations["search.result.one"]
      : items.length ? translations["search.result.other"].replace("#", items.length)
      : translations[typed ? "search.result.none" : "search.result.placeholder"]
    list.replaceChildren(...items.map(([page, ...sections]) => {
      const item = document.createElement("li")
      item.className = "md-search-result__item"
      item.append(line(pageLine, sections.length ? { ...page, text: "" } : page), ...sections.map((each) => line(sectionLine, each)))
      return item
    }))
    // The nearest topics stand in the list and are no answer, so the other ways stay beside them.
    nothing.hidden = !typed || (items.length > 0 && !list.querySelector("[data-pe-near]"))
  }
  if (worker) {
    worker.heard = (event) => {
      const { type, data } = event.data
      if (type === LOADING && panel) learn()
      if (type !== RESULT) return
      event.stopImmediatePropagation()
      draw(data.items)
      if (panel) afterPaint(() => soon(20))
    }
  }

  // --- danger ---

  let hidden = false, asked = "", answer = [], dangers = null
  // The help lines are in the page. What decides about them is loaded when a person reaches for search; if it
  // can't be loaded, every search shows them.
  const script = (url) => new Promise((done, fail) => document.head.append(Object.assign(document.createElement("script"), { src: url, onload: done, onerror: fail })))
  const learn = () =>
    Promise.all(files.split(" ").map(script))
      .then(() => (dangers = self.psychoedDanger), () => (dangers = (text) => (text.trim() ? ["unknown"] : [])))
      .then(() => soon())
  // One key is heard of two or three times, and the answer takes a moment on an old phone.
  const known = (text) => {
    if (text !== asked) {
      asked = text
      answer = dangers(text)
    }
    return answer
  }
  // To decide takes longer than to find, so it waits until the list is painted, or a moment when none comes.
  let waiting = 0
  const soon = (pause = 150) => {
    clearTimeout(waiting)
    waiting = setTimeout(look, pause)
  }
  const look = () => {
    clearTimeout(waiting)
    const found = hidden || !dangers ? [] : known(box.value)
    const shown = found.length > 0
    panel.querySelectorAll("[data-pe-for]").forEach((line) => (line.hidden = !line.dataset.peFor.split(" ").some((id) => found.includes(id))))
    if (shown === !panel.hidden) return
    panel.hidden = !shown
    status.textContent = shown ? "Help lines are shown above the results. Press Tab to reach them." : ""
  }
  if (panel) {
    if (document.activeElement === box) start()
    box.addEventListener("keyup", () => soon())
    search.querySelector("form").addEventListener("reset", () => setTimeout(look))
    panel.querySelector("[data-pe-crisis-hide]").addEventListener("click", () => {
      hidden = true
      look()
      box.focus()
    })
  }

  // Material closes the search on Tab. Where there are links to reach, Tab reaches them.
  search.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && !(panel?.hidden && nothing.hidden)) event.stopPropagation()
  })
}
