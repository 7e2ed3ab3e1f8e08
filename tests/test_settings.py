"""Preferences: saved for the user alone, and never in the way when they are damaged."""

import json
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gvi_desktop import paths, settings


def test_what_is_saved_is_loaded_again(tmp_path: Path) -> None:
    wanted = settings.Settings(language="en", theme="dark", text_size=150, last_vault="/x/a.gvi", idle_minutes=10)
    wanted.remember_widths("people", [120, 80])
    settings.save(wanted, tmp_path)
    assert settings.load(tmp_path) == wanted
    assert settings.load(tmp_path).widths_of("people") == [120, 80]
    assert settings.load(tmp_path).widths_of("groups") == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
def test_only_the_user_may_read_them(tmp_path: Path) -> None:
    settings.save(settings.Settings(), tmp_path)
    assert os.stat(tmp_path / settings.FILE).st_mode & 0o077 == 0
    assert [file.name for file in tmp_path.iterdir()] == [settings.FILE]


def test_missing_or_damaged_preferences_are_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path) == settings.Settings()
    for text in ("", "{", "[]", '{"text_size": 7, "idle_minutes": 0, "language": 3, "widths": {"a": "b"}, "new": 1}'):
        (tmp_path / settings.FILE).write_text(text, encoding="utf-8")
        assert settings.load(tmp_path) == settings.Settings()


junk = some.one_of(some.none(), some.integers(), some.text(), some.lists(some.integers()), some.booleans())


@given(some.dictionaries(some.sampled_from(["language", "theme", "text_size", "idle_minutes", "widths", "x"]), junk))
def test_no_content_breaks_the_loading(tmp_path_factory: pytest.TempPathFactory, content: dict[str, object]) -> None:
    folder = tmp_path_factory.mktemp("settings")
    (folder / settings.FILE).write_text(json.dumps(content), encoding="utf-8")
    assert settings.load(folder).text_size in settings.TEXT_SIZES


def test_a_place_one_may_not_write_to_stops_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings.save(settings.Settings(), blocked)


def test_resources_are_found() -> None:
    assert paths.resource("icons", "users.svg").is_file()
