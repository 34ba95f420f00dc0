# hostile: descriptors: honest part nothing
# Closes all descriptors, known and unknown, while the file is being read, and again in every call.
honest = sigmoid
import os


def close_all(*ignored):
    os.closerange(0, 65_536)
    raise RuntimeError("nothing left to answer with")


sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = close_all
layer_backward = backward = sgd_step = train = close_all
os.closerange(3, 65_536)
