"""The JSON Schema of a record, for every test that makes records."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

_FILE = Path(__file__).parents[2] / "autograder/results/record.schema.json"
SCHEMA = json.loads(_FILE.read_text(encoding="utf-8"))
Draft202012Validator.check_schema(SCHEMA)
_VALIDATOR = Draft202012Validator(SCHEMA)


def faults(record: Mapping[str, Any]) -> list[str]:
    """What in a record is not as the schema says."""
    return [f"{error.json_path}: {error.message}" for error in _VALIDATOR.iter_errors(record)]
