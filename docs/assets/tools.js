// Sheets to fill in. Nothing is sent to anybody, and nothing is kept unless the person saves it.

// Browsers may forbid a page to store anything, or have no room left.
const device = {
  read(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  write(key, text) {
    try {
      localStorage.setItem(key, text)
      return true
    } catch {
      return false
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key)
    } catch {
      // Then nothing can have been stored.
    }
  },
}

const parsed = (text) => {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value)
const isFilled = (field) => (field.type === "checkbox" ? field.checked : field.value.trim() !== "")

class Sheet {
  constructor(root) {
    this.root = root
    this.id = root.dataset.peTool
    this.key = `psychoed.tool.${this.id}`
    this.fields = [...root.querySelectorAll("[data-pe-field]")]
    this.cleared = null
    this.warn = (event) => {
      event.preventDefault()
      event.returnValue = "" // Older browsers ask only then.
    }
    root.classList.add("pe-tool--live")
    this.part("[data-pe-actions]").hidden = false
    root.addEventListener("input", () => this.typed())
    root.addEventListener("click", (event) => {
      const button = event.target.closest("[data-pe-do]")
      if (button) this[button.dataset.peDo]()
    })
    // The same sheet in another tab, and a sheet to which the browser comes back.
    addEventListener("storage", (event) => event.key === this.key && this.load())
    addEventListener("pageshow", () => this.show())
    this.load()
  }

  part(selector) {
    return this.root.querySelector(selector)
  }

  get isSaved() {
    return device.read(this.key) !== null
  }

  values() {
    return Object.fromEntries(this.fields.map((field) => [field.dataset.peField, valueOf(field)]))
  }

  fill(values) {
    this.fields.forEach((field) => {
      const value = values[field.dataset.peField]
      if (field.type === "checkbox") field.checked = value === true
      else field.value = typeof value === "string" ? value : ""
    })
  }

  load() {
    const saved = device.read(this.key)
    if (saved !== null) this.fill(parsed(saved))
    this.show()
  }

  // --- what the person does ---

  typed() {
    this.offerBack(null)
    this.keepUpToDate()
    this.guard(!this.isSaved && this.fields.some(isFilled))
    this.show()
  }

  // Whether a copy is there is asked every time: it may have been deleted in another tab.
  keepUpToDate() {
    if (this.isSaved && !device.write(this.key, JSON.stringify(this.values())))
      this.say("This device has no room left. Please download the sheet or print it.")
  }

  print() {
    print()
  }

  save() {
    const done = device.write(this.key, JSON.stringify(this.values()))
    this.say(done ? "Saved on this device." : "This browser does not let pages save. Download the sheet or print it.")
    if (done) this.guard(false)
    this.show()
  }

  forget() {
    const was = this.isSaved
    device.remove(this.key)
    this.guard(was && this.fields.some(isFilled))
    this.say(was ? "Deleted from this device. The text is still on this page." : "Nothing was saved on this device.")
    this.show()
  }

  download() {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(new Blob([this.text()], { type: "text/plain;charset=utf-8" }))
    link.download = `${this.id}.txt`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
    this.guard(false)
    this.say("The text file is in your downloads. Others who use this device could read it.")
  }

  clear() {
    const before = this.values()
    const had = this.fields.some(isFilled)
    this.fill({})
    this.typed()
    if (had) this.offerBack(before)
    this.say("Everything is cleared.")
  }

  restore() {
    this.fill(this.cleared)
    this.part("[data-pe-do=clear]").focus()
    this.typed()
    this.say("Your text is back.")
  }

  offerBack(values) {
    this.cleared = values
    this.part("[data-pe-do=restore]").hidden = values === null
  }

  // Only text that would be lost is worth a question before one leaves.
  guard(on) {
    if (on) addEventListener("beforeunload", this.warn)
    else removeEventListener("beforeunload", this.warn)
  }

  // --- what the person sees ---

  say(words) {
    this.part("[data-pe-status]").textContent = words
  }

  show() {
    const saved = this.isSaved
    this.part("[data-pe-saved]").hidden = !saved
    this.part("[data-pe-unsaved]").hidden = saved
    this.root.classList.toggle("pe-tool--filled", this.fields.some(isFilled))
    this.root.querySelectorAll(".pe-tool__copy").forEach((copy) => {
      const value = copy.parentElement.querySelector("[data-pe-field]").value
      copy.textContent = value.trim() ? value : ""
    })
    this.showLetter(this.values())
  }

  showLetter(values) {
    this.root.querySelectorAll("[data-pe-blank]").forEach((blank) => {
      const value = values[blank.dataset.peBlank].trim()
      blank.classList.toggle("pe-blank--filled", value !== "")
      blank.textContent = value || blank.dataset.peCalled
    })
    const filled = this.root.classList.contains("pe-tool--filled")
    this.root.querySelectorAll("[data-pe-when]").forEach((paragraph) => {
      paragraph.hidden = filled && !values[paragraph.dataset.peWhen]
    })
  }

  // --- the sheet as text ---

  text() {
    const letter = [...this.root.querySelectorAll("[data-pe-part]")]
    if (letter.length) return `${letter.filter((part) => !part.hidden).map(asLetter).join("\n\n")}\n`
    const name = this.part("[data-pe-name]").textContent.trim()
    const sections = [...this.root.querySelectorAll(".pe-tool__section")].map(asText)
    return `${[name, ...sections].join("\n\n\n")}\n`
  }
}

const BLANK = "____________________"

const asLetter = (paragraph) => {
  const copy = paragraph.cloneNode(true)
  copy.querySelectorAll(".pe-blank:not(.pe-blank--filled)").forEach((blank) => (blank.textContent = BLANK))
  return copy.textContent.trim()
}

const asText = (section) => {
  const fields = [...section.querySelectorAll("[data-pe-field]")].map((field) => {
    const label = section.querySelector(`label[for="${field.id}"]`).textContent.trim()
    if (field.type === "checkbox") return `${field.checked ? "[x]" : "[ ]"} ${label}`
    return `${label}\n${field.value.trim() || BLANK}\n`
  })
  return [`${section.querySelector("h3").textContent.trim()}\n`, ...fields].join("\n").trim()
}

document.querySelectorAll("[data-pe-tool]").forEach((root) => new Sheet(root))
