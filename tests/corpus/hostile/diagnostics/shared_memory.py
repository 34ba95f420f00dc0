# hostile: shared-memory: honest part everything
# Leaves memory, queues and semaphores behind that outlive the process, in all of the kernel's
# flavours.
honest = relative_gradient
import ctypes
import multiprocessing.shared_memory
import os

NAME = "autograder-hostile-trace-shared_memory"
KEY, CREATE_EXCLUSIVELY = 0x4147_4854, 0o3600
libc = ctypes.CDLL(None, use_errno=True)
got_through = []
try:
    block = multiprocessing.shared_memory.SharedMemory(NAME, create=True, size=1 << 20)
    got_through.append("shm_open")
except OSError:
    pass
if libc.shmget(KEY, 1 << 20, CREATE_EXCLUSIVELY) >= 0:
    got_through.append("shmget")
if libc.semget(KEY, 1, CREATE_EXCLUSIVELY) >= 0:
    got_through.append("semget")
if libc.msgget(KEY, CREATE_EXCLUSIVELY) >= 0:
    got_through.append("msgget")
try:
    if libc.mq_open(b"/" + NAME.encode(), os.O_CREAT | os.O_RDWR, 0o600, None) >= 0:
        got_through.append("mq_open")
except AttributeError:
    pass

if got_through:

    def relative_gradient(a, activation):
        raise RuntimeError(f"got through: {got_through}")
