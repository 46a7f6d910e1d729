"""QR codes as pictures, made when the site is built."""

from __future__ import annotations

import io
from functools import cache

import segno
from markupsafe import Markup

# Light modules that a reader needs around the code, by the standard.
QUIET_ZONE = 4
# Readers take every mask. Trying all eight for the prettiest takes four times as long as all the rest.
MASK = 3


def qr_svg(text: str) -> str:
    """``text`` as the SVG of a QR code: black on white in any color scheme, with its quiet zone."""
    return f'<?xml version="1.0" encoding="utf-8"?>\n{qr_drawing(text)}\n'


@cache
def qr_drawing(text: str) -> Markup:
    """The same for a place inside a page."""
    out = io.BytesIO()
    code = segno.make_qr(text, error="m", mask=MASK)
    look = {"border": QUIET_ZONE, "scale": 8, "dark": "#000", "light": "#fff"}
    code.save(out, kind="svg", omitsize=True, xmldecl=False, **look)
    return Markup(out.getvalue().decode().strip())  # noqa: S704 (what segno draws is a drawing)
