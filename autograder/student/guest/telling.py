"""What student code prints and raises, kept short and told in plain values."""

import io
import os
from typing import Any

from .loading import said
from .values import MAX_BASES, MAX_FRAMES, type_name

MAX_PRINTED = 4_000  # characters kept of what one call prints
_HERE = __file__.rpartition("telling.py")[0]
_LIBRARY = os.path.dirname(os.__file__) + os.sep


class Printed(io.TextIOBase):
    """Keeps the first characters that are written to it and forgets the rest."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.left = MAX_PRINTED

    def write(self, text: str) -> int:
        if self.left > 0:
            self.parts.append(str(text)[: self.left])
            self.left -= len(self.parts[-1])
        return len(text)

    def writable(self) -> bool:
        return True

    def take(self) -> str:
        """What was written since the last time."""
        text = "".join(self.parts)
        self.parts, self.left = [], MAX_PRINTED
        return text


def raised(error: BaseException) -> dict[str, Any]:
    """An exception: its type, its bases, its text and the student's own frames."""
    frames = []
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if not is_elsewhere(file):
            frames.append([file, trace.tb_lineno or 0, trace.tb_frame.f_code.co_name])
        trace = trace.tb_next
    return {
        "type": type_name(error),
        "bases": [str(base.__name__) for base in type(error).__mro__[1:-2]][:MAX_BASES],
        "text": said(error),
        "frames": frames[-MAX_FRAMES:],
    }


def is_elsewhere(file: str) -> bool:
    """Whether code is of the harness, of Python or of a package, which may call itself so often
    that no frame of the student's would be among the last."""
    return file.startswith((_HERE, _LIBRARY)) or "/numpy/" in file.replace("\\", "/")
