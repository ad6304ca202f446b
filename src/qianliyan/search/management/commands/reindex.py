"""`qianliyan reindex`: rebuild what search and comparison look things up in."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from qianliyan.search.actions.rebuilding import mend, rebuild
from qianliyan.search.state import all_stale, orphans


class Command(BaseCommand):
    help = "重建搜索和查重的索引，中断后再运行会接着做；--mend 只补缺漏和过时的。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the lighter way."""
        parser.add_argument("--mend", action="store_true", help="不清空，只补缺漏、过时和多余的")

    def handle(self, *args: Any, **options: Any) -> None:
        """Rebuild, and say how far it has come."""
        if options["mend"]:
            wrong, superfluous = [thing for _source, thing, _row in all_stale()], list(orphans())
            mend(wrong, superfluous)
            self.stdout.write(f"补了{len(wrong)}件，去掉{len(superfluous)}件多余的。")
            return
        done = rebuild(self._say)
        self.stdout.write(f"索引已重建，共{done}件。")

    def _say(self, done: int, total: int) -> None:
        share = done * 100 // total if total else 100
        self.stdout.write(f"已完成{done}件，共{total}件（{share}%）")
        self.stdout.flush()
