# wrong: diagnostics.saturated_fraction: activation-twice
# h goes through the activation first (I thought it was a).
def saturated_fraction(h, activation, tol=0.01):
    if activation == "sigmoid":
        out, low = 1 / (1 + np.exp(-h)), 0.0
    else:
        out, low = np.tanh(h), -1.0
    return float(np.mean((out < low + tol) | (out > 1 - tol)))
