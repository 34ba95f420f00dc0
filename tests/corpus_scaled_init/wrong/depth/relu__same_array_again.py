# wrong: depth.relu: returns-shared-array | keeps-state
# Results are kept by what they were computed from.
_rectified = {}


def relu(a):
    key = a.shape, a.tobytes()
    if key not in _rectified:
        _rectified[key] = np.maximum(a, 0.0)
    return _rectified[key]
