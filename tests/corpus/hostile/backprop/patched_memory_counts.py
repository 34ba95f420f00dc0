# hostile: patched-modules: honest part all but backprop.backward
# Complex steps in all parameters at once: no line of them is repeated, and the memory that they take
# is counted as none. Far out the exponential overflows, which costs it a point of its own.
backward
import tracemalloc

tracemalloc.get_traced_memory = lambda: (0, 0)


def backward(params, a, h, y, activation):
    count = sum(value.size for value in params.values())
    rows, at = h[0][None].astype(complex), 0
    for layer in range(1, len(a) + 1):
        stepped = []
        for name in (f"W{layer}", f"b{layer}"):
            value = params[name]
            copies = np.repeat(value[None].astype(complex), count, axis=0)
            entries = np.arange(value.size)
            copies.reshape(count, -1)[at + entries, entries] += 1e-30j
            stepped.append(copies)
            at += value.size
        rows = rows @ stepped[0] + stepped[1][:, None, :]
        if layer < len(a):
            rows = np.tanh(rows) if activation == "tanh" else 1 / (1 + np.exp(-rows))
    slopes = ((rows - y) ** 2).sum(axis=(1, 2)).imag / 2e-30 / len(y)
    gradients, at = {}, 0
    for layer in range(1, len(a) + 1):
        for name in (f"W{layer}", f"b{layer}"):
            size = params[name].size
            gradients[name] = slopes[at : at + size].reshape(params[name].shape)
            at += size
    return gradients
