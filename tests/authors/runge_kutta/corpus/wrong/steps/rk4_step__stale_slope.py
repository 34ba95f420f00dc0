# wrong: steps.rk4_step:
def rk4_step(A, y, h):
    k1 = A @ y
    k2 = A @ (y + h / 2 * k1)
    k3 = A @ (y + h / 2 * k1)
    k4 = A @ (y + h * k3)
    return y + h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
