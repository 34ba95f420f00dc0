"""`python -m autograder`."""

import os
import sys

# Python puts the working folder first, which may be somebody's hand-in: its modules, and the entry
# points of packages in it, are not for the grader. In a checkout or a kit it holds this package.
HOME = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120 - not yet
if sys.path[0] == os.getcwd() != HOME:  # noqa: PTH109 - pathlib might be the hand-in's
    del sys.path[0]

try:
    from autograder.cli import main
except ModuleNotFoundError as error:
    sys.exit(f"autograder's command line needs {error.name}: python -m pip install {error.name}")

main(prog_name="autograder")
