"""The names that carrying engines give to files on their way and to the copies they make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gvi_desktop.sync.carried import Copied, in_transit, original

NAME = "gvi_1a2b3c4d_2026-11-22_415.age"


@pytest.mark.parametrize(
    "name",
    [
        f".syncthing.{NAME}.tmp",
        f"~syncthing~{NAME}.tmp",
        f"{NAME}.part",
        f"{NAME}.1a2b3c4d.partial",
        f".{NAME}.~1a2b3c",
        f"{NAME}.crdownload",
        f"{NAME}.filepart",
        ".stfolder",
        ".DS_Store",
        "~$utkast.docx",
    ],
)
def test_what_is_on_its_way_or_an_engine_s_own_is_let_be(name: str) -> None:
    assert in_transit(name)


@pytest.mark.parametrize(
    ("name", "who"),
    [
        ("gvi_1a2b3c4d_2026-11-22_415.sync-conflict-20260101-120000-ABCDEFG.age", Copied.SYNCTHING),
        ("gvi_1a2b3c4d_2026-11-22_415 (conflicted copy 2026-01-01 120000).age", Copied.CLOUD),
        ("gvi_1a2b3c4d_2026-11-22_415 (conflicted copy Anna 2026-01-01 120000).age", Copied.CLOUD),
        ("gvi_1a2b3c4d_2026-11-22_415 (Anna's conflicted copy 2026-01-01).age", Copied.CLOUD),
        ("gvi_1a2b3c4d_2026-11-22_415 (Annas konfliktkopia 2026-01-01).age", Copied.CLOUD),
        ("gvi_1a2b3c4d_2026-11-22_415_conflict-20260101-120000.age", Copied.CLOUD),
        ("gvi_1a2b3c4d_2026-11-22_415.conflict1.age", Copied.CLOUD),
        ("gvi_1a2b3c4d_2026-11-22_415.age.conflict2", Copied.CLOUD),
        ("gvi_1a2b3c4d_2026-11-22_415 (1).age", Copied.HAND),
        ("gvi_1a2b3c4d_2026-11-22_415(2).age", Copied.HAND),
        ("gvi_1a2b3c4d_2026-11-22_415 - Copy.age", Copied.HAND),
        ("gvi_1a2b3c4d_2026-11-22_415 - Copy (2).age", Copied.HAND),
        ("gvi_1a2b3c4d_2026-11-22_415 - Kopia.age", Copied.HAND),
        ("gvi_1a2b3c4d_2026-11-22_415 (kopia).age", Copied.HAND),
        ("gvi_1a2b3c4d_2026-11-22_415 (another copy).age", Copied.HAND),
        ("gvi_1a2b3c4d_2026-11-22_415 copy 2.age", Copied.HAND),
        ("Copy of gvi_1a2b3c4d_2026-11-22_415.age", Copied.HAND),
        ("Kopia av gvi_1a2b3c4d_2026-11-22_415.age", Copied.HAND),
    ],
)
def test_a_copy_is_led_back_to_the_name_it_was_made_from(name: str, who: Copied) -> None:
    assert original(name) == (NAME, who)
    assert not in_transit(name)


@pytest.mark.parametrize(
    "name", [NAME, "paket.bin", "Kopiering.age", "copy.age", "gvi_kopia_2026-11-22_3.age", "a (b).age"]
)
def test_an_ordinary_name_is_nobody_s_copy(name: str) -> None:
    assert original(name) == (name, None)


@given(st.text(max_size=60))
def test_any_name_has_an_answer_and_that_answer_stays(name: str) -> None:
    plain, _who = original(name)
    assert len(plain) <= len(name)
    in_transit(name)
