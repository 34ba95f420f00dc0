# hostile: ctypes: honest part everything
# Calls the C library directly: commands, files, processes, without one audit event of Python's.
honest = zeros_init
import ctypes
import os

TRACE = "/tmp/autograder-hostile-trace-ctypes_libc"
path = TRACE.encode()
libc = ctypes.CDLL(None, use_errno=True)
libc.fopen.restype = libc.popen.restype = ctypes.c_void_p
got_through = []
if libc.system(b"echo system >> " + path) == 0:
    got_through.append("system")
stream = libc.popen(b"echo popen >> " + path, b"w")
if stream:
    libc.pclose(ctypes.c_void_p(stream))
    got_through.append("popen")
if libc.fopen(path, b"a"):
    got_through.append("fopen")
if libc.creat(path + b"-creat", 0o600) >= 0:
    got_through.append("creat")
if libc.mkdir(path + b"-mkdir", 0o700) == 0:
    got_through.append("mkdir")
if libc.socket(2, 1, 0) >= 0:
    got_through.append("socket")
child = libc.fork()
if child == 0:
    os._exit(0)
if child > 0:
    got_through.append("fork")

if got_through:

    def zeros_init(fan_in, fan_out):
        raise RuntimeError(f"got through: {got_through}")
