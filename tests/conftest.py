"""How every test runs: no screen, quick and repeatable hypotheses, Qt only where it is installed."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from kit import shape

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Two busy cores decide how long an example takes, so no example is judged by its time.
settings.register_profile("dev", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), max_examples=80, print_blob=True)
settings.register_profile("thorough", settings.get_profile("dev"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))

WITHOUT_QT = importlib.util.find_spec("PySide6") is None
QT_OPTIONS = ("qt_api", "qt_log_level_fail", "qt_log_ignore")


@pytest.fixture(autouse=True, scope="session")
def memory_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What the program remembers outside its vaults lies in a folder of the tests."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


@pytest.fixture(autouse=True, scope="session")
def shape_built_once() -> Iterator[None]:
    """An empty vault gets its shape without every migration being run again; what migrates for its own sake does."""
    with shape.by(shape.set_down):
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    """Lets the configuration be read where the core is tested without Qt and its plugin."""
    if WITHOUT_QT:
        for name in QT_OPTIONS:
            parser.addini(name, "meant for the Qt plugin, which is not installed", type="linelist", default=[])


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leaves out benchmarks unless they are asked for, and the window's tests where there is no Qt."""
    if collection_path.name == "benchmarks" and not any("benchmarks" in str(wish) for wish in config.args):
        return True
    if WITHOUT_QT and collection_path.name == "ui" and collection_path.is_dir():
        return True
    return None
