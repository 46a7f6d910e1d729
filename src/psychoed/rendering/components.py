"""The components: each a function from the site to the values that its template shows.

A component's name is its function's, its HTML is ``overrides/components/<name>.html``. A function takes
the page's context and the constants written in Markdown, and raises CallError when they make no sense.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from markupsafe import Markup

from ..figures import polyline, slot, span
from ..kept import KEPT
from ..models import Finding, LevelsOfCare, Program, Strength
from ..quality.instruments import INSTRUMENTS
from ..site import Kind, Page
from ..words import did_you_mean
from .addresses import in_full
from .calls import Call, CallError, check_arguments
from .context import PageContext
from .terms import anchor

Values = dict[str, Any]
ORDER = {strength: number for number, strength in enumerate(Strength)}
FOLDERS = {
    "conditions": Kind.CONDITION,
    "therapies": Kind.THERAPY,
    "levels-of-care": Kind.LEVEL,
    "guides": Kind.GUIDE,
}
# The size of a drawing of lines, in its own units.
DRAWING = (600, 220)
MATRIX = {"therapies": Kind.THERAPY, "settings": Kind.LEVEL}
KIND_NOUNS = {
    Kind.CONDITION: ("Condition", "Conditions"),
    Kind.THERAPY: ("Therapy", "Therapies"),
    Kind.LEVEL: ("Level of care", "Levels of care"),
    Kind.GUIDE: ("Guide", "Guides"),
    Kind.PLAIN: ("Other page", "Other pages"),
}
PART_NOUNS = {"therapies": "therapy", "settings": "level of care"}
GUIDE_GROUPS = {
    "understand": "Understanding mental health",
    "choose": "Choosing and using care",
    "support": "Supporting someone",
    "after": "After treatment",
}


def render_call(ctx: PageContext, call: Call) -> Markup:
    """The HTML of one component on one page."""
    return ctx.render(call.name, **values_of(ctx, call))


def values_of(ctx: PageContext, call: Call) -> Values:
    """What a component's template gets. Raises CallError for an unknown name or wrong arguments."""
    function = COMPONENTS.get(call.name)
    if function is None:
        known = f"use one of: {', '.join(sorted(COMPONENTS))}"
        message = f"there is no component '{call.name}'"
        raise CallError(message, did_you_mean(call.name, COMPONENTS, known))
    check_arguments(call, inspect.signature(function))
    return function(ctx, *call.arguments)


# --- comparison of levels of care ---


def comparison(ctx: PageContext, *levels: str) -> Values:
    """Levels of care side by side: all of them, or the ones named."""
    data = _levels(ctx)
    known = {level.id: level for level in data.levels}
    for name in levels:
        if name not in known:
            raise CallError(f"there is no level of care '{name}'", f"use one of: {', '.join(known)}")
    chosen = [known[name] for name in levels] or list(data.levels)
    pages = {page.slug: page.address for page in ctx.site.of_kind(Kind.LEVEL)}
    return {"levels": chosen, "dimensions": data.dimensions, "pages": pages, "data": data}


def hours_figure(ctx: PageContext) -> Values:
    """Hours a week at each level, on one scale."""
    return {"levels": _levels(ctx).levels, "week": 168}


def _levels(ctx: PageContext) -> LevelsOfCare:
    assert ctx.site.levels_of_care is not None
    return ctx.site.levels_of_care


# --- evidence ---


def evidence(ctx: PageContext) -> Values:
    """What is known, for the page's condition, therapy or level of care."""
    data = ctx.site.evidence
    assert data is not None
    slug, kind = ctx.page.slug, ctx.page.kind
    if kind is Kind.CONDITION:
        rows, other = data.therapies.get(slug, {}), "therapies"
    elif kind is Kind.THERAPY:
        rows, other = _column(data.therapies, slug), "conditions"
    elif kind is Kind.LEVEL:
        rows, other = _column(data.settings, slug), "conditions"
    else:
        message = "'evidence' needs a page about a condition, a therapy or a level of care"
        raise CallError(message, "take it out, or move it to such a page")
    return {"rows": _linked(ctx, rows, other), "other": other, "words": data.words, "checked": data.checked}


def setting_evidence(ctx: PageContext, level: str) -> Values:
    """What is known about one setting for the page's condition."""
    data = ctx.site.evidence
    assert data is not None
    finding = data.settings.get(ctx.page.slug, {}).get(level)
    if finding is None:
        message = f"the evidence data says nothing about '{level}' for '{ctx.page.slug}'"
        raise CallError(message, "add it under 'settings' in content/data/evidence.yml")
    return {"finding": finding, "words": data.words}


def evidence_matrix(ctx: PageContext, part: str) -> Values:
    """Everything that is known: each condition with each therapy, or with each level of care."""
    data = ctx.site.evidence
    assert data is not None
    if part not in MATRIX:
        raise CallError(f"there is no part '{part}' in the evidence", f"use one of: {', '.join(MATRIX)}")
    kind = MATRIX[part]
    table = getattr(data, part)
    rows = [page for page in ctx.site.in_reading_order(Kind.CONDITION) if table.get(page.slug)]
    named = {slug for cells in table.values() for slug in cells}
    columns = [page for page in ctx.site.in_reading_order(kind) if page.slug in named]
    findings = {page.slug: _linked(ctx, table[page.slug], part) for page in rows}
    words = {"part": part, "noun": PART_NOUNS[part], "strengths": list(Strength)}
    return {"data": data, "table": table, "rows": rows, "columns": columns, "findings": findings, **words}


def evidence_words(ctx: PageContext) -> Values:
    """What the five words mean."""
    assert ctx.site.evidence is not None
    return {"words": ctx.site.evidence.words}


def _column(table: dict[str, dict[str, Finding]], slug: str) -> dict[str, Finding]:
    return {row: cells[slug] for row, cells in table.items() if slug in cells}


def _linked(ctx: PageContext, rows: dict[str, Finding], other: str) -> list[tuple[Page, Finding]]:
    """Findings beside the pages they are about, surest first."""
    kind = MATRIX.get(other, Kind.CONDITION)
    pages = {page.slug: page for page in ctx.site.of_kind(kind)}
    found = [(pages[slug], finding) for slug, finding in rows.items() if slug in pages]
    return sorted(found, key=lambda row: (ORDER[row[1].strength], row[0].meta.title))


# --- figures ---


def panic_cycle(ctx: PageContext) -> Values:
    """How a panic attack can feed itself."""
    assert ctx.site.figures is not None
    return {"figure": ctx.site.figures.panic_cycle}


def exposure_curves(ctx: PageContext) -> Values:
    """Fear over time in exposure: an example."""
    assert ctx.site.figures is not None
    figure = ctx.site.figures.exposure
    lines = [polyline(curve.points, *DRAWING) for curve in figure.curves]
    return {"figure": figure, "lines": list(zip(figure.curves, lines, strict=True)), "drawing": DRAWING}


def steps_figure(ctx: PageContext) -> Values:
    """The levels of care as steps that one can go up and down."""
    assert ctx.site.figures is not None
    pages = {page.slug: page.address for page in ctx.site.of_kind(Kind.LEVEL)}
    return {"figure": ctx.site.figures.steps, "levels": _levels(ctx).levels, "pages": pages}


def week_figure(ctx: PageContext) -> Values:
    """The program's week, hour by hour."""
    assert ctx.site.program is not None
    return _week(ctx.site.program)


def _week(program: Program) -> Values:
    slots = {day.day: [slot(block) for block in day.blocks] for day in program.schedule}
    timed = {day: found for day, parts in slots.items() if (found := [part for part in parts if part])}
    begin, end = span(part for parts in timed.values() for part in parts)
    days = [(day, timed.get(day.day, [])) for day in program.schedule]
    return {"program": program, "days": days, "begin": begin, "end": end}


def evidence_figure(ctx: PageContext) -> Values:
    """How many pairs of condition and therapy, and of condition and setting, each word was given to."""
    data = ctx.site.evidence
    assert data is not None
    parts = []
    for part, noun in PART_NOUNS.items():
        given = [cell.strength for cells in getattr(data, part).values() for cell in cells.values()]
        parts.append((noun, len(given), [(strength, given.count(strength)) for strength in Strength]))
    return {"parts": parts, "words": data.words}


# --- lists ---


EVERYTHING = "everything"


def a_to_z(ctx: PageContext, folder: str) -> Values:
    """Every page of a folder and its other names, by first letter; "everything" has all pages, and also the
    words people search with that may be printed."""
    if folder == EVERYTHING:
        pages = [page for page in ctx.site.pages if page.address != "/"]
        named = {
            (name, page.address): page
            for page in pages
            for name, page in _names(page, ctx.site.words_of(page).say)
        }
        entries = [(name, page) for (name, _), page in named.items()]
    else:
        entries = [entry for page in _folder(ctx, folder) for entry in _names(page)]
    entries.sort(key=lambda entry: (entry[0].casefold(), entry[1].address))
    letters = groupby(entries, key=lambda entry: entry[0][0].upper())
    return {
        "letters": [(letter, list(group)) for letter, group in letters],
        "level": 3 if folder == EVERYTHING else 2,
    }


def _names(page: Page, said: Iterable[str] = ()) -> Iterable[tuple[str, Page]]:
    others = [*page.meta.also_called, *said]
    return [(page.meta.title, page), *((name[0].upper() + name[1:], page) for name in others)]


def feelings(ctx: PageContext) -> Values:
    """What people feel or live with, in their own words, and the pages that may help."""
    lists = ctx.site.vocabulary.feelings if ctx.site.vocabulary else ()
    pages = ctx.site.by_address()
    return {"lists": [(each.say, [pages[a] for a in each.pages if a in pages]) for each in lists]}


def glossary(ctx: PageContext) -> Values:
    """Every term of the glossary with its definition, by first letter."""
    assert ctx.site.glossary is not None
    terms = sorted(ctx.site.glossary.terms, key=lambda term: term.term.casefold())
    letters = groupby(terms, key=lambda term: term.term[0].upper())
    return {"letters": [(letter, [(term, anchor(term)) for term in group]) for letter, group in letters]}


def page_list(ctx: PageContext, folder: str) -> Values:
    """Every page of a folder with its summary; guides in their groups, levels in their order."""
    pages = _folder(ctx, folder)
    if folder == "guides":
        grouped = {title: [p for p in pages if p.meta.group == key] for key, title in GUIDE_GROUPS.items()}
        return {"groups": [(title, found) for title, found in grouped.items() if found]}
    return {"groups": [("", pages)]}


def _folder(ctx: PageContext, folder: str) -> list[Page]:
    if folder not in FOLDERS:
        raise CallError(f"there is no folder '{folder}'", f"use one of: {', '.join(FOLDERS)}")
    return ctx.site.in_reading_order(FOLDERS[folder])


def home_choices(ctx: PageContext) -> Values:
    """The cards of the home page, from its front matter."""
    return {"choices": getattr(ctx.page.meta, "choices", ())}


# --- sheets to fill in ---


def tool(ctx: PageContext, name: str) -> Values:
    """A sheet to fill in on the screen or on paper."""
    tools = ctx.site.tools
    if name not in tools:
        remedy = did_you_mean(name, tools, f"use one of: {', '.join(tools)}")
        raise CallError(f"there is no tool '{name}' in content/data/tools.yml", remedy)
    return {"id": name, "tool": tools[name]}


# --- help ---


def help_lines(ctx: PageContext) -> Values:
    """Every help line, the default region open and the others a tap away."""
    data = ctx.site.help_lines
    assert data is not None
    return {
        "data": data,
        "regions": sorted(data.regions, key=lambda region: region.id != data.default_region),
    }


def help_card(ctx: PageContext) -> Values:
    """The most urgent lines of the default region, as a card."""
    assert ctx.site.help_lines is not None
    lines = ctx.site.help_lines.default.lines
    return {"lines": [line for line in lines if line.kind in {"emergency", "crisis"}][:3]}


# --- data for others: a check loads this module and needs none of them ---


def data_files(ctx: PageContext) -> Values:
    """The files for other programs: what is in each, and where its table and its schema are."""
    from ..api.content import FOLDER  # noqa: PLC0415
    from ..api.files import FEED, FILES  # noqa: PLC0415

    files = [
        (file.title, f"/{FOLDER}/{name}.json", file.tables, f"/{FOLDER}/schemas/{name}.json")
        for name, file in FILES.items()
    ]
    feed = FEED if ctx.site.settings.site_url else ""
    return {"index": f"/{FOLDER}/index.json", "files": files, "feed": feed}


def data_example(ctx: PageContext) -> Values:
    """How a program gets a file, in a few lines."""
    from ..api.content import FOLDER  # noqa: PLC0415

    names = {"conditions": "conditions", "help_lines": "help-lines"}
    return {key: in_full(ctx.site.settings, f"/{FOLDER}/{name}.json") for key, name in names.items()}


def embed_tags(ctx: PageContext) -> Values:
    """The tags to copy for showing a part of the site on another one, and the first of them at work."""
    from .embeds import SANDBOX, embeds_of  # noqa: PLC0415 (an embed shows components)

    embeds = [(in_full(ctx.site.settings, embed.address), embed) for embed in embeds_of(ctx.site)]
    return {"embeds": embeds, "sandbox": SANDBOX}


# --- reading lists ---


def handout_builder(ctx: PageContext) -> Values:
    """Where a clinician makes a reading list: the ready-made sets, and with a script the rest."""
    from ..reading_lists import BUILDER, LIST, SHEET, entries_of, set_fragment  # noqa: PLC0415

    site = ctx.site
    listed = site.handout_sets.sets if site.handout_sets else ()
    sets = [(each, entries_of(site, each.pages), set_fragment(site, each)) for each in listed]
    ways = {"builder": BUILDER, "list": LIST, "sheet": SHEET, "list_url": in_full(site.settings, LIST)}
    return {"sets": sets, **ways}


# --- quality ---


def quality_report(ctx: PageContext) -> Values:
    """What was measured of every page. Until all other pages are rendered there is nothing to show."""
    return {"report": ctx.report, "kinds": KIND_NOUNS, "instruments": {one.id: one for one in INSTRUMENTS}}


def instruments(ctx: PageContext) -> Values:
    """The items of three instruments, and who can judge each of them here."""
    return {"instruments": INSTRUMENTS, "site": ctx.site}


# --- the clinic's own program ---


def program(ctx: PageContext) -> Values:
    """What treatment is like at the clinic that publishes the site."""
    assert ctx.site.program is not None
    return _week(ctx.site.program)


def funding(ctx: PageContext) -> Values:
    """Who pays for the site, or that its publisher has not said so yet."""
    assert ctx.site.program is not None
    return {"funding": ctx.site.program.funding}


# --- privacy ---


def kept_on_device(_: PageContext) -> Values:
    """What the site may keep on a reader's device."""
    return {"kept": KEPT}


def forget(ctx: PageContext) -> Values:
    """The button that deletes what is kept. A sheet is told by its own name."""
    names = {one.key: {"name": one.name, "plain": one.plain} for one in KEPT}
    sheets = {
        f"psychoed.tool.{name}": {"name": f"The sheet {tool.name}"} for name, tool in ctx.site.tools.items()
    }
    return {"names": json.dumps(names | sheets, ensure_ascii=False, separators=(",", ":"))}


def hosting(ctx: PageContext) -> Values:
    """Who hosts the site and what the host keeps, or that its publisher has not said so yet."""
    assert ctx.site.program is not None
    return {"hosting": ctx.site.program.hosting}


COMPONENTS: dict[str, Callable[..., Values]] = {
    function.__name__: function
    for function in (
        a_to_z,
        comparison,
        data_example,
        data_files,
        embed_tags,
        evidence,
        evidence_figure,
        evidence_matrix,
        evidence_words,
        exposure_curves,
        feelings,
        forget,
        funding,
        glossary,
        handout_builder,
        help_card,
        help_lines,
        home_choices,
        hosting,
        hours_figure,
        instruments,
        kept_on_device,
        page_list,
        panic_cycle,
        program,
        quality_report,
        setting_evidence,
        steps_figure,
        tool,
        week_figure,
    )
}
