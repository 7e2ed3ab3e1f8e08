"""Where things lie: the user's own folders and the resources that come with the program."""

from importlib.resources import files
from pathlib import Path
from typing import cast

APP = "gvi-desktop"


def resource(*parts: str) -> Path:
    """Path of a file or folder under `resources/`; it need not exist."""
    return cast("Path", files("resources").joinpath(*parts))


def config_folder() -> Path:
    """The folder of the preferences, made private to the user."""
    import platformdirs

    return _private(Path(platformdirs.user_config_dir(APP, appauthor=False)))


def documents_folder() -> Path:
    """The folder where file choosers begin."""
    import platformdirs

    found = Path(platformdirs.user_documents_dir())
    return found if found.is_dir() else Path.home()


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
