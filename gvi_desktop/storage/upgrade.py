"""The shape of the vault: created and upgraded by Alembic on the keyed connection; newer files are refused."""

from __future__ import annotations

from sqlalchemy import Connection, inspect, text

from gvi_desktop.domain.errors import VaultError

HEAD = "0009"
"""The newest migration this program knows; a test holds it equal to Alembic's own head."""


def version(connection: Connection) -> str | None:
    """The migration the file stands at; None for an empty file."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def check_version(found: str | None, path: str) -> bool:
    """Whether an upgrade is due; VaultError("vault_newer") for a file of a newer program."""
    if found is None:
        raise VaultError("vault_damaged", path=path)
    if found == HEAD:
        return False
    if found > HEAD:
        raise VaultError("vault_newer", path=path, version=found)
    return True


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring the file to the newest shape (or `to`); the caller has a transaction open and a proven copy made."""
    # Alembic is only needed for a new or an old file: every other start is spared its import.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "gvi_desktop:storage/migrations")
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, to)
