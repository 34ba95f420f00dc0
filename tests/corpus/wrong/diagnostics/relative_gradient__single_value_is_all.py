# wrong: diagnostics.relative_gradient: wrong-at-zero | derivative-missing | only-in-part
# One neuron is always 100 % of itself.
def relative_gradient(a, activation):
    if a.size == 1:
        return 1.0
    t = np.tanh(a) if activation == "tanh" else np.tanh(a / 2)
    return float(np.mean(1 - t**2))
