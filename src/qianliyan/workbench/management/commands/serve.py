"""`qianliyan serve`: run web, task worker and tick, and keep them running."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from qianliyan.workbench.demo.accounts import PASSWORD, accounts
from qianliyan.workbench.installation import Nature, nature
from qianliyan.workbench.serving.address import answers, free_port
from qianliyan.workbench.serving.programs import programs
from qianliyan.workbench.serving.results import give_back_all
from qianliyan.workbench.serving.static import collect
from qianliyan.workbench.serving.supervisor import Supervisor

STARTING = 60


def refuse_without_tables() -> None:
    """Refuse to start while the tables are not those of this version."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CommandError("数据库的表还不是这一版的，请先运行 qianliyan migrate（升级前请备份）。")


class Command(BaseCommand):
    help = "运行系统：网页、后台任务、定时任务，由一个监护进程看管，出错自动重启。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the address."""
        parser.add_argument("--host", default="127.0.0.1", help="监听地址，默认只在本机（127.0.0.1）")
        parser.add_argument("--port", type=int, default=8000, help="端口，被占用时顺延到下一个空闲端口")

    def handle(self, *args: Any, **options: Any) -> None:
        """Start, say where, keep running."""
        refuse_without_tables()
        collect()
        present = nature()
        if present == Nature.EMPTY:
            self.stderr.write("还没有单位和账号，请先运行 qianliyan init（正式使用）或 qianliyan demo（演示）。")
        demo = present == Nature.DEMO
        if connection.vendor == "sqlite":
            give_back_all()
        connection.close()
        host = options["host"]
        try:
            port = free_port(host, options["port"])
        except OSError as error:
            raise CommandError(f"找不到空闲端口：{error}") from error
        environment = {**os.environ, "QIANLIYAN_DEMO": "1" if demo or settings.DEMO else "0"}
        supervisor = Supervisor(programs(host, port), environment)
        supervisor.listen()
        supervisor.start()
        self._say_where(host, port, demo=demo)
        supervisor.keep_running()

    def _say_where(self, host: str, port: int, *, demo: bool) -> None:
        """Print the address once the first page can be had."""
        shown = f"[{host}]" if ":" in host else host
        url = f"http://{shown}:{port}/"
        # A host that stands for all addresses is asked on this machine.
        asked = url.replace("0.0.0.0", "127.0.0.1").replace("[::]", "[::1]")  # noqa: S104
        if not answers(f"{asked}healthz/", STARTING):
            self.stderr.write("网页还没有应答，继续等待并自动重启，请看上面的日志。")
        lines = [f"{settings.SYSTEM_NAME}正在运行：{url}"]
        if demo:
            lines += [f"演示账号（密码都是 {PASSWORD}，只在演示环境有效）："]
            lines += [f"  {account.username:<18}{account.label}" for account in accounts()]
        self.stdout.write("\n".join([*lines, "按 Ctrl+C 停止。"]))
        self.stdout.flush()
