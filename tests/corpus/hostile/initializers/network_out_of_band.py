# hostile: network: honest part everything
# Sends an urgent byte over a pair of sockets of its own, and asks for one: few programs ever do, so
# the kernel's code for it is less tried than that for all other bytes.
zeros_init
import socket

_through = []
_here, _there = socket.socketpair()
for _what in ("send", "receive"):
    try:
        if _what == "send":
            _here.send(b"x", socket.MSG_OOB)
        else:
            _there.recv(1, socket.MSG_OOB)
    except PermissionError:
        pass
    except OSError:  # the kernel has looked at it
        _through.append(_what)
    else:
        _through.append(_what)
_here.send(b"y")  # what is ordinary works
if _there.recv(1) != b"y":
    _through.append("another byte")
_here.close()
_there.close()
_zeros = zeros_init


def zeros_init(fan_in, fan_out):
    if _through:
        raise ValueError(f"got through: {_through}")
    return _zeros(fan_in, fan_out)
