// How a search is understood and what it finds. The index holds words as people write them; everything else
// (small words, plurals, spelling, typing mistakes, words that sound alike) is decided here. It runs in the
// worker behind the search box, in the benchmark, and in scripts/search.py.
self.psychoedSearch = (() => {
  // A filler counts a little: "not eating" is another thing than "eating".
  const FILLER = 0.2
  // How much a name counts by where it comes from.
  const TITLE = 1.06, NAME = 1, FIND = 0.98, FEELING = 0.95
  // How much a word of a page counts by where it stands.
  const IN_TITLE = 1, IN_NAMES = 0.85, IN_TEXT = 0.4
  // How much of a search a whole saying covers, for the part of the words that it has.
  const SAYING = 0.9
  // Fewer pages than this are filled up with what stands nearest.
  const FEW = 4
  const MOST_PAGES = 10, MOST_SECTIONS = 2

  // Most of the index is plain already; to look first makes an old phone ready sooner.
  const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/
  const normalize = (text) =>
    PLAIN.test(text) ? text : text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'\u2018\u2019`]/g, "").replace(/[^a-z0-9]+/g, " ").trim()

  // Single letters in a row are an abbreviation: "o c d", "i.o.p."
  const LETTERS = /\b[a-z0-9](?: [a-z0-9]\b)+/g
  const wordsOf = (text) => {
    const plain = normalize(text)
    return (plain.search(LETTERS) < 0 ? plain : plain.replace(LETTERS, (letters) => letters.replace(/ /g, ""))).split(" ").filter(Boolean)
  }

  const american = (word) =>
    word
      .replace(/^programme/, "program")
      .replace(/(behavi|col|fav|neighb|hum|lab)our/, "$1or")
      .replace(/is(e|ed|es|er|ing|ation|ations)$/, (end) => (word.length > 6 ? end.replace("is", "iz") : end))
      .replace(/ll(ing|ed|or|ors|er)$/, "l$1")
      .replace(/tre(s?)$/, "ter$1")
      .replace(/^(p|orthop)aed/, "$1ed")

  // Forms that no rule makes. "Cops" would be the stem of "coping".
  const IRREGULAR = new Map(Object.entries({
    ate: "eat", eaten: "eat", drank: "drink", drunk: "drink", felt: "feel", slept: "sleep", lost: "lose", threw: "throw", thrown: "throw",
    took: "take", taken: "take", kept: "keep", told: "tell", saw: "see", seen: "see", heard: "hear", fought: "fight", spent: "spend", woke: "wake",
    quitting: "quit", hid: "hide", hiding: "hide", forgot: "forget", forgotten: "forget", dying: "die", died: "die", lying: "lie", went: "go", gone: "go", came: "come",
    children: "child", wives: "wife", feet: "foot", women: "woman", men: "man", said: "say", cops: "police", cop: "police",
  }))
  const stems = new Map()
  const stem = (word) => {
    let known = stems.get(word)
    if (known === undefined) stems.set(word, (known = cut(american(IRREGULAR.get(word) || word))))
    return known
  }
  const cut = (word) => {
    if (word.length < 4) return word
    let short = word.replace(/ie[sd]$/, "y").replace(/(ss|sh|ch|x|z)es$/, "$1").replace(/([^sui])s$/, "$1")
    const before = short
    short = short.replace(/(ing|ed)$/, "")
    if (short.length < 3 || !/[aeiouy]/.test(short)) short = before
    if (short !== before) short = short.replace(/([bdfgmnprt])\1$/, "$1")
    if (short.length > 7) short = short.replace(/ion$/, "")
    return short.replace(/e$/, "").replace(/y$/, "i")
  }

  // What a word sounds like, roughly: one sign for letters that are mistaken for each other.
  const sound = (word) =>
    word
      .replace(/^ps/, "s").replace(/ph/g, "f").replace(/^kn|^gn/, "n").replace(/ght/g, "t").replace(/tch/g, "c")
      .replace(/sch|sh|ch|tio|sio|cio|xio/g, "c").replace(/c(?=[eiy])|z/g, "s").replace(/ck|q|c|x/g, "k").replace(/dg|j/g, "g")
      .replace(/^wr/, "r").replace(/[aeiouyhw]+/g, (run, at) => (at === 0 ? "a" : ""))
      .replace(/(.)\1+/g, "$1")

  // How many letters of a word another one lacks: each takes an edit. It spares most words the long count.
  const masks = new Map()
  const mask = (word) => {
    let bits = masks.get(word) || 0
    if (bits) return bits
    for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
    masks.set(word, bits)
    return bits
  }
  const lacking = (one, other) => {
    let count = 0
    for (let bits = mask(one) & ~mask(other); bits; bits &= bits - 1) count++
    return count
  }

  // Edits between two words (a swap of neighbors is one), or more than `most`.
  const edits = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most || lacking(one, other) > most) return most + 1
    let before = null, above = Array.from({ length: other.length + 1 }, (_, n) => n)
    for (let i = 1; i <= one.length; i++) {
      const row = [i]
      let least = i
      for (let j = 1; j <= other.length; j++) {
        let cost = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1))
        if (before && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) cost = Math.min(cost, before[j - 2] + 1)
        row.push(cost)
        least = Math.min(least, cost)
      }
      if (least > most) return most + 1
      before = above
      above = row
    }
    return above[other.length]
  }

  const escape = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

  // The pages as src/psychoed/rendering/search_index.py packs them: a list for each field, one text for each list.
  const list = (text) => (text ? text.split("|") : [])
  const unpacked = (fields) =>
    fields.address.map((_, at) => {
      const page = Object.fromEntries(Object.entries(fields).map(([name, all]) => [name, all[at]]))
      const [anchors, headings, words] = page.sections.map((text) => text.split("|"))
      const sections = page.sections[0] ? anchors.map((anchor, n) => [anchor, headings[n], words[n]]) : []
      return { ...page, names: list(page.names), find: list(page.find), sections }
    })

  class Engine {
    constructor(data) {
      this.pages = data.pages.address ? unpacked(data.pages) : data.pages
      this.fillers = new Set(data.fillers.flatMap(wordsOf).map(stem))
      this.names = []              // {page, text, stems, weight, kind}
      this.byStem = new Map()      // stem → names that hold it
      this.inPage = new Map()      // stem → Map(page → how much it counts there)
      this.words = new Map()       // word as written → stem
      this.sounds = null           // sound → words
      this.expanded = new Map()
      this.weights = new Map()
      this.texts = new Map()
      this.abbreviations = new Map(Object.entries(data.abbreviations))
      this.pages.forEach((page, number) => this.addPage(page, number))
      this.texts = null
      data.feelings.forEach(([text, pages]) => pages.forEach((page, at) => this.addEntry(page, "feeling", text, at)))
      this.addAlike(data.alike)
      this.sayingsOfFillers = []
      this.measure(this.names)
    }

    // How much there is of each name to be typed.
    measure(names) {
      names.forEach((name) => (name.size = name.stems.reduce((sum, each) => sum + this.weight(each), 0)))
      this.sayingsOfFillers.push(...names.filter((name) => name.stems.every((each) => this.fillers.has(each))))
    }

    // Words that sound like one. They are sorted when the first is asked for: most searches never ask.
    soundingLike(word) {
      if (!this.sounds) {
        this.sounds = new Map()
        for (const known of this.words.keys()) {
          const key = sound(known)
          if (known.length > 4) this.sounds.set(key, [...(this.sounds.get(key) || []), known])
        }
      }
      return this.sounds.get(sound(word)) || []
    }

    addPage(page, number) {
      this.addEntry(number, "title", page.title)
      page.names.forEach((text) => this.addEntry(number, "name", text))
      page.find.forEach((text) => this.addEntry(number, "find", text))
      // Sections have the same headings on many pages, and a page says a word more than once.
      const texts = [page.words, ...page.sections.flatMap(([, heading, words]) => [heading, words])]
      this.addText(number, new Set(texts.flatMap((text) => this.textWords(text))))
    }

    // Something that a page is called. What stands in brackets is a name of its own.
    addEntry(page, kind, text, at = 0) {
      const parts = text.split(/[()]/).filter((part) => part.trim())
      if (kind === "title") {
        parts.forEach((part) => this.addName(page, part.trim(), TITLE, kind, IN_TITLE))
        if (parts.length > 1) this.addName(page, text, TITLE, kind, IN_TITLE)
      } else if (kind === "name") parts.forEach((part) => this.addName(page, part, NAME, kind))
      else if (kind === "find") this.addName(page, text, FIND, kind)
      else this.addName(page, text, FEELING - at * 0.1, kind)
    }

    countText(each, page) {
      this.count(each, page, IN_TEXT)
    }

    countName(each, page) {
      this.count(each, page, IN_NAMES)
    }

    textWords(text) {
      let words = this.texts.get(text)
      if (!words) this.texts.set(text, (words = wordsOf(text)))
      return words
    }

    // What is needed of a page's sections when it is shown.
    partsOf(page) {
      if (!page.parts) page.parts = page.sections.map(([anchor, heading, words]) => ({ anchor, heading, stems: new Set(wordsOf(`${heading} ${words}`).map(stem)), head: new Set(wordsOf(heading).map(stem)) }))
      return page.parts
    }

    know(words) {
      return words.map((word) => this.knowOne(word))
    }

    knowOne(word) {
      let known = this.words.get(word)
      if (known === undefined) this.words.set(word, (known = stem(word)))
      return known
    }

    addName(page, text, weight, kind, place = IN_NAMES) {
      const words = this.know(wordsOf(text))
      if (!words.length) return
      const found = words.length > 1 ? [...new Set(words)] : words
      const name = { page, text, stems: found, weight, kind }
      this.names.push(name)
      for (const each of found) {
        const names = this.byStem.get(each)
        if (names) names.push(name)
        else this.byStem.set(each, [name])
        this.count(each, page, place)
      }
    }

    addText(page, words) {
      for (const word of words) this.count(this.knowOne(word), page, IN_TEXT)
    }

    count(each, page, place) {
      let pages = this.inPage.get(each)
      if (!pages) this.inPage.set(each, (pages = new Map()))
      if ((pages.get(page) || 0) < place) pages.set(page, place)
    }

    addAlike(groups) {
      this.alike = new Map()       // stem → stems of words that say the same
      this.sayings = []            // sayings of several words
      groups.forEach((group) => {
        const all = group.map((text) => wordsOf(text))
        const single = all.filter((words) => words.length === 1).map(([word]) => this.know([word])[0])
        single.forEach((each) => this.alike.set(each, new Set([...(this.alike.get(each) || []), ...single])))
        all.filter((words) => words.length > 1).forEach((words) => this.sayings.push({ words: words.map(stem), single }))
      })
    }

    // How telling a word is: the fewer pages have it among their names, the more.
    weight(each) {
      let known = this.weights.get(each)
      if (known === undefined) this.weights.set(each, (known = this.rareness(each)))
      return known
    }

    spread(each) {
      const pages = this.inPage.get(each)
      let spread = 0
      if (pages) pages.forEach((place) => (spread += place >= IN_NAMES ? 1 : 0.3))
      return spread
    }

    rareness(each) {
      const weight = Math.log(1 + this.pages.length / Math.max(this.spread(each), 1))
      return this.fillers.has(each) ? weight * FILLER : weight
    }

    // The known stems that a typed word may mean, each with how sure that is.
    meanings(word, unfinished) {
      const key = unfinished ? `${word}*` : word
      if (!this.expanded.has(key)) this.expanded.set(key, this.expand(word, unfinished))
      return this.expanded.get(key)
    }

    knows(word) {
      const own = stem(word)
      return this.words.has(word) || this.byStem.has(own) || this.inPage.has(own) || this.alike.has(own)
    }

    expand(word, unfinished) {
      const found = new Map()
      const add = (each, sure) => {
        if ((found.get(each) || 0) < sure) found.set(each, sure)
      }
      const own = stem(word)
      const known = this.knows(word)
      if (known) add(own, 1)
      if (unfinished && word.length > 2) this.finish(word, known, add)
      if (!known && !(unfinished && found.size)) this.correct(word, add)
      for (const [each, sure] of [...found]) {
        if (sure > 0.6) (this.alike.get(each) || []).forEach((other) => add(other, sure * 0.85))
      }
      return found
    }

    finish(word, known, add) {
      for (const [whole, each] of this.words) {
        if (whole.length > word.length && whole.startsWith(word)) add(each, known ? 0.35 : 0.6 + 0.3 * (word.length / whole.length))
      }
    }

    correct(word, add) {
      const most = word.length >= 9 ? 2 : word.length >= 5 ? 1 : 0
      let nearest = most + 1
      if (most) {
        for (const [whole, each] of this.words) {
          if (whole.length < 4 || Math.abs(whole.length - word.length) > most) continue
          const distance = edits(word, whole, most)
          if (distance > most) continue
          nearest = Math.min(nearest, distance)
          add(each, (distance === 1 ? 0.85 : 0.7) * (word[0] === whole[0] ? 1 : 0.85))
        }
      }
      // In a short word only a swap is forgiven: "ptds".
      if (word.length === 4) {
        const letters = (text) => [...text].sort().join("")
        for (const [whole, each] of this.words) if (whole.length === 4 && whole[0] === word[0] && letters(whole) === letters(word)) add(each, 0.8)
      }
      if (nearest > 1 && word.length > 4) this.soundingLike(word).forEach((whole) => add(this.words.get(whole), 0.65))
    }

    // What was typed, as tokens: each has the stems it may mean and how much it counts.
    read(query) {
      const words = wordsOf(query)
      const ended = /[^a-z0-9]$/i.test(query)
      const tokens = words.map((word, at) => this.token(word, at === words.length - 1 && !ended))
      this.joined(words).forEach(([at, word]) => tokens.push({ ...this.token(word, false), extra: true, at }))
      tokens.slice(0, words.length).forEach((token) => this.split(token))
      const own = words.map(stem)
      for (const saying of this.sayings) {
        const there = own.some((_, at) => saying.words.every((each, n) => own[at + n] === each))
        if (there) {
          const means = new Map(saying.single.map((each) => [each, 0.85]))
          tokens.push({ word: saying.words.join(" "), means, counts: this.counts(means), extra: true })
        }
      }
      return tokens
    }

    token(word, unfinished) {
      const means = this.meanings(word, unfinished)
      return { word, means, counts: means.size ? this.counts(means) : this.fillers.has(stem(word)) ? 0.2 : Math.log(1 + this.pages.length) * 0.45 }
    }

    // A word counts as much as the most likely of its meanings.
    counts(means) {
      let best = 0, sure = 0
      means.forEach((each, of) => {
        if (each > sure || (each === sure && this.weight(of) > best)) [best, sure] = [this.weight(of), each]
      })
      return best
    }

    // Two words that are one: "out patient".
    joined(words) {
      return words.slice(1).map((word, at) => [at, words[at] + word]).filter(([, word]) => word.length > 4 && this.words.has(word))
    }

    // One word that is two: "panicattack".
    split(token) {
      if (token.word.length < 7 || [...token.means.values()].some((sure) => sure > 0.8)) return
      for (let at = 3; at <= token.word.length - 3; at++) {
        const one = token.word.slice(0, at), other = token.word.slice(at)
        if (this.words.has(one) && this.words.has(other)) {
          token.means = new Map([...token.means, [stem(one), 0.9], [stem(other), 0.9]])
          token.counts = this.counts(token.means)
        }
      }
    }

    // Every page that fits, with its score and why.
    rank(query) {
      const tokens = this.read(query)
      const asked = tokens.filter((token) => !token.extra).reduce((sum, token) => sum + token.counts, 0)
      if (!asked) return []
      const sure = new Map()       // stem → how sure it is meant, and by which tokens
      tokens.forEach((token, at) => token.means.forEach((each, of) => {
        if (!sure.has(of)) sure.set(of, { most: 0, by: [] })
        const entry = sure.get(of)
        entry.most = Math.max(entry.most, each)
        entry.by.push([at, each])
      }))
      const scores = new Map()
      this.byNames(tokens, asked, sure, scores)
      this.byText(tokens, asked, scores)
      this.byAbbreviation(query, scores)
      return [...scores]
        .map(([page, found]) => ({ page, score: found.best + 0.25 * found.second + 0.75 * found.text + found.short, why: found.why, found }))
        .sort((one, other) => other.score - one.score || one.page - other.page)
    }

    slot(scores, page) {
      if (!scores.has(page)) scores.set(page, { best: 0, second: 0, text: 0, short: 0, why: "" })
      return scores.get(page)
    }

    // A name counts by how much of it was typed, and how much of what was typed it covers.
    byNames(tokens, asked, sure, scores) {
      const candidates = new Set()
      sure.forEach((_, each) => {
        if (!this.fillers.has(each) || sure.size < 6) (this.byStem.get(each) || []).forEach((name) => candidates.add(name))
      })
      this.sayingsOfFillers.forEach((name) => name.stems.every((each) => sure.has(each)) && candidates.add(name))
      for (const name of candidates) {
        let there = 0
        const covered = new Map()
        for (const each of name.stems) {
          const meant = sure.get(each)
          if (!meant) continue
          there += this.weight(each) * meant.most
          meant.by.forEach(([at, how]) => covered.set(at, Math.max(covered.get(at) || 0, how)))
        }
        let answered = 0
        covered.forEach((how, at) => (answered += tokens[at].counts * how * (tokens[at].extra ? 0.7 : 1)))
        const whole = there / name.size
        let query = Math.min(1, answered / asked)
        // A saying of small words that was typed as a whole counts by its words: "something bad is going to happen".
        if (whole > 0.97 && name.stems.length > 2) query = Math.max(query, SAYING * covered.size / tokens.length)
        const score = name.weight * Math.pow(whole, 1.1) * (0.25 + 0.75 * query) * (whole > 0.97 && query > 0.97 ? 1.25 : 1)
        const slot = this.slot(scores, name.page)
        if (score > slot.best) {
          slot.second = slot.best
          slot.best = score
          slot.why = `${name.kind} "${name.text}"`
        } else if (score > slot.second) slot.second = score
      }
    }

    byText(tokens, asked, scores) {
      for (const token of tokens) {
        const most = new Map()
        token.means.forEach((how, each) => (this.inPage.get(each) || []).forEach((place, page) => {
          const value = how * place
          if ((most.get(page) || 0) < value) most.set(page, value)
        }))
        const part = (token.counts / asked) * (token.extra ? 0.6 : 1)
        most.forEach((value, page) => (this.slot(scores, page).text += part * value))
      }
    }

    byAbbreviation(query, scores) {
      const words = wordsOf(query)
      const content = words.filter((word) => !this.fillers.has(stem(word)))
      for (const word of words) {
        const pages = this.abbreviations.get(word)
        if (!pages || (this.fillers.has(stem(word)) && words.length > 1)) continue
        pages.forEach((page, at) => (this.slot(scores, page).short += content.length < 2 ? 2 - at * 0.2 : at ? 0 : 0.2))
      }
    }

    // The pages to show, of all that fit.
    chosen(query) {
      const found = this.rank(query)
      if (!found.length || found[0].score < 0.12) return this.nearest(query, found)
      const least = Math.max(0.12, found[0].score * 0.3)
      const good = found.slice(0, MOST_PAGES).filter((each) => each.score >= least)
      return good.length < FEW ? [...good, ...this.beside(good, found)].slice(0, FEW) : good
    }

    // What stands beside the only pages that fit: pages under and above the first one, and what fits less.
    beside(good, found) {
      const there = new Set(good.map((each) => each.page)), first = good[0].page, parent = (this.pages[first] || {}).parent
      const kin = []
      this.pages.forEach((page, at) => {
        if (!there.has(at) && (page.parent === first || at === parent)) kin.push({ page: at, score: 0 })
      })
      kin.forEach((each) => there.add(each.page))
      return [...kin, ...found.filter((each) => !there.has(each.page) && each.score > 0.05)]
    }

    // The topics nearest to a search that nothing fits, by words that begin alike or are three edits away.
    nearest(query, found) {
      const far = new Map(found.map((each) => [each.page, each.score]))
      wordsOf(query).filter((typed) => typed.length > 4).forEach((typed) => {
        const begin = typed.slice(0, 4), most = Math.min(3, Math.floor(typed.length / 3))
        this.words.forEach((each, word) => {
          if (word.length < 5) return
          const alike = word.startsWith(begin) ? 0.05 : edits(typed, word, most) <= most ? 0.03 : 0
          if (alike) (this.inPage.get(each) || []).forEach((place, page) => far.set(page, Math.max(far.get(page) || 0, alike * place)))
        })
      })
      return [...far].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, FEW).map(([page, score]) => ({ page, score, near: true }))
    }

    search(query) {
      const tokens = this.read(query).filter((token) => !token.extra)
      return this.chosen(query).map((each) => this.item(each, tokens))
    }

    // A page with its sections under it, as Material's search box wants them.
    item({ page: number, score, near }, tokens) {
      const page = this.pages[number]
      const location = page.address.slice(1)
      const asked = tokens.reduce((sum, token) => sum + token.counts, 0)
      const parts = this.partsOf(page).map((part) => ({ part, fits: this.fits(part, tokens) / asked }))
        .filter(({ fits }) => fits > 0.3).sort((one, other) => other.fits - one.fits).slice(0, MOST_SECTIONS)
      return [
        { location, title: this.mark(page.title, tokens), text: `<p${near ? " data-pe-near" : ""}>${this.mark(page.text, tokens)}</p>`, score, terms: {} },
        ...parts.map(({ part }) => ({ location: `${location}#${part.anchor}`, title: this.mark(part.heading, tokens), text: "", score, terms: {} })),
      ]
    }

    fits(part, tokens) {
      return tokens.reduce((sum, token) => {
        let best = 0
        token.means.forEach((how, each) => {
          if (part.stems.has(each)) best = Math.max(best, how * (part.head.has(each) ? 1 : 0.7))
        })
        return sum + token.counts * best
      }, 0)
    }

    mark(text, tokens) {
      const meant = new Set()
      tokens.forEach((token) => token.means.forEach((how, each) => how > 0.6 && !this.fillers.has(each) && meant.add(each)))
      return text.split(/([A-Za-z0-9\u00c0-\u024f'\u2019]+)/).map((piece, at) => {
        const safe = escape(piece)
        return at % 2 && wordsOf(piece).some((word) => meant.has(stem(word))) ? `<mark>${safe}</mark>` : safe
      }).join("")
    }
  }

  return { Engine, normalize, wordsOf, stem, sound, edits }
})()
