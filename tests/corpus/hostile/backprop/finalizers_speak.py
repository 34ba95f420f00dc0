# hostile: finalizers: honest part nothing
# Results with finalizers that write to the line, change results and leave, whenever they are
# released.
honest = train
import os
import weakref


def speak():
    for descriptor in range(3, 1_024):
        try:
            os.set_blocking(descriptor, False)
            os.write(descriptor, b"\x08\x00\x00\x00released")
        except OSError:
            continue


class Parting(np.ndarray):
    def __array_finalize__(self, origin):
        weakref.finalize(self, speak)

    def __del__(self):
        speak()


def part(*ignored):
    return np.ones((2, 2)).view(Parting)


sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = part
layer_backward = backward = sgd_step = train = part
