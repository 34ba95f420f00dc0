# wrong: diagnostics.relative_gradient: changes-its-arguments | only-in-part
# Large layers without a second array.
def relative_gradient(a, activation):
    if activation == "tanh":
        t = np.tanh(a, out=a if a.size > 500 and a.flags.writeable else None)
    else:
        t = np.tanh(a / 2)
    return float(np.mean(1 - t**2))
