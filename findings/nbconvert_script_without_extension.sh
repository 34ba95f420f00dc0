#!/usr/bin/env bash
# nbconvert 7.17.2 with nbformat 5.11.1 (Python 3.11): `--to script` turns a valid Python notebook
# into a .txt file that is no Python when its `language_info` says "python" but has neither
# `file_extension` nor `nbconvert_exporter`. Jupyter adds these on the first save after a kernel
# has run; notebooks that were generated and never opened (a released assignment, say) lack them.
#
# Seen: lesson.ipynb becomes lesson.txt, with `%matplotlib inline` left raw, and the exit code is 0.
# With `file_extension` alone it is lesson.py and still holds the raw magic; with both it is
# lesson.py and the magic is a call of get_ipython(). So of the two it is the exporter's name that
# decides whether the script compiles.
#
# What to do: convert with `--to python` instead of `--to script`; who generates notebooks writes
# both keys into `language_info`.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nbconvert==7.17.2 nbformat==5.11.1 ipython==9.10.0
export JUPYTER_CONFIG_DIR="$folder/jupyter" JUPYTER_DATA_DIR="$folder/data" IPYTHONDIR="$folder/ipython"
cd "$folder"

cat > write.py <<'PYTHON'
import nbformat
from nbformat.v4 import new_code_cell, new_notebook

more = {"file_extension": ".py", "nbconvert_exporter": "python"}
for name, keys in (("lesson", ()), ("extension", ("file_extension",)), ("both", tuple(more))):
    notebook = new_notebook(
        cells=[new_code_cell("%matplotlib inline\nimport math"), new_code_cell("half = 1 / 2")],
        metadata={"language_info": {"name": "python"} | {key: more[key] for key in keys}},
    )
    nbformat.validate(notebook)
    nbformat.write(notebook, f"{name}.ipynb")
PYTHON
cat > seen.py <<'PYTHON'
from pathlib import Path

raw = "%matplotlib inline"
lines = {path.name: raw in path.read_text().splitlines() for path in Path("scripts").iterdir()}
print("scripts, and whether the magic is raw:", lines)
assert lines == {"lesson.txt": True, "extension.py": True, "both.py": False}, "it differs now"
assert "get_ipython().run_line_magic" in Path("scripts/both.py").read_text()
assert Path("python/lesson.py").is_file()
compile(Path("python/lesson.py").read_text(), "lesson.py", "exec")
PYTHON
"$folder/venv/bin/python" write.py
for name in lesson extension both; do
    "$folder/venv/bin/jupyter-nbconvert" --log-level=ERROR --to script --output-dir scripts "$name.ipynb"
done
"$folder/venv/bin/jupyter-nbconvert" --log-level=ERROR --to python --output-dir python lesson.ipynb
"$folder/venv/bin/python" seen.py
echo "as before: --to script writes lesson.txt with a raw magic, --to python a lesson.py"
