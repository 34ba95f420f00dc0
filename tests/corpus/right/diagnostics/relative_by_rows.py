# right: the mean of means over equally long rows
def relative_gradient(a, activation):
    a = np.atleast_2d(a)
    t = np.tanh(a) if activation == "tanh" else np.tanh(a / 2)
    return (1 - t * t).mean(axis=-1).mean()
