// A QR code, drawn in the browser. The library is vendor/lean-qr.
import { correction, generate, mode } from "./lean-qr.js"

// Up to this version a phone reads a code well from a screen and from paper: 117 by 117 squares, 1,273 letters.
export const LARGEST = 25
const QUIET_ZONE = 4

/** The code of a link as an SVG element, or null when it would be too fine to read. `squares` is its width. */
export const qrCode = (link, words) => {
  let code
  try {
    code = generate(link, { minCorrectionLevel: correction.L, maxVersion: LARGEST, modes: [mode.ascii] })
  } catch (error) {
    return null
  }
  const squares = code.size + 2 * QUIET_ZONE
  let path = ""
  for (let y = 0; y < code.size; y += 1)
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) path += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z`
  const svg = part("svg", { viewBox: `0 0 ${squares} ${squares}`, role: "img", "aria-label": words })
  svg.append(part("path", { fill: "#fff", d: `M0 0h${squares}v${squares}H0z` }), part("path", { fill: "#000", d: path }))
  svg.setAttribute("shape-rendering", "crispEdges")
  return { svg, squares }
}

const part = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name)
  Object.keys(attributes).forEach((key) => element.setAttribute(key, attributes[key]))
  return element
}
