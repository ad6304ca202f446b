import os
import signal
import socket
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from qianliyan.core import clock
from qianliyan.history.models import Lease, Unsealed
from qianliyan.history.trail import record
from qianliyan.workbench.serving.address import free_port
from qianliyan.workbench.serving.keeper import Keeper, Program
from qianliyan.workbench.serving.results import MOST_DEATHS, give_back, give_back_all, give_back_stale
from qianliyan.workbench.serving.supervisor import Supervisor
from qianliyan.workbench.ticking import Clockwork, Job, let_go, take_lease

SLEEPER = "import time; time.sleep(600)"


def wait_for(true, seconds=20):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "too slow"
        time.sleep(0.02)


def alive(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"


def members(group):
    found = subprocess.run(["pgrep", "-g", str(group)], capture_output=True, text=True, check=False)
    return found.stdout.split()


def running(program):
    """A supervisor of one program in a thread of its own."""
    supervisor = Supervisor([program], os.environ)
    thread = threading.Thread(target=supervisor.keep_running)
    supervisor.start()
    thread.start()
    return supervisor, thread


def test_a_killed_program_runs_again_under_a_new_name_and_the_dead_run_is_mourned():
    mourned = []
    program = Program("sleeper", lambda run: [sys.executable, "-c", SLEEPER, run], mourn=mourned.append)
    supervisor, thread = running(program)
    keeper = supervisor.keepers[0]
    first, run = keeper.process.pid, keeper.run

    os.kill(first, signal.SIGKILL)
    wait_for(lambda: keeper.process is not None and keeper.process.pid != first)
    second = keeper.process.pid
    supervisor.stopping.set()
    thread.join()

    assert (mourned[0], len(mourned), alive(second)) == (run, 2, False)


def test_a_program_that_keeps_dying_is_started_less_and_less_often():
    keeper = Keeper(Program("dying", lambda _run: [sys.executable, "-c", "raise SystemExit(3)"]), os.environ)
    waits = []
    for _death in range(3):
        keeper.next_start = 0
        keeper.tend()
        keeper.process.wait()
        keeper.tend()
        waits.append(keeper.wait)

    assert waits == [0.5, 1.0, 2.0]


def test_what_a_dead_program_had_started_is_swept_up():
    sleeper = f"[sys.executable, '-c', {SLEEPER!r}]"
    child = f"import subprocess, sys, time; subprocess.Popen({sleeper}); time.sleep(600)"
    keeper = Keeper(Program("parent", lambda _run: [sys.executable, "-c", child]), os.environ)
    keeper.tend()
    group = keeper.process.pid
    wait_for(lambda: len(members(group)) == 2)

    os.kill(group, signal.SIGKILL)
    wait_for(lambda: keeper.process.poll() is not None)
    keeper.tend()

    wait_for(lambda: members(group) == [])


def test_programs_end_when_their_supervisor_is_killed():
    code = (
        "import os, sys, time\n"
        "from qianliyan.workbench.serving.keeper import Keeper, Program\n"
        f"keeper = Keeper(Program('p', lambda run: [sys.executable, '-c', {SLEEPER!r}]), os.environ)\n"
        "keeper.tend(); print(keeper.process.pid, flush=True); time.sleep(600)\n"
    )
    supervisor = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    pid = int(supervisor.stdout.readline())
    time.sleep(0.5)

    supervisor.kill()
    supervisor.wait()
    supervisor.stdout.close()

    wait_for(lambda: not alive(pid))


def task(status, *, worker="", started=None, deaths=1):
    return DBTaskResult.objects.create(
        status=status,
        args_kwargs={"args": [1], "kwargs": {}},
        task_path="qianliyan.bulletins.tasks.typeset",
        queue_name="default",
        backend_name="default",
        run_after=get_date_max(),
        worker_ids=["earlier"] * (deaths - 1) + ([worker] if worker else []),
        started_at=started,
    )


def statuses():
    return [row.status for row in DBTaskResult.objects.order_by("enqueued_at")]


READY, RUNNING, FAILED = TaskResultStatus.READY, TaskResultStatus.RUNNING, TaskResultStatus.FAILED


def test_the_tasks_of_a_dead_worker_go_back_and_those_of_others_go_on(db):
    task(RUNNING, worker="dead", started=clock.now())
    task(RUNNING, worker="living", started=clock.now())
    task(READY)

    assert give_back("dead") == 1
    assert statuses() == [READY, RUNNING, READY]


def test_a_task_that_took_five_workers_with_it_is_given_up(db):
    task(RUNNING, worker="dead", started=clock.now(), deaths=MOST_DEATHS)

    assert (give_back("dead"), statuses()) == (1, [FAILED])


def test_what_has_run_far_too_long_goes_back_whoever_had_it(db):
    task(RUNNING, worker="lost", started=clock.now() - timedelta(minutes=16))
    task(RUNNING, worker="busy", started=clock.now() - timedelta(minutes=14))

    assert (give_back_stale(), statuses()) == (1, [READY, RUNNING])


def test_what_a_dead_machine_left_goes_back_when_it_starts_again(db):
    task(RUNNING, worker="dead", started=clock.now())
    task(FAILED)

    assert (give_back_all(), statuses()) == (1, [READY, FAILED])


def test_one_clock_ticks_and_another_takes_over_when_it_lets_go(db):
    assert (take_lease("first"), take_lease("second")) == (True, False)

    let_go("first")

    assert (take_lease("second"), Lease.objects.get().holder) == (True, "second")


def test_a_failing_job_never_stops_the_others(db, officer, caplog):
    record("item.start", officer, by=officer)
    waiting = Unsealed.objects.count()

    def fail():
        raise RuntimeError("mail server is on fire")

    clockwork = Clockwork((Job("mail", 5, fail), *[job for job in Clockwork().jobs if job.name == "seal"]))

    assert (waiting > 0, clockwork.run_due(100.0), Unsealed.objects.count()) == (True, ["seal"], 0)
    assert "mail failed" in caplog.text
    assert (clockwork.run_due(100.5), clockwork.run_due(101.0)) == ([], ["seal"])


def test_a_taken_port_gives_way_to_the_next_free_one():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert free_port("127.0.0.1", port) > port
