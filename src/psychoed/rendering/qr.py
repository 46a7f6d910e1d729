"""QR codes as pictures, made when the site is built."""

from __future__ import annotations

import io

import segno

# Light modules that a reader needs around the code, by the standard.
QUIET_ZONE = 4
# Readers take every mask. Trying all eight for the prettiest takes four times as long as all the rest.
MASK = 3


def qr_svg(text: str) -> str:
    """``text`` as the SVG of a QR code: black on white in any color scheme, with its quiet zone."""
    out = io.BytesIO()
    code = segno.make_qr(text, error="m", mask=MASK)
    code.save(out, kind="svg", border=QUIET_ZONE, scale=8, dark="#000", light="#fff", omitsize=True)
    return out.getvalue().decode()
