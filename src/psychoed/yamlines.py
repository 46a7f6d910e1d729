"""YAML read with the line of every key and value, refusing what a person could not have meant.

A small reader on PyYAML's parser: duplicate keys, anchors and non-text keys are problems here, where
``yaml.safe_load`` takes them silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

Path = tuple[str | int, ...]
DEEPEST = 40


class YamlError(Exception):
    """The text is not YAML that can be used. ``line`` counts from 1 within the whole file."""

    def __init__(self, line: int, message: str, remedy: str, *, duplicate: bool = False) -> None:
        super().__init__(message)
        self.line, self.message, self.remedy, self.duplicate = line, message, remedy, duplicate


@dataclass(frozen=True)
class Document:
    """A YAML document: its value, and for every path of keys and positions the line where it stands."""

    value: Any
    lines: Mapping[Path, int] = field(default_factory=dict)

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Every text in the document, with its path."""
        yield from ((path, value) for path, value in self.values() if isinstance(value, str))

    def values(self) -> Iterator[tuple[Path, Any]]:
        """Every value in the document that is no group and no list, with its path."""
        yield from _values(self.value, ())

    def line(self, path: Path) -> int:
        """The line of the nearest part of ``path`` that was written down."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.lines:
                return self.lines[path[:length]]
        return 1


def _values(value: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _values(inner, (*path, key))
    else:
        yield path, value


def read_yaml(text: str, first_line: int = 1) -> Document:
    """Parse one YAML document.

    Raises YamlError for the first thing that is wrong. ``first_line`` is the line of the file on
    which ``text`` begins.
    """
    if _depth(text) > DEEPEST:
        raise YamlError(first_line, "this is nested too deeply", "write it with fewer brackets and dashes")
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        raise YamlError(line, f"this is not valid YAML ({_plain(error)})", _hint(error)) from None
    except yaml.reader.ReaderError as error:
        line = first_line + text.count("\n", 0, int(error.position))
        raise YamlError(line, "a control character stands on this line", "retype the line") from None
    if node is None:
        return Document(None, {(): first_line})
    reader = _Reader(first_line)
    return Document(reader.value(node, ()), reader.lines)


def _depth(text: str) -> int:
    """How deeply the text is nested at the most, by its brackets and its dashes in a row."""
    depth = deepest = 0
    for character in re.findall(r"[\[\]{}]", text):
        depth = max(depth + (1 if character in "[{" else -1), 0)
        deepest = max(deepest, depth)
    dashes = max((len(match) // 2 for match in re.findall(r"^[ ]*((?:- )+)", text, re.MULTILINE)), default=0)
    return max(deepest, dashes)


def _compose(text: str) -> yaml.Node | None:
    """Parse with fast libyaml; what it refuses, PyYAML's own parser explains better."""
    try:
        return yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.YAMLError:
        return yaml.compose(text, Loader=yaml.SafeLoader)


class _Reader:
    def __init__(self, first_line: int) -> None:
        self.first_line = first_line
        self.lines: dict[Path, int] = {}
        self.seen: set[int] = set()
        self.scalars = yaml.SafeLoader("")

    def value(self, node: yaml.Node, path: Path) -> Any:
        line = self.first_line + node.start_mark.line
        self.lines.setdefault(path, line)
        if id(node) in self.seen:
            raise YamlError(line, "YAML anchors (& and *) are not used here", "write the value out again")
        self.seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return self.scalar(node, line)

    def mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = self.first_line + key_node.start_mark.line
            if not isinstance(key_node, yaml.ScalarNode):
                raise YamlError(line, "a key has to be a word", "write the key as plain text")
            key = str(key_node.value)
            if key in result:
                first = self.lines[(*path, key)]
                raise YamlError(
                    line,
                    f"the key '{key}' stands here twice, first on line {first}",
                    "keep one of them",
                    duplicate=True,
                )
            self.lines[(*path, key)] = line
            result[key] = self.value(value_node, (*path, key))
        return result

    def scalar(self, node: yaml.Node, line: int) -> Any:
        try:
            return self.scalars.construct_object(node)
        except (yaml.YAMLError, ValueError, LookupError, AttributeError) as error:
            reason = str(getattr(error, "problem", None) or error)
            raise YamlError(line, f"this value can't be read ({reason})", "put it in quotes") from None


def _plain(error: yaml.MarkedYAMLError) -> str:
    return str(error.problem or error.context or "unreadable").replace("\n", " ")


def _hint(error: yaml.MarkedYAMLError) -> str:
    """The likeliest remedy, by what PyYAML stumbled over."""
    problem = str(error.problem)
    if "mapping values are not allowed" in problem:
        return "text that contains a colon followed by a space has to be in quotes"
    if "could not find expected ':'" in problem:
        return "a colon is missing after a key, or a quote was not closed on the line above"
    if "cannot start any token" in problem:
        return "put the text in quotes, and indent with spaces, never tabs"
    if "found unexpected end of stream" in problem:
        return "close the quote or bracket that was opened"
    if "expected <block end>" in problem:
        return "line the entry up with the ones above it, or put the text in quotes"
    return "compare the indentation and the quotes with the lines above"
