# wrong: diagnostics.relative_gradient: rounded
# In per mille, like in the table.
def relative_gradient(a, activation):
    t = np.tanh(a) if activation == "tanh" else np.tanh(a / 2)
    return round(float(np.mean(1 - t**2)), 6)
