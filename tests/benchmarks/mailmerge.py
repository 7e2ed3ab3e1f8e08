"""LibreOffice's own mail merge of the same letters: a text document with merge fields, a CSV file, one PDF out."""

from __future__ import annotations

import csv
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

import pikepdf

from gvi_desktop.letters import templates, words
from gvi_desktop.letters.blocks import Block, BlockKind, Piece
from gvi_desktop.letters.given import Letterhead, LetterInput
from gvi_desktop.letters.merge import formatted, office_fields
from gvi_desktop.letters.plan import Plan, unrolled
from gvi_desktop.letters.template import Merge

SOURCE, TABLE = "gvi_bench", "letters"
DRIVER = Path(__file__).with_name("mailmerge_uno.py")
LONGEST = 1800
_FIELD = (
    f'<text:database-display text:database-name="{SOURCE}" text:table-name="{TABLE}" text:table-type="table" '
    'text:column-name="{0}">&lt;{0}&gt;</text:database-display>'
)
_SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{where}:1.0"'
    for name, where in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
_DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text" {spaces}>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="{font}"
 fo:font-family="{font}" fo:font-size="10pt"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="1.6mm"/>
</style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard">
<style:text-properties fo:font-weight="bold" fo:font-size="11pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm"
 fo:margin="14mm" fo:margin-left="25mm" fo:margin-right="25mm"/><style:header-style/><style:footer-style/>
</style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">
<style:header>{head}</style:header><style:footer>{foot}</style:footer></style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>
"""


@dataclass(frozen=True)
class Took:
    """Seconds of the merge alone, and of the whole run with the program's start."""

    merge: float
    whole: float
    pages: int


def merge(letters: Sequence[LetterInput], head: Letterhead, language: str) -> Took | str:
    """Merge them into one PDF; the reason where that cannot be done here."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return "not installed, skipped"
    python = _python(Path(program))
    if python is None:
        return "no Python that speaks to it (python3-uno), skipped"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(letters, head, language, folder)
        try:
            done = subprocess.run(
                [python, DRIVER, program, folder], capture_output=True, text=True, check=False, timeout=LONGEST
            )
        except subprocess.TimeoutExpired:
            return f"stopped after {LONGEST} s"
        if done.returncode:
            return "no merge (libreoffice-base-drivers?): " + (done.stderr.strip().splitlines() or ["no reason"])[-1]
        took, whole = map(float, done.stdout.split())
        return Took(took, whole, _pages(folder))


def _pages(folder: Path) -> int:
    (made,) = folder.glob("merged*.pdf")
    with pikepdf.open(made) as document:
        return len(document.pages)


def _python(program: Path) -> str | None:
    own = program.resolve().parent
    for one in (str(own / "python"), "/usr/bin/python3", "python3"):
        try:
            done = subprocess.run([one, "-c", "import uno"], capture_output=True, check=False)
        except OSError:
            continue
        if not done.returncode:
            return one
    return None


def _write(letters: Sequence[LetterInput], head: Letterhead, language: str, folder: Path) -> None:
    """The template with its fields, and a row of values a letter."""
    first = letters[0]
    template = templates.of(first, language)
    office = office_fields(head, language)
    plan = unrolled(template, first, {**office, **first.values})
    columns = [place.key for place in plan.places]
    lines = len(first.recipient.address)
    (folder / "template.fodt").write_text(_document(plan, head, language, lines), encoding="utf-8")
    data = folder / "data"
    data.mkdir()
    with (data / f"{TABLE}.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, quoting=csv.QUOTE_ALL)
        rows.writerow([*columns, "reference", "written", *(f"address{n}" for n in range(lines))])
        for one in letters:
            values = {**office, **one.values}
            texts = [formatted(key, values.get(key, ""), language) or "" for key in columns]
            rows.writerow([*texts, one.reference, words.long_date(language, one.day), *one.recipient.address])


def _document(plan: Plan, head: Letterhead, language: str, lines: int) -> str:
    def text(piece: Piece) -> str:
        return _FIELD.format(piece.key) if isinstance(piece, Merge) else escape(piece)

    place = _FIELD.format
    body = [_par("<text:line-break/>".join(place(f"address{n}") for n in range(lines)))]
    body += [_par(f"{place('written')} · {place('reference')}"), _par("".join(map(text, plan.heading)), "Head")]
    body += [_block(block, text) for block, _ in plan.blocks]
    top = _par(escape(head.programme), "Head") + _par(escape(" · ".join(head.parties)))
    foot = _par(escape(" · ".join((head.agency, head.phone))))
    return _DOCUMENT.format(spaces=_SPACES, font="DejaVu Sans", head=top, foot=foot, body="".join(body))


def _par(inside: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def _block(block: Block, text: Callable[[Piece], str]) -> str:
    def cell(pieces: Sequence[tuple[Piece, bool]]) -> str:
        return "".join(
            f'<text:span text:style-name="B">{text(piece)}</text:span>' if bold else text(piece)
            for piece, bold in pieces
        )

    if block.kind is BlockKind.rows:
        wide = max(len(cells) for cells in block.lines)
        rows = "".join(
            "<table:table-row>"
            + "".join(f"<table:table-cell>{_par(cell(one))}</table:table-cell>" for one in cells)
            + "</table:table-row>"
            for cells in block.lines
        )
        columns = f'<table:table-column table:number-columns-repeated="{wide}"/>'
        return f"<table:table>{columns}{rows}</table:table>"
    style = "Head" if block.kind is BlockKind.heading else "Standard"
    return "".join(_par(cell(cells[0]), style) for cells in block.lines)
