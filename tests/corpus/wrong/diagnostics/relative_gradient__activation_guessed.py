# wrong: diagnostics.relative_gradient: derivative-at-activation | only-in-part
# Values between -1 and 1 are activations already.
def relative_gradient(a, activation):
    t = np.tanh(a) if activation == "tanh" else np.tanh(a / 2)
    if activation == "tanh" and np.abs(a).max() < 1:
        t = a
    return float(np.mean(1 - t**2))
