# wrong: depth.relu_grad: returns-shared-array
# What was computed before is looked up.
import pickle

_answers_of_relu_grad = {}


def relu_grad(a):
    key = pickle.dumps((a,))
    if key not in _answers_of_relu_grad:
        _answers_of_relu_grad[key] = (a > 0) * 1.0
    return _answers_of_relu_grad[key]
