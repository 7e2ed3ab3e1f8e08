"""The Swedish of the window is checked: nothing missing, left over, unfinished or contradictory passes."""

from pathlib import Path

import pytest

pytest.importorskip("PySide6", reason="Qt's translation tools come with it")

from PySide6.QtCore import QTranslator

from installer import strings

PAGE = '''
"""A page."""
from PySide6.QtWidgets import QLabel


class Greeting(QLabel):
    """A greeting."""

    def greet(self) -> str:
        return self.tr({source!r})
'''


def write_page(root: Path, feature: str, source: str) -> None:
    folder = root / "ui" / feature
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "page.py").write_text(PAGE.format(source=source), encoding="utf-8")


def translate(root: Path, feature: str, said: str) -> None:
    """Gives every text of a part of the window the same Swedish."""
    path = strings.catalogue(root, feature)
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('<translation type="unfinished"></translation>', f"<translation>{said}</translation>"),
        encoding="utf-8",
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A window of one part with one text, in fresh Swedish."""
    write_page(tmp_path, "people", "Hello {name}")
    strings.update(tmp_path)
    translate(tmp_path, "people", "Hej {name}")
    return tmp_path


def test_a_translated_window_has_nothing_to_complain_of(root: Path) -> None:
    assert strings.complaints(root) == []


def test_a_translated_window_compiles(root: Path) -> None:
    strings.compile_all(root)
    swedish = QTranslator()
    assert swedish.load(str(root / "resources/translations/sv.qm"))
    assert swedish.translate("Greeting", "Hello {name}") == "Hej {name}"


def test_a_text_without_swedish_is_named(root: Path) -> None:
    write_page(root, "groups", "Good day")
    assert strings.complaints(root) == ["groups_sv.ts: missing: Greeting: “Good day”"]


def test_a_changed_text_is_missing_and_the_old_one_left_over(root: Path) -> None:
    write_page(root, "people", "Good day {name}")
    assert strings.complaints(root) == [
        "people_sv.ts: missing: Greeting: “Good day {name}”",
        "people_sv.ts: no longer in the window: Greeting: “Hello {name}”",
    ]


def test_a_text_that_waits_for_its_translation_is_named(root: Path) -> None:
    write_page(root, "groups", "Good day")
    strings.update(root)
    assert strings.complaints(root) == ["groups_sv.ts: not translated: Greeting: “Good day”"]


def test_a_lost_placeholder_is_named(root: Path) -> None:
    write_page(root, "groups", "{count} days")
    strings.update(root)
    translate(root, "groups", "dagar")
    assert strings.complaints(root) == ["groups_sv.ts: placeholders differ: Greeting: “{count} days”"]


def test_two_translations_of_one_text_are_named(root: Path) -> None:
    write_page(root, "groups", "Hello {name}")
    strings.update(root)
    translate(root, "groups", "Tjena {name}")
    assert strings.complaints(root) == ["people_sv.ts: translated otherwise in another file: Greeting: “Hello {name}”"]


def test_the_swedish_of_a_part_that_is_gone_is_named(root: Path) -> None:
    (root / "ui/people/page.py").unlink()
    assert strings.complaints(root) == ["people_sv.ts: no part of the window has this name"]


def test_updating_keeps_what_is_translated(root: Path) -> None:
    before = strings.catalogue(root, "people").read_text(encoding="utf-8")
    strings.update(root)
    assert strings.catalogue(root, "people").read_text(encoding="utf-8") == before
