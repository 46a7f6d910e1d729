"""Values as editors write them in YAML, on one line."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml


def written(value: Any) -> str:
    """``value`` as YAML. A day in an example is text, for JSON has no days; here it is a day again."""
    text = yaml.safe_dump(_dated(value), default_flow_style=True, allow_unicode=True, width=10_000)
    return text.removesuffix("\n").removesuffix("\n...")


def _dated(value: Any) -> Any:
    is_day = isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value)
    return date.fromisoformat(value) if is_day else value
