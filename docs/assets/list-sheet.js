// A reading list on paper, and if one asks for it the whole text of its pages. They come from this site alone.
import { decode } from "./list-format.js"
import { between, button, inWords, loadIndex, make, resolve, rootOf } from "./list-pages.js"
import { qrCode } from "./list-qr.js"

const page = document.querySelector("[data-pe-sheet]")
const part = (name) => document.querySelector(`[data-pe-${name}]`)
const root = rootOf(page)
const fixed = page.dataset.peFragment
// Squares of half a millimeter are read well from paper.
const SQUARE = 0.5
const NARROWEST = 42
// What a page has around its text, what one taps, and what would run or look otherwise than the sheet.
const NOT_PRINTED =
  ".pe-sheet-head, .pe-sheet-end, .pe-review, nav, script, style, link, template, dialog, iframe, " +
  "button:not(.pe-term), .pe-definition, .pe-crumbs, .pe-rail, " +
  ".pe-contents, .pe-related, .pe-neighbours, .pe-share, .pe-share-part, .pe-printing, .headerlink, " +
  ".pe-downloads, .pe-matrix__map, .pe-tool__actions, noscript"
const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls"]

let list = null
let index = null

const show = (name, text) => {
  part(name).textContent = text
  part(name).hidden = !text
}

// --- the list ---

const line = (item) => {
  const found = resolve(index, item)
  const box = make("span", "pe-sheet-box")
  if (!found.address) return make("li", "", box, " This page is no longer here.")
  const title = make("strong", "", found.title || "A page")
  const rest = found.section ? `${between(found.title)}${found.section} ` : " "
  return make("li", "", box, " ", title, rest, make("span", "pe-quiet", doorOf(item)))
}

const linkTo = (path) => new URL(path, new URL(page.dataset.peLink, location.href)).href
const doorOf = (item) => {
  const door = linkTo(`../p/${item.code}/${item.section ? `#${item.section}` : ""}`)
  return door.replace(/^https?:\/\/|\/$/g, "")
}

const showCode = () => {
  const code = qrCode(`${linkTo("")}#${location.hash.replace(/^#/, "")}`, "QR code that opens this list")
  part("code").textContent = code ? "" : "This list is too long for a code that phones can read."
  if (!code) return
  part("code").append(code.svg)
  part("code").style.width = `${Math.max(NARROWEST, code.squares * SQUARE)}mm`
}

const open = () => {
  if (part("loading")) part("loading").hidden = true
  list = decode(fixed || location.hash)
  if (list.problem) {
    show("problem", "This link has no list that can be read. Go back and make it again.")
    part("bar").hidden = true
    return
  }
  part("edit").href = `${part("edit").href.split("#")[0]}#${fixed || location.hash.replace(/^#/, "")}`
  if (fixed) return
  part("from").hidden = !(list.title || list.note)
  show("title", list.title)
  show("note", list.note)
  part("appointment").hidden = !list.date
  if (list.date) part("day").textContent = inWords(list.date)
  part("items").append(...list.items.map(line))
  showCode()
}

// --- the whole text of the pages ---

const texts = async () => {
  part("texts").textContent = ""
  if (!part("whole").checked) return say("")
  say("Getting the pages …")
  const parts = await Promise.all(list.items.map(text))
  if (!part("whole").checked) return undefined
  part("texts").append(...parts.filter(Boolean))
  const missing = parts.filter((each) => !each).length
  if (!missing) return say("The pages are on the sheet.")
  return say(`${missing} of the pages could not be had. The others are on the sheet.`)
}

const text = async (item, position) => {
  const found = resolve(index, item)
  if (!found.title) return null
  try {
    const address = new URL(`.${found.address}`, root)
    const answer = await fetch(address)
    if (!answer.ok) return null
    const whole = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#main")
    const chosen = found.address.includes("#") ? section(whole, found.address.split("#")[1]) : whole
    // Who wrote a page, and whether a clinician has read it, belongs to each part of its text.
    const dates = whole.querySelector(".pe-sheet-dates") || ""
    return chosen ? article(chosen, found, dates, address, position + 1) : null
  } catch (error) {
    return null
  }
}

/** A heading with everything up to the next one of its level, and the sources that it cites. */
const section = (whole, anchor) => {
  const start = whole.querySelector(`#${CSS.escape(anchor)}`)
  if (!start) return null
  const box = document.createElement("div")
  const ends = (node) => /^H[12]$/.test(node.tagName) || node.tagName === start.tagName
  const sources = whole.querySelector("#sources")
  const nodes = []
  for (let node = start; node && (node === start || !ends(node)); node = node.nextElementSibling) nodes.push(node)
  box.append(...nodes)
  const cited = [...box.querySelectorAll(".pe-cite a[href^='#']")].map((link) => link.getAttribute("href"))
  if (sources && cited.length) box.append(sources, onlyCited(whole, cited))
  return box
}

const onlyCited = (whole, cited) => {
  const sources = whole.querySelector(".pe-references")
  if (!sources) return ""
  ;[...sources.children].forEach((line, position) => {
    line.value = line.value || position + 1
    if (!cited.includes(`#${line.id}`)) line.remove()
  })
  return sources
}

const article = (content, found, dates, address, number) => {
  const made = make("section", "pe-sheet-text")
  if (found.section) content.prepend(make("h1", "", found.title), dates)
  content.querySelectorAll(NOT_PRINTED).forEach((node) => node.remove())
  content.querySelectorAll("details").forEach((node) => (node.open = true))
  content.querySelectorAll(".pe-term").forEach((node) => node.replaceWith(node.textContent))
  content.querySelectorAll("*").forEach((node) => own(node, address, `text-${number}-`))
  made.append(...content.childNodes)
  return made
}

// Several pages are in one document now: no name may stand in it twice, and nothing of a page may act here.
const own = (node, address, before) => {
  const acting = [...node.attributes].filter(({ name }) => /^(on|style$|srcset$|popover)/.test(name))
  acting.forEach(({ name }) => node.removeAttribute(name))
  if (node.id) node.id = before + node.id
  REFERENCES.forEach((name) => {
    const value = node.getAttribute(name)
    if (value) node.setAttribute(name, value.split(/\s+/).map((id) => before + id).join(" "))
  })
  const href = node.getAttribute("href")
  if (href && href.startsWith("#")) node.setAttribute("href", `#${before}${href.slice(1)}`)
  else if (href) node.setAttribute("href", new URL(href, address).href)
  if (node.hasAttribute("src")) node.setAttribute("src", new URL(node.getAttribute("src"), address).href)
}

const say = (words) => (part("status").textContent = words)

loadIndex(root).then((found) => {
  index = found
  open()
  part("buttons").append(button("Print", () => print()))
  part("whole").addEventListener("change", texts)
  const large = part("large")
  large.addEventListener("change", () => document.documentElement.classList.toggle("pe-large", large.checked))
})
addEventListener("hashchange", () => !fixed && location.reload())
