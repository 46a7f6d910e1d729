"""A QR code as a picture that a reader can look at."""

from __future__ import annotations

import re

from PIL import Image, ImageDraw


def drawn(svg: str) -> Image.Image:
    """The one path of a QR code's SVG as a picture, by its moves and horizontal lines."""
    box = re.search(r'viewBox="0 0 (\d+) (\d+)"', svg)
    scale = re.search(r"scale\((\d+)\)", svg)
    path = re.search(r'<path[^>]*stroke="#000"[^>]*d="([^"]+)"|<path[^>]*d="(M[^"]+)"[^>]*stroke="#000"', svg)
    assert box and path, svg[:300]
    unit = int(scale[1]) if scale else 1
    image = Image.new("L", (int(box[1]), int(box[2])), 255)
    pen, x, y = ImageDraw.Draw(image), 0.0, 0.0
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?", path[1] or path[2]):
        if command == "h":
            top = (y - 0.5) * unit
            pen.rectangle((x * unit, top, (x + float(first)) * unit - 1, top + unit - 1), fill=0)
            x += float(first)
        elif command == "M":
            x, y = float(first), float(second)
        else:
            x, y = x + float(first), y + float(second)
    return image
