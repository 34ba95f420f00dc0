# hostile: odd-arrays: honest part nothing
# Returns what numpy has besides floats: records, metadata, dates, text, raw memory, long doubles,
# complex.
honest = neuron_gap
import itertools

records = np.dtype([("x\x1b[31m", "<f8"), ("nested", [("y", "O")], (2, 2))])
tagged = np.dtype("<f8", metadata={"__reduce__": print, "size": "x" * 1_000_000})
odd = itertools.cycle(
    (
        np.zeros((), dtype=records),
        np.array(["NaT"], dtype="M8[as]"),
        np.array("1.0"),
        np.array(b"\0" * 8, dtype="V8"),
        np.complex128(complex("nan+infj")),
        np.array(2.0, dtype=">f8"),
        np.zeros((0, 10**9)),
        np.ones((1,) * 32),
        np.float64("nan"),
        np.array(7.0, dtype=tagged),
        memoryview(b"1.0"),
        range(10**12),
    )
)


def neuron_gap(W):
    return next(odd)


def saturated_fraction(h, activation, tol=0.01):
    return next(odd)


def relative_gradient(a, activation):
    return next(odd)


PREDICTIONS = np.zeros(8, dtype=records)
