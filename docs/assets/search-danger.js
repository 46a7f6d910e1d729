// Whether a search speaks of danger, by the phrases of the vocabulary: the ids of the kinds of danger. A word
// may have alternatives between slashes and any ending at a star; three dots are up to four words in between.
// Typing mistakes are forgiven in longer words. Harmless sayings are taken out first.
self.psychoedDanger = (() => {
  const GAP = 4
  const wordsOf = (text) =>
    text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f'\u2018\u2019`]/g, "").replace(/[^a-z0-9]+/g, " ")
      .replace(/\b(my|him|her|your|them) sel(f|ves)\b/g, "$1sel$2").trim().split(" ").filter(Boolean)

  // Whether two words are one edit apart, or the same; a swap of neighbors is one edit.
  const near = (one, other) => {
    if (one === other) return true
    if (Math.abs(one.length - other.length) > 1) return false
    let at = 0
    while (at < one.length && one[at] === other[at]) at++
    const rest = (a, b) => one.slice(at + a) === other.slice(at + b)
    return rest(1, 1) || rest(1, 0) || rest(0, 1) || (one[at] === other[at + 1] && one[at + 1] === other[at] && rest(2, 2))
  }

  const fits = (wanted, word, exact) => {
    if (wanted.open) return word.startsWith(wanted.text) || (!exact && wanted.text.length > 5 && near(word.slice(0, wanted.text.length), wanted.text))
    return word === wanted.text || (!exact && wanted.text.length > 5 && near(word, wanted.text))
  }

  const compile = (phrase) =>
    phrase.toLowerCase().split(/\s+/).map((part) =>
      part === "..." ? null : part.split("/").map((text) => ({ text: wordsOf(text).join(""), open: text.endsWith("*") })))

  // Where the pattern ends when it begins at a word, or -1.
  const end = (pattern, words, at, from = 0, exact = false) => {
    if (from === pattern.length) return at
    if (pattern[from] === null) {
      for (let skip = 0; skip <= GAP; skip++) {
        const found = end(pattern, words, at + skip, from + 1, exact)
        if (found >= 0) return found
      }
      return -1
    }
    return at < words.length && pattern[from].some((wanted) => fits(wanted, words[at], exact)) ? end(pattern, words, at + 1, from + 1, exact) : -1
  }

  const without = (words, guards) => {
    const left = [...words]
    guards.forEach((guard) => {
      for (let at = 0; at < words.length; at++) {
        const stop = end(guard, words, at, 0, true)
        if (stop > at) left.fill("", at, stop)
      }
    })
    return left
  }

  let ready = null
  const prepare = ({ guards, categories }) => ({
    guards: guards.map(compile),
    categories: categories.map(({ id, phrases }) => ({ id, phrases: phrases.map(compile) })),
  })

  return (text, data = self.psychoedCrisis) => {
    ready ??= prepare(data)
    const words = without(wordsOf(text), ready.guards)
    const speaks = (phrase) => words.some((_, at) => end(phrase, words, at) >= 0)
    return ready.categories.filter(({ phrases }) => phrases.some(speaks)).map(({ id }) => id)
  }
})()
