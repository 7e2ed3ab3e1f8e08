"""Reading a template: text with {{field}}, {{#condition}}…{{/condition}} and {{^not so}}…{{/not so}}, checked whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import NamedTuple

from gvi_desktop.letters import fields

LONGEST = 20_000
_TAG = re.compile(r"\{\{([#^/]?)\s*([^{}\n]*?)\s*\}\}")
_ALONE = re.compile(r"^[ \t]*(\{\{[#^/][^{}\n]*\}\})[ \t]*\n", re.MULTILINE)
_HEADERS = frozenset({"title", "heading"})


class FaultCode(StrEnum):
    """What can be wrong with a template."""

    too_long = "too_long"
    no_header = "no_header"
    unknown_field = "unknown_field"
    unknown_condition = "unknown_condition"
    outside_list = "outside_list"
    unclosed = "unclosed"
    unopened = "unopened"
    stray_braces = "stray_braces"
    above_class = "above_class"
    endangering_word = "endangering_word"
    missing_glyph = "missing_glyph"


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake in a template: on which line (from 1), which word, and the word that may have been meant."""

    line: int
    code: FaultCode
    word: str = ""
    suggestion: str = ""


class TemplateError(ValueError):
    """The template cannot be used; `faults` say why, in the order of lines."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("; ".join(f"line {f.line}: {f.code} {f.word} {f.suggestion}".strip() for f in faults))
        self.faults = faults


class Merge(NamedTuple):
    """A place for a value; `row` counts within its list."""

    key: str
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """Nodes that appear when a condition holds, or once a row of a list."""

    name: str
    inverted: bool
    nodes: tuple[Node, ...]


Node = str | Merge | Section


@dataclass(frozen=True, slots=True)
class Template:
    """A checked template: the neutral title of its file, the heading on the paper, and its body."""

    title: str
    heading: tuple[Node, ...]
    body: tuple[Node, ...]

    keys: frozenset[str]  # every field that it may merge
    switches: tuple[str, ...]  # every condition, list or optional field that it asks for


def parse(text: str) -> Template:
    """The template of a text: header lines `title:` and `heading:`, a line `---`, and the body.

    Raises TemplateError with every fault found.
    """
    text = text.replace("\r\n", "\n").rstrip() + "\n"
    if len(text) > LONGEST:
        raise TemplateError((Fault(1, FaultCode.too_long),))
    head, rule, body = text.partition("\n---\n")
    lines = [line.partition(":") for line in head.splitlines() if line.strip()]
    header = {name.strip(): value.strip() for name, _, value in lines}
    if not rule or set(header) != _HEADERS:
        raise TemplateError((Fault(1, FaultCode.no_header),))
    faults: list[Fault] = []
    at = next(n for n, line in enumerate(text.splitlines(), 1) if line.startswith("heading"))
    heading = _Reader(header["heading"], at, faults).nodes()
    nodes = _Reader(body, head.count("\n") + 3, faults).nodes()
    if faults:
        raise TemplateError(tuple(sorted(faults, key=lambda fault: fault.line)))
    every = (*heading, *nodes)
    return Template(header["title"], heading, nodes, frozenset(_keys(every)), tuple(sorted(set(_switches(every)))))


def _keys(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        match node:
            case Merge(key=key):
                yield key
            case Section(nodes=inner):
                yield from _keys(inner)


def _switches(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Section):
            yield node.name
            yield from _switches(node.nodes)


class _Reader:
    """Turns one text into nodes and notes its faults."""

    def __init__(self, text: str, line: int, faults: list[Fault]) -> None:
        # A tag alone on its line takes the line with it; the marker keeps later line numbers right.
        self._text = _ALONE.sub("\\1\x00", text)
        self._line = line
        self._faults = faults

    def nodes(self) -> tuple[Node, ...]:
        open_: list[tuple[str, bool, int, list[Node]]] = [("", False, 0, [])]
        at = 0
        for tag in _TAG.finditer(self._text):
            self._plain(self._text[at : tag.start()], open_[-1][3])
            at = tag.end()
            sign, name = tag.groups()
            if sign in ("#", "^"):
                if not fields.may_switch(name):
                    self._fault(FaultCode.unknown_condition, name)
                open_.append((name, sign == "^", self._line, []))
            elif sign == "/":
                if name != open_[-1][0]:
                    self._fault(FaultCode.unopened, name)
                    continue
                _, inverted, _, inner = open_.pop()
                open_[-1][3].append(Section(name, inverted, tuple(inner)))
            else:
                self._field(name, [part[0] for part in open_])
                open_[-1][3].append(Merge(name))
        self._plain(self._text[at:], open_[-1][3])
        for name, _, line, _ in open_[1:]:
            self._faults.append(Fault(line, FaultCode.unclosed, name))
        return tuple(open_[0][3])

    def _plain(self, text: str, nodes: list[Node]) -> None:
        for number, line in enumerate(re.split(r"[\n\x00]", text)):
            if "{{" in line or "}}" in line:
                self._faults.append(Fault(self._line + number, FaultCode.stray_braces))
        self._line += text.count("\n") + text.count("\x00")
        if kept := text.replace("\x00", ""):
            nodes.append(kept)

    def _field(self, name: str, inside: list[str]) -> None:
        if fields.known(name) is None:
            self._fault(FaultCode.unknown_field, name)
        elif (found := fields.row_field(name)) and found[0] not in inside:
            self._fault(FaultCode.outside_list, name, found[0])

    def _fault(self, code: FaultCode, word: str, suggestion: str = "") -> None:
        near = get_close_matches(word, fields.names(), 1)
        self._faults.append(Fault(self._line, code, word, suggestion or (near[0] if near else "")))
