# hostile: tracing: honest part nothing
# An audit hook, which can never be removed, that ends the process at the first thing the harness
# does.
honest = train
import os
import sys

sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = train = None
countdown = [20]


def watch(event, arguments):
    countdown[0] -= 1
    if countdown[0] < 0:
        os._exit(0)


sys.addaudithook(watch)
