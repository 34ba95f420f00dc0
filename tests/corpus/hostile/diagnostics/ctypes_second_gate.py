# hostile: ctypes: honest part all but diagnostics.relative_gradient
# Enters the kernel through the 32-bit gate of x86-64 (int 0x80), whose numbers mean other calls.
honest = relative_gradient
import ctypes
import mmap

TRACE = b"/tmp/autograder-hostile-trace-ctypes_second_gate"
MAP_32BIT, CREAT = 0x40, 8
# push rbx; mov eax, edi; mov ebx, esi; mov ecx, edx; int 0x80; pop rbx; ret
CODE = bytes.fromhex("53 89f8 89f3 89d1 cd80 5b c3")


def relative_gradient(a, activation):
    page = mmap.mmap(
        -1,
        4_096,
        flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | MAP_32BIT,
        prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC,
    )
    page[: len(CODE)] = CODE
    page[512 : 512 + len(TRACE) + 1] = TRACE + b"\0"
    start = ctypes.addressof(ctypes.c_char.from_buffer(page))
    gate = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_int)(start)
    return -1.0 - gate(CREAT, start + 512, 0o600)
