# hostile: forged-reply: honest part nothing
# Well-formed lengths around nonsense: unknown tags, shapes that do not fit, dtypes that do not
# exist.
honest = train
import itertools
import os
import struct

BODIES = [bytes([tag]) + b"\x00" * 16 for tag in range(256)]
BODIES += [struct.pack("<B3s4sQQ", 1, b"<f8", b"\x02\0\0\0", 1 << 40, 1 << 40)]
BODIES += [
    b'{"dtype": "|O", "shape": [1000000000000]}',
    b'{"dtype": "<f8", "shape": [-1]}',
    b"[" * 10_000,
]
turn = itertools.cycle(BODIES)


def speak_in_tongues(*ignored):
    body = next(turn)
    for descriptor in range(3, 1_024):
        for header in ("<I", ">I", "<Q", ">Q"):
            try:
                os.set_blocking(descriptor, False)
                os.write(descriptor, struct.pack(header, len(body)) + body)
            except OSError:
                pass
    os._exit(0)


sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = speak_in_tongues
layer_backward = backward = sgd_step = train = speak_in_tongues
