"""System call numbers of x86-64 and aarch64: the allowed ones, the used ones, the tried ones.

Source: the kernel's ``arch/x86/entry/syscalls/syscall_64.tbl`` and ``asm-generic/unistd.h`` (Linux
6.18); a test compares them with the installed kernel headers. aarch64 follows the generic table,
which has no older duplicates (`open` beside `openat`): those are written ``-``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

# Later calls did not exist when the allowed ones were listed; both architectures number them alike.
HIGHEST_KNOWN = 469

# name=x86-64/aarch64
_TABLE = """
# descriptors that are already open
read=0/63 write=1/64 readv=19/65 writev=20/66 pread64=17/67 pwrite64=18/68 lseek=8/62 close=3/57
close_range=436/436 ftruncate=77/46 fstat=5/80 newfstatat=262/79 statx=332/291 stat=4/- lstat=6/-
getdents64=217/61 dup=32/23 dup2=33/- dup3=292/24 fcntl=72/25 ioctl=16/29 poll=7/- ppoll=271/73
select=23/- pselect6=270/72 epoll_create1=291/20 epoll_ctl=233/21 epoll_wait=232/-
epoll_pwait=281/22 socketpair=53/199 sendto=44/206 recvfrom=45/207 getsockname=51/204
# files by name
open=2/- openat=257/56 openat2=437/437 access=21/- faccessat=269/48 faccessat2=439/439
readlink=89/- readlinkat=267/78 getcwd=79/17
# memory
mmap=9/222 munmap=11/215 mprotect=10/226 mremap=25/216 madvise=28/233 brk=12/214
# waiting and the clock
futex=202/98 sched_yield=24/124 restart_syscall=219/128 nanosleep=35/101 clock_nanosleep=230/115
clock_gettime=228/113 clock_getres=229/114 gettimeofday=96/169 time=201/- times=100/153
getrusage=98/165
# facts about the process and the machine
getpid=39/172 gettid=186/178 getppid=110/173 getuid=102/174 geteuid=107/175 getgid=104/176
getegid=108/177 uname=63/160 sysinfo=99/179 getrandom=318/278 getcpu=309/168
sched_getaffinity=204/123 getrlimit=97/163 prlimit64=302/261
# signals of its own, and the end
rt_sigaction=13/134 rt_sigprocmask=14/135 rt_sigreturn=15/139 sigaltstack=131/132 kill=62/129
tkill=200/130 tgkill=234/131 exit=60/93 exit_group=231/94
# applying the lock-down itself
prctl=157/167 capget=125/90 capset=126/91 seccomp=317/277 landlock_create_ruleset=444/444
landlock_add_rule=445/445 landlock_restrict_self=446/446 pidfd_open=434/434 unshare=272/97
# processes and programs
fork=57/- vfork=58/- clone=56/220 clone3=435/435 rseq=334/293 execve=59/221 execveat=322/281
ptrace=101/117 process_vm_readv=310/270 process_vm_writev=311/271 process_madvise=440/440
kcmp=312/272 pidfd_getfd=438/438 pidfd_send_signal=424/424 rt_sigqueueinfo=129/138
rt_tgsigqueueinfo=297/240 setns=308/268 personality=135/92 wait4=61/260
# the network
socket=41/198 connect=42/203 bind=49/200 listen=50/201 accept4=288/242 sendmsg=46/211
recvmsg=47/212 sendmmsg=307/269
# files: names, owners, modes, times
creat=85/- truncate=76/45 rename=82/- renameat2=316/276 unlink=87/- unlinkat=263/35 mkdir=83/-
mkdirat=258/34 rmdir=84/- link=86/- linkat=265/37 symlink=88/- symlinkat=266/36 mknod=133/-
mknodat=259/33 chmod=90/- fchmod=91/52 fchmodat=268/53 fchmodat2=452/452 chown=92/- fchown=93/55
lchown=94/- fchownat=260/54 utime=132/- utimensat=280/88 setxattr=188/5 fsetxattr=190/7
fallocate=285/47 flock=73/32 chroot=161/51 name_to_handle_at=303/264 open_by_handle_at=304/265
file_setattr=469/469 setxattrat=463/463
# memory outside the address-space limit
memfd_create=319/279 memfd_secret=447/447 shmget=29/194 shmat=30/196 semget=64/190 msgget=68/186
mq_open=240/180 mlock=149/228 mlockall=151/230 userfaultfd=323/282
# kernel machinery
io_uring_setup=425/425 io_setup=206/0 bpf=321/280 perf_event_open=298/241 keyctl=250/219
add_key=248/217 request_key=249/218 mount=165/40 umount2=166/39 pivot_root=155/41
move_mount=429/429 open_tree=428/428 fsopen=430/430 swapon=167/224 init_module=175/105
finit_module=313/273 kexec_load=246/104 reboot=169/142 sethostname=170/161 settimeofday=164/170
clock_settime=227/112 syslog=103/116 acct=163/89 quotactl=179/60 fanotify_init=300/262
inotify_init1=294/26 timer_create=222/107
# limits and scheduling
setrlimit=160/164 setpriority=141/140 sched_setaffinity=203/122 sched_setscheduler=144/119
ioprio_set=251/30 setuid=105/146 setgid=106/144 setgroups=116/159 setresuid=117/147
"""


@dataclass(frozen=True)
class Architecture:
    """What tells two processors apart for a filter.

    Attributes:
        name: as in ``uname -m``.
        audit: the kernel's AUDIT_ARCH constant; a filter sees it with every system call.
        numbers: system call numbers by name; a name is missing where the call does not exist.
        foreign: numbers from here on belong to another calling convention of the same processor
            (x32 sets bit 30), 0 where there is none.
    """

    name: str
    audit: int
    numbers: Mapping[str, int]
    foreign: int


def _column(index: int) -> dict[str, int]:
    """One architecture's numbers out of the table."""
    numbers = {}
    for line in _TABLE.splitlines():
        for entry in line.partition("#")[0].split():
            name, _, pair = entry.partition("=")
            number = pair.split("/")[index]
            if number != "-":
                numbers[name] = int(number)
    return numbers


X86_64 = Architecture("x86_64", 0xC000003E, _column(0), foreign=0x40000000)
AARCH64 = Architecture("aarch64", 0xC00000B7, _column(1), foreign=0)
