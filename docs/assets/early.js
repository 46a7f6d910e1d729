// Runs before anything is painted, so that nothing shifts: what the reader chose under "Reading settings".
// A value that is not listed counts as not chosen. Browsers may forbid a page to read what is kept.
;(() => {
  const root = document.documentElement
  const choices = {
    "text-size": ["large", "larger", "largest"],
    colors: ["light", "dark"],
    spacing: ["wide"],
    calm: ["on"],
  }
  const kept = (name) => {
    try {
      return localStorage.getItem(`psychoed.${name}`)
    } catch (error) {
      return null
    }
  }
  root.className = "js"
  Object.keys(choices).forEach((name) => {
    const value = kept(name)
    if (choices[name].includes(value)) root.setAttribute(`data-pe-${name}`, value)
  })
  // Material's script asks the page for these and would keep things on the device that nobody chose.
  window.__md_get = () => null
  window.__md_set = () => {}
  window.__md_hash = () => 0
  // It keeps the search worker to itself, too. search-box.js speaks with the worker, and hears it before Material.
  const Worker = window.Worker
  if (!Worker) return
  window.Worker = class extends Worker {
    constructor(url) {
      super(url)
      if (!url.includes("/search-worker.js")) return
      window.psychoedWorker = this
      this.addEventListener("message", (event) => this.heard && this.heard(event))
    }
  }
})()
