# hostile: forged-reply: honest part nothing
# Sends one byte every tenth of a second: a time limit that starts again with each byte never ends.
honest = train
import os
import time


def trickle(*ignored):
    writable = []
    for descriptor in range(3, 1_024):
        try:
            os.write(descriptor, b"\x40")
            writable.append(descriptor)
        except OSError:
            pass
    while True:
        time.sleep(0.1)
        for descriptor in writable:
            try:
                os.write(descriptor, b"\x00")
            except OSError:
                pass


sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = None
train = trickle
