# hostile: forged-reply: honest part nothing
# Walks up the stack and calls whatever there can send, write, reply or encode, with results of
# its own.
honest = neuron_gap
import sys

WORDS = ("send", "write", "reply", "answer", "encode", "dump", "pack", "result", "respond", "put")
PRAISE = ({"ok": True, "result": 1.0}, "passed", 1.0, b"\x01\x00\x00\x00\x01", True, [], None)


def candidates():
    frame = sys._getframe(1)
    while frame is not None:
        for scope in (frame.f_globals, frame.f_locals):
            for name, value in list(scope.items()):
                yield name, value
                for attribute in dir(value) if not name.startswith("__") else ():
                    yield attribute, getattr(value, attribute, None)
        frame = frame.f_back


def borrow(*ignored):
    for name, value in candidates():
        if callable(value) and any(word in name.lower() for word in WORDS):
            for praise in PRAISE:
                try:
                    value(praise)
                except BaseException:
                    pass
    return -1.0


neuron_gap = saturated_fraction = relative_gradient = borrow
PREDICTIONS = {}
