# right: columns are examples inside
def layer_forward(h_prev, W, b):
    return (W.T @ h_prev.T + b[:, None]).T
