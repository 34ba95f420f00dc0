"""The random generators that a student's functions are given."""

from collections.abc import Mapping
from typing import Any

import numpy as np

_WORD, _STATE = 2**64, 2**128  # how many values a draw and a state may have, in `PCG64`
# PCG64 is the generator of O'Neill (HMC-CS-2014-0905, 2014) called XSL-RR 128/64: its state is
# multiplied by this and added to, and the two halves of it, rotated, are the next 64 bits.
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645


def made(fields: Mapping[str, Any]) -> np.random.Generator:
    """The generator that is described.

    Args:
        fields: its `seed`; `ahead` if it is to be in the state that it has after 2⁶⁴ draws; or
            `begins`, the 64 bits that it is to give first, whatever its seed.
    """
    bits = np.random.PCG64(fields["seed"])
    if fields.get("ahead"):
        bits.advance(_WORD)
    if "begins" in fields:
        state = bits.state
        state["state"]["state"] = _before(fields["begins"], **state["state"])
        bits.state = state
    return np.random.Generator(bits)


def _before(word: int, state: int, inc: int) -> int:
    """The state before one that has the upper half of `state` and gives `word`."""
    upper = state >> 64
    turns = upper >> 58
    turned = (word << turns | word >> (64 - turns)) % _WORD
    following = upper << 64 | (upper ^ turned)
    return (following - inc) * pow(_MULTIPLIER, -1, _STATE) % _STATE
