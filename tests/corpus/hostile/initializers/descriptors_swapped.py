# hostile: descriptors: honest part nothing
# Points every descriptor at a pipe of its own, so that question and answer run in a circle.
honest = zeros_init
import os


def swap(*ignored):
    read_end, write_end = os.pipe()
    for descriptor in range(0, 1_024):
        if descriptor in (read_end, write_end):
            continue
        try:
            os.fstat(descriptor)
            os.dup2(write_end if descriptor % 2 else read_end, descriptor)
        except OSError:
            continue
    return np.ones((1, 1))


zeros_init = constant_init = normal_init = init_params = swap
swap()
