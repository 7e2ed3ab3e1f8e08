"""How every test runs: no screen, quick and repeatable hypotheses, Qt only where it is installed."""

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from kit import compiled, laid, shape

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


@pytest.fixture(autouse=True, scope="session")
def statements_compiled_once() -> Iterator[None]:
    """The second vault of a run finds its statements ready."""
    with compiled.once():
        yield


@pytest.fixture(autouse=True, scope="session")
def vaults_made_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Vaults that begin alike are copies of one, each in the hands of one test or of what outlasts it."""
    with laid.in_folder(tmp_path_factory.mktemp("patterns")):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef[object]) -> Iterator[None]:
    patterns = laid.patterns()
    if patterns is None or fixturedef.scope == "function":
        return (yield)
    user: laid.User = []
    fixturedef.addfinalizer(lambda: patterns.over(user))
    with patterns.used_by(user):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown() -> Iterator[None]:
    try:
        return (yield)
    finally:
        if (patterns := laid.patterns()) is not None:
            patterns.over()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long tests begin first."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


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
