# hostile: hang: honest part all but diagnostics.neuron_gap
# Returns at once, a float whose every use hangs.
honest = neuron_gap


def hang(*ignored):
    while True:
        pass


class Slow(float):
    __float__ = __bool__ = __index__ = __int__ = __eq__ = __lt__ = __gt__ = __sub__ = hang
    __rsub__ = __abs__ = __repr__ = __str__ = __format__ = __hash__ = __array__ = hang
    __reduce_ex__ = __deepcopy__ = is_integer = as_integer_ratio = hex = hang


def neuron_gap(W):
    return Slow(-1.0)
