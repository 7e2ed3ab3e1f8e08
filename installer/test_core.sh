#!/bin/sh
# Runs the tests of the core in an environment of its own that has no Qt at all.
set -eu
cd "$(dirname "$0")/.."

home=.venv/without-qt
.venv/bin/python -m venv --clear "$home"
awk '/^[a-z]/ { kept = !/^(pyside6|shiboken6|pytest-qt)/ } /^#/ || kept' requirements.lock >"$home/requirements.lock"
"$home/bin/python" -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: \
    -r "$home/requirements.lock"
"$home/bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
exec "$home/bin/python" -m pytest -n 2 --dist worksteal --benchmark-disable "$@"
