// The engines beside ours, each with what it needs to be fair: typing mistakes, unfinished words, titles first.
// `make` turns pages into the text that a site would publish; `open` loads that text and gives a search.
const script = (url) => new Promise((done, failed) => {
  const element = document.createElement("script")
  Object.assign(element, { src: url, onload: done, onerror: () => failed(new Error(url)) })
  document.head.append(element)
})
const json = async (url) => (await fetch(url)).json()
const FIELDS = ["title", "names", "text"]
const BOOST = { title: 3, names: 2, text: 1 }

self.peers = {
  ours: {
    async open({ index, engine }) {
      const [data] = await Promise.all([json(index), script(engine)])
      const ours = new self.psychoedSearch.Engine(data)
      return (query) => ours.search(query).map(([page]) => `/${page.location}`)
    },
  },
  // Material's own worker, in its own messages. An error inside it is told to nobody, so it is caught there.
  lunr: {
    async open({ worker, index }) {
      const source = `self.onunhandledrejection = ({ reason }) => self.postMessage({ failed: String(reason) }); importScripts("${worker}")`
      const lunr = new Worker(URL.createObjectURL(new Blob([source])))
      const ask = (message) => new Promise((done, failed) => {
        lunr.onmessage = ({ data }) => (data.failed ? failed(new Error(data.failed)) : done(data))
        lunr.onerror = (event) => failed(new Error(event.message))
        lunr.postMessage(message)
      })
      await ask({ type: 0, data: { ...(await json(index)), options: { suggest: false } } })
      return async (query) => (await ask({ type: 2, data: query })).data.items.map(([page]) => `/${page.location.split("#")[0]}`)
    },
  },
  minisearch: {
    options: { fields: FIELDS, idField: "id", searchOptions: { boost: BOOST, fuzzy: 0.2, prefix: true } },
    async make(pages, { engine }) {
      await script(engine)
      const mini = new MiniSearch(this.options)
      mini.addAll(pages)
      return JSON.stringify(mini)
    },
    async open({ index, engine }) {
      const [text] = await Promise.all([fetch(index).then((answer) => answer.text()), script(engine)])
      const mini = MiniSearch.loadJSON(text, this.options)
      return (query) => mini.search(query).map(({ id }) => id)
    },
  },
  flexsearch: {
    create: () => new FlexSearch.Document({ tokenize: "forward", encoder: FlexSearch.Charset.LatinBalance, document: { id: "id", index: FIELDS } }),
    async make(pages, { engine }) {
      await script(engine)
      const flex = this.create(), parts = []
      pages.forEach((page) => flex.add(page))
      await flex.export((key, data) => { parts.push([key, data]) })
      return JSON.stringify(parts)
    },
    async open({ index, engine }) {
      const [parts] = await Promise.all([json(index), script(engine)])
      const flex = this.create()
      for (const [key, data] of parts) await flex.import(key, data)
      // Fields come one after the other, the title first.
      return (query) => [...new Set(flex.search(query, { limit: 10, suggest: true }).flatMap(({ result }) => result))]
    },
  },
  orama: {
    create: (orama) => orama.create({ schema: { id: "string", title: "string", names: "string", text: "string" } }),
    async make(pages, { engine }) {
      const orama = await import(engine)
      const db = await this.create(orama)
      await orama.insertMultiple(db, pages)
      return JSON.stringify(await orama.save(db))
    },
    async open({ index, engine }) {
      const [data, orama] = await Promise.all([json(index), import(engine)])
      const db = await this.create(orama)
      await orama.load(db, data)
      return async (term) => (await orama.search(db, { term, properties: FIELDS, boost: BOOST, tolerance: 1, limit: 10 })).hits.map(({ document }) => document.id)
    },
  },
  pagefind: {
    async open({ engine }) {
      const pagefind = await import(engine)
      await pagefind.init()
      return async (query) => Promise.all((await pagefind.search(query)).results.slice(0, 5).map(async (result) => (await result.data()).url))
    },
  },
}
