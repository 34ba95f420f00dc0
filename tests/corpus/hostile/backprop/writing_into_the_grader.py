# hostile: writing: honest part everything
# Opens the harness's own files for writing (without changing a byte), and puts files beside them.
honest = sigmoid
import os
import sys

NAME = "autograder-hostile-trace-writing_into_the_grader"
got_through = []
files = {os.__file__, np.__file__, sys.executable, os.path.abspath(__file__)}
frame = sys._getframe()
while frame is not None:
    files.add(frame.f_code.co_filename)
    frame = frame.f_back
for module in list(sys.modules.values()):
    if "autograder" in (getattr(module, "__name__", None) or ""):
        files.add(getattr(module, "__file__", None) or os.curdir)
for path in files:
    for what, act in (
        ("open", lambda: open(path, "r+b").close()),
        ("append", lambda: open(path, "ab").close()),
        ("chmod", lambda: os.chmod(path, os.stat(path).st_mode & 0o7777)),
        ("chown", lambda: os.chown(path, -1, -1)),
        ("beside", lambda: open(os.path.join(os.path.dirname(path), NAME), "x").close()),
        (
            "cache",
            lambda: open(os.path.join(os.path.dirname(path), "__pycache__", NAME), "x").close(),
        ),
    ):
        if os.path.exists(path):
            try:
                act()
                got_through.append((what, path))
            except OSError:
                pass

if got_through:

    def sigmoid(a):
        raise RuntimeError(f"got through: {got_through}")
