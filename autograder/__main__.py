"""`python -m autograder`."""

import sys

try:
    from autograder.cli import main
except ModuleNotFoundError as error:
    sys.exit(f"autograder's command line needs {error.name}: python -m pip install {error.name}")

main(prog_name="autograder")
