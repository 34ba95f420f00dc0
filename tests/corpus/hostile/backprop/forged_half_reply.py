# hostile: forged-reply: honest part nothing
# Writes the first half of a reply to every descriptor and never the second: the reader waits in
# mid-frame.
honest = train
import os
import time


def half(*ignored):
    for descriptor in range(1_024):
        try:
            os.set_blocking(descriptor, False)
            os.write(descriptor, (1_000).to_bytes(4, "little") + b"half of it")
        except OSError:
            pass
    time.sleep(1_000_000)


sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = None
train = half
