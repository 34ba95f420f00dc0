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

suits() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
        > /dev/null 2>&1
}

find_python() {
    local candidate
    for candidate in "${AUTOGRADER_PYTHON:-}" python3.13 python3.12 python3.11 python3; do
        if [ -n "$candidate" ] && suits "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

if ! python="$(find_python)"; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get update
    apt-get install -y --no-install-recommends python3.12 python3.12-venv \
        || apt-get install -y --no-install-recommends python3.11 python3.11-venv
    python="$(find_python)"
fi

"$python" -m venv "$root/venv"
"$root/venv/bin/python" -m pip install --no-cache-dir --disable-pip-version-check \
    -r "$root/source/requirements.txt"

# Student code runs as another user, who has no business in here.
chmod -R go= "$root/source"

# Says in the build log which lock-down the container offers, and fails the build if none will do.
PYTHONPATH="$root/source/package" AUTOGRADER_ROOT="$root" \
    "$root/venv/bin/python" -s -B -m autograder.gradescope.run --check
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
    "$python" -s -B -m autograder.gradescope.run \
    || echo "The grader did not come to an end (exit status $?)."
exit 0
"""
