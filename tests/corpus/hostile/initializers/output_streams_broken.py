# hostile: output: honest part everything
# Replaces and closes the standard streams; the functions stay right, whatever happens to a print.
honest = zeros_init
import builtins
import sys


class Wall:
    encoding = errors = None

    def write(self, text):
        raise OSError("the wall does not listen")

    def flush(self):
        while True:
            pass

    def __del__(self):
        raise SystemExit(0)


try:
    sys.stdin.close()
except AttributeError:
    pass
sys.stdin = None
sys.stdout = sys.__stdout__ = Wall()
sys.stderr = sys.__stderr__ = None
sys.excepthook = sys.unraisablehook = sys.displayhook = None
builtins.print = builtins.input = None
