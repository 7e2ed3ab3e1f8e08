"""`make audit` reads every pin of the lock, tells known faults, and says plainly when it could not ask."""

from typing import Any

import pytest

from installer import audit

LOCK = """
# comment
pyrage==1.3.0 \\
    --hash=sha256:00
uvicorn[standard]==0.1 ; python_version < "4" \\
    --hash=sha256:11
"""


def test_every_pin_is_asked_about() -> None:
    assert audit.pinned(LOCK) == [("pyrage", "1.3.0"), ("uvicorn", "0.1")]
    lock = audit.LOCK.read_text(encoding="utf-8")
    assert len(audit.pinned(lock)) == sum("==" in line and not line.startswith((" ", "#")) for line in lock.split("\n"))


def test_a_known_fault_is_told_with_the_version_that_mends_it(capsys: pytest.CaptureFixture[str]) -> None:
    def said(name: str, _version: str) -> Any:
        fault = {"id": "PYSEC-1", "aliases": ["CVE-2"], "fixed_in": ["1.3.1"]}
        return {"vulnerabilities": [fault, {"id": "GONE", "withdrawn": "2026"}] if name == "pyrage" else []}

    assert audit.audit(LOCK, said) == (["pyrage 1.3.0: PYSEC-1, CVE-2; mended in 1.3.1"], [])
    assert audit.main(lambda *_pin: {}) == 0
    assert " 0 known faults" in capsys.readouterr().out


def test_without_a_network_it_does_not_say_that_all_is_well(capsys: pytest.CaptureFixture[str]) -> None:
    def nobody(name: str, _version: str) -> Any:
        raise audit.OfflineError(name)

    assert audit.main(nobody) == 2
    assert "Is there a network?" in capsys.readouterr().out
