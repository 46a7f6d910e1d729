// What a page notes for timing.py. A change is on the screen when the frame after it is done.
const painted = (tell) => requestAnimationFrame(() => setTimeout(tell))
const part = (name) => document.querySelector(`.md-search-result__${name}`)
const observe = (element, changed) => new MutationObserver(changed).observe(element, { childList: true, subtree: true, characterData: true })

self.timing = {
  // Begins to watch keys. `took` is how long it is from the next key to the first change of the list or of what it
  // says above. It is a promise: to ask again and again would slow the page.
  watch() {
    let start = 0, tell
    self.timing.expect = () => (self.timing.took = new Promise((done) => (tell = done)))
    document.addEventListener("keydown", (event) => (start = event.timeStamp), true)
    const changed = () => start && painted(() => tell(performance.now() - start))
    observe(part("list"), changed)
    observe(part("meta"), changed)
  },
  // A phone's reader taps the button and types at once.
  first() {
    return new Promise((done) => {
      const button = document.querySelector("[data-pe-search]"), box = document.querySelector("[data-md-component=search-query]")
      const start = performance.now()
      observe(part("list"), () => document.querySelector(".md-search-result__item") && painted(() => done(performance.now() - start)))
      button.dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }))
      button.click()
      box.addEventListener("focus", () => {
        box.value = "anxiety"
        box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "y" }))
      }, { once: true })
    })
  },
}
