"""The Unicode bidirectional algorithm (UAX #9) for one paragraph: a level for each character, and the order of a line.

Overrides and embeddings count as nothing: they are taken out of every value, and our own texts use isolates.
"""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import bidirectional, normalize

LRI, FSI, PDI = "\u2066", "\u2068", "\u2069"
_OPENING = frozenset({"LRI", "RLI", "FSI"})
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "PDI"}) | _OPENING
_TRAILING = frozenset({"WS", "PDI"}) | _OPENING | _REMOVED
_DEEPEST = 125
_PAIRS = {"(": ")", "[": "]", "{": "}", "\u2045": "\u2046", "\u207d": "\u207e", "\u208d": "\u208e", "\u2329": "\u232a",
          "\u3008": "\u3009", "\u29fc": "\u29fd"}  # fmt: skip
_CLOSING = frozenset(_PAIRS.values())


def levels(text: str, base: int) -> list[int]:
    """The embedding level of each character of a paragraph; `base` is 1 for right-to-left, 0 for left-to-right."""
    classes = [bidirectional(char) or "L" for char in text]
    matches = _matching(classes)
    found = _explicit(classes, matches, base)
    seen = [at for at, kind in enumerate(classes) if kind not in _REMOVED]
    for sequence in _sequences(seen, found, matches):
        _resolve(text, classes, found, sequence, _edges(sequence, seen, found, classes, matches, base))
    for at in range(1, len(text)):
        if classes[at] in _REMOVED:  # what joins or parts letters stays with the letter before it
            found[at] = found[at - 1]
    return found


def reset(text: str, found: Sequence[int], base: int) -> list[int]:
    """The levels of one line: spaces at its end, and tabs, take the paragraph's own (L1)."""
    out, trailing = list(found), True
    for at in range(len(text) - 1, -1, -1):
        kind = bidirectional(text[at])
        trailing = kind in ("B", "S") or (trailing and kind in _TRAILING)
        if trailing:
            out[at] = base
    return out


def visual(found: Sequence[int]) -> list[int]:
    """Places in the order in which they stand on the line from the left (L2), given the level of each."""
    order = list(range(len(found)))
    lowest = min((level for level in found if level % 2), default=0)
    for level in range(max(found, default=0), lowest - 1 if lowest else 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and found[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def _matching(classes: Sequence[str]) -> dict[int, int]:
    """The closing place of each isolate that is closed."""
    found: dict[int, int] = {}
    waiting: list[int] = []
    for at, kind in enumerate(classes):
        if kind in _OPENING:
            waiting.append(at)
        elif kind == "PDI" and waiting:
            found[waiting.pop()] = at
    return found


def _first_strong(classes: Sequence[str], start: int, end: int, matches: dict[int, int]) -> int:
    at = start
    while at < end:
        if classes[at] in ("L", "R", "AL"):
            return int(classes[at] != "L")
        at = matches.get(at, end) if classes[at] in _OPENING else at + 1
    return 0


def _explicit(classes: Sequence[str], matches: dict[int, int], base: int) -> list[int]:
    out: list[int] = []
    stack, overflow = [base], 0
    for at, kind in enumerate(classes):
        if kind == "PDI":
            if overflow:
                overflow -= 1
            elif len(stack) > 1:
                stack.pop()
        out.append(stack[-1])
        if kind in _OPENING:
            odd = kind == "RLI"
            if kind == "FSI":
                odd = bool(_first_strong(classes, at + 1, matches.get(at, len(classes)), matches))
            wanted = (stack[-1] + 1) | 1 if odd else (stack[-1] + 2) & ~1
            if wanted > _DEEPEST or overflow:
                overflow += 1
            else:
                stack.append(wanted)
    return out


def _sequences(seen: Sequence[int], found: Sequence[int], matches: dict[int, int]) -> list[list[int]]:
    """Isolating run sequences (X10): what stands before and after an isolate is read as one."""
    runs: list[list[int]] = []
    for at in seen:
        if runs and found[runs[-1][-1]] == found[at]:
            runs[-1].append(at)
        else:
            runs.append([at])
    closing = set(matches.values())
    by_start = {run[0]: run for run in runs}
    out: list[list[int]] = []
    for run in runs:
        if run[0] in closing:
            continue
        sequence = list(run)
        while (end := matches.get(sequence[-1])) is not None and end in by_start:
            sequence += by_start[end]
        out.append(sequence)
    return out


def _edges(
    sequence: Sequence[int],
    seen: Sequence[int],
    found: Sequence[int],
    classes: Sequence[str],
    matches: dict[int, int],
    base: int,
) -> tuple[str, str]:
    """The direction that the surroundings lend to either end."""
    own = found[sequence[0]]
    before = found[sequence[0] - 1] if sequence[0] else base
    last = sequence[-1]
    open_ = classes[last] in _OPENING and last not in matches
    after = base if open_ or last + 1 >= len(found) else found[last + 1]
    return "LR"[max(own, before) % 2], "LR"[max(own, after) % 2]


def _resolve(text: str, classes: list[str], found: list[int], places: list[int], edges: tuple[str, str]) -> None:
    own = found[places[0]]
    kinds = _weak([classes[at] for at in places], edges[0])
    _brackets([text[at] for at in places], kinds, [classes[at] for at in places], "LR"[own % 2], edges[0])
    _neutral(kinds, "LR"[own % 2], edges)
    for at, kind in zip(places, kinds, strict=True):
        if own % 2:
            found[at] += kind != "R"
        else:
            found[at] += 1 if kind == "R" else 0 if kind == "L" else 2


def _weak(given: Sequence[str], start: str) -> list[str]:
    """Rules W1 to W7."""
    kinds: list[str] = []
    strong, before = start, start
    for kind in given:
        if kind == "NSM":
            kind = "ON" if before in _OPENING or before == "PDI" else before
        before = kind
        if kind in ("L", "R", "AL"):
            strong = kind
        kinds.append("AN" if kind == "EN" and strong == "AL" else kind)
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        left, right = kinds[at - 1], kinds[at + 1]
        if left == right and ((kinds[at] in ("ES", "CS") and left == "EN") or (kinds[at] == "CS" and left == "AN")):
            kinds[at] = left
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > at and ((at and kinds[at - 1] == "EN") or (end < len(kinds) and kinds[end] == "EN")):
            kinds[at:end] = ["EN"] * (end - at)
        at = max(end, at + 1)
    strong = start
    for at, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _brackets(chars: list[str], kinds: list[str], given: list[str], own: str, start: str) -> None:
    """Rule N0: both halves of a pair go the same way."""
    waiting: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, char in enumerate(chars):
        char = normalize("NFC", char)
        if kinds[at] != "ON":
            continue
        if char in _PAIRS:
            if len(waiting) == 63:
                break
            waiting.append((_PAIRS[char], at))
        elif char in _CLOSING:
            for depth in range(len(waiting) - 1, -1, -1):
                if waiting[depth][0] == char:
                    pairs.append((waiting[depth][1], at))
                    del waiting[depth:]
                    break
    for first, last in sorted(pairs):
        inside = {_side(kind) for kind in kinds[first + 1 : last]} - {""}
        if own in inside:
            side = own
        elif inside:
            before = next((found for kind in reversed(kinds[:first]) if (found := _side(kind))), start)
            side = before if before != own else own
        else:
            continue
        for at in (first, last):
            kinds[at] = side
            while at + 1 < len(kinds) and given[at + 1] == "NSM":
                at += 1
                kinds[at] = side


def _side(kind: str) -> str:
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else ""


def _neutral(kinds: list[str], own: str, edges: tuple[str, str]) -> None:
    """Rules N1 and N2."""
    at = 0
    while at < len(kinds):
        end = at
        while end < len(kinds) and kinds[end] in _NEUTRAL:
            end += 1
        if end > at:
            before = _side(kinds[at - 1]) if at else edges[0]
            after = _side(kinds[end]) if end < len(kinds) else edges[1]
            kinds[at:end] = [before if before == after else own] * (end - at)
        at = max(end, at + 1)
