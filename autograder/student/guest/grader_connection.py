"""A student process's end of its connection with the grader."""

import os

READ_AHEAD = 65536  # a system call costs more than the bytes that it moves


class GraderConnection:
    """Both directions, on one descriptor (a socket) or on two (pipes).

    Attributes:
        marks: a descriptor for marks, which nobody waits for; -1 where marks go with the rest.
    """

    def __init__(self, source: int, sink: int, marks: int = -1) -> None:
        self.source = source
        self.sink = sink
        self.marks = marks
        self._reader = open(source, "rb", READ_AHEAD, closefd=False)  # noqa: SIM115  # for good

    def read(self, count: int) -> bytes:
        """Exactly `count` bytes; fewer when the grader has hung up."""
        return self._reader.read(count)

    def write(self, data: bytes | bytearray) -> None:
        """All of `data`."""
        view = memoryview(data)
        while view:
            view = view[os.write(self.sink, view) :]
