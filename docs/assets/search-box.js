// What surrounds Material's search box: the help lines when a search speaks of danger, ways on when nothing is
// found, and a head start for the index when a person reaches for search. What is typed stays on this page.
const search = document.querySelector(".md-search")
if (search?.querySelector("input")) {
  const box = search.querySelector("input")
  const toggle = document.querySelector("[data-md-toggle=search]")
  const panel = search.querySelector("[data-pe-crisis]")
  const status = search.querySelector("[data-pe-crisis-status]")
  const nothing = search.querySelector("[data-pe-nothing]")
  const files = document.querySelector("[data-pe-index]")?.dataset
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
  // A head start, when a person is about to search: the worker finds both in the browser's cache later.
  let started = !files
  const start = () => {
    if (started) return
    started = true
    ;[files.peIndex, files.peEngine].forEach((url) => fetch(url).catch(() => {}))
    if (panel) learn()
  }
  const openers = [box, ...document.querySelectorAll("[data-pe-search], label[for=__search]")]
  openers.forEach((opener) => ["focus", "pointerdown", "pointerenter"].forEach((what) => opener.addEventListener(what, start)))

  // --- danger ---

  let hidden = false, asked = "", answer = [], dangers = null
  // The help lines are in the page. What decides about them is loaded when a person reaches for search; if it
  // can't be loaded, every search shows them.
  const script = (url) => new Promise((done, fail) => document.head.append(Object.assign(document.createElement("script"), { src: url, onload: done, onerror: fail })))
  const learn = () =>
    Promise.all(files.peDanger.split(" ").map(script))
      .then(() => (dangers = self.psychoedDanger), () => (dangers = (text) => (text.trim() ? ["unknown"] : [])))
      .then(look)
  // One key is heard of two or three times, and the answer takes a moment on an old phone.
  const known = (text) => {
    if (text !== asked) {
      asked = text
      answer = dangers(text)
    }
    return answer
  }
  const look = () => {
    const found = hidden || !dangers ? [] : known(box.value)
    const shown = found.length > 0
    panel.querySelectorAll("[data-pe-for]").forEach((line) => (line.hidden = !line.dataset.peFor.split(" ").some((id) => found.includes(id))))
    if (shown === !panel.hidden) return
    panel.hidden = !shown
    status.textContent = shown ? "Help lines are shown above the results. Press Tab to reach them." : ""
  }
  if (panel) {
    if (document.activeElement === box) start()
    box.addEventListener("keyup", look)
    search.querySelector("form").addEventListener("reset", () => setTimeout(look))
    panel.querySelector("[data-pe-crisis-hide]").addEventListener("click", () => {
      hidden = true
      look()
      box.focus()
    })
  }

  // --- nothing found ---

  const none = JSON.parse(document.getElementById("__config").textContent).translations["search.result.none"]
  const meta = search.querySelector(".md-search-result__meta")
  // The nearest topics stand in the list and are no answer, so the other ways stay beside them.
  const list = search.querySelector(".md-search-result__list")
  const seen = new MutationObserver(() => (nothing.hidden = meta.textContent !== none && !list.querySelector("[data-pe-near]")))
  ;[meta, list].forEach((part) => seen.observe(part, { childList: true, characterData: true, subtree: true }))

  // Material closes the search on Tab. Where there are links to reach, Tab reaches them.
  search.addEventListener("keydown", (event) => {
    if (event.key === "Tab" && !(panel?.hidden && nothing.hidden)) event.stopPropagation()
  })
}
