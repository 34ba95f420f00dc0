# hostile: hang: honest part all but initializers.zeros_init
# Keeps LAPACK busy with eigenvalues that nobody asked for.
honest = zeros_init
import numpy


def zeros_init(fan_in, fan_out):
    matrix = numpy.random.default_rng(0).normal(size=(2_500, 2_500))
    while True:
        matrix = numpy.linalg.eigvals(matrix + matrix.T).real * matrix
