// Runs before anything is painted, so that nothing shifts: what the reader chose under "Reading settings".
// A value that is not listed counts as not chosen. Browsers may forbid a page to read what is kept.
;(() => {
  const root = document.documentElement
  const choices = { "text-size": ["large", "larger", "largest"], spacing: ["wide"], calm: ["on"] }
  const kept = (name) => {
    try {
      return localStorage.getItem(`psychoed.${name}`)
    } catch (error) {
      return null
    }
  }
  root.className = "js"
  Object.keys(choices).forEach((name) => {
    const value = kept(name)
    if (choices[name].includes(value)) root.setAttribute(`data-pe-${name}`, value)
  })
})()
