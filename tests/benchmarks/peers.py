"""Other programs that set the same letters, where they are installed; the others are skipped by name."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import mailmerge

AIM = 30
"""How many times faster than LibreOffice's merge we mean to be."""
Letters = Sequence[Sequence[str]]
TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2])"
NEW = ' text:style-name="N"'
FLAT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3" '
    'office:mimetype="application/vnd.oasis.opendocument.text" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:automatic-styles>'
    '<style:style style:name="N" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
    "</style:style></office:automatic-styles><office:body><office:text>{}</office:text></office:body></office:document>"
)


def tell(letters: Letters, merged: Callable[[], mailmerge.Took | str], ours: float, drawn: float) -> None:
    """Print each peer's seconds from start to finished file, and how many times ours that is; LibreOffice's own merge
    without its start as well, which is the figure that counts against us: `ours` with tags and PDF/A, which is more
    than is asked of it, and `drawn` without."""
    with tempfile.TemporaryDirectory() as folder:
        for name, run in (("typst", typst), ("LibreOffice (already merged)", office)):
            took = run(letters, Path(folder))
            said = "not installed, skipped" if took is None else f"{took:.2f} s, {took / ours:.1f} times ours"
            print(f"letters: {name}: {said}")
    found = merged()
    if isinstance(found, str):
        print(f"letters: LibreOffice's merge: {found}")
        return
    print(f"letters: LibreOffice's merge into one PDF of {found.pages} pages: {found.merge:.1f} s ", end="")
    print(f"({found.whole:.1f} s with its start), {found.merge / drawn:.0f} times ours as drawn (aim: {AIM}), ", end="")
    print(f"{found.merge / ours:.0f} times ours finished")


def typst(letters: Letters, folder: Path) -> float | None:
    """The whole process, with its package or its program."""
    source, made = folder / "letters.typ", folder / "typst.pdf"
    pages = ("\n\n".join(f"#text({_quoted(line)})" for line in lines) for lines in letters)
    source.write_text("#set text(size: 10.5pt)\n" + "\n#pagebreak()\n".join(pages), encoding="utf-8")
    if program := shutil.which("typst"):
        return _timed([program, "compile", str(source), str(made)], made)
    if importlib.util.find_spec("typst") is None:
        return None
    return _timed([sys.executable, "-c", TYPST, str(source), str(made)], made)


def office(letters: Letters, folder: Path) -> float | None:
    """Only the way from merged letters to a PDF; its own mail merge comes on top."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    source, made = folder / "letters.fodt", folder / "letters.pdf"
    paragraphs = [
        f"<text:p{NEW if not at else ''}>{escape(line)}</text:p>"
        for lines in letters
        for at, line in enumerate(lines)
    ]
    source.write_text(FLAT.format("".join(paragraphs)), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    return _timed([program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(source)], made)


def _timed(command: Sequence[str], made: Path) -> float | None:
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False, timeout=600)
    took = time.perf_counter() - began
    return took if done.returncode == 0 and made.exists() else None


def _quoted(line: str) -> str:
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'
