# hostile: forged-reply: honest part nothing
# Announces a reply of 4 GiB, of 2^63 bytes and of minus one byte: who believes the header
# allocates that.
honest = zeros_init
import os


def announce(*ignored):
    for descriptor in range(1_024):
        for header in (b"\xff" * 4, b"\xff" * 8, b"\x7f" + b"\xff" * 7, b"\xff" * 7 + b"\x7f"):
            try:
                os.set_blocking(descriptor, False)
                os.write(descriptor, header)
            except OSError:
                pass
    return np.ones((1, 1))


zeros_init = constant_init = normal_init = init_params = announce
