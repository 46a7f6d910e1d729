// The link of a reading list, and the one home of its format. Everything stands after the "#", which no server sees.
//
//   #1.d20261201.tRm9yIHlvdQ.nUmVhZCBvbmUgYSBkYXku.p3gv2ppkwh24nd7pm23mk
//
//   1    the version
//   d    the day of the next appointment: year, month, day
//   h    titles stay hidden until the client asks for them
//   t n  the list's title and the note: UTF-8 as base64url, because apps that find links in a message cut them at
//        other signs; it also keeps the words from whoever glances at the message
//   p    how many items there are, then each: the six signs of a page's code, which is never anything else, and for
//        a section its number. Codes begin with a letter, so nothing has to stand between two items. This part is
//        the last: a link that ends in a letter or a digit loses nothing when a sentence goes on after it, and the
//        count shows when an app cut the link short.
//
// It is a promise like permalinks.yml: what version 1 reads it reads for good. A part with a letter that is not known
// is passed over, so new ones may be added; anything else gets a new version. src/psychoed/reading_lists.py writes the
// sets from YAML in it. What is read here was written by anybody: it is only ever shown as text, and cut to size.

export const VERSION = "1"
export const LIMITS = { items: 30, title: 60, note: 300 }
const LONGEST = 4000
const ITEM = /([a-z][a-z0-9]{5})(\d{0,3})/g
const ITEMS = /^p(\d{1,3})((?:[a-z][a-z0-9]{5}\d{0,3})*)/

// Signs that change how other text is shown, and those that are no text at all.
// eslint-disable-next-line no-control-regex
const NO_TEXT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff]/

// Marks stand on the letter before them. No language needs as many as this on one; more cover the lines around.
const TOO_MANY_MARKS = /(\p{M}{8})\p{M}+/gu
// What is one sign to a reader: a letter with its marks, or pictures that are joined.
const WHOLE_SIGN = /\P{M}\p{M}*(?:\u200d\P{M}\p{M}*)*|\p{M}+/gu

/** Text as a list may hold it: of one line, or of several with at most one empty line between two. */
export const cleanText = (text, most, lines) => {
  const plain = Array.from(String(text).replace(/\r\n?|[\u2028\u2029]/g, "\n"))
    .filter((sign) => !(sign.length === 1 && (NO_TEXT.test(sign) || /[\ud800-\udfff]/.test(sign))))
    .join("")
    .replace(TOO_MANY_MARKS, "$1")
  const whole = (lines ? plain.replace(/\n{3,}/g, "\n\n") : plain.replace(/\s+/g, " ")).trim()
  let cut = ""
  for (const sign of whole.match(WHOLE_SIGN) || []) {
    if (cut.length + sign.length > most) break
    cut += sign
  }
  return cut.trim()
}

/** Whether "2026-12-01" is a day that there is. */
export const isDay = (day) => {
  const match = /^(20\d\d)-(\d\d)-(\d\d)$/.exec(day)
  if (!match) return false
  const there = new Date(Date.UTC(match[1], match[2] - 1, match[3]))
  return there.getUTCMonth() === match[2] - 1 && there.getUTCDate() === Number(match[3])
}

const written = (text) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "")

const read = (text) => {
  const bytes = atob(text.replace(/-/g, "+").replace(/_/g, "/"))
  return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(bytes, (sign) => sign.charCodeAt(0)))
}

export const itemText = (item) => `${item.code}${item.section || ""}`

const unique = (items) => {
  const seen = new Set()
  return items.filter((item) => !seen.has(itemText(item)) && seen.add(itemText(item)))
}

/** A list as what follows the "#". */
export const encode = ({ items, title = "", note = "", date = "", hidden = false }) => {
  const kept = unique(items).slice(0, LIMITS.items)
  const name = cleanText(title, LIMITS.title, false)
  const words = cleanText(note, LIMITS.note, true)
  const parts = [VERSION]
  if (isDay(date)) parts.push(`d${date.replace(/-/g, "")}`)
  if (hidden) parts.push("h")
  if (name) parts.push(`t${written(name)}`)
  if (words) parts.push(`n${written(words)}`)
  parts.push(`p${kept.length}${kept.map(itemText).join("")}`)
  return parts.join(".")
}

const READERS = {
  d: (text, list) => {
    const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    if (isDay(day)) list.date = day
  },
  h: (text, list) => {
    list.hidden = true
  },
  t: (text, list) => {
    list.title = cleanText(read(text), LIMITS.title, false)
  },
  n: (text, list) => {
    list.note = cleanText(read(text), LIMITS.note, true)
  },
  p: (text, list) => {
    const match = ITEMS.exec(`p${text}`)
    if (!match) return
    const found = []
    match[2].replace(ITEM, (whole, code, section) => found.push({ code, section: Number(section) }))
    list.items = unique(found).slice(0, LIMITS.items)
    // What stands twice is left out without a word: nothing is missing.
    const cut = unique(found).length > LIMITS.items
    if (found.length !== Number(match[1]) || cut) list.complete = false
  },
}

const unescaped = (text) => {
  try {
    return decodeURIComponent(text)
  } catch (error) {
    return text
  }
}

/** The list that follows a "#", or why there is none: {problem: "empty" | "version" | "broken"}. It never throws. */
export const decode = (hash) => {
  const text = unescaped(String(hash).slice(0, LONGEST + 1)).replace(/^#/, "").replace(/[^A-Za-z0-9]+$/, "")
  if (!text) return { problem: "empty" }
  const [version, ...parts] = text.split(".")
  if (text.length > LONGEST || !/^\d{1,3}$/.test(version) || !parts.length) return { problem: "broken" }
  if (version !== VERSION) return { problem: Number(version) > Number(VERSION) ? "version" : "broken" }
  const list = { items: [], title: "", note: "", date: "", hidden: false, complete: true }
  for (const part of parts) {
    const reader = Object.prototype.hasOwnProperty.call(READERS, part[0] || "") ? READERS[part[0]] : null
    try {
      if (reader) reader(part.slice(1), list)
    } catch (error) {
      list.complete = false
    }
  }
  return list.items.length ? list : { problem: "broken" }
}
