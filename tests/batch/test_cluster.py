"""The same batch on a Dask cluster: a real scheduler and workers on this machine."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.classes import (
    ROOT,
    command,
    environment,
    mixed_class,
    needs_lockdown,
    put,
    records,
    right,
    run,
)

pytest.importorskip("distributed", reason="needs the extra `cluster`")
pytestmark = needs_lockdown
QUICK = ("--timeout", "2")


@contextlib.contextmanager
def program(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A part of a cluster, ended together with what it started."""
    process = subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextlib.contextmanager
def cluster(folder: Path, workers: int) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Its address, and its workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"tcp://127.0.0.1:{port}"
    with contextlib.ExitStack() as stack:
        scheduler = ("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", str(port))
        stack.enter_context(program(*scheduler, "--no-dashboard"))
        worker = ("distributed.cli.dask_worker", address, "--nthreads", "1", "--no-nanny")
        options = ("--no-dashboard", "--local-directory")
        yield (
            address,
            [
                stack.enter_context(program(*worker, *options, str(folder / f"worker{number}")))
                for number in range(workers)
            ],
        )


def test_records_are_those_of_one_machine(tmp_path: Path) -> None:
    hand_ins = mixed_class(tmp_path / "submitted")
    here, there = tmp_path / "here", tmp_path / "there"
    assert run("grade", hand_ins, "--out", here, "--seed", 3, *QUICK).returncode == 0
    with cluster(tmp_path, 2) as (address, _):
        arguments = ("grade", hand_ins, "--out", there, "--scheduler", address, *QUICK)
        done = run(*arguments, "--seed", 3)
        assert done.returncode == 0, done.stderr
        again = run(*arguments)
        assert "0 graded now, 10 had a record already" in again.stdout
    assert records(there) == records(here)
    assert (there / "scores.csv").read_text() == (here / "scores.csv").read_text()


def test_a_lost_worker_costs_a_retry(tmp_path: Path) -> None:
    hand_ins, out = tmp_path / "submitted", tmp_path / "out"
    for number in range(60):
        put(hand_ins / f"s{number:02d}", right())
    with cluster(tmp_path, 2) as (address, workers):
        grader = subprocess.Popen(
            command("grade", hand_ins, "--out", out, "--scheduler", address),
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        until = time.monotonic() + 60
        while not (out / "results.jsonl").exists() or len(records_so_far(out)) < 10:
            assert time.monotonic() < until
            time.sleep(0.05)
        workers[0].kill()
        assert len(records_so_far(out)) < 60, "it was over before the worker was killed"
        _, trouble = grader.communicate(timeout=120)
        assert grader.returncode == 0, trouble
    found = records(out)
    assert len(found) == len({record["student"] for record in found}) == 60
    assert {(record["status"], record["score"]) for record in found} == {("graded", 100)}


def records_so_far(out: Path) -> list[bytes]:
    return (out / "results.jsonl").read_bytes().splitlines()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense", "tcp://no.such.host:1"])
def test_a_bad_address_is_said_in_a_sentence(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("autograder.batch.cluster.CONNECT_SECONDS", 1)
    from autograder.batch.cluster import Cluster
    from autograder.batch.pool import PoolBroken
    from autograder.batch.worker import Settings
    from autograder.student.limits import Limits

    with pytest.raises(PoolBroken, match="no Dask scheduler at"):
        Cluster(Settings("weight_init", 1, b"", Limits()), address)
