# right: layers sorted by the numbers in their names
def forward_deep(params, X, activation):
    import re

    numbers = sorted(int(re.sub(r"\D", "", key)) for key in params if key[0] == "W")
    f = dict(linear=lambda z: z, tanh=np.tanh, relu=relu)[activation]
    a, h = [], [X]
    for number in numbers:
        a += [h[-1].dot(params[f"W{number}"]) + params[f"b{number}"]]
        h += [f(a[-1])]
    return a, h
