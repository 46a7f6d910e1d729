"use strict";

// How the editor reads and writes our files. Of a file that was there, every line stays as it was that says
// nothing new: its quotes, its comments, keys that the form does not know. New lines look the way
// scripts/new.py writes them. What was written is read again, so nothing is saved that says something else.

window.CMS_MANUAL_INIT = true; // the formats have to be known before the editor reads its settings

const psychoed = (() => {
  const SOURCE = "_source"; // the file as it was read, on its way through the form beside the fields
  const SENTENCES = ["summary", "key_points"]; // always in quotes: a colon in a sentence would break them
  const BLOCK = jsyaml.COLLECTION_STYLE_BLOCK;
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?\n)---[ \t]*(?:\n|$)/;

  const isRecord = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const isEmpty = (value) =>
    value === undefined || value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

  const equal = (one, other) => {
    if (one === other) return true;
    if (Array.isArray(one) !== Array.isArray(other)) return false;
    if (one === null || other === null || typeof one !== "object" || typeof other !== "object") return false;
    const keys = Object.keys(one);
    return keys.length === Object.keys(other).length && keys.every((key) => key in other && equal(one[key], other[key]));
  };

  // --- what a form holds besides what somebody wrote ---

  // A form has every field; a file leaves out the empty ones, and 'false' where nobody wrote it before.
  const pruned = (now, old) => {
    if (Array.isArray(now)) return now.map((item, n) => pruned(item, Array.isArray(old) ? old[n] : undefined)).filter((item) => !isEmpty(item));
    if (!isRecord(now)) return now;
    const before = isRecord(old) ? old : {};
    const kept = Object.entries(now).map(([key, value]) => [key, pruned(value, before[key])]);
    return Object.fromEntries(kept.flatMap(([key, value]) => {
      if (!isEmpty(value) && (value !== false || key in before)) return [[key, value]];
      return key in before && isEmpty(before[key]) ? [[key, before[key]]] : [];
    }));
  };

  // --- new lines ---

  const meansItself = (text) =>
    [jsyaml.CORE_SCHEMA, jsyaml.YAML11_SCHEMA].every((schema) => {
      try {
        return jsyaml.load(`key: ${text}\n`, { schema }).key === text;
      } catch {
        return false;
      }
    });

  const scalar = (name, value, quoted) => {
    if (typeof value !== "string") return JSON.stringify(value);
    if (DAY.test(value)) return value;
    const plain = !quoted && !SENTENCES.includes(name) && !/[\n\r]/.test(value) && meansItself(value);
    return plain ? value : JSON.stringify(value);
  };

  const pad = (column) => " ".repeat(column);

  const newEntry = (name, value, column, quoted) => {
    if (Array.isArray(value)) return `${pad(column)}${name}:\n${value.map((item) => newItem(name, item, column + 2)).join("")}`;
    if (isRecord(value)) return `${pad(column)}${name}:\n${newRecord(value, column + 2)}`;
    return `${pad(column)}${name}: ${scalar(name, value, quoted)}\n`;
  };

  const newRecord = (record, column) => Object.entries(record).map(([name, value]) => newEntry(name, value, column)).join("");

  const newItem = (name, item, column, quoted) =>
    isRecord(item)
      ? `${pad(column)}- ${newRecord(item, column + 2).slice(column + 2)}`
      : `${pad(column)}- ${scalar(name, item, quoted)}\n`;

  // A list or a record in brackets, where it stood in brackets before.
  const inBrackets = (value) => {
    if (Array.isArray(value)) return `[${value.map(inBrackets).join(", ")}]`;
    if (isRecord(value)) return `{${Object.entries(value).map(([name, inner]) => `${name}: ${inBrackets(inner)}`).join(", ")}}`;
    return /[,[\]{}]/.test(value) ? JSON.stringify(value) : scalar("", value);
  };

  // --- where things stand in a file ---

  // The parser tells where each key, record, list and text begins; this makes a tree of it.
  const treeOf = (text) => {
    const events = jsyaml.parseEvents(text, {});
    let position = 1; // the first event is the document

    const node = () => {
      const event = events[position++];
      if (event.type === jsyaml.EVENT_SCALAR) return scalarNode(event);
      if (event.type === jsyaml.EVENT_MAPPING) return { kind: "record", block: event.style === BLOCK, start: event.start, entries: until(() => ({ key: node(), value: node() })) };
      if (event.type === jsyaml.EVENT_SEQUENCE) return { kind: "list", block: event.style === BLOCK, start: event.start, items: until(node) };
      throw new Error("an anchor");
    };
    const until = (read) => {
      const found = [];
      while (events[position].type !== jsyaml.EVENT_POP) found.push(read());
      position++;
      return found;
    };
    const scalarNode = (event) => {
      const quoted = event.style === jsyaml.SCALAR_STYLE_DOUBLE_QUOTED;
      const quotes = quoted || event.style === jsyaml.SCALAR_STYLE_SINGLE_QUOTED ? 1 : 0;
      return { kind: "text", quoted, start: event.valueStart - quotes, value: jsyaml.getScalarValue(text, event) };
    };
    return node();
  };

  // --- a file with what is new in it ---

  const patcher = (text) => {
    const lineOf = (place) => text.lastIndexOf("\n", place - 1) + 1;

    // Cuts the lines up to 'end' into parts, one a start. Comments and gaps belong to the part below them.
    const cut = (starts, end) => {
      const ends = starts.map((_, n) => (n + 1 < starts.length ? lineOf(starts[n + 1]) : end));
      const bodies = ends.map((stop, n) => withoutGap(starts[n], stop));
      return starts.map((start, n) => ({ start, body: bodies[n], gap: n ? text.slice(bodies[n - 1], ends[n - 1]) : "" }));
    };
    const withoutGap = (start, stop) => {
      let end = stop;
      while (lineOf(end - 1) > start && /^\s*(#.*)?$/.test(text.slice(lineOf(end - 1), end).trimEnd())) end = lineOf(end - 1);
      return end;
    };
    const tail = (parts, end) => text.slice(parts[parts.length - 1].body, end);

    // Both give lines that begin with spaces; who stands above puts a dash in their place where there was one.
    const record = (node, old, now, end) => {
      const parts = cut(node.entries.map((entry) => entry.key.start), end);
      const column = node.entries[0].key.start - lineOf(node.entries[0].key.start);
      const kept = node.entries.flatMap((entry, n) => {
        const name = entry.key.value;
        return name in now ? [{ name, lines: parts[n].gap + changedEntry(entry, parts[n], column, old[name], now[name]) }] : [];
      });
      Object.keys(now).forEach((name, n, names) => {
        if (name in old) return;
        const above = names.slice(0, n).reverse().find((other) => kept.some((each) => each.name === other));
        const place = kept.findIndex((each) => each.name === above) + 1;
        kept.splice(place, 0, { name, lines: newEntry(name, now[name], column) });
      });
      return kept.map((each) => each.lines).join("") + tail(parts, end);
    };

    const changedEntry = (entry, part, column, old, now) => {
      const { value } = entry;
      const below = value.block && lineOf(value.start) > part.start;
      const head = () => pad(column) + text.slice(part.start, lineOf(value.start));
      if (equal(old, now)) return pad(column) + text.slice(part.start, part.body);
      if (below && value.kind === "record" && isRecord(now) && !isEmpty(now)) return head() + record(value, old, now, part.body);
      if (below && value.kind === "list" && Array.isArray(now) && now.length) return head() + list(value, entry.key.value, old, now, part.body);
      if (value.block === false && typeof now === "object") return `${pad(column)}${entry.key.value}: ${inBrackets(now)}\n`;
      return newEntry(entry.key.value, now, column, value.quoted);
    };

    const list = (node, name, old, now, end) => {
      const dashes = node.items.map((item) => lineOf(item.start));
      const parts = cut(dashes, end);
      const column = text.slice(dashes[0]).search(/\S/);
      const unchanged = (n) => text.slice(parts[n].start, parts[n].body);
      const used = new Set();
      const taken = now.map((item, place) => {
        const n = old.findIndex((before, at) => !used.has(at) && equal(before, item) && (old.length !== now.length || at === place));
        if (n >= 0) used.add(n);
        return n;
      });
      const lines = taken.map((n, place) => {
        if (n >= 0) return parts[n].gap + unchanged(n);
        if (old.length !== now.length) return newItem(name, now[place], column);
        return parts[place].gap + changedItem(node.items[place], parts[place], name, old[place], now[place], column);
      });
      return lines.join("") + tail(parts, end);
    };

    const changedItem = (item, part, name, old, now, column) => {
      if (item.block === false && typeof now === "object") return `${pad(column)}- ${inBrackets(now)}\n`;
      if (item.kind !== "record" || !isRecord(now)) return newItem(name, now, column, item.quoted);
      const dash = text.slice(part.start, item.entries[0].key.start);
      return dash + record(item, old, now, part.body).slice(dash.length);
    };

    return (old, now) => {
      const tree = treeOf(text);
      if (!tree.block || tree.kind !== "record") throw new Error("not written in lines");
      return text.slice(0, lineOf(tree.entries[0].key.start)) + record(tree, old, now, text.length);
    };
  };

  const load = (text) => jsyaml.load(text) ?? {};

  // YAML text that says 'now'. Where its lines can't be kept, all of it is written anew.
  const yaml = (text, now) => {
    if (text === undefined) return newRecord(pruned(now), 0);
    const old = load(text);
    const wanted = pruned(now, old);
    if (equal(old, wanted)) return text;
    try {
      const patched = patcher(text)(old, wanted);
      if (equal(load(patched), wanted)) return patched;
    } catch {
      // written in a way that has no lines of its own
    }
    return newRecord(wanted, 0);
  };

  const ended = (text) => (text.endsWith("\n") ? text : `${text}\n`);

  // --- the two formats ---

  const readPage = (file) => {
    const found = FRONT_MATTER.exec(file);
    if (!found) throw new Error("This page has no facts between two lines of dashes: mend it on the web or in a text editor.");
    return { ...load(found[1]), body: file.slice(found[0].length).replace(/^\n+/, "").trimEnd(), [SOURCE]: file };
  };

  const writePage = ({ [SOURCE]: file, body = "", ...now }) => {
    if (file === undefined) return `---\n${yaml(undefined, now)}---\n\n${body.trim()}\n`;
    const [fence, head] = FRONT_MATTER.exec(file);
    const before = file.slice(fence.length);
    const old = readPage(file).body;
    const text = body.trimEnd() === old ? ended(before.trimEnd()) : `\n${body.trim()}\n`;
    return ended(fence.replace(head, () => yaml(head, now))) + text;
  };

  const readData = (file) => ({ ...load(ended(file)), [SOURCE]: ended(file) });
  const writeData = ({ [SOURCE]: file, ...now }) => yaml(file, now);

  return { readPage, writePage, readData, writeData };
})();

document.addEventListener("DOMContentLoaded", () => {
  CMS.registerCustomFormat("yaml-frontmatter", "md", { fromFile: psychoed.readPage, toFile: psychoed.writePage });
  CMS.registerCustomFormat("yaml", "yml", { fromFile: psychoed.readData, toFile: psychoed.writeData });
  CMS.init();
});
