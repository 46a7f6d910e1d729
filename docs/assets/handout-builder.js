// Where a clinician makes a reading list. Everything chosen and written stays on this page; it leaves in the link that
// the clinician gives away. Nothing is kept on the device unless the list is saved, and the address does not change.
import { LIMITS, cleanText, decode, encode, itemText } from "./list-format.js"
import { savedLists } from "./handout-saved.js"
import { between, button, loadIndex, make, resolve, rootOf, tell } from "./list-pages.js"
import { qrCode } from "./list-qr.js"

const FEW = 5
const PROBLEMS = {
  version: "The list in this link was made for a newer version of this page. Load the page again.",
  broken: "The list in this link can't be read. A part of the link may be missing. Ask for the whole link, or make a new list here.",
  cut: "A part of this link is missing, so there may be more on the list than you see here.",
}
const page = document.querySelector("[data-pe-builder]")
const part = (name) => page.querySelector(`[data-pe-${name}]`)
const parts = (name) => page.querySelectorAll(`[data-pe-${name}]`)
const say = (name, words) => (part(name).textContent = words)
const root = rootOf(page)
const chosen = []
let index = null
let savedSets = null
let given = true

// --- what one can choose ---

const nameOf = (item) => {
  const found = resolve(index, item)
  if (!found.title) return "A page that is no longer here"
  return found.section ? found.title + between(found.title) + found.section : found.title
}

const box = (item, words) => {
  const made = make("input", "")
  made.type = "checkbox"
  made.autocomplete = "off"
  made.dataset.peItem = itemText(item)
  made.addEventListener("change", () => (made.checked ? add(item, made) : remove(item)))
  return make("label", "", made, make("span", "", words))
}

const sectionsOf = (code, entry) =>
  Object.keys(entry.sections)
    .filter((number) => entry.sections[number].offer !== false)
    .map((number) => ({ item: { code, section: Number(number) }, title: entry.sections[number].title }))

const pageLine = (code, entry) => {
  const line = make("li", "", box({ code, section: 0 }, entry.title))
  const inside = sectionsOf(code, entry)
  line.dataset.peWords = [entry.title, entry.group].join(" ").toLowerCase()
  line.dataset.peSections = inside.map((each) => each.title).join(" ").toLowerCase()
  if (!inside.length) return line
  const about = make("span", "pe-hidden", ` of ${entry.title}`)
  const folded = make("details", "", make("summary", "", "Only a section", about))
  folded.addEventListener("toggle", () => fill(folded, inside), { once: true })
  line.append(folded)
  return line
}

const fill = (folded, inside) => {
  const lines = inside.map((each) => make("li", "", box(each.item, each.title)))
  folded.append(make("ul", "", ...lines))
  tick()
}

const showPages = () => {
  part("pages").textContent = ""
  index.groups.forEach((group) => {
    const codes = Object.keys(index.pages).filter((code) => {
      const entry = index.pages[code]
      return entry.group === group && entry.offer !== false
    })
    if (!codes.length) return
    codes.sort((one, other) => index.pages[one].title.localeCompare(index.pages[other].title))
    const lines = codes.map((code) => pageLine(code, index.pages[code]))
    part("pages").append(make("div", "", make("h3", "", group), make("ul", "", ...lines)))
  })
}

const filter = () => {
  const words = part("filter").value.toLowerCase().split(/\s+/).filter(Boolean)
  const has = (text) => words.every((word) => text.includes(word))
  let found = 0
  page.querySelectorAll("[data-pe-words]").forEach((line) => {
    const fits = has(line.dataset.peWords) || has(`${line.dataset.peWords} ${line.dataset.peSections}`)
    line.hidden = !fits
    if (fits) found += 1
  })
  openIfFew(found, has)
  part("pages").querySelectorAll(":scope > div").forEach((group) => {
    group.hidden = !group.querySelector("li:not([hidden])")
  })
  say("found", words.length ? `${found} ${found === 1 ? "page fits" : "pages fit"}` : "")
}

// What was looked for may be a section: of a few pages one sees them at once.
const openIfFew = (found, has) => {
  if (found > FEW) return
  page.querySelectorAll("[data-pe-words]:not([hidden])").forEach((line) => {
    const folded = line.querySelector("details")
    if (folded && !has(line.dataset.peWords)) folded.open = true
  })
}

const tick = () => {
  const there = new Set(chosen.map(itemText))
  page.querySelectorAll("[data-pe-item]").forEach((made) => (made.checked = there.has(made.dataset.peItem)))
}

// --- what is chosen ---

const at = (item) => chosen.findIndex((each) => itemText(each) === itemText(item))

const add = (item, made) => {
  if (chosen.length >= LIMITS.items) {
    made.checked = false
    tell(part("moved"), `A list can have up to ${LIMITS.items} pages. Take one out before you add another.`)
    return
  }
  chosen.push(item)
  changed(`${nameOf(item)} is number ${chosen.length} of the list.`)
}

const remove = (item) => {
  const was = at(item)
  if (was < 0) return
  chosen.splice(was, 1)
  const undo = { act: () => putBack(item, was), label: `Undo: keep ${nameOf(item)}` }
  changed(`${nameOf(item)} is taken out. ${chosen.length} left.`, undo)
}

// What is taken out last can come back until something else changes.
const putBack = (item, was) => {
  chosen.splice(was, 0, item)
  changed(`${nameOf(item)} is number ${was + 1} of ${chosen.length} again.`)
  part("chosen").children[was].querySelector("[data-pe-do=remove]").focus()
}

const takeOut = (item) => {
  const was = at(item)
  remove(item)
  const next = part("chosen").children[Math.min(was, chosen.length - 1)]
  ;(next ? next.querySelector("[data-pe-do=remove]") : part("chosen-title")).focus()
}

const move = (item, by, name) => {
  const was = at(item)
  const to = was + by
  if (to < 0 || to >= chosen.length) {
    tell(part("moved"), by < 0 ? "This is the first of the list already." : "This is the last of the list already.")
    return
  }
  chosen.splice(was, 1)
  chosen.splice(to, 0, item)
  changed(`${nameOf(item)} is number ${to + 1} of ${chosen.length} now.`)
  part("chosen").children[to].querySelector(`[data-pe-do=${name}]`).focus()
}

const doing = (name, words, item, act) => {
  const made = button(words, act, `${words}: ${nameOf(item)}`)
  made.dataset.peDo = name
  return made
}

const chosenLine = (item, position) => {
  const up = doing("up", "Up", item, () => move(item, -1, "up"))
  const down = doing("down", "Down", item, () => move(item, 1, "down"))
  if (position === 0) up.setAttribute("aria-disabled", "true")
  if (position === chosen.length - 1) down.setAttribute("aria-disabled", "true")
  const out = doing("remove", "Remove", item, () => takeOut(item))
  return make("li", "", make("span", "", nameOf(item)), make("div", "", up, down, out))
}

const changed = (words, undo = null) => {
  part("chosen").textContent = ""
  part("chosen").append(...chosen.map(chosenLine))
  part("none").hidden = chosen.length > 0
  tell(part("moved"), words, undo)
  if (!chosen.length) savedSets.another()
  tick()
  showOutput()
}

// --- what comes out ---

const list = () => ({
  items: chosen,
  title: part("title").value,
  note: part("note").value,
  date: part("date").value,
  hidden: part("hidden").checked,
})

const address = () => new URL(page.dataset.peLink, location.href).href
const with_ = (link, fragment) => (link.href = `${link.href.split("#")[0]}#${fragment}`)

const showOutput = () => {
  const left = LIMITS.note - part("note").value.length
  say("count", `${left} of ${LIMITS.note} characters left. Leave out names and diagnoses.`)
  part("output").hidden = !chosen.length
  part("on-paper").hidden = !chosen.length
  part("not-yet").hidden = chosen.length > 0
  guard(chosen.length > 0)
  say("status", "")
  if (!chosen.length) return
  const fragment = encode(list())
  const link = `${address()}#${fragment}`
  part("made").value = link
  with_(part("open"), fragment)
  with_(part("paper"), fragment)
  parts("send").forEach((each) => (each.href = each.dataset.peSend + encodeURIComponent(link)))
  showCode(link)
}

const showCode = (link) => {
  const code = qrCode(link, "QR code that opens this list")
  part("code").textContent = ""
  if (code) part("code").append(code.svg)
  say(
    "code-words",
    code
      ? "Your client can point a phone's camera at this code:"
      : "This list is too long for a code that phones can read. Shorten the note or take pages out. The link works as it is.",
  )
}

// The words go away first, so that a second copy is told again. Where nothing can be copied, the link is selected.
const copy = async (link, status, field) => {
  status.textContent = ""
  try {
    await navigator.clipboard.writeText(link)
    status.textContent = "The link is copied."
    return true
  } catch (error) {
    field().select()
    status.textContent = "The link is selected. Copy it with your device."
    return false
  }
}

const copyMade = async () => {
  if (await copy(part("made").value, part("status"), () => part("made"))) guard(false)
}

const sending = (words, start) => {
  const link = make("a", "pe-button", words)
  link.dataset.peSend = start
  link.addEventListener("click", () => guard(false))
  return link
}

// Only work that would be lost is worth a question before one leaves.
const warn = (event) => {
  event.preventDefault()
  event.returnValue = "" // Older browsers ask only then.
}
const guard = (on) => {
  given = !on
  if (given) removeEventListener("beforeunload", warn)
  else addEventListener("beforeunload", warn)
}

// --- starting with a list ---

const start = (found, words) => {
  savedSets.another()
  chosen.splice(0, chosen.length, ...found.items)
  part("title").value = found.title
  part("note").value = found.note
  part("date").value = found.date
  part("hidden").checked = found.hidden
  changed(words)
  guard(false)
}

const goTo = (name) => {
  part(name).scrollIntoView({ block: "start" })
  part(name).focus({ preventScroll: true })
}

const askFirst = () =>
  given || !chosen.length || confirm("Take this list in place of the one that you are making?")

const startWith = (fragment) => {
  if (!askFirst()) return false
  start(decode(fragment), "The list is filled in. You can change it.")
  goTo("chosen-title")
  return true
}

// Who came to change a list has it in the address. Anything else there is the name of a part of this page.
const startFromLink = () => {
  if (location.hash.length < 2 || document.getElementById(location.hash.slice(1))) return
  const found = decode(location.hash)
  if (!found.problem && !askFirst()) return
  const problem = found.problem ? PROBLEMS[found.problem] || PROBLEMS.broken : found.complete ? "" : PROBLEMS.cut
  say("problem", problem)
  part("problem").hidden = !problem
  if (!found.problem) start(found, "")
  goTo(problem ? "problem" : "chosen-title")
}

// --- ready-made lists ---

const equipSet = (section) => {
  const fragment = section.dataset.peSet
  const name = section.querySelector("h3").textContent.replace(/#$/, "").trim()
  const link = `${address()}#${fragment}`
  const status = section.querySelector("[role=status]")
  section.querySelector("[data-pe-set-buttons]").prepend(
    button("Start with this list", () => startWith(fragment), `Start with this list: ${name}`),
    button("Copy link", () => copy(link, status, () => fieldIn(section, link)), `Copy link: ${name}`),
    " ",
  )
}

const fieldIn = (section, link) => {
  const there = section.querySelector("textarea")
  if (there) return there
  const made = make("textarea", "pe-builder__link", link)
  made.readOnly = true
  made.rows = 4
  made.setAttribute("aria-label", "Link")
  section.append(made)
  return made
}

// --- lists kept on this device ---

const save = () => {
  const title = cleanText(part("title").value, LIMITS.title, false)
  const told = savedSets.save(title, `List that begins with ${nameOf(chosen[0])}`, encode(list()))
  say("status", told.words)
  if (told.fine) guard(false)
}

// --- the page ---

const equip = () => {
  part("buttons").append(
    button("Copy link", copyMade),
    sending("Mail", "mailto:?subject=A%20reading%20list%20for%20you&body="),
    sending("Text message", "sms:?&body="),
  )
  part("keep").append(button("Save on this device", save))
  parts("set").forEach(equipSet)
  part("filter").addEventListener("input", filter)
  for (const name of ["title", "note", "date", "hidden"]) part(name).addEventListener("input", showOutput)
}

const begin = () => {
  equip()
  savedSets = savedLists(page, startWith)
  changed("")
  startFromLink()
}

loadIndex(root).then((found) => {
  index = found
  if (index) {
    showPages()
    begin()
  } else say("pages", "The pages can't be had just now. Please load this page again.")
})
addEventListener("hashchange", () => index && startFromLink())
