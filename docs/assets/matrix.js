// The filter of the evidence tables. Without script every table is there, folded.
document.querySelectorAll("[data-pe-matrix]").forEach((matrix) => {
  const form = matrix.querySelector("form")
  const status = form.querySelector("[role=status]")
  form.hidden = false

  const fits = (row, wanted) =>
    (!wanted.other || row.dataset.other === wanted.other) &&
    (!wanted.strength || row.dataset.strength === wanted.strength)

  const apply = () => {
    const wanted = Object.fromEntries(new FormData(form))
    const filtered = Object.values(wanted).some(Boolean)
    let count = 0
    matrix.querySelectorAll("details").forEach((details) => {
      const here = !wanted.condition || details.dataset.condition === wanted.condition
      const rows = [...details.querySelectorAll("tbody tr")]
      rows.forEach((row) => (row.hidden = !fits(row, wanted)))
      const left = here ? rows.filter((row) => !row.hidden).length : 0
      count += left
      details.hidden = left === 0
      details.open = filtered && left > 0
    })
    matrix.querySelectorAll(".pe-matrix__map td[data-condition]").forEach((cell) => {
      const here = !wanted.condition || cell.dataset.condition === wanted.condition
      cell.classList.toggle("pe-matrix__faint", filtered && !(here && fits(cell, wanted)))
    })
    status.textContent = filtered ? `${count} ${count === 1 ? "row" : "rows"}` : ""
  }

  form.addEventListener("change", apply)
  form.addEventListener("submit", (event) => event.preventDefault())
  form.addEventListener("reset", () => setTimeout(apply))
})

// A symbol, or a link from elsewhere, leads to a row that may be folded or filtered away.
const unfold = () => {
  const row = location.hash && document.getElementById(location.hash.slice(1))
  const details = row && row.closest("[data-pe-matrix] details")
  if (!details) return
  if (details.hidden || row.hidden) details.closest("[data-pe-matrix]").querySelector("form").reset()
  setTimeout(() => {
    details.open = true
    row.scrollIntoView({ block: "center" })
  })
}
addEventListener("hashchange", unfold)
unfold()
