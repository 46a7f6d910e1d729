// The lists that a clinician keeps on this device. Nothing is kept before "Save on this device" is pressed, and no list
// goes without a word: not under the name of another one, and not by a tap beside the right button.
import { decode } from "./list-format.js"
import { button, keep, kept, make, tell } from "./list-pages.js"

const KEY = "psychoed.sets"
const MOST = 100
const NOT_KEPT = "This browser could not keep the list. It may let no page keep anything, or be full. Copy the link instead."

const saved = () => {
  const all = kept(KEY)
  const lists = all.version === 1 && Array.isArray(all.sets) ? all.sets : []
  return lists.filter((each) => each && typeof each.name === "string" && !decode(each.list).problem)
}
const keepAll = (sets) => keep(KEY, sets.length ? { version: 1, sets } : null)

/** "Anxiety", "Anxiety (2)", "Anxiety (3)" … : one more than there can be lists, so that one is free. */
const numbered = (name) => Array.from({ length: MOST + 1 }, (_, at) => (at ? `${name} (${at + 1})` : name))
const free = (name) => {
  const taken = saved().map((each) => each.name)
  return numbered(name).find((each) => !taken.includes(each))
}

/** The part of the page that shows them. `open` puts one of them into the builder, if the person wants it. */
export const savedLists = (page, open) => {
  const status = page.querySelector("[data-pe-kept-status]")
  const lines = page.querySelector(".pe-builder__kept")
  // The name of the list that is being changed. Saving it again is meant to replace it.
  let mine = ""

  const show = () => {
    const lists = saved()
    page.querySelectorAll("[data-pe-kept]").forEach((each) => (each.hidden = !lists.length))
    lines.textContent = ""
    lines.append(...lists.map(line))
  }
  const line = (each) =>
    make(
      "li",
      "",
      make("span", "", each.name),
      button("Open", () => take(each), `Open: ${each.name}`),
      button("Delete", () => remove(each), `Delete from this device: ${each.name}`),
    )
  const take = (each) => {
    if (open(each.list)) mine = each.name
  }

  const remove = (each) => {
    const lists = saved()
    const at = lists.findIndex((other) => other.name === each.name)
    if (!keepAll(lists.filter((other) => other.name !== each.name))) {
      tell(status, `This browser could not delete “${each.name}”. You can delete what it keeps in its own settings.`)
      return
    }
    show()
    const undo = { act: () => putBack(each, at), label: `Undo: keep “${each.name}”` }
    tell(status, `“${each.name}” is deleted from this device.`, undo).focus()
  }
  const putBack = (each, at) => {
    const lists = saved()
    const name = free(each.name)
    lists.splice(at, 0, { ...each, name })
    const fine = keepAll(lists)
    show()
    tell(status, fine ? `“${name}” is on this device again.` : NOT_KEPT)
    const back = fine ? lines.children[Math.min(at, lines.children.length - 1)].querySelector("button") : status
    back.focus()
  }

  /** Keep a list under its title, or under a name made for it. Says in words what came of it, and if it is kept. */
  const save = (title, otherwise, list) => {
    const lists = saved()
    const names = title ? [title] : numbered(otherwise)
    const name = names.includes(mine) ? mine : title || free(otherwise)
    const others = lists.filter((each) => each.name !== name)
    const replaces = others.length < lists.length
    if (replaces && name !== mine && !confirm(`A list named “${name}” is saved already. Replace it?`))
      return { words: "Not saved. Give the list another title, then save it.", fine: false }
    if (others.length >= MOST)
      return { words: `${MOST} lists are saved, and there is no room for more. Delete one first.`, fine: false }
    if (!keepAll([{ name, list }, ...others])) return { words: NOT_KEPT, fine: false }
    mine = name
    tell(status, "")
    show()
    return { words: `Saved on this device as “${name}”.`, fine: true }
  }

  addEventListener("storage", (event) => (event.key === KEY || event.key === null) && show())
  show()
  return { save, another: () => (mine = "") }
}
