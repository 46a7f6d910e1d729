// A client's reading list. What is on it comes from the link; docs/assets/list-format.js tells how. Nothing is kept
// on the device before a box is ticked.
import { decode, itemText } from "./list-format.js"
import { button, inWords, isOver, keep, kept, loadIndex, make, resolve, rootOf } from "./list-pages.js"

const KEY = "psychoed.lists"
const MOST_LISTS = 50
const PROBLEMS = {
  empty: "There is no list in this link. It may have been cut short on its way. Please ask for the whole link.",
  version: "This link was made for a newer version of this page. Load the page again, or ask for a new link.",
  broken: "This link can't be read. A part of it may be missing. Please ask the person who gave it to you for a new one.",
}

const page = document.querySelector("[data-pe-list]")
const part = (name) => page.querySelector(`[data-pe-${name}]`)
const show = (name, text) => {
  part(name).textContent = text
  part(name).hidden = !text
}
const root = rootOf(page)
let list = null
let index = null
let namesShown = false
// What is ticked. It holds on this page also where the browser keeps nothing.
let marks = []

// --- what was read, kept under the list's items ---

const keyOf = () => list.items.map(itemText).join("-")
const record = () => {
  const all = kept(KEY)
  return { version: 1, lists: Object(all.version === 1 ? all.lists : null) }
}
const isKept = () => keyOf() in record().lists
const readItems = () => {
  const found = record().lists[keyOf()]
  return Array.isArray(found) ? found : []
}

const keepRead = (items) => {
  const all = record()
  delete all.lists[keyOf()]
  const others = Object.keys(all.lists).slice(1 - MOST_LISTS)
  const lists = {}
  others.forEach((key) => (lists[key] = all.lists[key]))
  if (items.length) lists[keyOf()] = items
  return keep(KEY, Object.keys(lists).length ? { version: 1, lists } : null)
}

const mark = (item, done) => {
  marks = marks.filter((name) => name !== itemText(item))
  if (done) marks.push(itemText(item))
  const fine = keepRead(marks)
  showProgress()
  say(fine ? "" : "This browser could not keep that. Your ticks are as you see them until you leave this page.")
}

// The button goes away, so whoever pressed it goes on from the words that tell what came of it.
const forget = () => {
  keepRead([])
  readAgain()
  say(
    isKept()
      ? "This browser could not delete it. You can delete what this site keeps in the settings of your browser."
      : "This device keeps nothing about this list now. The link still opens it.",
  )
  part("status").focus()
}

const say = (words) => (part("status").textContent = words)

const showProgress = () => {
  const boxes = [...page.querySelectorAll("[data-pe-read]")]
  const done = boxes.filter((box) => box.checked).length
  show("progress", boxes.length ? `${done} of ${boxes.length} read` : "")
  part("forget").hidden = !marks.length && !isKept()
}

// --- the list ---

const itemLine = (item, number) => {
  const found = resolve(index, item)
  if (!found.address) return make("li", "pe-list__gone", make("p", "", "This page is no longer here."))
  const secret = list.hidden && !namesShown
  const title = secret || !found.title ? `Page ${number}` : found.title
  const link = make("a", "pe-list__page", title)
  if (found.section && !secret) link.append(make("span", "pe-list__part", found.section))
  link.href = new URL(`.${found.address}`, root)
  const box = make("input", "")
  box.type = "checkbox"
  box.autocomplete = "off"
  box.checked = marks.includes(itemText(item))
  box.dataset.peRead = itemText(item)
  box.addEventListener("change", () => mark(item, box.checked))
  const label = make("label", "", box, make("span", "", "I've read this", make("span", "pe-hidden", `: ${title}`)))
  return make("li", "", link, label)
}

const showItems = () => {
  const lines = list.items.map((item, position) => itemLine(item, position + 1))
  part("items").textContent = ""
  part("items").append(...lines)
  part("names").hidden = !list.hidden || !index
  part("names").textContent = namesShown ? "Hide the names of the pages" : "Show the names of the pages"
  showProgress()
}

const readAgain = () => {
  marks = readItems()
  showItems()
}

const showList = () => {
  const from = list.title || list.note
  part("from").hidden = !from
  show("title", list.title)
  show("note", list.note)
  part("appointment").hidden = !list.date
  if (list.date) {
    part("day").textContent = inWords(list.date)
    part("over").hidden = !isOver(list.date)
  }
  part("incomplete").hidden = list.complete
  part("edit").href = `${part("edit").href.split("#")[0]}${location.hash}`
  readAgain()
}

const open = () => {
  const found = decode(location.hash)
  list = found.problem ? null : found
  namesShown = false
  say("")
  show("problem", found.problem ? PROBLEMS[found.problem] : "")
  part("ways").hidden = !found.problem
  part("shown").hidden = Boolean(found.problem)
  if (list) showList()
}

part("names").addEventListener("click", () => {
  namesShown = !namesShown
  showItems()
})
part("buttons").append(button("Print this list", () => print()))
part("forget").addEventListener("click", forget)
addEventListener("hashchange", open)
// The same list in another tab, and a page that a browser kept as it was and shows again.
addEventListener("storage", (event) => (event.key === KEY || event.key === null) && list && readAgain())
addEventListener("pageshow", (event) => event.persisted && list && readAgain())

loadIndex(root).then((found) => {
  index = found
  part("loading").hidden = true
  part("offline").hidden = Boolean(index)
  open()
})
