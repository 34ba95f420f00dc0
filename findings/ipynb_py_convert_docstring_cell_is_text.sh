#!/usr/bin/env bash
# ipynb-py-convert 0.4.6 and colab-convert 2.0.5, which is made from it (Python 3.11): a code cell
# that begins with a docstring comes back from the script as a text cell, with all of its code.
#
# Expected: the same cells; both are there to edit a notebook as a script in VS Code and to convert
# it back. In the script a text cell is a string in triple quotes, and reading it back takes each
# cell that begins with three quotes for one, whatever follows the string.
#
# Seen: a cell of a docstring and a function is written to the script as it is, which runs. In the
# notebook made of it the cell is Markdown, begins with the docstring's words, and holds the
# function as text; nothing in the notebook defines it. A cell that begins with a comment or an
# import stays code. A text cell that ends with a quotation mark loses the mark. Exit code 0.
#
# Hurts: students who begin a cell with a docstring, as modules do: the notebook they hand in looks
# complete, and the function is not defined when it is graded.
#
# What to do: a comment or the import first; or jupytext, whose percent format marks text cells.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ipynb-py-convert==0.4.6 colab-convert==2.0.5 nbformat==5.11.1
cd "$folder"
export LC_ALL=C.UTF-8 # colab-convert asks for the language

cat > write.py <<'PYTHON'
import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

CODE = '"""Forward pass."""\nimport numpy as np\n\n\ndef relu(a):\n    return np.maximum(a, 0)'
notebook = new_notebook(
    cells=[
        new_code_cell(CODE),
        new_code_cell("# forward pass\n" + CODE),
        new_markdown_cell('The rate is "small"'),
    ],
    metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
)
for cell in notebook.cells:
    del cell["id"]
    cell.metadata.tags = ["answer"]
notebook.nbformat_minor = 4
nbformat.validate(notebook)
nbformat.write(notebook, "lesson.ipynb")
PYTHON
cat > seen.py <<'PYTHON'
import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    cells = json.load(file)["cells"]
seen = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
for kind, source in seen:
    print(f"{kind}: {source!r}")
kinds, (docstring, comment, words) = zip(*seen, strict=True)
assert kinds == ("markdown", "code", "markdown"), "the first cell is code again"
assert docstring.startswith('Forward pass."""\n') and "def relu(a):" in docstring
assert "def relu(a):" in comment and comment.count('"""') == 2
assert words == 'The rate is "small', "the last mark is kept now"
PYTHON
python=$folder/venv/bin/python
"$python" write.py
for converter in ipynb-py-convert colab-convert; do
    echo "$converter"
    "$folder/venv/bin/$converter" lesson.ipynb "$converter.py" > said
    "$python" -c "import ast; ast.parse(open('$converter.py').read())"
    "$folder/venv/bin/$converter" "$converter.py" "$converter.ipynb" > said
    "$python" seen.py "$converter.ipynb"
done
echo "as before: a cell that begins with a docstring comes back as text"
