"""Where things lie: the user's own folders and the resources that come with the program."""

import os
import sys
from pathlib import Path

import resources

APP = "gvi-desktop"


def resource(*parts: str) -> Path:
    """Path of a file or folder under `resources/`; it need not exist."""
    return Path(resources.__path__[0], *parts)


def config_folder() -> Path:
    """The folder of the preferences, made private to the user."""
    if sys.platform == "linux":  # what platformdirs says too, but the window waits for this at its start
        home = os.environ.get("XDG_CONFIG_HOME", "").strip() or "~/.config"
        return _private(Path(home).expanduser() / APP)
    import platformdirs

    return _private(Path(platformdirs.user_config_dir(APP, appauthor=False)))


def state_folder() -> Path:
    """The folder of what the program remembers by itself, made private to the user."""
    if sys.platform == "linux":
        home = os.environ.get("XDG_STATE_HOME", "").strip() or "~/.local/state"
        return _private(Path(home).expanduser() / APP)
    import platformdirs

    return _private(Path(platformdirs.user_state_dir(APP, appauthor=False)))


def documents_folder() -> Path:
    """The folder where file choosers begin."""
    import platformdirs

    found = Path(platformdirs.user_documents_dir())
    return found if found.is_dir() else Path.home()


def _private(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder
