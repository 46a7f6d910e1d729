// Reads the page aloud with the voices of this device. Voices that are not on the device would send the text to
// a company, so they are never used; where there is no other, the button is not shown. Nothing plays by itself.
const aloud = document.querySelector("[data-pe-aloud]")
const synth = window.speechSynthesis
if (aloud && synth && window.SpeechSynthesisUtterance) {
  const SKIPPED =
    "nav, script, style, template, svg, input, select, textarea, form, button:not(.pe-term), [aria-hidden=true], " +
    ".headerlink, .pe-cite, .pe-definition, .pe-rail, #sources, .pe-references, .pe-related, .pe-review a, " +
    ".pe-share, .pe-share-part, .pe-reach .pe-hidden, .pe-printing, .pe-downloads, .pe-matrix__map, " +
    ".pe-tool__actions, .pe-tool__from"
  const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, caption, figcaption, summary, label, legend, div, section"
  // Some browsers fall silent in long utterances.
  const LONGEST = 160
  const KEY = "psychoed.aloud-speed"

  const root = document.documentElement
  const open = aloud.querySelector("[data-pe-aloud-open]")
  const player = aloud.querySelector("[data-pe-aloud-player]")
  const button = (name) => player.querySelector(`[data-pe-aloud-do=${name}]`)
  const speed = player.querySelector("select")
  const place = player.querySelector("[data-pe-aloud-place]")
  const status = player.querySelector("[role=status]")

  // --- what is read: the text of the page in the order of the page, a unit for each paragraph ---

  const inline = (element) => getComputedStyle(element).display.startsWith("inline")
  const shown = (element) =>
    getComputedStyle(element).display !== "none" &&
    !(element.parentElement.matches("details:not([open])") && element.tagName !== "SUMMARY")

  // A row is said in words: its first cell, then each other cell after the heading of its column.
  const row = (element, units) => {
    const head = element.closest("table").tHead
    if (head && head.contains(element)) return
    const names = head && head.rows.length === 1 ? head.rows[0].cells : []
    const said = [...element.cells].map((cell, at) => {
      const name = at && names.length === element.cells.length ? words(names[at]) : ""
      return shown(cell) ? (name ? `${name}: ` : "") + words(cell) : ""
    })
    const text = said.filter(Boolean).map((each) => (/[.!?:]$/.test(each) ? each : `${each}.`)).join(" ")
    units.push({ element, text })
  }
  const gather = (element, units) => {
    element.childNodes.forEach((node) => {
      const last = units[units.length - 1]
      if (node.nodeType === Node.TEXT_NODE) {
        const block = node.parentElement.closest(BLOCKS)
        if (last && last.element === block) last.text += node.data
        else units.push({ element: block, text: node.data })
      } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(SKIPPED) && shown(node)) {
        if (node.matches("tr")) return row(node, units)
        const apart = last && !inline(node)
        if (apart) last.text += node.matches(".pe-button") ? ", " : " "
        gather(node, units)
        if (apart) last.text += " "
      }
    })
    return units
  }
  const plain = (text) => text.replace(/\s+/g, " ").replace(/ ([.,;:!?)])/g, "$1").trim()
  const words = (element) => plain(gather(element, []).map((unit) => unit.text).join(" "))

  // As many sentences as fit; a sentence that is too long is parted between words.
  const parts = (text) => {
    const sentences = text.match(/.+?[.!?]["”’)]*(?=\s)|.+/g) || []
    const pieces = sentences.map((each) => each.trim().match(/.{1,160}(?=\s|$)|\S+/g) || [])
    return pieces.reduce((all, some) => all.concat(some), []).reduce((made, piece) => {
      const last = made[made.length - 1]
      if (last && last.length + piece.length < LONGEST) made[made.length - 1] = `${last} ${piece.trim()}`
      else made.push(piece.trim())
      return made
    }, [])
  }
  const read = () =>
    gather(document.getElementById("main"), [])
      .map((unit) => ({ element: unit.element, parts: parts(plain(unit.text)) }))
      .filter((unit) => /[\p{L}\p{N}]/u.test(unit.parts.join("")))

  // --- the voice ---

  const language = (voice) => voice.lang.replace("_", "-").toLowerCase()
  const ours = () => {
    const voices = [...synth.getVoices()].filter(
      (voice) => voice.localService === true && language(voice).split("-")[0] === root.lang.split("-")[0],
    )
    return voices.find((voice) => voice.default) || voices.find((voice) => language(voice) === "en-us") || voices[0]
  }
  const offer = () => (open.hidden = !ours() && player.hidden)

  // --- reading ---

  let units = []
  let at = 0
  let part = 0
  let playing = false
  let current = null

  const hush = () => {
    current = null
    synth.cancel()
  }
  const mark = (on) => {
    if (units[at]) units[at].element.classList.toggle("pe-aloud-now", on)
  }
  const still = () => root.hasAttribute("data-pe-calm") || matchMedia("(prefers-reduced-motion: reduce)").matches
  const show = () => {
    const box = units[at].element.getBoundingClientRect()
    const bottom = player.getBoundingClientRect().top
    const tall = box.height > bottom / 2
    if (box.top < 80 || box.bottom > bottom)
      units[at].element.scrollIntoView({ block: tall ? "start" : "center", behavior: still() ? "auto" : "smooth" })
    place.textContent = `Paragraph ${at + 1} of ${units.length}`
  }
  const say = () => {
    const voice = ours()
    if (!voice) return fail()
    const utterance = new SpeechSynthesisUtterance(units[at].parts[part])
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = Number(speed.value)
    utterance.onend = () => { if (current === utterance) goOn() }
    utterance.onerror = () => { if (current === utterance) fail() }
    if (synth.speaking || synth.pending) hush()
    current = utterance
    synth.resume()
    synth.speak(utterance)
  }
  const goOn = () => {
    part += 1
    if (part < units[at].parts.length) say()
    else if (at + 1 < units.length) go(1)
    else stop()
  }
  const go = (step) => {
    mark(false)
    at = Math.min(Math.max(at + step, 0), units.length - 1)
    part = 0
    mark(true)
    show()
    if (playing) say()
  }
  // Some phones can't pause and go on. Each part is short, so it is begun again.
  const play = (on) => {
    playing = on
    button("toggle").textContent = on ? "Pause" : "Continue"
    status.textContent = ""
    if (on) say()
    else hush()
  }
  const fail = () => {
    play(false)
    status.textContent = "The voice of this device stopped. Press Continue to try again."
  }
  const stop = () => {
    const inside = player.contains(document.activeElement)
    playing = false
    hush()
    mark(false)
    player.hidden = true
    root.classList.remove("pe-aloud-on")
    open.setAttribute("aria-expanded", "false")
    if (inside) open.focus({ preventScroll: true })
  }
  const start = () => {
    units = read()
    at = part = 0
    player.hidden = false
    root.classList.add("pe-aloud-on")
    open.setAttribute("aria-expanded", "true")
    button("toggle").focus({ preventScroll: true })
    play(true)
    mark(true)
    show()
  }

  // --- the buttons ---

  const acts = { toggle: () => play(!playing), stop, back: () => go(-1), next: () => go(1) }
  Object.keys(acts).forEach((name) => button(name).addEventListener("click", acts[name]))
  open.addEventListener("click", () => (player.hidden ? start() : stop()))
  aloud.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !player.hidden) stop()
  })
  addEventListener("pagehide", () => { if (!player.hidden) stop() })

  try {
    const kept = localStorage.getItem(KEY)
    if ([...speed.options].some((option) => option.value === kept)) speed.value = kept
  } catch (error) { /* Then every page begins with the usual speed. */ }
  speed.addEventListener("change", () => {
    try {
      if (speed.value === "1") localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, speed.value)
    } catch (error) { /* It holds for this page. */ }
    if (playing) say()
  })

  // Voices can come late. The button's room is kept, so nothing shifts.
  synth.onvoiceschanged = offer
  offer()
}
