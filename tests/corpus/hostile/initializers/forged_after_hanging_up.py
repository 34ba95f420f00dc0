# hostile: forged-reply: honest part nothing
# Writes a reply, shuts down and closes the line, and goes on running.
honest = zeros_init
import os
import socket
import time


def hang_up(*ignored):
    for descriptor in range(3, 1_024):
        try:
            os.write(descriptor, b"\x02\x00\x00\x00ok")
            socket.socket(fileno=os.dup(descriptor)).shutdown(socket.SHUT_WR)
        except OSError:
            pass
        try:
            os.close(descriptor)
        except OSError:
            pass
    time.sleep(1_000_000)


constant_init = normal_init = init_params = None
zeros_init = hang_up
