# wrong: depth.gradient_through_depth: returns-shared-array
# What was computed before is looked up.
import pickle

_gone_back = {}


def gradient_through_depth(params, X, upstream, activation):
    key = pickle.dumps((params, X, upstream, activation))
    if key not in _gone_back:
        slope = {"linear": np.ones_like, "tanh": lambda z: 1 - np.tanh(z) ** 2, "relu": relu_grad}
        a, _ = forward_deep(params, X, activation)
        sizes, g = np.zeros(len(a)), upstream
        for layer in range(len(a), 0, -1):
            delta = g * slope[activation](a[layer - 1])
            sizes[layer - 1] = np.sqrt(np.mean(delta**2))
            g = delta @ params[f"W{layer}"].T
        _gone_back[key] = sizes
    return _gone_back[key]
