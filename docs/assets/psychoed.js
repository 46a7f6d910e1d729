// Everything on this site but search works without any script.

// What Material's search leaves out: a name for screen readers, and on narrow screens, where it opens by
// a label that no keyboard reaches, a button.
const search = document.querySelector(".md-search")
if (search) {
  const box = search.querySelector("input")
  const toggle = document.querySelector("[data-md-toggle=search]")
  let opener = null
  search.setAttribute("aria-label", "Search")
  box.setAttribute("aria-description", "Use the arrow keys to reach the results")
  search.querySelector(".md-search-result__meta").setAttribute("role", "status")
  // On a narrow screen the results cover the page: the numbers come along.
  search.querySelector(".md-search__scrollwrap").prepend(document.querySelector(".pe-help-bar").cloneNode(true))
  // Enter on no result would send the words to the server, in the address.
  search.querySelector("form").addEventListener("submit", (event) => event.preventDefault())
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
}

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
