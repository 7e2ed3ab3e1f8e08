"""Swedish for the window: brings the .ts files up to date, checks them, and compiles them to one .qm."""

import argparse
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = "sv"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%L?\d+")


@dataclass(frozen=True)
class Text:
    """A text of the window, as the translation tools tell texts apart."""

    context: str
    source: str
    comment: str

    def __str__(self) -> str:
        return f"{self.context}: “{self.source}”"


@dataclass(frozen=True)
class Translation:
    """What a .ts file says for a text; several forms where a number decides."""

    forms: tuple[str, ...]
    finished: bool


def features(root: Path) -> dict[str, list[Path]]:
    """The Python files of each part of the window; those directly in ui/ are the part `app`."""
    window = root / "ui"
    found = {"app": sorted(window.glob("*.py"))}
    for folder in sorted(path for path in window.iterdir() if path.is_dir()):
        if files := sorted(folder.rglob("*.py")):
            found[folder.name] = files
    return found


def catalogue(root: Path, feature: str) -> Path:
    """Where the Swedish of one part of the window lives."""
    return root / "resources" / "translations" / f"{feature}_{LANGUAGE}.ts"


def tool(name: str) -> str:
    """The path of one of Qt's translation tools in this environment."""
    # Past the wrapper `pyside6-…`, which takes longer to start than the tool takes to work.
    found = importlib.util.find_spec("PySide6")
    path = found and found.origin and shutil.which(name, path=str(Path(found.origin).parent))
    if not path:
        sys.exit(f"Qt's {name} is not in this environment; `make setup` installs it.")
    return path


def run(name: str, *arguments: str | Path) -> None:
    """Runs one of Qt's translation tools, and ends the program with what it said if it fails."""
    done = subprocess.run([tool(name), *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stdout + done.stderr)


def collect(files: list[Path], target: Path) -> None:
    """Writes the texts of the files into a .ts file, keeping what is already translated there."""
    options = ("-no-obsolete", "-locations", "none", "-target-language", LANGUAGE)
    run("lupdate", *files, "-ts", target, *options)


def read(path: Path) -> Iterator[tuple[Text, Translation]]:
    """The texts of a .ts file with their translations."""
    for context in ET.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            forms = () if said is None else tuple(form.text or "" for form in said.iter("numerusform"))
            if said is not None and not forms:
                forms = (said.text or "",)
            text = Text(
                context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")
            )
            yield text, Translation(forms, said is not None and said.get("type") is None)


def update(root: Path) -> None:
    """Brings every .ts file up to date; new texts in them wait for a translation."""
    catalogue(root, "app").parent.mkdir(parents=True, exist_ok=True)
    for feature, files in features(root).items():
        target = catalogue(root, feature)
        collect(files, target)
        if not list(read(target)):
            target.unlink()


def compile_all(root: Path) -> None:
    """Makes the one .qm that the window loads, out of all .ts files."""
    folder = root / "resources" / "translations"
    if sources := sorted(folder.glob(f"*_{LANGUAGE}.ts")):
        made, beside = folder / f"{LANGUAGE}.qm", folder / f".{LANGUAGE}.qm.part"
        run("lrelease", "-silent", *sources, "-qm", beside)
        beside.replace(made)  # a window that has the old one open reads on in it; written over, it would crash


def complaints(root: Path) -> list[str]:
    """What is missing, left over, unfinished or contradictory in the Swedish of the window, a line each."""
    found = features(root)
    known = {catalogue(root, feature) for feature in found}
    strays = set((root / "resources" / "translations").glob(f"*_{LANGUAGE}.ts")) - known
    lines = [f"{path.name}: no part of the window has this name" for path in sorted(strays)]
    spoken: dict[Text, Translation] = {}
    for feature, files in found.items():
        name = catalogue(root, feature).name
        wanted = set(_wanted(files))
        have = dict(read(catalogue(root, feature))) if catalogue(root, feature).exists() else {}
        lines += [f"{name}: missing: {text}" for text in sorted(wanted - set(have), key=str)]
        lines += [f"{name}: no longer in the window: {text}" for text in sorted(set(have) - wanted, key=str)]
        for text, translation in have.items():
            lines += [f"{name}: {fault}: {text}" for fault in _faults(text, translation)]
            if spoken.setdefault(text, translation) != translation:
                lines.append(f"{name}: translated otherwise in another file: {text}")
    return lines


def _wanted(files: list[Path]) -> list[Text]:
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / f"fresh_{LANGUAGE}.ts"
        collect(files, fresh)
        return [text for text, _ in read(fresh)] if fresh.exists() else []


def _faults(text: Text, translation: Translation) -> Iterator[str]:
    if not translation.finished or not all(form.strip() for form in translation.forms):
        yield "not translated"
        return
    wanted = sorted(PLACEHOLDER.findall(text.source))
    for form in translation.forms:
        # Swedish may say "one person" in words where the English counts.
        if sorted(PLACEHOLDER.findall(form)) not in (wanted, [mark for mark in wanted if mark != "%n"]):
            yield "placeholders differ"


def main() -> int:
    """The command: update and compile, or only `--check`, or only `--compile`."""
    parser = argparse.ArgumentParser(prog="python -m installer.strings", description=__doc__)
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--check", action="store_true", help="change nothing, name what is not fresh")
    only.add_argument("--compile", action="store_true", help="only make the .qm")
    chosen = parser.parse_args()
    if chosen.compile:
        compile_all(ROOT)
        return 0
    if not chosen.check:
        update(ROOT)
        compile_all(ROOT)
    lines = complaints(ROOT)
    print("\n".join(lines) or "The Swedish of the window is fresh.")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
