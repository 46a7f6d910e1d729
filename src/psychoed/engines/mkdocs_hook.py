"""What mkdocs.yml names under ``hooks``: makes the package importable and hands over its events.

A hook is loaded by its path, so this works with a plain ``mkdocs serve`` in any environment that has the
requirements, installed or not.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from psychoed.engines.mkdocs import Adapter

globals().update(Adapter().events())
