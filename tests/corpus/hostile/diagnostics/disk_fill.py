# hostile: disk: honest part everything
# Writes up to 200 MB (an upper bound is kept) wherever a file can be made.
honest = neuron_gap
import os
import tempfile

NAME = "autograder-hostile-trace-disk_fill"
TRACE = "/tmp/autograder-hostile-trace-disk_fill"
written = 0
places = [TRACE, "/dev/shm/" + NAME, "/var/tmp/" + NAME, os.path.join(os.curdir, NAME)]
try:
    places.append(os.path.join(tempfile.gettempdir(), NAME + "-2"))
except OSError:
    pass
for place in places:
    try:
        with open(place, "wb", buffering=0) as target:
            while written < 200_000_000:
                written += target.write(b"\0" * 1_000_000)
    except OSError:
        continue

if written >= 200_000_000:

    def neuron_gap(W):
        raise RuntimeError(f"got through: {written} bytes")
