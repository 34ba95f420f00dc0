# The polynomial in hA, evaluated from its innermost bracket.
def rk4_step(A, y, h):
    z = y
    for k in (4, 3, 2, 1):
        z = y + (h * A) @ z / k
    return z


def order(errors):
    return np.log(errors[-1] / errors[0]) / -np.log(len(errors))
