# hostile: scratch: honest part everything
# Ten thousand folders inside each other, too deep for a path and for a clean-up that recurses.
honest = zeros_init
import os

NAME = "autograder-hostile-trace-scratch_deep"
here = None
try:
    here = os.open(os.curdir, os.O_RDONLY)
    os.mkdir(NAME)
    os.chdir(NAME)
    for level in range(10_000):
        os.mkdir("d" * 50)
        os.chdir("d" * 50)
except OSError:
    pass
if here is not None:
    os.fchdir(here)
    os.close(here)
