# hostile: memory: honest part nothing
# Eats all memory in ever smaller bites, up to 6 GB, and holds it: whoever works in this process
# next fails.
honest = train
sigmoid = sigmoid_grad = tanh_grad = layer_forward = forward = None
layer_backward = backward = sgd_step = train = None
hoard, bite = [], 1 << 28
while bite > 16 and sum(map(len, hoard[:64])) < 6_000_000_000:
    try:
        hoard.append(b"x" * bite)
        if len(hoard) > 100_000:
            break
    except MemoryError:
        bite //= 2
