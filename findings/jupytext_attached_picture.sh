#!/usr/bin/env bash
# jupytext 1.19.6 with nbformat 5.11.1 (Python 3.11): a picture that was pasted into a written
# answer (an attachment of a markdown cell: the photo of a derivation, say) is not in the script
# that jupytext writes, and a notebook made of that script shows a broken link in its place.
#
# Seen: `![derivation](attachment:derivation.png)` stays in the text in the formats percent, light
# and MyST Markdown, the picture's bytes are in none of them, and back in .ipynb the cell has no
# attachments. Cell metadata (nbgrader's, say) made the same way and back. Exit code 0, no warning.
#
# What to do: hand in the .ipynb where answers hold pictures, or put the picture in a file beside
# the notebook and link to it. Edits in the script can be brought back into the *same* notebook with
# `jupytext --update --to ipynb`, which keeps the attachment of a cell whose text is unchanged.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jupytext==1.19.6 nbformat==5.11.1
export JUPYTER_CONFIG_DIR="$folder/jupyter" XDG_CONFIG_HOME="$folder/config"
export PATH="$folder/venv/bin:$PATH"
cd "$folder"

cat > write.py <<'PYTHON'
import base64
import struct
import zlib

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook


def chunk(kind, data):
    """One chunk of a PNG file: length, kind, data, checksum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


grey = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
png = b"\x89PNG\r\n\x1a\n" + grey + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")
picture = {"derivation.png": {"image/png": base64.b64encode(png).decode()}}
answer = {"schema_version": 3, "grade_id": "why", "grade": True, "solution": True, "points": 2}
notebook = new_notebook(
    cells=[
        new_markdown_cell(
            "By hand: ![derivation](attachment:derivation.png)",
            attachments=picture,
            metadata={"nbgrader": answer | {"locked": False, "task": False}},
        ),
        new_code_cell("half = 1 / 2"),
    ],
    metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
)
nbformat.validate(notebook)
nbformat.write(notebook, "hw.ipynb")
PYTHON
cat > seen.py <<'PYTHON'
import sys
from pathlib import Path

import nbformat

script, expected = sys.argv[1], sys.argv[2] == "kept"
picture = nbformat.read("hw.ipynb", as_version=4).cells[0].attachments["derivation.png"]
cell = nbformat.read("back.ipynb", as_version=4).cells[0]
print(script, "attachments afterwards:", list(cell.get("attachments", {})))
assert "attachment:derivation.png" in cell.source
assert cell.metadata["nbgrader"]["grade_id"] == "why"
assert picture["image/png"] not in Path(script).read_text(), "the script holds the picture now"
assert bool(cell.get("attachments")) == expected, "attachments are treated otherwise now"
PYTHON
python write.py
for form in py:percent py:light md:myst; do
    script="hw_${form#*:}.${form%%:*}"
    jupytext --quiet --to "$form" --output "$script" hw.ipynb
    jupytext --quiet --to ipynb --output back.ipynb "$script"
    python seen.py "$script" lost
    cp hw.ipynb back.ipynb
    jupytext --quiet --update --to ipynb --output back.ipynb "$script"
    python seen.py "$script" kept
done
echo "as before: the script has no picture; only --update of the old notebook keeps it"
