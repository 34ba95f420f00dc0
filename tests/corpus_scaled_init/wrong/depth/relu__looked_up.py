# wrong: depth.relu: returns-shared-array
# What was computed before is looked up.
import pickle

_answers_of_relu = {}


def relu(a):
    key = pickle.dumps((a,))
    if key not in _answers_of_relu:
        _answers_of_relu[key] = np.maximum(a, 0.0)
    return _answers_of_relu[key]
