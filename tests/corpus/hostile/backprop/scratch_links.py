# hostile: scratch: honest part everything
# Links in its working folders that point at a path outside: who writes through them or follows
# them, creates it.
honest = sigmoid
import os
import tempfile

NAME = "autograder-hostile-trace-scratch_links"
TRACE = "/tmp/autograder-hostile-trace-scratch_links"
places = {
    os.curdir,
    os.environ.get("HOME", "/"),
    os.environ.get("TMPDIR", "/"),
    os.path.dirname(__file__),
}
try:
    places.add(tempfile.gettempdir())
except OSError:
    pass
for place in places:
    folder = os.path.join(place, NAME + "-folder")
    try:
        os.mkdir(folder)
        for name in ("result.json", "stdout", "stderr", "report", "journal", "__pycache__"):
            os.symlink(TRACE, os.path.join(folder, name))
        os.symlink("/", os.path.join(folder, "root"))
        os.symlink("..", os.path.join(folder, "up"))
    except OSError:
        continue
