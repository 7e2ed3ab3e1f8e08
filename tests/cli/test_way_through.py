"""The command line from an empty folder to a report, as an office would use it, with its exit codes and refusals."""

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from gvi_desktop import paths
from gvi_desktop.cli.main import main
from gvi_desktop.crypto import kdf
from gvi_desktop.domain.person import PersonDraft
from gvi_desktop.services import opening, people, unlocking

NEW = (
    "vault", "create", "--user", "Anna", "--agency", "Örebro kommun", "--kind", "municipality",
    "--office", "GVI Örebro", "--town", "Örebro", "--purpose", "Färre döda",
)  # fmt: skip
WORKBOOK = paths.resource("demo", "orebro-year-one.xlsx")


@pytest.fixture
def secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # The cost of a guess is measured in tests of its own; here it would only be waited for.
    monkeypatch.setattr(opening, "calibrate", lambda: kdf.Cost(64, 1, 1))
    path = tmp_path / "p"
    path.write_text("korrekt häst batteri\n", encoding="utf-8")
    return path


@pytest.fixture
def vault(tmp_path: Path, secret: Path) -> Path:
    folder = tmp_path / "v.gvi"
    assert main([*NEW, str(folder), "--passphrase-file", str(secret)]) == 0
    return folder


def digest(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.is_file()}


def said(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_the_first_year_of_a_programme_comes_in_and_is_reported(
    vault: Path, secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = ["--passphrase-file", str(secret)]
    capsys.readouterr()
    assert main(["import", str(vault), str(WORKBOOK), "--json", *key]) == 0
    assert said(capsys)["rejected"] == []
    assert main(["report", str(vault), "--json", *key]) == 0
    report = said(capsys)
    talks = report["notifications"]
    assert isinstance(talks, dict)
    wanted = {"attempts": 81, "talks": 62, "talks_under_18": 8, "individuals": 52}
    assert {name: talks[name] for name in wanted} == wanted
    callins = report["callins"]
    assert isinstance(callins, list)
    assert [(c["called"], c["came"], c["stayed"]) for c in callins] == [(12, 11, 10), (11, 10, 9)]
    assert report["phone_calls"]["total"] == 20  # type: ignore[index]
    assert len(report["focus_rounds"]) == 4  # type: ignore[arg-type]
    assert main(["vault", "check", str(vault), "--json", *key]) == 0
    assert said(capsys)["ok"] is True
    assert main(["journal", str(vault), "--verify", "--json", *key]) == 0
    assert said(capsys)["chain"] == {"ok": True, "broken": []}


@pytest.mark.parametrize("form", ["csv", "xlsx", "pdf"])
def test_a_public_report_is_a_file_and_a_disclosure(
    vault: Path, secret: Path, form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = ["--passphrase-file", str(secret)]
    out = tmp_path / f"r.{form}"
    assert main(["report", str(vault), "--public", "--format", form, "--out", str(out), *key]) == 0
    assert out.stat().st_size > 500
    capsys.readouterr()
    main(["journal", str(vault), "--json", *key])
    entries = said(capsys)["entries"]
    assert isinstance(entries, list)
    assert [e["action"] for e in entries[-2:]] == ["export", "add"]
    main(["journal", str(vault), "--json", *key])
    entries = said(capsys)["entries"]
    assert isinstance(entries, list)
    assert [(e["action"], e["kind"]) for e in entries[-2:]] == [("export", None), ("add", "disclosure")]
    assert entries[-2]["detail"].startswith("journal json ")


def test_a_listing_of_the_history_is_an_entry_of_it(
    vault: Path, secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = ["--passphrase-file", str(secret)]
    opened = unlocking.unlock(vault, None, "korrekt häst batteri")
    opened.write(people.add, PersonDraft(given_name="Elias", birth_year=1999))
    opened.close()
    capsys.readouterr()
    assert main(["journal", str(vault), *key]) == 0
    listed = len(capsys.readouterr().out.splitlines())
    assert main(["journal", str(vault), "--person", "P001", *key]) == 0
    capsys.readouterr()
    main(["journal", str(vault), "--json", *key])
    entries = said(capsys)["entries"]
    assert isinstance(entries, list)
    whole, of_one = entries[-2:]
    assert (whole["action"], whole["kind"], whole["detail"]) == ("open", None, f"journal {listed}")
    assert (of_one["action"], of_one["kind"], of_one["title"]) == ("open", "person", "P001")


def test_each_fault_has_its_own_sentence_exit_code_one_and_changes_no_file(
    vault: Path, secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("fel fras", encoding="utf-8")
    damaged = tmp_path / "damaged.gvi"
    shutil.copytree(vault, damaged)
    raw = bytearray((damaged / "vault.db").read_bytes())
    raw[200] ^= 8
    (damaged / "vault.db").write_bytes(raw)
    right = ["--passphrase-file", str(secret)]
    attempts = {
        "wrong passphrase": ["report", str(vault), "--passphrase-file", str(wrong)],
        "damaged vault": ["report", str(damaged), *right],
        "missing vault": ["report", str(tmp_path / "none.gvi"), *right],
        "missing passphrase file": ["report", str(vault), "--passphrase-file", str(tmp_path / "none")],
        "missing workbook": ["import", str(vault), str(tmp_path / "none.xlsx"), *right],
        "unknown sheet": ["import", str(vault), str(WORKBOOK), "--sheet", "Finns inte", *right],
        "unknown person": ["journal", str(vault), "--person", "P999", *right],
        "no file named": ["report", str(vault), "--format", "pdf", *right],
        "a vault is there": [*NEW, str(vault), *right],
    }
    capsys.readouterr()
    before = {folder: digest(folder) for folder in (vault, damaged)}
    sentences = {}
    for name, words in attempts.items():
        assert main(words) == 1, name
        out, err = capsys.readouterr()
        assert out == "", name
        assert err.count("\n") == 1, name
        assert "_" not in err.replace(str(tmp_path), ""), name
        sentences[name] = err
    assert len(set(sentences.values())) == len(sentences)
    assert {folder: digest(folder) for folder in (vault, damaged)} == before


def test_wrong_usage_is_exit_code_two(capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["vault"], ["nonsense"], ["report"]):
        with pytest.raises(SystemExit) as told:
            main(words)
        assert told.value.code == 2
    capsys.readouterr()


def test_users_backup_restore_and_recovery_by_command(
    vault: Path, secret: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key = ["--user", "Anna", "--passphrase-file", str(secret)]
    second = tmp_path / "p2"
    second.write_text("en annan lång fras", encoding="utf-8")
    add = ["vault", "add-user", str(vault), "Bo", "--role", "reader", "--new-passphrase-file", str(second)]
    assert main([*add, *key]) == 0
    capsys.readouterr()
    assert main(["vault", "slots", str(vault), "--json"]) == 0
    slots = said(capsys)["slots"]
    assert isinstance(slots, list)
    assert [(s["kind"], s["user"]) for s in slots] == [("passphrase", "Anna"), ("recovery", ""), ("passphrase", "Bo")]
    assert main(["vault", "backup", str(vault), str(tmp_path / "b.gvibackup"), *key]) == 0
    assert main(["vault", "remove-user", str(vault), "Bo", *key]) == 0
    assert main(["report", str(vault), "--user", "Bo", "--passphrase-file", str(second)]) == 1
    again = tmp_path / "again.gvi"
    assert main(["vault", "restore", str(tmp_path / "b.gvibackup"), str(again), *key]) == 0
    assert main(["report", str(again), "--user", "Bo", "--passphrase-file", str(second)]) == 0
    capsys.readouterr()


def test_a_new_recovery_key_by_command(vault: Path, secret: Path, capsys: pytest.CaptureFixture[str]) -> None:
    key = ["--user", "Anna", "--passphrase-file", str(secret)]
    assert main(["vault", "new-recovery", str(vault), *key]) == 0
    told = capsys.readouterr().out.splitlines()
    words = secret.with_name("words")
    words.write_text(told[1], encoding="utf-8")
    assert len(told[1].split()) == 24 and told[1] not in told[2]
    recover = ["vault", "recover", str(vault), "--recovery-file", str(words)]
    assert main([*recover, *key]) == 0
    capsys.readouterr()


@pytest.mark.long
def test_the_demonstration_walks_all_the_way(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from gvi_desktop.services import checking, demonstration, demonstration_exchange, demonstration_papers

    told = demonstration.build(tmp_path / "d.gvi")
    try:
        papers = demonstration_papers.write(told, tmp_path / "papers", lambda line: None)
        bundles = demonstration_exchange.play(told, tmp_path / "c.gvi", tmp_path / "post", lambda line: None)
        assert all(path.stat().st_size > (40 if path.suffix == ".csv" else 200) for path in papers)
        assert len(bundles) == 4
        assert all(one.ok for one in checking.check(told.workspace).values())
    finally:
        told.workspace.close()
