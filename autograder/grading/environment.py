"""What besides the submission and the checks decides a result: versions, and the lock-down."""

import platform

import numpy as np


def versions() -> dict[str, str]:
    """`python` and `numpy`: their versions, here and in the student processes that start here."""
    return {"python": platform.python_version(), "numpy": np.__version__}


def environment(lockdown: str) -> dict[str, str]:
    """The `environment` of a record.

    Args:
        lockdown: how student code is confined: "kernel", "user" (another user of the system) or
            "process" (a process of its own, and no more).
    """
    return versions() | {"lockdown": lockdown}
