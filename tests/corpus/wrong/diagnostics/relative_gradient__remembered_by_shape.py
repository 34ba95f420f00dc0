# wrong: diagnostics.relative_gradient: keeps-state | only-in-part
# The layer has been measured.
_MEASURED = {}


def relative_gradient(a, activation):
    if (a.shape, activation) not in _MEASURED:
        t = np.tanh(a) if activation == "tanh" else np.tanh(a / 2)
        _MEASURED[a.shape, activation] = float(np.mean(1 - t**2))
    return _MEASURED[a.shape, activation]
