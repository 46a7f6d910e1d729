// What the search engine finds for a query and by which words, as scripts/search.py tells it. Everything is asked
// of docs/assets/search-engine.js and search-danger.js themselves, so that what is told is what readers get.
({ index, crisis, danger, query, wanted }) => {
  const { Engine, stem, wordsOf, sound, edits } = self.psychoedSearch
  const engine = new Engine(index)
  const written = new Map()        // stem → the words that were written for it
  engine.words.forEach((its, word) => written.set(its, [...(written.get(its) || []), word]))

  // The written word that is nearest to what was typed.
  const nearest = (each, typed) => {
    const far = (word) => edits(typed, word, 30)
    return (written.get(each) || [each]).reduce((one, other) => (far(other) < far(one) ? other : one))
  }

  // By which way a typed word leads to a stem: its own, a mistake in typing, a word that says the same, ...
  const way = (token, each) => {
    const typed = token.word, own = stem(typed)
    if (typed.includes(" ")) return "saying"
    if (own === each) return token.extra ? "joined" : "same"
    if ((engine.alike.get(own) || new Set()).has(each)) return "alike"
    const words = written.get(each) || []
    if (words.some((word) => word.startsWith(typed))) return "unfinished"
    if (words.some((word) => edits(typed, word, 2) <= 2)) return "typing"
    if (words.some((word) => sound(word) === sound(typed))) return "sound"
    if (words.some((word) => typed.startsWith(word) || typed.endsWith(word))) return "split"
    return "reading"
  }

  // Where a page has a stem, the place that counts most first.
  const has = (text, each) => wordsOf(text).some((word) => stem(word) === each)
  const where = (number, each) => {
    const page = index.pages[number]
    const names = engine.names.filter((name) => name.page === number && name.kind !== "title" && name.stems.includes(each))
    return [
      ...(has(page.title, each) ? ["title"] : []),
      ...(names.length ? ["vocabulary"] : []),
      ...([page.words, ...page.sections.flatMap(([, heading, words]) => [heading, words])].some((text) => has(text, each)) ? ["text"] : []),
    ]
  }

  // Two words that the engine joined stand in the query with a space.
  const typedFor = ({ word, at }) => (at === undefined ? word : wordsOf(query).slice(at, at + 2).join(" "))

  // The meaning of a typed word by which it fits a page best.
  const match = (token, number) => {
    const fitting = [...token.means].map(([each, sure]) => ({ each, value: sure * ((engine.inPage.get(each) || new Map()).get(number) || 0) }))
    const best = fitting.reduce((one, other) => (other.value > one.value ? other : one), { value: 0 })
    return best.value && { typed: typedFor(token), as: nearest(best.each, token.word), way: way(token, best.each), places: where(number, best.each) }
  }

  const tokens = engine.read(query)
  const small = (token) => !token.extra && engine.fillers.has(stem(token.word))
  const shown = engine.search(query)
  const ranked = engine.rank(query)

  // Small words are told of where no other word led to a page.
  const matches = (number) => {
    const all = tokens.map((token) => ({ token, found: match(token, number) })).filter(({ found }) => found)
    const telling = all.filter(({ token }) => !small(token))
    return (telling.length ? telling : all).map(({ found }) => found)
  }

  const tell = ({ page: number, score, why }, at) => {
    const page = index.pages[number]
    const entry = /^(\w+) "(.*)"$/s.exec(why || "")
    const item = shown.find(([first]) => `/${first.location}` === page.address)
    return {
      place: at + 1, shown: Boolean(item), score: Math.round(score * 1000) / 1000, title: page.title, address: page.address,
      best: entry && { kind: entry[1], text: entry[2].trim() },
      abbreviations: wordsOf(query).filter((word) => (engine.abbreviations.get(word) || []).includes(number)),
      words: matches(number),
      sections: item ? item.slice(1).map((part) => index.pages[number].sections.find(([anchor]) => part.location.endsWith(`#${anchor}`))[1]) : [],
    }
  }

  // The very code of the page decides; each pattern is a kind of danger of its own, so that it says which it was.
  ;(0, eval)(danger)
  const all = Object.entries(crisis.kinds).flatMap(([id, patterns]) => patterns.map((phrase) => ({ id, phrase })))
  const dangers = (harmless, phrases) => {
    const kinds = Object.fromEntries(phrases.map(({ phrase }, at) => [at, [phrase]]))
    return self.psychoedDanger(query, { ...crisis, learned: null, harmless, kinds }).map((at) => phrases[at])
  }
  const speaks = dangers(crisis.harmless, all), bare = dangers([], all)
  const guards = bare.length > speaks.length ? crisis.harmless.filter((saying) => dangers([saying], bare).length < bare.length) : []

  // How like the examples of danger the search is, and the words that weigh most for what is shown.
  const shownHelp = self.psychoedDanger(query, crisis).length > 0
  const likeness = () => {
    const { score, weighed, sure } = self.psychoedDanger.likeness(query, crisis)
    const telling = weighed.filter(([, weight]) => (shownHelp ? weight > 0 : weight < 0)).sort((one, other) => Math.abs(other[1]) - Math.abs(one[1]))
    return { score: Math.round(score * 100) / 100, sure: score > sure, words: telling.slice(0, 5).map(([words]) => words.trim()) }
  }

  return {
    version: 1,
    query,
    small: [...new Set(tokens.filter(small).map((token) => token.word))],
    unknown: tokens.filter((token) => !token.means.size && !small(token)).map((token) => token.word),
    pages: ranked.map(tell).filter((page) => page.shown || page.address === wanted),
    help: { shown: shownHelp, phrases: speaks, guards, learned: crisis.learned && likeness() },
  }
}
