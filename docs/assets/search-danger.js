// Whether a search speaks of danger, by the words and patterns of content/data/danger.yml and by the weights that
// were learned from the searches of danger-examples.yml. They come along in one file. It gives the ids of the kinds
// of danger. Harmless sayings are taken out of the search before the patterns are tried.
self.psychoedDanger = (() => {
  const GAP = 5
  // Where the weights are; src/psychoed/rendering/danger_learned.py reads a search in the same way.
  const PLACES = 65536, LETTERS = 5, NONE = 110
  // How like the examples of danger a search has to be: where no pattern fits, and where one does.
  const SURE = -0.5, FITS = -1.6

  const plain = (text) =>
    text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'\u2018\u2019`]/g, "").replace(/[^a-z0-9]+/g, " ").trim().split(" ").filter(Boolean)

  // The regular forms of a word. Very short words that end in e are mostly small words: "the", "she".
  const forms = (word) => {
    if (word.length < 3) return [word]
    if (word.length === 3 && word.endsWith("e")) return [word, `${word}s`]
    const stem = word.replace(/e$/, "")
    const all = [word, `${word}s`, `${word}es`, `${stem}ed`, `${stem}ing`, `${stem}in`]
    if (/[^aeiou]y$/.test(word)) all.push(word.replace(/y$/, "ies"), word.replace(/y$/, "ied"))
    if (/[aeiou][bdgklmnprt]$/.test(word)) all.push(...["ed", "ing", "in"].map((end) => word + word.slice(-1) + end))
    return all
  }

  // Whether two words are one edit apart; a swap of neighbors is one edit. The first letter is seldom mistaken.
  const near = (one, other) => {
    if (one[0] !== other[0] || Math.abs(one.length - other.length) > 1) return false
    let at = 0
    while (at < one.length && one[at] === other[at]) at++
    const rest = (a, b) => one.slice(at + a) === other.slice(at + b)
    const swapped = one[at] === other[at + 1] && one[at + 1] === other[at] && rest(2, 2)
    return swapped || (Math.min(one.length, other.length) > 4 && (rest(1, 1) || rest(1, 0) || rest(0, 1)))
  }

  // Where a word or a pair has its weight.
  const place = (text) => {
    let sum = 0
    for (let at = 0; at < text.length; at++) sum = (sum * 31 + text.charCodeAt(at)) % 4294967291
    return sum % PLACES
  }

  class Danger {
    constructor(data) {
      this.learned = data.learned
      this.short = new Map(Object.entries(data.short))
      this.skip = new Set(data.skip)
      this.real = new Set(data.real)
      this.lists = data.words
      this.written = new Map()     // a form of a word → the words it may stand for
      this.open = []               // beginnings of words
      this.known = new Map()       // a typed word → the words it may stand for
      this.rowsOf = new Map()      // a text → its words
      this.choices = new Map()     // what a part says → what fits it
      this.read = new Map()        // the name of a list → what fits it
      this.harmless = data.harmless.map((text) => this.pattern(text))
      this.kinds = Object.entries(data.kinds).map(([id, patterns]) => [id, patterns.map((text) => this.pattern(text))])
      this.likely = new Map()      // a first letter → the forms that begin with it
      this.written.forEach((stand, form) => {
        if (!this.likely.has(form[0])) this.likely.set(form[0], [])
        this.likely.get(form[0]).push(form)
      })
    }

    // Short forms are written out: "im" is "i am".
    spelled(text) {
      const all = plain(text), found = []
      for (let at = 0; at < all.length; at++) {
        const two = this.short.get(`${all[at]} ${all[at + 1]}`)
        found.push(...(two || this.short.get(all[at]) || all[at]).split(" "))
        if (two) at++
      }
      return found
    }

    // Words that tell nothing are left out.
    words(text) {
      return this.telling(this.spelled(text))
    }

    telling(words) {
      return words.filter((word) => !this.skip.has(word))
    }

    // Words and pairs of words, each with what it weighs: danger is above none.
    weighed(words) {
      const starts = words.map((word) => (/^\d+$/.test(word) ? "#" : word.slice(0, LETTERS)))
      if (!starts.length) return []
      const pairs = [...starts, ""].map((word, at) => `${starts[at - 1] || ""} ${word}`)
      const apart = starts.slice(2).map((word, at) => `${starts[at]} _ ${word}`)
      const all = new Map([...starts, ...pairs, ...apart].map((each) => [place(each), each]))
      return [...all].map(([at, each]) => [each, this.learned.weights.charCodeAt(at) - NONE])
    }

    // How like the examples of danger a search is, by what its words weigh.
    score(weighed) {
      return this.learned.start + weighed.reduce((sum, [, weight]) => sum + weight, 0) / Math.sqrt(weighed.length || 1)
    }

    sequence(text) {
      if (!this.rowsOf.has(text)) this.rowsOf.set(text, this.row(text))
      return this.rowsOf.get(text)
    }

    row(text) {
      if (text === "#") {
        this.written.set("#", new Set(["#"]))
        return ["#"]
      }
      if (text.endsWith("*")) {
        const start = plain(text).join("")
        this.open.push(start)
        return [`${start}*`]
      }
      const words = this.words(text)
      words.forEach((word) => this.write(word))
      return words
    }

    write(word) {
      if (this.written.get(word)?.has(word)) return
      forms(word).forEach((form) => this.written.set(form, (this.written.get(form) || new Set()).add(word)))
    }

    // What fits one of several texts, by its first word. Lists are read once, however many parts call them.
    choice(text) {
      if (!this.choices.has(text)) {
        const all = text.split("/"), own = all.filter((one) => !one.startsWith("{"))
        const lists = all.filter((one) => one.startsWith("{")).map((one) => this.list(one.slice(1, -1)))
        this.choices.set(text, [...(own.length ? [this.byStart(own)] : []), ...lists].filter((starts) => starts.size))
      }
      return this.choices.get(text)
    }

    // A list may hold other lists.
    list(name) {
      const flat = (words) => words.flatMap((one) => (one.startsWith("{") ? flat(this.lists[one.slice(1, -1)]) : [one]))
      if (!this.read.has(name)) this.read.set(name, this.byStart(flat(this.lists[name])))
      return this.read.get(name)
    }

    byStart(texts) {
      const starts = new Map()
      for (const text of texts) {
        const row = this.sequence(text), same = starts.get(row[0])
        if (same) same.push(row)
        else if (row.length) starts.set(row[0], [row])
      }
      return starts
    }

    // A pattern is pieces that stand in any order; a piece is parts in a row: what fits, may be left out, or a gap.
    pattern(text) {
      return text.split(" + ").map((piece) => piece.match(/\[[^\]]*\]|\([^)]*\)|\S+/g)
        .map((part) => (part === "..." ? null : { free: part.startsWith("["), choices: this.choice(part.replace(/[[\]()]/g, "")) }))
        .filter((part) => !part || part.choices.length))
    }

    // The words of ours that a typed word may stand for.
    meant(word) {
      if (!this.known.has(word)) this.known.set(word, this.look(word))
      return this.known.get(word)
    }

    look(word) {
      const once = word.replace(/(.)\1{2,}/g, "$1"), twice = word.replace(/(.)\1{2,}/g, "$1$1")
      const found = new Set([word, once, twice, ...(/^\d+$/.test(word) ? ["#"] : [])].flatMap((each) => [...(this.written.get(each) || [])]))
      this.open.forEach((start) => word.startsWith(start) && found.add(`${start}*`))
      if (found.size || word.length < 4 || this.real.has(word)) return found
      const likely = this.likely.get(word[0]) || []
      likely.forEach((form) => near(word, form) && this.written.get(form).forEach((each) => found.add(each)))
      this.open.forEach((start) => start.length > 5 && [-1, 0, 1].some((more) => near(word.slice(0, start.length + more), start)) && found.add(`${start}*`))
      return found
    }

    // Where the parts end when they begin at a word, or -1.
    end(parts, meant, at, from = 0) {
      if (from === parts.length) return at
      const part = parts[from]
      if (!part) {
        for (let skip = 0; skip <= GAP && at + skip < meant.length; skip++) {
          const found = this.end(parts, meant, at + skip, from + 1)
          if (found >= 0) return found
        }
        return -1
      }
      for (const word of at < meant.length ? meant[at] : []) {
        for (const starts of part.choices) {
          for (const row of starts.get(word) || []) {
            if (!row.every((each, n) => at + n < meant.length && meant[at + n].has(each))) continue
            const found = this.end(parts, meant, at + row.length, from + 1)
            if (found >= 0) return found
          }
        }
      }
      return part.free ? this.end(parts, meant, at, from + 1) : -1
    }

    // Where each piece of a pattern begins and ends; nothing if one is missing.
    places(pattern, meant) {
      const found = pattern.map((parts) => meant.flatMap((_, at) => {
        const stop = this.end(parts, meant, at)
        return stop > at ? [[at, stop]] : []
      }))
      return found.every((each) => each.length) ? found.flat() : []
    }

    // The kinds of danger that a pattern finds.
    fitting(words) {
      const meant = this.telling(words).map((word) => this.meant(word))
      const left = [...meant]
      this.harmless.forEach((saying) => this.places(saying, meant).forEach(([at, stop]) => left.fill(new Set(), at, stop)))
      return this.kinds.filter(([, patterns]) => patterns.some((pattern) => this.places(pattern, left).length)).map(([id]) => id)
    }

    // Words that look like one of danger with a mistake in it are read as that one, numbers of help lines as "hotline".
    mended(words) {
      const read = (word) => (this.written.has(word) ? word : [...this.meant(word)][0] || word)
      return words.map((word) => (this.lists.numbers.includes(word) ? "hotline" : read(word).replace("*", "")))
    }

    // A pattern may fit what is harmless: the words around say so. A single word has none.
    doubted(words) {
      const weighed = this.weighed(words)
      return this.score(weighed) <= FITS && weighed.some(([, weight]) => weight < 0)
    }

    find(text) {
      const words = this.spelled(text), found = this.fitting(words)
      if (!this.learned || !words.length) return found
      if (found.length) return words.length > 1 && this.doubted(this.mended(words)) ? [] : found
      return this.score(this.weighed(words)) > SURE ? ["learned"] : []
    }
  }

  let ready = null
  const known = (data) => (data ? new Danger(data) : (ready = ready || new Danger(self.psychoedCrisis)))
  const danger = (text, data) => known(data).find(text)
  // For scripts/search.py: how like the examples a search is, and by what.
  danger.likeness = (text, data) => {
    const weighed = known(data).weighed(known(data).spelled(text))
    return { score: known(data).score(weighed), weighed, sure: SURE }
  }
  return danger
})()
