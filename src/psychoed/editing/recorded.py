"""What permalinks.yml has to hold after a change to pages, so that both are written together."""

from __future__ import annotations

from ..loading import load_site
from ..permalinks import FILE
from ..recording import record_text
from .changes import Changes


def with_record(changes: Changes) -> Changes:
    """The changes, and the record of addresses and sections brought up to date with them.

    A record that can't be read is left as it is: the check tells what is wrong with it.
    """
    path = changes.root / FILE
    with changes.tried() as copy:
        site, _ = load_site(copy)
    if "permalinks" in site.broken:
        return changes
    now = path.read_bytes().decode("utf-8")
    text = record_text(site, now)
    return changes if text == now else Changes(changes.root, {**changes.files, FILE: text.encode()})
