"""Everything a user can be told has words in Swedish and in English, and the two say the same."""

from __future__ import annotations

import ast
import enum
import importlib
import pkgutil
import re
import string
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import gvi_desktop
from gvi_desktop import domain, services
from gvi_desktop.domain.block import CORE_MESSAGES, BlockDraft, Message
from gvi_desktop.domain.block import problems as block_problems
from gvi_desktop.domain.errors import BundleError, NotFoundError, Problem, RefusedError
from gvi_desktop.domain.ground import OWN_AGENCY, GroundDraft
from gvi_desktop.domain.ground import problems as ground_problems
from gvi_desktop.domain.kinds import BY_KIND, RECORDS
from gvi_desktop.domain.record import draft_fields
from gvi_desktop.domain.regime import RegimeDraft
from gvi_desktop.domain.regime import problems as regime_problems
from gvi_desktop.domain.script import reading_seconds, warnings
from gvi_desktop.domain.scripttext import places
from gvi_desktop.wording import LANGUAGES, Words

ROOT = Path(__file__).resolve().parents[2]
RESOURCES = ROOT / "resources"
SOURCES = sorted(Path(gvi_desktop.__file__).parent.rglob("*.py"))
ERRORS = {"VaultError", "BundleError", "WorkbookError", "NotFoundError"}
OBJECTIONS = {"RefusedError", "Problem"}

each_language = pytest.mark.parametrize("language", LANGUAGES)


def read(folder: str, language: str) -> dict[str, Any]:
    return tomllib.loads((RESOURCES / folder / f"{language}.toml").read_text(encoding="utf-8"))


@cache
def tables(language: str) -> dict[str, dict[str, Any]]:
    return {p.stem: tomllib.loads(p.read_text(encoding="utf-8")) for p in (RESOURCES / "words" / language).iterdir()}


def flat(nested: dict[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for key, value in nested.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{key}.")
        else:
            yield f"{before}{key}", value


def all_words(language: str) -> dict[str, str]:
    return dict(flat(tables(language)))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def enums() -> Iterator[type[enum.StrEnum]]:
    for room in (domain, services):
        for info in pkgutil.iter_modules(room.__path__, f"{room.__name__}."):
            for one in vars(importlib.import_module(info.name)).values():
                if isinstance(one, type) and issubclass(one, enum.StrEnum) and one.__module__ == info.name:
                    yield one


ENUMS = list(enums())
SHOWN = [one for one in ENUMS if not one.__name__.endswith("Problem")]
OBJECTING = [one for one in ENUMS if one.__name__.endswith("Problem")]


def raised(names: set[str]) -> dict[str, set[str]]:
    """Codes given as literals to these classes anywhere in the source, each with the names of its values."""
    found: dict[str, set[str]] = {}
    for call in calls():
        if isinstance(call.func, ast.Name) and call.func.id in names and call.args:
            for code in literals(call.args[0]):
                found.setdefault(code, set()).update(kw.arg for kw in call.keywords if kw.arg)
    return found


@cache
def nodes() -> tuple[ast.AST, ...]:
    return tuple(n for path in SOURCES for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def calls() -> Iterator[ast.Call]:
    return (node for node in nodes() if isinstance(node, ast.Call))


def literals(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


# ------------------------------------------------------------------ nothing is without words


@each_language
@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.kind)
def test_a_concept_and_each_of_its_fields_has_a_word(record: Any, language: str) -> None:
    words, table = Words(language), tables(language)
    own, common = table.get(record.kind, {}), table["common"]["field"]
    assert {"one", "many"} <= set(own.get("kind", {}))
    fields = own.get("field", {})
    assert not [f.name for f in draft_fields(record) if f.name not in fields and f.name not in common]
    assert not set(own.get("hint", {})) - {f.name for f in draft_fields(record)}, "a hint for no field"
    assert all(words.label(record.kind, name) for name in fields)


@each_language
@pytest.mark.parametrize("shown", SHOWN, ids=lambda shown: shown.__name__)
def test_each_value_has_a_word(shown: type[enum.StrEnum], language: str) -> None:
    known = tables(language)["enums"].get(shown.__name__, {})
    assert not [member.value for member in shown if not known.get(member.value)]
    assert len(set(known.values())) == len(known), "two values are called the same"


def test_no_two_enumerations_share_a_name() -> None:
    assert len({one.__name__ for one in ENUMS}) == len(ENUMS)


@each_language
@pytest.mark.parametrize("objecting", OBJECTING, ids=lambda objecting: objecting.__name__)
def test_each_objection_has_a_sentence(objecting: type[enum.StrEnum], language: str) -> None:
    known = tables(language)["problems"]
    assert not [member.value for member in objecting if not known.get(member.value)]


@each_language
def test_each_code_that_is_raised_has_a_sentence(language: str) -> None:
    known = tables(language)
    assert not sorted(set(raised(OBJECTIONS)) - set(known["problems"])), "problems.toml"
    assert not sorted(set(raised(ERRORS)) - set(known["errors"])), "errors.toml"


def test_no_sentence_outlives_its_code() -> None:
    said = "\n".join(p.read_text(encoding="utf-8") for p in (*SOURCES, *(ROOT / "ui").rglob("*.py")))
    written = {
        code for table in ("problems", "errors") for code, v in tables("sv")[table].items() if isinstance(v, str)
    }
    assert not sorted(code for code in written if f'"{code}"' not in said)


@each_language
def test_a_sentence_asks_only_for_what_its_error_says(language: str) -> None:
    errors = tables(language)["errors"]
    unsaid = set(errors["unsaid"])
    asked = {code: placeholders(errors.get(code, "")) - given - unsaid for code, given in raised(ERRORS).items()}
    assert not {code: names for code, names in asked.items() if names}


@each_language
def test_each_action_in_the_log_and_each_step_has_words(language: str) -> None:
    words, actions = Words(language), tables(language)["actions"]
    assert not sorted(noted() - set(actions["action"]))
    general = {title for title in titles() if title not in actions["title"]}
    assert not sorted(title for title in general if words.step(title) == title or title.split(".")[0] not in BY_KIND)


def noted() -> set[str]:
    """Actions that the source gives to the log as literals."""
    found: set[str] = set()
    for call in calls():
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
        if name in {"note", "_note"} and call.args:
            found.update(literals(call.args[0]))
        elif name in {"change", "change_raw"}:
            found.update(code for kw in call.keywords if kw.arg == "action" for code in literals(kw.value))
    return found


def titles() -> set[str]:
    """What the source calls its steps: literals assigned to `unit.title`."""
    found: set[str] = set()
    for node in nodes():
        if isinstance(node, ast.Assign) and any(ast.unparse(target) == "unit.title" for target in node.targets):
            found.update(literals(node.value))
    return found


# ------------------------------------------------------------------ the two languages say the same


def test_both_languages_have_the_same_words() -> None:
    swedish, english = all_words("sv"), all_words("en")
    assert not sorted(swedish.keys() ^ english.keys())
    assert not sorted(key for key in swedish if not swedish[key].strip() or not english[key].strip())


def test_placeholders_are_the_same_in_both_languages() -> None:
    swedish, english = all_words("sv"), all_words("en")
    assert not sorted(k for k in swedish.keys() & english if placeholders(swedish[k]) != placeholders(english[k]))


def test_no_sentence_was_left_untranslated() -> None:
    swedish, english = all_words("sv"), all_words("en")
    assert not sorted(k for k, text in swedish.items() if text == english.get(k) and len(text.split()) > 3)


@each_language
@pytest.mark.parametrize("table", ["problems", "errors"])
def test_a_sentence_is_a_sentence(table: str, language: str) -> None:
    sentences = {code: text for code, text in tables(language)[table].items() if isinstance(text, str)}
    assert not [code for code, text in sentences.items() if not text.endswith((".", "?")) or text[0].islower()]


@each_language
def test_the_word_is_group(language: str) -> None:
    avoided = re.compile(r"\bgäng(?!lig)\w*|\w*gäng(et|en|s|medlem\w*)?\b|\bgang(s|ster\w*|land)?\b", re.IGNORECASE)
    assert (
        avoided.search("Ett ungdomsgäng") and avoided.search("gangs") and not avoided.search("tillgänglig två gånger")
    )
    paths = [*(RESOURCES / "words" / language).iterdir()]
    paths += [RESOURCES / folder / f"{language}.toml" for folder in ("scripts", "plans", "law")]
    assert not [(p.name, m.group()) for p in paths for m in avoided.finditer(p.read_text(encoding="utf-8"))]


# ------------------------------------------------------------------ how words are put together


def test_an_objection_names_the_field_of_its_concept() -> None:
    refused = RefusedError([Problem("missing", "name")], kind="group")
    assert Words("sv").error(refused) == "Fyll i ”Namn eller kod”."
    assert Words("en").error(refused) == "Fill in “Name or code”."


def test_codes_inside_a_sentence_are_said_in_words() -> None:
    words = Words("en")
    assert "the table of contents" in words.error(BundleError("E_TOO_BIG", what="manifest", limit=1))
    assert "(person)" in words.error(NotFoundError("record_not_found", kind="person"))


def test_what_an_error_does_not_know_is_said_in_general_words() -> None:
    assert "be avsändaren skicka" in Words("sv").error(BundleError("E_DAMAGED"))
    assert "be Ben skicka" in Words("sv").error(BundleError("E_DAMAGED", name="Ben"))
    assert Words("en").error(BundleError("E_FORWARDED")).startswith("The sender wrote this")


def test_a_step_is_called_by_its_own_words_or_by_its_action() -> None:
    words = Words("sv")
    assert words.step("person.add") == "Tillagt: person"
    assert words.step("phonecall.add") == "Loggat: samtal till GVI-telefonen"
    assert words.step("person.unheard_of") == "person.unheard_of"


# ------------------------------------------------------------------ what a new vault begins with


@each_language
def test_shipped_scripts_are_in_order_and_a_call_in_says_all_three_messages(language: str) -> None:
    shipped = read("scripts", language)
    blocks: dict[str, Any] = shipped["block"]
    for block in blocks.values():
        draft = BlockDraft(
            title=block["title"], message=Message(block["message"]), language=language, text=block["text"].strip()
        )
        assert not block_problems(draft)
        assert {place.name for place in places(block["text"])} <= {"phone"}
    used = {key for script in shipped["script"] for key in script["blocks"]}
    assert used == set(blocks), "a block that no script uses, or the other way round"
    called_in = [s for s in shipped["script"] if s["audience"] == "callin"]
    assert {blocks[key]["message"] for s in called_in for key in s["blocks"]} >= set(CORE_MESSAGES)
    seconds = {s["title"]: reading_seconds([blocks[key]["text"] for key in s["blocks"]]) for s in called_in}
    # What frames a story of one's own has fewer words: most of its lines are cues.
    own = {s["title"] for s in called_in if str(s.get("role", "")).startswith("voice_")}
    assert not {title: s for title, s in seconds.items() if not (60 if title in own else 90) <= s <= 6 * 60}


@each_language
def test_shipped_scripts_hold_no_threat_no_promise_and_no_unchecked_claim(language: str) -> None:
    lists = tomllib.loads((RESOURCES / "warnings" / "script_words.toml").read_text(encoding="utf-8"))[language]
    remarks = {key: warnings(block["text"], lists) for key, block in read("scripts", language)["block"].items()}
    assert not {key: found for key, found in remarks.items() if found}


@each_language
def test_shipped_grounds_and_regimes_pass_the_rules(language: str) -> None:
    law = read("law", language)
    assert OWN_AGENCY in {ground["code"] for ground in law["ground"]}
    assert not [g["code"] for g in law["ground"] if ground_problems(GroundDraft(**g))]
    assert not [r["code"] for r in law["regime"] if regime_problems(RegimeDraft(**r))]
    lawyer = {"sv": "jurist", "en": "lawyer"}[language]
    assert all(lawyer in g["text"] for g in law["ground"]), "each ground says that a lawyer must confirm it"
    assert all(lawyer in r["note"] for r in law["regime"])


def test_what_is_shipped_is_the_same_in_both_languages() -> None:
    swedish, english = read("scripts", "sv"), read("scripts", "en")
    assert {k: b["message"] for k, b in swedish["block"].items()} == {
        k: b["message"] for k, b in english["block"].items()
    }
    assert [(s["audience"], s.get("role"), s["blocks"]) for s in swedish["script"]] == [
        (s["audience"], s.get("role"), s["blocks"]) for s in english["script"]
    ]
    steps = [[(s["days"], s["owner"]) for s in read("plans", language)["step"]] for language in LANGUAGES]
    assert steps[0] == steps[1]
    laws = [read("law", language) for language in LANGUAGES]
    assert [g["code"] for g in laws[0]["ground"]] == [g["code"] for g in laws[1]["ground"]]
    times = [[(r["code"], r["months"], r["hard_months"]) for r in law["regime"]] for law in laws]
    assert times[0] == times[1]


def test_the_week_plan_runs_from_eight_weeks_before_to_thirty_days_after() -> None:
    days = [step["days"] for step in read("plans", "sv")["step"]]
    assert days == sorted(days)
    assert {-56, -49, -42, -35, -28, -21, -14, -7, -3, -1, 0, 1, 2, 14, 30} <= set(days)
