# right: recursion from the last layer
def forward(params, X, activation):
    def up_to(l):
        if l == 0:
            return (), (X,)
        a, h = up_to(l - 1)
        z = layer_forward(h[-1], params[f"W{l}"], params[f"b{l}"])
        last = f"W{l + 1}" not in params
        return a + (z,), h + (z if last else {"sigmoid": sigmoid, "tanh": np.tanh}[activation](z),)

    l = 1
    while f"W{l + 1}" in params:
        l += 1
    return up_to(l)
