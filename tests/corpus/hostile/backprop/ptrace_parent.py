# hostile: ptrace: honest part everything
# Attaches to its parent, reads the parent's memory, and copies the parent's descriptors.
honest = sigmoid
import ctypes
import os
import platform

libc = ctypes.CDLL(None, use_errno=True)
parent = os.getppid()
got_through = []
local = ctypes.create_string_buffer(8)


class Range(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


def attempt(what, act):
    try:
        if act() >= 0:
            got_through.append(what)
    except BaseException:
        pass


def read_remote():
    here = Range(ctypes.addressof(local), 8)
    there = Range(id(None), 8)
    return libc.process_vm_readv(parent, ctypes.byref(here), 1, ctypes.byref(there), 1, 0)


def steal_descriptor():
    handle = os.pidfd_open(parent)
    return libc.syscall(438, handle, 0, 0)


def memory(flags):
    descriptor = os.open(f"/proc/{parent}/mem", flags)
    return len(os.pread(descriptor, 8, id(None))) if flags == os.O_RDONLY else descriptor


PTRACE_SEIZE = 0x4206
if parent > 1:
    attempt("seize", lambda: libc.ptrace(PTRACE_SEIZE, parent, None, None))
    attempt("process_vm_readv", read_remote)
    attempt("pidfd_getfd", steal_descriptor)
    attempt("read memory", lambda: memory(os.O_RDONLY))
    attempt("write memory", lambda: memory(os.O_RDWR))
    if platform.machine() == "x86_64":
        attempt("kcmp", lambda: libc.syscall(312, parent, os.getpid(), 0, 0, 0))

if got_through:

    def sigmoid(a):
        raise RuntimeError(f"got through: {got_through}")
