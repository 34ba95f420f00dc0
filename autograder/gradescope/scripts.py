"""The two scripts that Gradescope calls.

Gradescope, "Autograder Specifications": both lie at the top of the zip, which is unpacked into
/autograder/source; `setup.sh` runs as root when the image is built, and `run_autograder` is copied
to /autograder and runs as root for every submission. Its "Best Practices": results.json must be
there even if the autograder fails, and student code must be another user who cannot get at the
source and results folders.

AUTOGRADER_ROOT and AUTOGRADER_PYTHON move the tree and the interpreter elsewhere, to try it out.
"""

SETUP = r"""#!/usr/bin/env bash
# Prepares the image: a Python that is new enough, NumPy, and closed folders.
set -euo pipefail
umask 022
root="${AUTOGRADER_ROOT:-/autograder}"

fits() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' > /dev/null 2>&1
}

# One a line: what was asked for, the system's own, then all others, newest first.
candidates() {
    printf '%s\n' "${AUTOGRADER_PYTHON:-}" python3
    { compgen -c python3. || true; } | grep -Ex 'python3\.[0-9]+' | sort -u -t. -k2,2nr
}

# NumPy decides as well: it has no wheel for a Python that is too old or too new for it.
prepare() {
    fits "$1" && rm -rf "$root/venv" && "$1" -m venv "$root/venv" \
        && "$root/venv/bin/python" -m pip install --no-cache-dir --disable-pip-version-check \
            --only-binary=:all: -r "$root/source/requirements.txt"
}

prepare_any() {
    local candidate
    while read -r candidate; do
        if [ -n "$candidate" ] && prepare "$candidate" < /dev/null; then
            return 0
        fi
    done < <(candidates)
    return 1
}

# The packages of Pythons that the system offers, its own first, then the newest.
offered() {
    echo python3
    apt-cache search --names-only '^python3\.[0-9]+$' | grep -Eo '^python3\.[0-9]+' \
        | sort -u -t. -k2,2nr
}

install_any() {
    local package
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    while read -r package; do
        if apt-get install -y --no-install-recommends "$package" "$package-venv" < /dev/null \
            && prepare_any; then
            return 0
        fi
    done < <(offered)
    return 1
}

if ! prepare_any && ! install_any; then
    echo "No Python of 3.11 or later with venv and a NumPy was found or could be installed;" \
        "choose a newer image under Configure Autograder." >&2
    exit 1
fi

# Student code runs as another user, who has no business in here.
chmod -R go= "$root/source"

# Says in the build log which lock-down the container offers, and fails the build if none will do.
PYTHONPATH="$root/source/package" AUTOGRADER_ROOT="$root" \
    "$root/venv/bin/python" -s -P -B -m autograder.gradescope.run --check
"""

RUN = r"""#!/usr/bin/env bash
# Grades one submission. results.json is there from the first moment on, whatever happens later.
set -u
umask 077
root="${AUTOGRADER_ROOT:-/autograder}"
python="${AUTOGRADER_PYTHON:-$root/venv/bin/python}"

mkdir -p "$root/results"
chmod 700 "$root/results" "$root/source"
cp "$root/source/unfinished.json" "$root/results/.unfinished.json"
mv -f "$root/results/.unfinished.json" "$root/results/results.json"

PYTHONPATH="$root/source/package" AUTOGRADER_ROOT="$root" \
    "$python" -s -P -B -m autograder.gradescope.run \
    || echo "The grader did not come to an end (exit status $?)."
exit 0
"""
