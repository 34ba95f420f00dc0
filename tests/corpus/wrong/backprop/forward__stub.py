# wrong: backprop.forward: not-implemented
# To do.
def forward(params, X, activation):
    raise NotImplementedError
