# hostile: exit: honest part all but diagnostics.neuron_gap
# Returns a number that ends the process as soon as somebody looks at it.
honest = neuron_gap
import os


def leave(*ignored):
    os._exit(0)


class Fatal:
    __float__ = __bool__ = __index__ = __int__ = __eq__ = __lt__ = __gt__ = __sub__ = leave
    __rsub__ = __abs__ = __repr__ = __str__ = __format__ = __iter__ = __len__ = leave
    __array__ = __reduce_ex__ = __deepcopy__ = __hash__ = __complex__ = leave


def neuron_gap(W):
    return Fatal()
