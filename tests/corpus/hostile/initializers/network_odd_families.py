# hostile: network: honest part everything
# Tries all address families of the kernel, known by name or not, with every type of socket.
honest = zeros_init
import socket

got_through = []
for family in range(64):
    for kind in (1, 2, 3, 5):
        try:
            socket.socket(family, kind).close()
            got_through.append((family, kind))
        except (OSError, OverflowError):
            continue

if got_through:

    def zeros_init(fan_in, fan_out):
        raise RuntimeError(f"got through: {got_through}")
