// The worker behind Material's search box, in Material's own messages: 1 says ready, 2 brings what was typed,
// 3 takes back what was found. Two more are between it and search-box.js: 4 says that a person reaches for search,
// 5 that the files are asked for. Material starts it with every page, so it is small, and loads nothing before.
// Nothing leaves the device: it only fetches files of this site.
const READY = 1, QUERY = 2, RESULT = 3, LOAD = 4, LOADING = 5
const index = new URL(self.location).searchParams.get("index")
const beside = (name) => new URL(name, self.location)
// What failed is asked for anew, past what the browser has kept of it.
const failed = new Set()
const json = async (name) => {
  try {
    const answer = await fetch(beside(`../${name}`), { cache: failed.delete(name) ? "reload" : "default" })
    if (!answer.ok) throw new Error(name)
    return await answer.json()
  } catch (error) {
    failed.add(name)
    throw error
  }
}
// What stands in the list when a file did not come: the way on that needs no search.
const FAILED = { location: "a-to-z/", title: "The search did not load", text: "<p>Type on to try again, or look through everything from A to Z.</p>", score: 1, terms: {} }
let engine = null

// What sounds alike is sorted behind the first results; else the first misspelled word would wait for it.
const ready = (engine) => {
  setTimeout(() => engine.soundingLike(""))
  return engine
}

// Both files come at the same time, and the code is read while the index is under way. What failed is tried again
// with the next key.
function load() {
  if (!engine) {
    const code = fetch(beside("search-engine.js")).then((answer) => answer.text()).then(() => importScripts(beside("search-engine.js")))
    engine = Promise.all([json(index), code])
      .then(([data]) => {
        if (!data.folder) return ready(new self.psychoedSearch.Engine(data))
        importScripts(beside("search-shards.js"))
        return new self.psychoedShards.Sharded(data, (name) => json(`${data.folder}/${name}.json`))
      })
      .catch((error) => {
        engine = null
        throw error
      })
  }
  return engine
}

// The index of a large site comes in parts. They are asked for when a person stops typing for a moment.
const PAUSE = 150
const find = async (words, stands) => {
  try {
    const found = await load()
    if (!found.find) return found.search(words)
    await new Promise((done) => setTimeout(done, PAUSE))
    return stands() ? await found.find(words) : []
  } catch (error) {
    return [[FAILED]]
  }
}

let latest = 0
self.onmessage = async ({ data: { type, data } }) => {
  if (type === LOAD) {
    load().catch(() => {})
    self.postMessage({ type: LOADING })
  }
  if (type !== QUERY) return
  const mine = ++latest
  const items = data.trim() ? await find(data, () => mine === latest) : []
  if (mine === latest) self.postMessage({ type: RESULT, data: { items } })
}
self.postMessage({ type: READY })
