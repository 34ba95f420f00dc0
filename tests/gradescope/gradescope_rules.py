"""Gradescope's published rules for results.json, as a check.

Written from "Autograder Specifications": sections Output format, Controlling test case visibility,
Controlling standard output visibility, Test case status, Output string formatting, Leaderboards.
"""

import json
from typing import Any

VISIBILITIES = {"hidden", "after_due_date", "after_published", "visible"}
FORMATS = {"text", "html", "simple_format", "md", "ansi"}
NUMBER, TEXT, LIST, OBJECT = (int, float), str, list, dict
TOP: dict[str, Any] = {
    "score": NUMBER,
    "execution_time": NUMBER,
    "output": TEXT,
    "output_format": FORMATS,
    "test_output_format": FORMATS,
    "test_name_format": FORMATS,
    "visibility": VISIBILITIES,
    "stdout_visibility": VISIBILITIES,
    "extra_data": OBJECT,
    "tests": LIST,
    "leaderboard": LIST,
}
TEST: dict[str, Any] = {
    "score": NUMBER,
    "max_score": NUMBER,
    "status": {"passed", "failed"},
    "name": TEXT,
    "name_format": FORMATS,
    "number": TEXT,
    "output": TEXT,
    "output_format": FORMATS,
    "tags": LIST,
    "visibility": VISIBILITIES,
    "extra_data": OBJECT,
}


def problems(data: bytes) -> list[str]:
    """Where the bytes of a results.json break the rules; empty if nowhere."""
    try:
        record = json.loads(data.decode("utf-8"), parse_constant=lambda name: [][name])
    except (ValueError, TypeError) as error:
        return [f"not JSON: {error}"]
    if not isinstance(record, dict):
        return ["not an object"]
    found = _against(record, TOP, "")
    tests = record.get("tests", [])
    for place, test in enumerate(tests if isinstance(tests, list) else []):
        found += _against(test, TEST, f"tests[{place}].")
        tags = test.get("tags", [])
        found += [] if all(isinstance(tag, str) for tag in tags) else [f"tests[{place}].tags"]
    if "score" not in record and not (tests and all("score" in test for test in tests)):
        found.append("a score is required at the top or on every test")
    return found


def _against(record: dict[str, Any], rules: dict[str, Any], where: str) -> list[str]:
    found = [f"{where}{name} is unknown" for name in record if name not in rules]
    for name, value in record.items():
        rule = rules.get(name, object)
        fits = value in rule if isinstance(rule, set) else isinstance(value, rule)
        if not fits or (rule is NUMBER and isinstance(value, bool)):
            found.append(f"{where}{name}: {value!r}")
    return found
