"""Reads workbooks as ``lrn.register.worker`` does, each in a fork of one process that has loaded everything.

Starting Python for each of a thousand files would take minutes. :class:`Fork` stands in for the ``subprocess.Popen``
that ``lrn.register.child`` starts; what a fork does is what the real process does, with its limit on memory.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import subprocess
import sys
from pathlib import Path
from threading import Lock

ROOT = Path(__file__).resolve().parents[2]


class Server:
    """The process that is forked, with a folder for what goes to and from its forks. One fork at a time.

    The system ends a fork after *seconds* of a processor (0: never): however busy the machine is, they are as long.
    """

    def __init__(self, folder: Path, seconds: int = 0) -> None:
        folder.mkdir()
        self.folder = folder
        self._one = Lock()
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__)), str(folder), str(seconds)],
            env=dict(os.environ),  # pytest changes the live one at every test
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            bufsize=0,
        )

    def start(self) -> Fork:
        """A fork that waits for its request."""
        return Fork(self)

    def run(self, request: bytes, timeout: float) -> tuple[bytes, bytes, int]:
        """The answer of one fork, what it said on standard error, and its exit code."""
        assert self._process.stdin
        assert self._process.stdout
        with self._one:
            (self.folder / "request").write_bytes(request)
            self._process.stdin.write(b"go\n")
            fork = int(self._line())
            if not select.select([self._process.stdout], [], [], timeout)[0]:
                os.kill(fork, signal.SIGKILL)
                self._line()
                raise subprocess.TimeoutExpired("fork", timeout)
            code = int(self._line())
            return (self.folder / "answer").read_bytes(), (self.folder / "said").read_bytes(), code

    def _line(self) -> bytes:
        assert self._process.stdout
        return self._process.stdout.readline()

    def stop(self) -> None:
        """End the process."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


class Fork:
    """What ``lrn.register.child`` uses of a ``Popen``."""

    returncode = 0

    def __init__(self, server: Server) -> None:
        self._server = server

    def communicate(self, request: bytes = b"", timeout: float = 0) -> tuple[bytes, bytes]:
        """The answer, and what was said on standard error."""
        if not request:  # after kill
            return b"", b""
        answer, said, self.returncode = self._server.run(request, timeout)
        return answer, said

    def poll(self) -> None:
        """Nothing: it waits."""

    def kill(self) -> None:
        """Nothing: that was done."""


def main() -> None:
    """Fork for every line on standard input; say the number of the fork, and how it ended."""
    sys.path.insert(0, str(ROOT))
    import resource  # as forks, not on Windows

    from lrn.register import mark, worker
    from lrn.register.matching import given_back

    assert mark
    assert given_back  # what some requests need: loaded here, it is there in every fork
    sys.meta_path.insert(0, worker._WithoutPandas())
    gc.disable()
    worker._warm_up()
    folder, seconds = Path(sys.argv[1]), int(sys.argv[2])
    while sys.stdin.readline():
        fork = os.fork()
        if fork == 0:
            said = os.open(folder / "said", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
            os.dup2(said, 1)
            os.dup2(said, 2)
            (folder / "answer").write_bytes(b"")
            if seconds:
                resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
            worker.limit_memory()
            (folder / "answer").write_bytes(b"".join(worker.answer((folder / "request").read_bytes())))
            os._exit(0)
        print(fork, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(fork, 0)[1]), flush=True)


if __name__ == "__main__":
    main()
