"""`qianliyan tick`: the clock of the installation. Of several processes only the one with the lease works."""

import os
import socket
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import close_old_connections

from qianliyan.workbench.ticking import Clockwork, take_lease


class Command(BaseCommand):
    help = "定时任务：封印办理过程、发送提醒、收回中断的后台任务。由 serve 启动，一般不单独运行。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the name under which the lease is held."""
        parser.add_argument("--holder", default=f"{socket.gethostname()}-{os.getpid()}")
        parser.add_argument("--once", action="store_true", help="只做一遍就结束")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work every second while the lease is ours; otherwise wait for it."""
        clockwork = Clockwork()
        while True:
            close_old_connections()
            if take_lease(options["holder"]):
                clockwork.run_due(time.monotonic())
            if options["once"]:
                return
            time.sleep(1)
