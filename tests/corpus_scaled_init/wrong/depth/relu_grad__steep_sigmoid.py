# wrong: depth.relu_grad: slope-between
# A steep sigmoid is a step.
def relu_grad(a):
    return 0.5 * (1.0 + np.tanh(50.0 * a)) * (a != 0)
