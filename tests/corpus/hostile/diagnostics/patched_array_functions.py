# hostile: patched-numpy: honest part nothing
# Replaces what makes, copies and reads arrays, numpy's own array type and its dtypes included.
honest = neuron_gap


class Impostor:
    dtype, shape, ndim, size, nbytes, itemsize = "float64", (), 0, 1, 8, 8

    def __init__(self, *ignored, **also_ignored):
        pass

    def __getattr__(self, name):
        return lambda *ignored, **also_ignored: Impostor()

    def __float__(self):
        return 1.0

    def __eq__(self, other):
        return True

    __hash__ = None


for name in (
    "array asarray ascontiguousarray asanyarray frombuffer fromiter empty zeros ones full copy "
    "copyto ndarray dtype float64 generic number integer floating save load lib core _core"
).split():
    setattr(np, name, Impostor)

neuron_gap = saturated_fraction = relative_gradient = Impostor
PREDICTIONS = Impostor()
