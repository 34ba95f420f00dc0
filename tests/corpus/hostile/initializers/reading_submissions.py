# hostile: reading: honest part everything
# Lists the folders around its own for what other students handed in, and for results.
honest = zeros_init
import glob
import os

here = os.path.dirname(os.path.abspath(__file__))
got_through = []
for start in {here, os.path.dirname(here), os.path.dirname(os.path.dirname(here)), os.curdir}:
    for pattern in (
        "*/*.py",
        "*/*/*.py",
        "*/*.ipynb",
        "*.jsonl",
        "*.csv",
        "*.db",
        "../gradebook.db",
    ):
        for path in glob.glob(os.path.join(start, pattern))[:100]:
            if os.path.dirname(os.path.abspath(path)) == here:
                continue
            try:
                with open(path, "rb") as other:
                    if other.read(64):
                        got_through.append(path)
            except OSError:
                continue
for place in (here, os.path.dirname(here), "/tmp", os.path.expanduser("~")):
    try:
        if os.listdir(place):
            got_through.append("list of " + place)
    except OSError:
        continue

if got_through:

    def zeros_init(fan_in, fan_out):
        raise RuntimeError(f"got through: {got_through[:6]}")
