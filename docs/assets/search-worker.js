// The worker behind Material's search box, in Material's own messages: 1 says ready, 2 brings what was typed,
// 3 takes back what was found. Material starts it with every page, so it is small, and loads nothing before
// something was typed. Nothing leaves the device: it only fetches two files of this site.
const READY = 1, QUERY = 2, RESULT = 3
const index = new URL(self.location).searchParams.get("index")
let engine = null

// Both files come at the same time. What failed is tried again with the next key.
function load() {
  if (!engine) {
    const data = fetch(new URL(`../${index}`, self.location)).then((answer) => answer.json())
    const code = fetch(new URL("search-engine.js", self.location)).then((answer) => answer.text())
    engine = Promise.all([data, code])
      .then(([found]) => {
        importScripts(new URL("search-engine.js", self.location))
        return new self.psychoedSearch.Engine(found)
      })
      .catch((error) => {
        engine = null
        throw error
      })
  }
  return engine
}

let latest = 0
self.onmessage = async ({ data: { type, data } }) => {
  if (type !== QUERY) return
  const mine = ++latest
  const items = data.trim() ? await load().then((found) => found.search(data), () => []) : []
  if (mine === latest) self.postMessage({ type: RESULT, data: { items } })
}
self.postMessage({ type: READY })
