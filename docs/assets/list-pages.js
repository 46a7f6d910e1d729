// What the pages around reading lists share: what each code leads to now, days in words, and what a device keeps.

/** The site's own root, from where a page says it is. */
export const rootOf = (element) => new URL(element.dataset.peRoot, location.href.split("#")[0])

/** All codes with what they lead to, or null when they can't be had just now. */
export const loadIndex = async (root) => {
  try {
    const answer = await fetch(new URL("p/index.json", root))
    const index = await answer.json()
    return index.version === 1 ? index : null
  } catch (error) {
    return null
  }
}

const own = (record, key) => (Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined)

/**
 * An item of a list as {title, section, address}. A code that leads nowhere any more has no address. Without the
 * index, the discreet address is what is known.
 */
export const resolve = (index, item) => {
  if (!index)
    return { title: "", section: "", address: `/p/${item.code}/${item.section ? `#${item.section}` : ""}` }
  const page = own(index.pages, item.code)
  if (!page) return { title: "", section: "", address: "" }
  const section = item.section ? own(page.sections, String(item.section)) : undefined
  const anchor = section ? `#${section.anchor}` : ""
  return { title: page.title, section: section ? section.title : "", address: `${page.address}${anchor}` }
}

/** What stands between a title and a section's. */
export const between = (title) => (/[?!.]$/.test(title) ? " " : ": ")

/** "2026-12-01" in the reader's own words. A day has no time zone, so none is let in. */
export const inWords = (day) => {
  const [year, month, date] = day.split("-").map(Number)
  const options = { weekday: "long", year: "numeric", month: "long", day: "numeric", timeZone: "UTC" }
  return new Intl.DateTimeFormat(undefined, options).format(new Date(Date.UTC(year, month - 1, date)))
}

/** Whether a day is over where the reader is. */
export const isOver = (day) => {
  const now = new Date()
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"))
  return day < today.join("-")
}

/** What the device keeps under one name, as an object; {} when there is nothing that can be read. */
export const kept = (key) => {
  try {
    return Object(JSON.parse(localStorage.getItem(key)))
  } catch (error) {
    return {}
  }
}

/** Keep an object, or take the name away with null. Says whether the browser let it. */
export const keep = (key, value) => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(value))
    return true
  } catch (error) {
    return false
  }
}

/** An element with a class and what stands in it. Text stays text, whatever it holds. */
export const make = (tag, className, ...inside) => {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...inside)
  return element
}

export const button = (words, act, label = "") => {
  const made = make("button", "pe-button", words)
  made.type = "button"
  if (label) made.setAttribute("aria-label", label)
  made.addEventListener("click", act)
  return made
}

/** Say what was done where a status stands, with a button that takes it back if there is a way. Gives the button. */
export const tell = (status, words, undo = null) => {
  status.textContent = words
  const line = status.parentNode
  line.querySelectorAll("button").forEach((old) => old.remove())
  if (!undo) return status
  const made = button("Undo", undo.act, undo.label)
  line.append(" ", made)
  return made
}
