# wrong: diagnostics.relative_gradient: returns-nothing
# print instead of return.
def relative_gradient(a, activation):
    if activation == "sigmoid":
        h = 1 / (1 + np.exp(-a))
        print(np.mean(h * (1 - h)) / 0.25)
    else:
        print(np.mean(1 - np.tanh(a) ** 2))
