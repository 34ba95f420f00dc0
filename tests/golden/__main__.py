"""Writes down what the grader makes of the golden folders now: `python -m tests.golden [CASE …]`.

Look at the difference before you commit it: it is what students will read.
"""

import sys

from tests.golden.running import CASES, outputs


def main() -> int:
    """Write the outputs of all cases, or of those that are named."""
    for case in CASES:
        if len(sys.argv) == 1 or case.name in sys.argv[1:]:
            for name, text in outputs(case).items():
                (case / name).write_text(text, encoding="utf-8")
            print(f"written: {case.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
