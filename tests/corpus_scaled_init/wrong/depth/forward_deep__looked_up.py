# wrong: depth.forward_deep: returns-shared-array
# The same network on the same data: what was computed before is looked up.
import pickle

_passed = {}


def forward_deep(params, X, activation):
    key = pickle.dumps((params, X, activation))
    if key not in _passed:
        f = {"linear": np.array, "tanh": np.tanh, "relu": relu}[activation]
        a, h = [], [X]
        for layer in range(1, len(params) // 2 + 1):
            a.append(h[-1] @ params[f"W{layer}"] + params[f"b{layer}"])
            h.append(f(a[-1]))
        _passed[key] = a, h
    return _passed[key]
