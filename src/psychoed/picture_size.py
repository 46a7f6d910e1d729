"""How large a picture is: a browser that knows it keeps the room, and nothing shifts when it comes."""

from __future__ import annotations

from pathlib import Path


def picture_size(file: Path) -> tuple[int, int] | None:
    """Width and height in pixels; none for a drawing (SVG) and for a file that is no picture."""
    # Pillow takes a while to load, and most checks meet no picture.
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415

    try:
        with Image.open(file) as picture:
            return picture.size
    except UnidentifiedImageError:
        return None
