"""A hand-in of our own, run in the warm parent before it forks.

Python makes code faster while it runs and NumPy finishes what it left undone at import, in each
process anew. What has been done before the fork is done for every child.
"""

import json
import linecache
import marshal
import sys
from typing import Any

import numpy as np

from .arguments import packed
from .encoding import encode
from .session import Session
from .values import Described
from .wire import PROGRAM_VERSION, Load, Run, frame, message_bytes, message_of

TIMES = 12  # the interpreter specialises code that has run about eight times
SCRIPT = '''
import numpy as np


def product(x, W, b=0.0):
    """Some of what any exercise does."""
    z = np.matmul(x, W) + b
    with np.errstate(all="ignore"):
        h = np.where(z < 0, np.exp(-np.abs(z)), np.tanh(z)) / (1.0 + np.sqrt(np.abs(z)))
    return {"h": h, "all": [z, h.copy(), np.zeros_like(h)], "sum": float(h.sum(axis=0).mean())}


def drawn(fan_in, fan_out, rng):
    return rng.normal(0.0, 1.0, size=(fan_in, fan_out))
'''
NAMES = ["product", "drawn"]


def rehearse() -> None:
    """Load the hand-in in both forms and run programs on it, and leave no trace in the process."""
    kept = sys.modules["__main__"]
    try:
        for _ in range(TIMES):
            _rehearse_once()
    finally:
        sys.modules["__main__"] = kept
        sys.modules.pop("rehearsal", None)
        linecache.clearcache()


def _rehearse_once() -> None:
    session = Session(lambda name, args: None, lambda number: None)
    cells = [{"cell_type": "code", "source": part} for part in SCRIPT.split("\n\n\n")]
    notebook = json.dumps({"cells": cells, "nbformat": 4, "nbformat_minor": 5}).encode()
    for name, data in (("rehearsal.ipynb", notebook), ("rehearsal.py", SCRIPT.encode())):
        _answer(session, Load("rehearsal", name, data, NAMES))
    _answer(session, Run([_program(), _program()]))


def _answer(session: Session, request: Any) -> None:
    frame(session.handle(message_of(message_bytes(request))))


def _program() -> bytes:
    x, W, b = np.ones((4, 3)), np.ones((3, 2), order="F"), np.zeros(2)
    rng = Described("generator", {"seed": 1, "name": "rng"})
    earlier = Described("result", {"step": 0, "path": ["all", 0]})
    steps = [
        ["product", packed([x, W, b])],
        ["product", packed([x, W]), {"options": encode({"b": b}), "watch": "all"}],
        ["product", packed([earlier, np.ones((2, 2))]), {"watch": "alone"}],
        ["drawn", packed([3, 2, rng]), {"seed": 1}],
        ["product", packed([x]), {"send": False}],  # an exception
    ]
    return marshal.dumps(steps, PROGRAM_VERSION)
