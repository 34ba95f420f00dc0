# wrong: diagnostics.saturated_fraction: pre-activation-threshold
# A neuron is saturated when |a| > 4.
def saturated_fraction(h, activation, tol=0.01):
    return np.mean(np.abs(h) > 4)
