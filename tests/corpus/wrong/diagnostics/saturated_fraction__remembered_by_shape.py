# wrong: diagnostics.saturated_fraction: keeps-state | only-in-part
# Counting once a layer is enough.
_SHARES = {}


def saturated_fraction(h, activation, tol=0.01):
    key = (h.shape, activation, tol)
    if key not in _SHARES:
        low = 0.0 if activation == "sigmoid" else -1.0
        _SHARES[key] = float(np.mean((h - low < tol) | (1.0 - h < tol)))
    return _SHARES[key]
