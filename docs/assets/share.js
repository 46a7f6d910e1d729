// The panel for sharing: buttons that copy, and a link beside each heading that opens it for that section.
// Without this script the panel shows the addresses as text and as plain links.
const sharePanel = document.querySelector("[data-pe-share]")
if (sharePanel) {
  const panel = sharePanel
  const box = panel.closest("details")
  const status = panel.querySelector("[data-pe-share-status]")
  const texts = {}
  panel.querySelectorAll("[data-pe-link]").forEach((text) => (texts[text.dataset.peLink] = text))
  const whole = { page: texts.page.textContent, discreet: texts.discreet.textContent }

  const select = (text) => {
    const range = document.createRange()
    range.selectNodeContents(text)
    const selection = getSelection()
    selection.removeAllRanges()
    selection.addRange(range)
  }
  const copy = (text) => {
    const failed = () => {
      select(text)
      status.textContent = "The link is selected. Copy it with your device."
    }
    const done = () => (status.textContent = "The link is copied.")
    status.textContent = ""
    if (navigator.clipboard) navigator.clipboard.writeText(text.textContent).then(done, failed)
    else failed()
  }
  const button = (words, act) => {
    const made = document.createElement("button")
    made.type = "button"
    made.className = "pe-button"
    made.textContent = words
    made.addEventListener("click", act)
    return made
  }
  texts.page.after(button("Copy link", () => copy(texts.page)))
  texts.discreet.after(button("Copy discreet link", () => copy(texts.discreet)))
  panel.querySelector(".pe-share__buttons").append(button("Print", () => print()))

  // What the panel is for: the whole page, or one section of it. The QR code is always the page's.
  const show = (part) => {
    texts.page.textContent = whole.page + (part ? `#${part.dataset.pePart}` : "")
    texts.discreet.textContent = whole.discreet + (part ? part.hash : "")
    panel.querySelectorAll("[data-pe-send]").forEach((link) => {
      link.href = link.dataset.peSend + encodeURIComponent(texts.discreet.textContent)
    })
    const what = panel.querySelector("[data-pe-share-what]")
    what.hidden = !part
    what.textContent = part ? `For this part: ${part.textContent}. The QR code leads to the whole page.` : ""
    status.textContent = ""
  }
  box.addEventListener("toggle", () => { if (!box.open) show(null) })
  panel.querySelectorAll("[data-pe-part]").forEach((part) => {
    const heading = document.getElementById(part.dataset.pePart)
    if (!heading) return
    const link = document.createElement("a")
    link.className = "pe-share-part"
    link.href = "#share"
    link.textContent = "Share"
    link.setAttribute("aria-label", `Share this part: ${part.textContent}`)
    link.addEventListener("click", (event) => {
      event.preventDefault()
      box.open = true
      show(part)
      const title = box.querySelector("summary")
      title.scrollIntoView({ block: "start" })
      title.focus({ preventScroll: true })
    })
    heading.after(link)
  })
}
// Who came by a discreet link has letters like %63 in the address; write them plainly.
if (/%[2-7][0-9a-f]/i.test(location.pathname + location.hash))
  try {
    history.replaceState(null, "", decodeURI(location.pathname) + location.search + decodeURIComponent(location.hash))
  } catch (error) { /* The address stays as it is; it works all the same. */ }
