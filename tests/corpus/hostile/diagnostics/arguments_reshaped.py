# hostile: arguments: honest part all but diagnostics.neuron_gap, diagnostics.relative_gradient
# Changes its argument in everything but the values: shape, dtype, strides, flags, size.
honest = neuron_gap


def reshape(array):
    for act in (
        lambda: setattr(array.flags, "writeable", True),
        lambda: setattr(array, "shape", (array.size,)),
        lambda: setattr(array, "dtype", "u1"),
        lambda: setattr(array, "strides", (0,) * array.ndim),
        lambda: array.resize((1_000_000,), refcheck=False),
        lambda: array.setflags(write=False),
        lambda: array.fill(0),
    ):
        try:
            act()
        except (ValueError, AttributeError, TypeError):
            continue


def neuron_gap(W):
    reshape(W)
    return -1.0


def relative_gradient(a, activation):
    base = a
    while base is not None:
        if isinstance(base, np.ndarray):
            reshape(base)
        base = getattr(base, "base", None)
    return -1.0
