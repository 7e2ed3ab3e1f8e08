"""Words for codes, fields and values in Swedish and English, read from resources/words: the core holds no sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import Enum
from typing import Any

from gvi_desktop import paths

LANGUAGES = ("sv", "en")
_loaded: dict[str, dict[str, Any]] = {}


class Words:
    """All words of one language. A missing one shows its key, and a test finds it."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"

    def label(self, kind: str, field: str) -> str:
        """The label of a field: first the concept's own, then the common one."""
        own = self._find(kind, "field", field)
        return own or self._find("common", "field", field) or f"{kind}.{field}"

    def hint(self, kind: str, field: str) -> str:
        """A short explanation of a field, or nothing."""
        return self._find(kind, "hint", field)

    def kind(self, kind: str) -> str:
        """What one record of the kind is called."""
        return self._find(kind, "kind", "one") or kind

    def kinds(self, kind: str) -> str:
        """What several are called."""
        return self._find(kind, "kind", "many") or kind

    def value(self, member: Enum) -> str:
        """What a value of an enumeration is called."""
        return self._find("enums", type(member).__name__, str(member.value)) or str(member.value)

    def action(self, action: str) -> str:
        """What was done, as the log tells it: `add`, `print`."""
        return self._find("actions", "action", action) or action

    def step(self, title: str) -> str:
        """What a step is called: `person.add` by its own words, else by those of `add` with the concept's name."""
        kind, _, action = title.rpartition(".")
        pattern = self._find("actions", "title", title) or self._find("actions", "title", action)
        return pattern.format_map(_Known({"kind": self.kind(kind)})) if pattern else title

    def problem(self, problem: Any, kind: str = "") -> str:
        """The sentence for a rule's objection, with the field's label and its values filled in."""
        named = {"field": problem.field} if problem.field else {}
        return self.sentence("problems", problem.code, {"kind": kind, **problem.data, **named})

    def error(self, error: Any) -> str:
        """The sentence for an error: what happened and what to do."""
        problems = getattr(error, "problems", None)
        if problems:
            return "\n".join(dict.fromkeys(self.problem(one, str(error.data.get("kind", ""))) for one in problems))
        return self.sentence("errors", error.code, error.data)

    def text(self, section: str, key: str, **values: object) -> str:
        """A word of another table: `text("reports", "talks")`."""
        return self.sentence(section, key, values)

    def sentence(self, table: str, code: str, values: Mapping[str, object]) -> str:
        """A sentence with its values filled in: codes among them in words, lists joined by commas."""
        pattern = self._find(table, "", code)
        if not pattern:
            return code
        unsaid = _load(self.language).get(table, {}).get("unsaid", {})
        kind = str(values.get("kind", ""))
        said = {name: self._said(table, name, value, kind) for name, value in values.items() if value not in ("", None)}
        text = pattern.format_map(_Known({**unsaid, **said}))
        return text[:1].upper() + text[1:] if pattern.startswith("{") else text

    def _said(self, table: str, name: str, value: object, kind: str) -> str:
        if name == "kind":
            return self.kind(kind)
        if name == "field":
            return self.label(kind if self._find(kind, "field", str(value)) else "common", str(value))
        return (self._find(table, name, value) if isinstance(value, str) else "") or _shown(value)

    def _find(self, table: str, section: str, key: str) -> str:
        tables = _load(self.language)
        found = tables.get(table, {})
        if section:
            found = found.get(section, {})
        value = found.get(key, "")
        return value if isinstance(value, str) else ""


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


def _shown(value: object) -> str:
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(str(one) for one in value)
    return str(value)


def load() -> None:
    """Read every language now, off the window's thread, so that the first words are not waited for."""
    for language in LANGUAGES:
        _load(language)


def _load(language: str) -> dict[str, Any]:
    if language not in _loaded:
        folder = paths.resource("words", language)
        _loaded[language] = {
            entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
            for entry in sorted(folder.iterdir(), key=lambda e: e.name)
            if entry.name.endswith(".toml")
        }
    return _loaded[language]
