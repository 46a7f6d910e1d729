"""The pictures that stand beside shared links: one for each part of the site, none for a page.

A picture names the part of the site and never a condition, so it shows nothing on a locked screen that the
link's own title does not tell. It has few colors and is drawn at its final size: small and quick.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from ...site import Page, Site

FOLDER = "assets/previews"
SIZE = (1200, 630)
FONT = Path(__file__).parents[4] / "vendor" / "atkinson-hyperlegible" / "AtkinsonHyperlegible_700Bold.ttf"

# The colors of docs/assets/psychoed.css: paper, tint, deep. Steps between them make edges soft.
PAPER, TINT, DEEP = (251, 250, 247), (231, 240, 238), (13, 74, 84)
STEPS = 15
TINTED = STEPS + 1

MARGIN, TEXT_WIDTH = 80, 640
TITLE_SIZES, NAME_SIZE = (88, 76, 64, 54, 46, 38), 44
FIELD = (760, 0, 1200, 630)
# A drawing is made larger than it is shown, so that its edges become soft.
MOTIF, FINER, STROKE = 280, 3, 12
MOTIF_AT = (840, 175)

Drawing = Callable[[ImageDraw.ImageDraw], None]
OTHER = "other"


@dataclass(frozen=True)
class Part:
    """A part of the site: the address of its first page, and what the drawing shows, in words."""

    address: str
    shows: str


PARTS = {
    "conditions": Part("/conditions/", "Three circles, one inside the other"),
    "therapies": Part("/therapies/", "Two speech bubbles"),
    "levels-of-care": Part("/levels-of-care/", "Four steps"),
    "guides": Part("/guides/", "An open book"),
    "compare": Part("/compare/", "Two cards side by side"),
    "tools": Part("/tools/", "A sheet with boxes to tick"),
    OTHER: Part("/", "A speech bubble with a smile"),
}


@dataclass(frozen=True)
class Preview:
    """A picture's place on the site, and its text for people who don't see it."""

    path: str
    alt: str


def part_of(page: Page) -> str:
    """The part of the site whose picture a page has."""
    first = page.address.split("/")[1]
    return first if first in PARTS else OTHER


def previews_of(site: Site) -> dict[str, Preview]:
    """Every picture by its part of the site."""
    return {
        name: Preview(f"/{FOLDER}/{name}.png", f"{part.shows}. The words: {'; '.join(_words(site, part))}")
        for name, part in PARTS.items()
    }


def picture_files(site: Site) -> dict[str, bytes]:
    """The pictures, by their place in the docs folder."""
    return {f"{FOLDER}/{name}.png": picture(name, *_words(site, part)) for name, part in PARTS.items()}


def _words(site: Site, part: Part) -> tuple[str, ...]:
    """The title of the part's first page, if there is one, and the site's name."""
    page = site.by_address().get(part.address)
    if page is None:
        return (site.settings.site_name,)
    title = page.meta.title if part.address == "/" else page.meta.title.partition(",")[0]
    return (title, site.settings.site_name)


@lru_cache(maxsize=64)
def picture(part: str, *words: str) -> bytes:
    """One picture as a PNG. The same words give the same bytes; a preview that runs draws it once."""
    image = Image.new("P", SIZE, 0)
    image.putpalette(_palette())
    image.paste(TINTED, FIELD)
    _put(image, _motif(part), MOTIF_AT)
    _write(image, words)
    out = io.BytesIO()
    image.save(out, "PNG", bits=8, compress_level=6)
    return out.getvalue()


def _palette() -> list[int]:
    """Paper to deep in steps, then tint to deep in as many: soft edges on either ground."""
    return [
        value for ground in (PAPER, TINT) for step in range(STEPS + 1) for value in _between(ground, step)
    ]


def _between(ground: tuple[int, int, int], step: int) -> Iterator[int]:
    return (low + (high - low) * step // STEPS for low, high in zip(ground, DEEP, strict=True))


def _put(image: Image.Image, mask: Image.Image, at: tuple[int, int]) -> None:
    """Ink through a mask: the palette's step for each gray, above the color that is there already."""
    box = (*at, at[0] + mask.width, at[1] + mask.height)
    ground = image.getpixel((at[0], at[1]))
    assert isinstance(ground, int)
    image.paste(mask.point([ground + gray * STEPS // 255 for gray in range(256)]), box)


# --- words ---


def _write(image: Image.Image, words: tuple[str, ...]) -> None:
    """The words at the left, the first large; words that the font has no letters for are left out."""
    lines = [(line, font) for number, text in enumerate(words) for line, font in _set(text, number)]
    top = (SIZE[1] - sum(_height(font) for _, font in lines)) // 2
    for line, font in lines:
        mask = Image.new("L", (TEXT_WIDTH, _height(font)), 0)
        ImageDraw.Draw(mask).text((0, 0), line, fill=255, font=font)
        _put(image, mask, (MARGIN, top))
        top += _height(font)


def _set(text: str, number: int) -> list[tuple[str, ImageFont.FreeTypeFont]]:
    if not _can_write(text):
        return []
    for size in TITLE_SIZES if number == 0 else (NAME_SIZE, *TITLE_SIZES[-1:]):
        font = _font(size)
        lines = _wrapped(text, font)
        if len(lines) <= 3 and all(font.getlength(line) <= TEXT_WIDTH for line in lines):
            break
    return [(line, font) for line in lines[:3]]


def _wrapped(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and font.getlength(longer) > TEXT_WIDTH:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def _can_write(text: str) -> bool:
    font = _font(NAME_SIZE)
    unknown = font.getmask("\U0010ffff")
    return all(
        bytes(font.getmask(sign)) != bytes(unknown) or font.getmask(sign).size != unknown.size
        for sign in set(text) - {" "}
    )


def _height(font: ImageFont.FreeTypeFont) -> int:
    return round(font.size * 1.35)


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont:
    # The simple layout is the same on every computer; the other one depends on a library that may be missing.
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


# --- drawings, on a square of 100 by 100 ---


def _motif(part: str) -> Image.Image:
    mask = Image.new("L", (MOTIF * FINER, MOTIF * FINER), 0)
    DRAWINGS[part](ImageDraw.Draw(mask))
    return mask.reduce(FINER)


def _scaled(*values: float) -> list[float]:
    return [value * MOTIF * FINER / 100 for value in values]


def _line(draw: ImageDraw.ImageDraw, *points: float) -> None:
    draw.line(_scaled(*points), fill=255, width=STROKE * FINER, joint="curve")


def _box(draw: ImageDraw.ImageDraw, *corners: float, fill: int | None = None) -> None:
    radius = _scaled(6)[0]
    draw.rounded_rectangle(_scaled(*corners), radius, fill=fill, outline=255, width=STROKE * FINER)


def _ring(draw: ImageDraw.ImageDraw, *corners: float) -> None:
    draw.ellipse(_scaled(*corners), outline=255, width=STROKE * FINER)


def _circles(draw: ImageDraw.ImageDraw) -> None:
    for inset in (4, 20, 36):
        _ring(draw, inset, inset, 100 - inset, 100 - inset)


def _bubbles(draw: ImageDraw.ImageDraw) -> None:
    _box(draw, 4, 8, 70, 50)
    _box(draw, 30, 40, 96, 84, fill=0)
    _line(draw, 76, 80, 82, 96, 62, 82)


def _steps(draw: ImageDraw.ImageDraw) -> None:
    for number in range(4):
        left, top = 4 + number * 24, 76 - number * 22
        _box(draw, left, top, left + 20, 96)


def _book(draw: ImageDraw.ImageDraw) -> None:
    _line(draw, 50, 26, 50, 88)
    for side in (-1, 1):
        _line(draw, 50, 26, 50 + side * 20, 16, 50 + side * 44, 18)
        _line(draw, 50, 88, 50 + side * 20, 78, 50 + side * 44, 80)
        _line(draw, 50 + side * 44, 16, 50 + side * 44, 82)


def _cards(draw: ImageDraw.ImageDraw) -> None:
    for left in (6, 54):
        _box(draw, left, 10, left + 40, 90)
        for top in (32, 50, 68):
            _line(draw, left + 11, top, left + 29, top)


def _sheet(draw: ImageDraw.ImageDraw) -> None:
    _box(draw, 14, 4, 86, 96)
    for top in (24, 48, 72):
        _line(draw, 26, top, 32, top + 6, 42, top - 6)
        _line(draw, 52, top, 74, top)


def _smile(draw: ImageDraw.ImageDraw) -> None:
    draw.arc(_scaled(8, 6, 92, 90), 140, 105, fill=255, width=STROKE * FINER)
    _line(draw, 20, 72, 12, 94, 42, 88)
    draw.arc(_scaled(32, 34, 68, 66), 25, 155, fill=255, width=STROKE * FINER)


DRAWINGS: dict[str, Drawing] = {
    "conditions": _circles,
    "therapies": _bubbles,
    "levels-of-care": _steps,
    "guides": _book,
    "compare": _cards,
    "tools": _sheet,
    OTHER: _smile,
}
