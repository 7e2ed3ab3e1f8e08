#!/bin/sh
# Makes .venv ready: Python packages from the lock, this project, and the system libraries that Qt needs.
# Quick when nothing has changed. `make` calls it; it may also be called by hand from anywhere.
# With --tools it only looks for the ordinary programs that open and carry bundles in the tests.
set -eu
cd "$(dirname "$0")/.."

lock=requirements.lock
venv=.venv
case "$(uname -s)" in
    MINGW* | MSYS* | CYGWIN*) bin=$venv/Scripts ;;
    *) bin=$venv/bin ;;
esac

# Debian and Ubuntu names. First what Qt needs even without a screen (the last two: its translation tools).
qt_packages="libgl1 libegl1 libfontconfig1 libx11-6 libxkbcommon0 libglib2.0-0 libdbus-1-3 libgssapi-krb5-2 libbrotli1"
# Then what windows and printing need on top, where there is a screen.
screen_packages="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-util1 libxcb-xfixes0 libxcb-xkb1 libxcb-glx0 libx11-xcb1
libwayland-client0 libwayland-cursor0 libwayland-egl1 libcups2"

say() { printf '%s\n' "$*" >&2; }

# The packages that are missing, installed where the user may; 1 where not.
may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true >/dev/null 2>&1; }
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_packages() {
    may_install || return 1
    say "Installing system packages: $*"
    for attempt in first after_update; do
        if [ $attempt = after_update ]; then
            as_root env DEBIAN_FRONTEND=noninteractive apt-get update -q </dev/null >&2 || return 1
        fi
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" \
            </dev/null >&2 && return 0
    done
    return 1
}

ask_for() {
    say ""
    say "$1 Ask whoever looks after this computer for:"
    shift
    say "    apt-get install $*"
    say ""
}

supported() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' >/dev/null 2>&1
}

find_python() {
    for candidate in python3 python3.13 python3.12 python3.11 python; do
        if command -v "$candidate" >/dev/null 2>&1 && supported "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    say "GVI Desktop needs Python 3.11, 3.12 or 3.13, and none of them was found."
    say "Install one of them (on Debian and Ubuntu: apt-get install python3) and try again."
    exit 1
}

make_environment() {
    python=$(find_python)
    rm -rf "$venv"
    say "Making the environment with $("$python" --version)"
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_packages "python$version-venv" || true
    fi
    if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        "$python" -m venv "$venv"
    elif "$python" -m pip --version >/dev/null 2>&1 && "$python" -c 'import venv' >/dev/null 2>&1; then
        "$python" -m venv --without-pip "$venv"
        "$python" -m pip --python "$bin/python" install -q pip
    else
        ask_for "Python's module for environments is missing." "python$version-venv"
        exit 1
    fi
}

# Qt loads, draws offscreen and its translation tools run.
qt_works() {
    QT_QPA_PLATFORM=offscreen "$bin/python" -c '
from PySide6 import QtPrintSupport, QtSvg, QtWidgets
QtWidgets.QApplication([])' >/dev/null 2>&1 && "$bin/pyside6-lrelease" -version >/dev/null 2>&1
}

# Every library that Qt loads for a real screen is there.
screen_works() {
    plugins=$("$bin/python" -c 'import os, PySide6; print(os.path.dirname(PySide6.__file__))')/Qt/plugins
    ! ldd "$plugins"/platforms/libqxcb.so "$plugins"/platforms/libqwayland*.so \
        "$plugins"/xcbglintegrations/*.so "$plugins"/printsupport/*.so 2>/dev/null | grep -q 'not found'
}

# Fails where Qt still lacks something after this.
prepare_qt() {
    [ "$(uname -s)" = Linux ] || return 0
    whole=0
    # shellcheck disable=SC2086  # the lists are words on purpose
    if ! qt_works && ! { install_packages $qt_packages && qt_works; }; then
        ask_for "Qt lacks system libraries." $qt_packages
        whole=1
    fi
    # shellcheck disable=SC2086
    if [ -n "$screen" ] && ! screen_works && ! { install_packages $screen_packages && screen_works; }; then
        ask_for "To show windows on this screen, Qt lacks system libraries." $screen_packages
        whole=1
    fi
    return $whole
}

# The programs that a bundle is opened with where there is no program of ours, and one that carries the exchange
# folder; their tests are skipped without them.
prepare_tools() {
    missing=
    for tool in age zstd ssh-keygen; do
        command -v $tool >/dev/null 2>&1 || missing="$missing $(echo $tool | sed s/ssh-keygen/openssh-client/)"
    done
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing || say "Tests with these programs are skipped:$missing"
    # Apart from the others, so that these come even where it does not.
    command -v syncthing >/dev/null 2>&1 || install_packages syncthing || say "Tests with syncthing are skipped."
}

if [ "${1:-}" = --tools ]; then
    prepare_tools
    exit 0
fi

screen=${DISPLAY:-${WAYLAND_DISPLAY:-}}
stamp=$venv/.ready${screen:+-screen}
# What the environment was made from, and where: programs in an environment do not survive a move.
wanted=$(cat "$lock" pyproject.toml installer/setup.sh | cksum)" $(pwd)"

[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && "$bin/python" -c '' 2>/dev/null && exit 0

# An environment of ours in this very place is brought up to date, any other is made anew.
made=$venv/.made
if ! { [ -f "$made" ] && [ "$(cat "$made")" = "$(pwd)" ] && supported "$bin/python"; }; then
    make_environment
    pwd >"$made"
fi
rm -f "$venv"/.ready*
say "Installing the packages of $lock"
"$bin/python" -m pip install -q --disable-pip-version-check --require-hashes --only-binary :all: -r "$lock" >&2
"$bin/python" -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . >&2
if prepare_qt; then
    "$bin/python" -m installer.strings --compile
    printf '%s\n' "$wanted" >"$stamp"
else
    # What needs no screen may work all the same; the next call tries again.
    "$bin/python" -m installer.strings --compile || say "The window has no Swedish until then."
fi
