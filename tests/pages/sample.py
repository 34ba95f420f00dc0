"""A small class for the pages: real reports, and one that is hostile in every field."""

import json
from dataclasses import replace
from pathlib import Path

from autograder.grading.submission import grade
from autograder.messages import Message
from autograder.model import SEE_NOTES, CheckResult, Note, Outcome, Report, Status
from autograder.notes import NO_FILE
from tests.corpora import as_scripts, right_texts

# Each of these does something that a test would see, if it were ever more than text.
HOSTILE = (
    "<script>window.pwned=1</script><img src=x onerror='window.pwned=2'>"
    "\"'><svg onload=window.pwned=3></title></style></textarea><a href=javascript:pwned>{{7*7}}"
)
NAMES = {
    "right": "anna.berg",
    "wrong": "Bilal Ömer",
    "markup": "<img src=x onerror=window.pwned=4>",
    "formula": "=cmd|' /C calc'!A0",
    "turned": "\u202etxt.exe",
    "path": "..",
}
WRONG = {
    "right": {},
    "wrong": {
        "backprop": "def sigmoid_grad(a):\n    s = sigmoid(a)\n    return s * (1 + s)\n",
        "diagnostics": "PREDICTIONS = dict.fromkeys(PREDICTIONS, True)\n",
    },
    "markup": {
        "backprop": f"def sigmoid(a):\n    # {HOSTILE}\n    print({HOSTILE!r})\n"
        f"    raise ValueError({HOSTILE!r})\n"
    },
    "formula": {"initializers": "del normal_init\n"},
    "turned": {"diagnostics": "def neuron_gap(W):\n    return 0.0\n"},
    "path": {"backprop": "def train(*args):\n    return []\n"},
}


def submissions(folder: Path) -> None:
    """Write everybody's files, but for the name that is no folder's."""
    for key, name in NAMES.items():
        if key != "path":
            (folder / name / "weight_init").mkdir(parents=True)
            for file, data in _files(key).items():
                (folder / name / "weight_init" / file).write_bytes(data)


def _files(key: str) -> dict[str, bytes]:
    texts = right_texts()
    for exercise, text in WRONG[key].items():
        texts[exercise] += "\n\n" + text
    return as_scripts(texts)


def reports(folder: Path) -> list[Report]:
    """Grade everybody, and add reports that no honest grader would write."""
    graded = []
    for key, name in NAMES.items():
        whose = NAMES["right"] if key == "path" else name
        graded.append(replace(grade(folder / whose), student=name))
    hostile = CheckResult(
        HOSTILE,
        HOSTILE,
        HOSTILE,
        1.0,
        0.5,
        Outcome.FAILED,
        Message(observed=HOSTILE, expected=f"\n{HOSTILE}"),
        HOSTILE,
    )
    broken = replace(
        graded[0].checks[0], outcome=Outcome.BROKEN, said=Message(observed="our mistake")
    )
    return [
        *graded,
        Report(
            HOSTILE,
            "weight_init",
            Status.GRADED,
            0,
            HOSTILE,
            notes=(Note("other", HOSTILE, SEE_NOTES),),
            checks=(hostile,),
        ),
        replace(graded[0], student="z-broken", checks=(broken, *graded[0].checks[1:])),
        Report("nothing", "weight_init", Status.EMPTY, 0, "1", notes=(NO_FILE(),)),
    ]


def write(folder: Path, records: list[Report]) -> None:
    """`results.jsonl` as `autograder grade` writes it."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [json.dumps(report.to_dict(), ensure_ascii=False) + "\n" for report in records]
    (folder / "results.jsonl").write_bytes("".join(lines).encode())
