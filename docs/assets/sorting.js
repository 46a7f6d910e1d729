// Tables that can be sorted by a column and narrowed to one kind of row. Without script they are in the order
// of their first column. Which column, and which way, stands in aria-sort, as screen readers expect it.
const OTHER = { ascending: "descending", descending: "ascending" }

document.querySelectorAll("[data-pe-sorting]").forEach((root) => {
  const form = root.querySelector("form")
  const status = root.querySelector("[role=status]")
  const body = root.querySelector("tbody")
  const headings = [...root.querySelectorAll("thead th[data-ascending]")]
  const rows = [...body.rows]

  const valueOf = (row, column) => {
    const value = row.cells[column].dataset.value
    return value === "" || Number.isNaN(Number(value)) ? value : Number(value)
  }

  // What has no value comes last, whichever way the others go; rows that are alike keep their first order.
  const compare = (a, b, way) => {
    if (a === "" || b === "") return (a === "") - (b === "")
    return a === b ? 0 : a < b ? -way : way
  }

  const tell = () => {
    const shown = rows.filter((row) => !row.hidden).length
    const by = headings.find((heading) => heading.hasAttribute("aria-sort"))
    const order = by.dataset[by.getAttribute("aria-sort")]
    const pages = `${shown} ${shown === 1 ? "page" : "pages"}`
    status.textContent = `${pages}, sorted by ${by.textContent.trim().toLowerCase()}: ${order}`
  }

  const sort = (heading) => {
    const column = headings.indexOf(heading)
    const now = heading.getAttribute("aria-sort")
    const next = now ? OTHER[now] : "down" in heading.dataset ? "descending" : "ascending"
    headings.forEach((each) => each.removeAttribute("aria-sort"))
    heading.setAttribute("aria-sort", next)
    const way = next === "ascending" ? 1 : -1
    body.append(...[...rows].sort((a, b) => compare(valueOf(a, column), valueOf(b, column), way)))
    tell()
  }

  const narrow = () => {
    const { kind } = Object.fromEntries(new FormData(form))
    rows.forEach((row) => (row.hidden = Boolean(kind) && row.dataset.kind !== kind))
    tell()
  }

  headings.forEach((heading) => {
    const button = document.createElement("button")
    button.type = "button"
    button.append(...heading.childNodes)
    button.addEventListener("click", () => sort(heading))
    heading.append(button)
  })
  root.classList.add("pe-quality--live")
  form.hidden = false
  form.addEventListener("change", narrow)
  form.addEventListener("submit", (event) => event.preventDefault())
  // A browser that comes back to the page may have kept what was chosen.
  addEventListener("pageshow", () => form.elements.kind.value && narrow())
})
