# hostile: memory: honest part all but diagnostics.neuron_gap
# One list that is asked to hold 6 GB of references in a single step, then again and again by
# halves.
honest = neuron_gap


def neuron_gap(W):
    length = 6_000_000_000 // 8
    held = []
    while length > 1_000_000:
        try:
            held.append([None] * length)
            break
        except MemoryError:
            length //= 2
    return -float(len(held))
