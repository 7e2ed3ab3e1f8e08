"""The help page on opening a bundle without the program, followed line by line with ordinary programs."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from kit.quartet import Offices, quartet

from gvi_desktop.crypto import sign
from gvi_desktop.services import identity

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
WORDS = {"en": ("bundle.age", "me.key"), "sv": ("paket.age", "mig.key")}
CONTRACT = (
    "age -d -i {key} {bundle} | tar xf -",
    "ssh-keygen -Y verify -f allowed_signers -I PEER -n bundle-v1@gvi-desktop -s manifest.json.sig < manifest.json",
    "sha256sum changes.jsonl.zst",
    "zstd -dc changes.jsonl.zst",
)
"""exchange.md, "Stock opening", with the names of the page."""
MISSING = [tool for tool in ("age", "tar", "ssh-keygen", "sha256sum", "zstd") if shutil.which(tool) is None]


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Offices]:
    with quartet(tmp_path_factory.mktemp("offices")) as made:
        yield made


def lines(language: str) -> list[str]:
    """What the page asks to be typed."""
    page = (HELP / language / "bundles.md").read_text(encoding="utf-8")
    return [line.strip() for line in page.splitlines() if line.startswith("    ")]


@pytest.mark.parametrize("language", WORDS)
def test_the_page_has_the_lines_of_the_contract(language: str) -> None:
    bundle, key = WORDS[language]
    assert lines(language)[1:] == [line.format(bundle=bundle, key=key) for line in CONTRACT]
    assert f"age -d age-identity.age > {key}" == lines(language)[0]
    assert "(bundles.md)" in (HELP / language / "exchange.md").read_text(encoding="utf-8"), "no way leads to the page"


@pytest.mark.skipif(bool(MISSING), reason=f"missing here: {', '.join(MISSING)}")
@pytest.mark.parametrize("language", WORDS)
def test_the_lines_open_and_check_a_real_bundle(offices: Offices, tmp_path: Path, language: str) -> None:
    bundle, key = WORDS[language]
    group, sender = offices.group(), offices.anna.read(identity.keys)
    shutil.copy(offices.send(offices.anna, "Bo"), tmp_path / bundle)
    (tmp_path / key).write_text(offices.bo.read(identity.keys).identity.secret + "\n")
    (tmp_path / "allowed_signers").write_text(sign.allowed_signers(sender.public, sender.peer))
    told = []
    for line in lines(language)[1:]:
        command = ["sh", "-ec", line.replace("PEER", sender.peer)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
        told.append(done.stdout)
    assert f'Good "bundle-v1@gvi-desktop" signature for {sender.peer}' in told[1]
    (part,) = json.loads((tmp_path / "manifest.json").read_text())["parts"]
    assert told[2].split()[0] == part["sha256"] == hashlib.sha256((tmp_path / part["name"]).read_bytes()).hexdigest()
    records = [json.loads(line) for line in told[3].splitlines()]
    assert len(records) == part["records"] and group in {one["id"] for one in records}


@pytest.mark.skipif(bool(MISSING), reason=f"missing here: {', '.join(MISSING)}")
def test_stock_programs_notice_what_was_altered(offices: Offices, tmp_path: Path) -> None:
    sender = offices.anna.read(identity.keys)
    shutil.copy(offices.send(offices.anna, "Bo"), tmp_path / "bundle.age")
    (tmp_path / "me.key").write_text(offices.bo.read(identity.keys).identity.secret + "\n")
    (tmp_path / "allowed_signers").write_text(sign.allowed_signers(sender.public, sender.peer))
    unpack, verify = (line.replace("PEER", sender.peer) for line in lines("en")[1:3])
    subprocess.run(["sh", "-ec", unpack], cwd=tmp_path, check=True, timeout=60)
    manifest = tmp_path / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"user":"Anna"', '"user":"Anny"'))
    done = subprocess.run(["sh", "-ec", verify], cwd=tmp_path, capture_output=True, check=False, timeout=60)
    assert done.returncode != 0
