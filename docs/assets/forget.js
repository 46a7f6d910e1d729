// On the page about privacy: what this site keeps in this browser, in words, and the button that deletes it.
const forget = document.querySelector("[data-pe-forget]")
if (forget) {
  const names = JSON.parse(forget.dataset.peNames)
  const part = (name) => forget.querySelector(`[data-pe-forget-${name}]`)
  const status = forget.querySelector("[role=status]")
  // An older version of this site let its theme write keys like "/.__palette": its address, a dot, two lines.
  const theirs = `${new URL("..", document.currentScript.src).pathname}.__`
  const isOurs = (key) => key.startsWith("psychoed.") || key.startsWith(theirs)

  // A browser may forbid a page to keep anything; then asking for its storage fails already.
  const stores = () => {
    try {
      return [localStorage, sessionStorage]
    } catch (error) {
      return []
    }
  }
  const kept = () =>
    stores().flatMap((store) => Object.keys(store).filter(isOurs).map((key) => ({ store, key })))

  // The sheet's own name before that of all sheets: the longest key that fits.
  const inWords = ({ store, key }) => {
    const known = Object.keys(names).filter((each) => (each.endsWith(".") ? key.startsWith(each) : key === each))
    const best = known.sort((a, b) => b.length - a.length)[0]
    if (!best) return `From an older version of this site: ${key}`
    const { name, plain } = names[best]
    return plain ? `${name}: ${store.getItem(key)}` : name
  }
  const show = () => {
    const found = kept()
    part("list").replaceChildren(
      ...found.map((one) => Object.assign(document.createElement("li"), { textContent: inWords(one) }))
    )
    part("none").hidden = found.length > 0
  }

  part("all").addEventListener("click", () => {
    const found = kept()
    found.forEach(({ store, key }) => store.removeItem(key))
    dispatchEvent(new Event("psychoed-forgotten"))
    show()
    status.textContent = found.length
      ? "Done. This site keeps nothing in this browser now."
      : "There was nothing to delete. This site keeps nothing in this browser."
  })
  // Another tab may keep or delete something while this one is open.
  addEventListener("storage", show)
  addEventListener("pageshow", show)
  addEventListener("change", () => setTimeout(show))
  show()
}
