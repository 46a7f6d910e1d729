// The reading settings. docs/assets/early.js applies what was kept; nothing is kept before the reader chooses.
const panel = document.querySelector("[data-pe-reading]")
if (panel) {
  const root = document.documentElement
  const status = panel.querySelector("[role=status]")

  const keep = (name, value) => {
    try {
      if (value) localStorage.setItem(`psychoed.${name}`, value)
      else localStorage.removeItem(`psychoed.${name}`)
      return true
    } catch (error) {
      return false
    }
  }

  // A browser that comes back to a page may show other boxes ticked than those that hold.
  const show = () =>
    panel.querySelectorAll("[data-pe-setting]").forEach((field) => {
      const value = root.getAttribute(`data-pe-${field.dataset.peSetting}`) || ""
      field.checked = field.value === value
    })

  panel.addEventListener("change", (event) => {
    const field = event.target.closest("[data-pe-setting]")
    if (!field) return
    const name = field.dataset.peSetting
    const value = field.checked ? field.value : ""
    if (value) root.setAttribute(`data-pe-${name}`, value)
    else root.removeAttribute(`data-pe-${name}`)
    status.textContent = keep(name, value)
      ? "Changed."
      : "Changed on this page only: this browser does not let pages keep anything."
  })
  addEventListener("pageshow", show)
  // The button on the page about privacy deletes what was kept; what it did to this page goes with it.
  addEventListener("psychoed-forgotten", () => {
    panel.querySelectorAll("[data-pe-setting]").forEach((field) => root.removeAttribute(`data-pe-${field.dataset.peSetting}`))
    show()
  })
  show()
}
