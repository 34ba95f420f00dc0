# hostile: scratch: honest part everything
# A working folder full of names with line breaks, escapes and bytes that are no text, then locked
# up.
honest = neuron_gap
import os

NAME = b"autograder-hostile-trace-scratch_names_and_modes"
folder = os.path.join(b".", NAME)
try:
    os.mkdir(folder)
    for name in (
        b"a\nb",
        b"\x1b[2J",
        b"\xff\xfe",
        b"<b>",
        b"=1+1",
        b"-rf",
        b"*",
        b"x" * 255,
        b" ",
        b"a\rb",
    ):
        with open(os.path.join(folder, name), "wb") as target:
            os.truncate(target.fileno(), 20_000_000)
        os.chmod(os.path.join(folder, name), 0)
    os.mkfifo(os.path.join(folder, b"fifo"))
    os.chmod(folder, 0)
except OSError:
    pass
