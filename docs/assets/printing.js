// A button for what the browser's menu does, and letters of 18 points on paper. Nothing is kept.
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
