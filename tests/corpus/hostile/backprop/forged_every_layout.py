# hostile: forged-reply: honest part nothing
# Answers every call on every descriptor, in all the framings it can think of, before and after
# the real reply.
honest = train
import json
import os
import random
import struct

guess = random.Random(7)


def payloads():
    yield json.dumps({"ok": True, "outcome": "passed", "earned": 100.0, "result": 1.0}).encode()
    yield json.dumps({"id": guess.randrange(100), "result": [[0.0]], "error": None}).encode()
    yield (
        b"\x93NUMPY\x01\x00v\x00{'descr': '<f8', 'fortran_order': False, 'shape': (), }\n"
        + bytes(8)
    )
    yield b"\x82\xa2ok\xc3\xa6result\xcb" + struct.pack(">d", 1.0)
    yield b"R" + struct.pack("<BB2Q", 2, 2, 1, 1) + struct.pack("<d", 1.0)
    yield guess.randbytes(64)
    yield b""


def forge(*ignored):
    for descriptor in range(1_024):
        for body in payloads():
            for header in ("<I", ">I", "<Q", ">Q", "<H", ">H", "B"):
                try:
                    os.set_blocking(descriptor, False)
                    os.write(descriptor, struct.pack(header, len(body)) + body)
                except (OSError, struct.error):
                    pass
    return np.ones((2, 2))


sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = forge
layer_backward = backward = sgd_step = train = forge
