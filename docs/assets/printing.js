// A button for what the browser's menu does, letters of 18 points on paper, and the words that open at a tap as a
// list, as a handout has it. Nothing is kept.
document.querySelectorAll("[data-pe-printing]").forEach((line) => {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "pe-button"
  button.textContent = "Print this page"
  button.addEventListener("click", () => print())
  const large = document.createElement("input")
  large.type = "checkbox"
  large.autocomplete = "off"
  large.addEventListener("change", () => document.documentElement.classList.toggle("pe-large", large.checked))
  const label = document.createElement("label")
  label.append(large, " Large print")
  const row = document.createElement("p")
  row.append(button, " ", label)
  line.after(row)
})
addEventListener("beforeprint", () => {
  const main = document.getElementById("main")
  const list = document.createElement("dl")
  main.querySelectorAll(".pe-definition").forEach((definition) => {
    const [term, text] = [definition.querySelector("strong"), definition.cloneNode(true)]
    text.querySelectorAll("strong, a").forEach((part) => part.remove())
    const row = document.createElement("div")
    row.append(document.createElement("dt"), document.createElement("dd"))
    row.firstChild.textContent = `${term.textContent}: `
    row.lastChild.textContent = text.textContent.replace(/^[\s:]+/, "").trim()
    list.append(row)
  })
  main.querySelectorAll(".pe-words-list").forEach((old) => old.remove())
  if (!list.children.length) return
  const heading = document.createElement("h2")
  heading.textContent = "Words on this sheet"
  const section = document.createElement("section")
  section.className = "pe-words-list"
  section.append(heading, list)
  main.insertBefore(section, main.querySelector("#sources") || main.querySelector(".pe-sheet-end"))
})
