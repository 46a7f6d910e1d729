// Everything on this site but search works without any script.

// The "#" beside a heading is for pointers; keyboards and screen readers have "On this page".
document.querySelectorAll(".headerlink").forEach((link) => {
  link.tabIndex = -1
  link.setAttribute("aria-hidden", "true")
})

// On wide screens the list of questions is open from the start; on narrow ones, and where larger text takes its
// room, it waits for a tap.
if (matchMedia("(min-width: 60em)").matches && !document.documentElement.hasAttribute("data-pe-text-size"))
  document.querySelectorAll(".pe-contents").forEach((details) => (details.open = true))

// Escape and a tap elsewhere close the menu.
const drawer = document.querySelector(".pe-drawer")
if (drawer) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !drawer.open) return
    drawer.open = false
    drawer.querySelector("summary").focus()
  })
  document.addEventListener("click", (event) => {
    if (!drawer.contains(event.target)) drawer.open = false
  })
}

// Paper has no taps: open everything that is folded before printing, and fold it again after.
let folded = []
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("article details:not([open])")]
  folded.forEach((details) => (details.open = true))
})
addEventListener("afterprint", () => folded.forEach((details) => (details.open = false)))
