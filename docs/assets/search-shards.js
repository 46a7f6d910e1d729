// The search engine on the index of a large site, which comes in many small files (search_shards.py tells which).
// It gets those that a search needs, keeps them, and then finds as the engine does that has everything.
self.psychoedShards = (() => {
  const { Engine, stem, wordsOf } = self.psychoedSearch
  const KINDS = ["title", "name", "find", "feeling"]
  // What one search may load: files for small words, for endings of a word, for what else a word may mean, and of all.
  const MOST_SMALL = 2, MOST_ENDINGS = 3, MOST_MEANINGS = 4, MOST_FILES = 22, MOST_ROUNDS = 5

  class Sharded extends Engine {
    // `load` gets the content of a file by its name.
    constructor(head, load) {
      super({ ...head, pages: [], feelings: [] })
      this.head = head
      this.load = load
      this.pages = new Array(head.count)
      this.spreads = new Map()
      this.files = new Map()         // name → when it is there
      this.known = new Set()         // names of pages that are there: two files may have one
      this.begins = head.words.split(" ")
      this.spelling = new Map(head.spelling.split(" ").map((key, number) => [key, number]))
      ;[...this.fillers].sort().forEach((each, at) => this.spreads.set(each, this.level(head.common[at])))
    }

    level(sign) {
      return Math.pow(this.head.step, sign.charCodeAt(0) - 35)
    }

    spread(each) {
      return this.spreads && this.spreads.has(each) ? this.spreads.get(each) : super.spread(each)
    }

    // What was found for a query, when all that it needs is there.
    async find(query) {
      let wanted = new Set(), round = 0, before
      do {
        before = wanted.size
        for (const name of this.needed(query)) if (wanted.size < MOST_FILES) wanted.add(name)
        await this.get([...wanted])
      } while (wanted.size > before && ++round < MOST_ROUNDS)
      const pages = this.chosen(query).map(({ page }) => `p${Math.floor(page / this.head.pagesAFile)}`)
      await this.get([...new Set(pages)])
      return this.search(query)
    }

    get(names) {
      return Promise.all(names.map((name) => {
        if (!this.files.has(name)) {
          const file = this.load(name).then((content) => this.take(name, content), (error) => {
            this.files.delete(name)
            throw error
          })
          this.files.set(name, file)
        }
        return this.files.get(name)
      }))
    }

    // --- which files a query needs, as far as is known by now ---

    needed(query) {
      const words = wordsOf(query), content = words.filter((word) => !this.fillers.has(stem(word)))
      const asked = content.length ? [...content, ...this.rarest(words)] : words
      const unfinished = /[^a-z0-9]$/i.test(query) ? "" : words[words.length - 1]
      const own = asked.flatMap((word) => [this.fileOf(stem(word)), ...(word === unfinished ? this.endings(word) : [])])
      if (own.some((name) => !this.files.has(name))) return own
      const tokens = this.read(query).filter((token) => token.extra || asked.includes(token.word))
      return [
        ...own,
        ...tokens.flatMap((token) => this.corrections(token, token.word === unfinished)),
        ...tokens.flatMap((token) => this.meant(token)),
      ]
    }

    // Small words that say a little: "does it work".
    rarest(words) {
      const small = words.filter((word) => this.fillers.has(stem(word)))
      return small.sort((one, other) => this.spread(stem(one)) - this.spread(stem(other))).slice(0, MOST_SMALL)
    }

    // The file in whose range a stem is.
    fileOf(each) {
      let low = 0, high = this.begins.length
      while (high - low > 1) {
        const middle = (low + high) >> 1
        if (this.begins[middle] <= each) low = middle
        else high = middle
      }
      return `w${low}`
    }

    endings(word) {
      if (word.length < 3) return []
      const first = Number(this.fileOf(word).slice(1)), last = Number(this.fileOf(`${word}~`).slice(1))
      return Array.from({ length: Math.min(last - first + 1, MOST_ENDINGS) }, (_, at) => `w${first + at}`)
    }

    // A word that nobody wrote: lists of words with its beginning or end, and the other half if it is two in one.
    corrections({ word, extra, means }, unfinished) {
      if (extra || word.length < 4 || this.knows(word) || (unfinished && means.size)) return []
      const lists = [this.list("+", word), this.list("-", [...word].reverse().join(""))]
      if (word.length === 4) lists.push(this.spelling.get(`4${word[0]}`))
      const halves = []
      for (let at = word.length - 3; at >= 3; at--) if (this.words.has(word.slice(0, at))) halves.push(this.fileOf(stem(word.slice(at))))
      return [...lists.filter((number) => number !== undefined).map((number) => `s${number}`), ...halves.slice(0, 2)]
    }

    list(sign, word) {
      for (let length = word.length; length >= 0; length--) {
        const number = this.spelling.get(sign + word.slice(0, length))
        if (number !== undefined) return number
      }
    }

    // Where the surest meanings of a word are.
    meant({ word, means }) {
      const sure = [...means].filter(([each]) => each !== stem(word)).sort(([, one], [, other]) => other - one)
      return sure.slice(0, MOST_MEANINGS).map(([each]) => this.fileOf(each))
    }

    // --- what the files hold ---

    take(name, content) {
      if (name[0] === "p") return this.takePages(Number(name.slice(1)), content)
      if (name[0] === "s") this.know(content.split(" "))
      else this.takeWords(content)
      this.expanded.clear()
      this.weights.clear()
      this.sounds = null
    }

    takePages(number, pages) {
      pages.forEach(([address, title, text, sections], at) => (this.pages[number * this.head.pagesAFile + at] = { address, title, text, sections }))
    }

    takeWords({ names, stems, words }) {
      const first = this.names.length
      stems.forEach(([each, sign]) => this.spreads.set(each, this.level(sign)))
      names.forEach((name) => this.takeName(name))
      stems.forEach(([each, , texts, named]) => {
        this.numbers(texts).forEach((page) => this.countText(each, page))
        this.numbers(named).forEach((page) => this.countName(each, page))
      })
      this.know(words.split(" "))
      this.weights.clear()
      this.measure(this.names.slice(first))
    }

    takeName([kind, text, signs, steps]) {
      new Set(wordsOf(text).map(stem)).forEach((each) => {
        if (!this.spreads.has(each)) this.spreads.set(each, this.level(signs[0]))
        signs = signs.slice(1)
      })
      this.numbers(steps).forEach((page) => {
        const key = `${page} ${kind} ${text}`
        if (this.known.has(key)) return
        this.known.add(key)
        this.addEntry(page, KINDS[Math.min(kind, 3)], text, Math.max(kind - 3, 0))
      })
    }

    // Pages are written as their distances.
    numbers(steps) {
      let page = 0
      return steps.map((step) => (page += step))
    }
  }

  return { Sharded }
})()
