"""Restricting the system calls of processes that tests start, including those of native code.

Uses a seccomp filter in classic BPF over the number and the first argument of a system call
(https://docs.kernel.org/userspace-api/seccomp_filter.html), with numbers for x86-64 and 64-bit Arm. Child processes
inherit the restrictions.
"""

import ctypes
import errno
import platform
import struct
from collections.abc import Iterable

_SOCKET, _FSYNC, _FDATASYNC = range(3)
_NUMBERS = {"x86_64": (41, 74, 75), "aarch64": (198, 82, 83)}
_INTERNET = (2, 10)  # AF_INET, AF_INET6 on Linux
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_NUMBER_AT, _FIRST_ARGUMENT_AT = 0, 16
_KILL, _ERROR, _ALLOW = 0x80000000, 0x00050000, 0x7FFF0000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2

# Operation, how many rules to skip if true and if false, operand.
_Rule = tuple[int, int, int, int]


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("filter", ctypes.c_char_p))


def end_at_network() -> None:
    """Kill this process if it opens an internet socket."""
    numbers = _NUMBERS[platform.machine()]
    _install(
        [
            (_LOAD, 0, 0, _NUMBER_AT),
            (_IF_EQUAL, 0, 4, numbers[_SOCKET]),
            (_LOAD, 0, 0, _FIRST_ARGUMENT_AT),
            (_IF_EQUAL, 1, 0, _INTERNET[0]),
            (_IF_EQUAL, 0, 1, _INTERNET[1]),
            (_RETURN, 0, 0, _KILL),
            (_RETURN, 0, 0, _ALLOW),
        ]
    )


def fail_to_reach_the_disk() -> None:
    """Let all syncing to disk in this process fail, as with a broken disk; writing works."""
    numbers = _NUMBERS[platform.machine()]
    _install(
        [
            (_LOAD, 0, 0, _NUMBER_AT),
            (_IF_EQUAL, 1, 0, numbers[_FSYNC]),
            (_IF_EQUAL, 0, 1, numbers[_FDATASYNC]),
            (_RETURN, 0, 0, _ERROR | errno.EIO),
            (_RETURN, 0, 0, _ALLOW),
        ]
    )


def _install(rules: Iterable[_Rule]) -> None:
    code = b"".join(struct.pack("HBBI", *rule) for rule in rules)
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0
    program = _Program(len(code) // 8, code)
    assert libc.prctl(_SECCOMP, _FILTER, ctypes.byref(program), 0, 0) == 0, "no seccomp"
