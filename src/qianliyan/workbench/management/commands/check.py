"""`qianliyan check`: Django's own checks, then everything that must agree across tables."""

from typing import Any

from django.core.management.base import CommandError
from django.core.management.commands.check import Command as SystemChecks
from django.db import DatabaseError

from qianliyan.workbench.checking.rules import RULES, breaches


class Command(SystemChecks):
    help = "核对系统设置和数据（份额、期号、摘要、定版、状态、封印），有不符逐条列出，退出码为1。"

    def handle(self, *app_labels: Any, **options: Any) -> None:
        """Check the set-up; unless only that was asked for, check the data too."""
        super().handle(*app_labels, **options)
        if app_labels or options["tags"] or options["list_tags"]:
            return
        try:
            found = list(breaches())
        except DatabaseError as error:
            raise CommandError(f"读不了数据库，请先运行 qianliyan migrate：{error}") from error
        for breach in found:
            self.stdout.write(str(breach))
        if found:
            raise CommandError(f"数据有{len(found)}处不符")
        self.stdout.write(f"核对了{len(RULES)}项，没有发现不符。")
