# wrong: backprop.tanh_grad: approximated
# 1 near zero, 0 where it is flat, a line in between.
def tanh_grad(a):
    return np.clip(1.5 - np.abs(a), 0, 1)
