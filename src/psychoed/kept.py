"""Everything that the site may keep on a reader's device. The page about privacy prints it.

A test reads the scripts and holds this table to the keys that they write. Nothing is written before the
reader does what ``when`` says.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kept:
    """One thing that is kept. A key that ends with a dot is the beginning of several, one for each sheet.

    ``plain`` says that the value is a word that a reader knows from the choice they made.
    """

    key: str
    name: str
    what_for: str
    when: str
    how_long: str
    plain: bool = False


SETTING = "When you choose it under Reading settings"

KEPT = (
    Kept(
        "psychoed.text-size",
        "Text size",
        "So that every page has the size you chose",
        SETTING,
        "Until you choose Standard",
        plain=True,
    ),
    Kept(
        "psychoed.colors",
        "Colors",
        "So that every page is light, or dark",
        SETTING,
        "Until you choose As on this device",
        plain=True,
    ),
    Kept(
        "psychoed.spacing",
        "Wide spacing",
        "So that every page has it",
        SETTING,
        "Until you take the tick away",
    ),
    Kept(
        "psychoed.calm",
        "Calm mode",
        "So that every page is without color and motion",
        SETTING,
        "Until you take the tick away",
    ),
    Kept(
        "psychoed.aloud-speed",
        "Speed of reading aloud",
        "So that every page is read at that speed",
        "When you choose a speed",
        "Until you choose the usual speed",
    ),
    Kept(
        "psychoed.tool.",
        "A sheet that you filled in",
        "So that your words are there when you come back",
        "When you press Save on this device",
        "Until you press Delete from this device",
    ),
    Kept(
        "psychoed.lists",
        "What you have read of a list",
        "So that a list that someone gave you shows which pages you ticked",
        "When you tick a page of the list",
        "Until you take all ticks away or press Forget this list",
    ),
    Kept(
        "psychoed.sets",
        "Lists that you made for clients",
        "So that you can open and change a list again",
        "When you save a list on this device",
        "Until you delete the list there",
    ),
)


def kept_under(key: str) -> Kept | None:
    """What the table says of a key, if it names it."""
    return next((one for one in KEPT if _is_of(one.key, key)), None)


def _is_of(known: str, key: str) -> bool:
    return key.startswith(known) if known.endswith(".") else key == known
