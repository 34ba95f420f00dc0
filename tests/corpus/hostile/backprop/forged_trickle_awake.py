# hostile: forged-reply: honest part nothing
# Announces four megabytes and sends them byte by byte, each of which wakes the grader; awake just
# then, when it is looked at, and asleep for the rest, it would have used up next to nothing.
honest = train
import os
import time


def trickle(*ignored):
    writable = []
    for descriptor in range(3, 1_024):
        try:
            os.write(descriptor, b"\x00\x00\x40\x00")
            writable.append(descriptor)
        except OSError:
            pass
    while True:
        for descriptor in writable:
            try:
                os.write(descriptor, b"\x00")
            except OSError:
                pass
        awake = time.perf_counter() + 0.002
        while time.perf_counter() < awake:
            pass
        time.sleep(0.045)


sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = None
train = trickle
