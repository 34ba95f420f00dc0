# hostile: exceptions: honest part all but diagnostics.saturated_fraction, diagnostics.relative_gradient
# Exception groups a hundred thousand deep and a million wide, and chains of causes that end in
# themselves.
honest = saturated_fraction


def saturated_fraction(h, activation, tol=0.01):
    group = ValueError("inside")
    for level in range(100_000):
        group = ExceptionGroup("outer", [group])
    raise group


def relative_gradient(a, activation):
    first, second = ValueError(1), TypeError(2)
    first.__context__, second.__cause__ = second, first
    second.__context__ = first
    first.__notes__ = [object(), 5, None, "x" * 1_000_000]
    raise first from ExceptionGroup("wide", [first, second] * 500_000)
