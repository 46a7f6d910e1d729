// "Exit this page" by the rules of GOV.UK: it covers the page at once and leaves it, so that "Back" does not lead
// to it; three presses of Shift do the same. Escape is not used: browsers and readers need it for other things.
const exits = document.querySelectorAll("[data-pe-exit]")
if (exits.length) {
  const PRESSES = 3
  const WAIT = 5000
  const root = document.documentElement
  const status = document.querySelector("[data-pe-exit-status]")
  const steps = document.querySelector("[data-pe-exit-steps]")
  let presses = 0
  let alone = false // Whether Shift is down and nothing else happened since.
  let timer = 0
  let overlay = null

  const show = (words) => {
    status.textContent = words
    steps.hidden = presses === 0
    ;[...steps.children].forEach((step, at) => step.classList.toggle("pe-exit__done", at < presses))
  }
  const startAgain = (words) => {
    clearTimeout(timer)
    presses = 0
    show(words)
  }
  const leave = () => {
    if (overlay) return
    startAgain("Exiting.")
    overlay = document.createElement("div")
    overlay.className = "pe-exit-overlay"
    overlay.setAttribute("role", "alert")
    document.body.append(overlay)
    overlay.textContent = "Loading."
    root.classList.add("pe-exiting")
    location.replace(exits[0].href)
  }
  const press = () => {
    presses += 1
    if (presses === PRESSES) return leave()
    const left = PRESSES - presses
    show(`Shift, press ${left} more ${left === 1 ? "time" : "times"} to exit.`)
    clearTimeout(timer)
    timer = setTimeout(() => startAgain("Exit this page: the time is over. Press Shift three times again."), WAIT)
  }

  exits.forEach((link) =>
    link.addEventListener("click", (event) => {
      event.preventDefault()
      leave()
    })
  )
  // Shift for a capital letter, for going back by Tab or for a click is not a press by itself.
  addEventListener("keydown", (event) => {
    if (event.key === "Shift") {
      if (!event.repeat) alone = !(event.ctrlKey || event.altKey || event.metaKey)
      return
    }
    alone = false
    if (presses) startAgain("")
  })
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return
    alone = false
    press()
  })
  addEventListener("pointerdown", () => (alone = false))
  // A sheet that is not saved asks before one leaves it. Not now.
  addEventListener("beforeunload", (event) => overlay && event.stopImmediatePropagation(), true)
  // A browser may keep the page as it was and come back to it.
  addEventListener("pageshow", (event) => {
    if (!event.persisted || !overlay) return
    overlay.remove()
    overlay = null
    root.classList.remove("pe-exiting")
    startAgain("")
  })
}
