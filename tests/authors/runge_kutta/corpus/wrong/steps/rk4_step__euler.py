# wrong: steps.rk4_step:
def rk4_step(A, y, h):
    return y + h * (A @ y)
