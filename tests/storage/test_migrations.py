"""Migrations: the first start makes exactly the tables that the program knows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from kit import shape
from kit.vaults import PASSPHRASE, new_vault
from sqlalchemy import inspect, text

from gvi_desktop.domain.window import Measures
from gvi_desktop.services import envelopes, unlocking
from gvi_desktop.services import office as office_service
from gvi_desktop.services.workspace import Workspace
from gvi_desktop.storage import upgrade
from gvi_desktop.storage.migrations import versions
from gvi_desktop.storage.rows import ledger
from gvi_desktop.storage.rows.tables import metadata

assert ledger.journal.name in metadata.tables


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Workspace]:
    with shape.by(shape.REAL):
        workspace = new_vault(tmp_path / "a.gvi")
    yield workspace
    workspace.close()


def test_the_newest_migration_is_the_one_the_program_knows() -> None:
    config = Config()
    config.set_main_option("script_location", "gvi_desktop:storage/migrations")
    config.set_main_option("path_separator", "os")
    assert ScriptDirectory.from_config(config).get_current_head() == upgrade.HEAD


def test_the_migrated_file_has_the_tables_columns_and_indexes_of_the_program(office: Workspace) -> None:
    with office.engine.connect() as connection:
        seen = inspect(connection)
        for name, table in metadata.tables.items():
            columns = {column["name"]: str(column["type"]) for column in seen.get_columns(name)}
            assert columns == {column.name: str(column.type) for column in table.columns}, name
            indexes = {index["name"]: index for index in seen.get_indexes(name) if index["name"]}
            for index in table.indexes:
                told = indexes[str(index.name)]
                assert told["column_names"] == [column.name for column in index.columns], index.name
                kept_to = (index.dialect_options["sqlite"]["where"], told["dialect_options"].get("sqlite_where"))
                assert len({str(one) for one in kept_to}) == 1, index.name
            assert {index.name for index in table.indexes} == set(indexes), name


MARKED = (
    *((kind, "note") for kind in ("help", "incident", "relation", "task", "letter")),
    *(("speaker", "aftercare"), ("notification", "followup_30"), ("notification", "followup_90")),
)
OLDER = {
    "0008": ["DROP INDEX ix_history_dead", "DROP INDEX ix_history_extra"],
    "0007": ["ALTER TABLE user DROP COLUMN withheld", "DROP TABLE sample"],
    "0006": [
        *(f"DROP INDEX ix_{kind}_{note}_unmarked" for kind, note in MARKED),
        *(f"DROP INDEX ix_{kind}_note_unmarked" for kind in ("person", "group", "notification", "phonecall")),
        *(f"ALTER TABLE {kind} DROP COLUMN {note}_mark" for kind, note in MARKED),
        *(f"DROP INDEX ix_membership_{name}" for name in ("unapproved", "unjudged", "group", "person")),
        'CREATE INDEX ix_membership_group ON membership ("group", removed, to_on, from_on, person)',
        'CREATE INDEX ix_membership_person ON membership (person, removed, "group", to_on, from_on, source)',
    ],
    "0005": [
        *(f"DROP TABLE {name}" for name in ("pause", "extension", "rightscase")),
        "ALTER TABLE office DROP COLUMN backup_days",
    ],
    "0004": [f"ALTER TABLE office DROP COLUMN window_{side}" for side in ("left", "top", "width", "height")],
    "0003": [
        "DROP TABLE keyevent",
        *(f"ALTER TABLE bundle DROP COLUMN {name}"
          for name in ("created", "notices", "why", "audience", "again", "withheld")),
        "ALTER TABLE contact DROP COLUMN recovery_key",
        *(f"ALTER TABLE disclosure DROP COLUMN {name}"
          for name in ("peer", "recall_state", "recall_answer", "recall_answered_on", "recall_answered_by")),
    ],
}  # fmt: skip
"""What makes a vault of today one of that version, each after the one above."""


@pytest.mark.parametrize("old", OLDER)
def test_a_vault_of_an_older_version_is_brought_up_with_all_that_is_in_it(tmp_path: Path, old: str) -> None:
    made = new_vault(tmp_path / "a.gvi")
    with made.engine.connect() as connection:
        for version in [one for one in OLDER if one >= old]:
            for statement in OLDER[version]:
                connection.exec_driver_sql(statement)
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (old,))
        connection.commit()
    made.close()
    workspace = unlocking.unlock(tmp_path / "a.gvi", None, PASSPHRASE)
    try:
        test_the_migrated_file_has_the_tables_columns_and_indexes_of_the_program(workspace)
        assert workspace.read(office_service.get).programme == "GVI Örebro"
        workspace.write(envelopes.keep, Measures(20, 45, 90, 30))
        assert workspace.read(envelopes.own) == Measures(20, 45, 90, 30)
    finally:
        workspace.close()


def test_the_migration_imports_nothing_of_the_project() -> None:
    folder = Path(upgrade.__file__).parent / "migrations" / "versions"
    for path in folder.glob("v*.py"):
        assert "gvi_desktop" not in path.read_text(encoding="utf-8")


def test_the_file_is_encrypted_and_deleted_search_words_are_gone(office: Workspace) -> None:
    with office.engine.connect() as connection:
        config = dict(connection.execute(text("SELECT k, v FROM search_config")).all())  # type: ignore[arg-type]
    assert config["secure-delete"] == 1
    assert (office.folder / "vault.db").read_bytes()[:6] != b"SQLite"


def test_the_shape_set_down_in_the_vaults_of_the_tests_is_the_one_that_the_migrations_make(
    office: Workspace, tmp_path: Path
) -> None:
    made = [_shape(office)]
    for name in "bc":  # the second of them gets it set down at the latest
        workspace = new_vault(tmp_path / f"{name}.gvi")
        made.append(_shape(workspace))
        workspace.close()
    assert made[0] and made[1:] == [made[0], made[0]]


def _shape(workspace: Workspace) -> list[tuple[str, ...]]:
    asked = ("name, sql FROM sqlite_master", "version_num FROM alembic_version", "k, v FROM search_config")
    with workspace.engine.connect() as connection:
        return [tuple(row) for what in asked for row in connection.execute(text(f"SELECT {what} ORDER BY 1"))]


def test_no_migration_drops_a_column() -> None:
    """An erasure does not read again what an added record's entry says, since its row says the same (decision 0014):
    what a dropped column held would stay in the journal."""
    found = sorted(Path(str(versions.__path__[0])).glob("v*.py"))
    assert found
    for one in found:
        text_of = one.read_text(encoding="utf-8").lower()
        assert "drop_column" not in text_of and "drop column" not in text_of, one.name
