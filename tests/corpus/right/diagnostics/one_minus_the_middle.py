# right: counts what is not saturated and takes it from one
def saturated_fraction(h, act, tol=0.01):
    lower = -1 if act == "tanh" else 0
    alive = (h > lower + tol) & (h < 1 - tol)
    return 1 - alive.sum() / alive.size
