"""`qianliyan demo`: make the demo world in an empty database."""

from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from qianliyan.core import clock
from qianliyan.workbench.demo.accounts import PASSWORD, accounts
from qianliyan.workbench.demo.making import make
from qianliyan.workbench.demo.spans import Part, Span
from qianliyan.workbench.demo.year.halves import can_be_halved, make_in_halves
from qianliyan.workbench.demo.year.making import make_city, make_large
from qianliyan.workbench.installation import Nature, nature


class Command(BaseCommand):
    help = "在空数据库里生成演示数据：一个虚构的市一年多的政务信息工作；--small 只有两县两局近几周的。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the day on which the story ends, and whether the small world is enough."""
        parser.add_argument("--on", help="故事结束的那一天（年-月-日），默认今天")
        parser.add_argument("--bulk", type=int, default=0, help="另外成批生成这么多件来稿，供测量用")
        parser.add_argument("--small", action="store_true", help="只生成近几周的小例子（几秒钟）")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, or refuse where something stands already."""
        if nature() != Nature.EMPTY:
            raise CommandError("数据库里已有数据，演示数据只能生成在空数据库里。")
        end = _end(options["on"])
        if options["bulk"]:
            make_large(end, options["bulk"], self._count)
        elif options["small"]:
            make(end)
        else:
            self._span = Span.whole(clock.local(end).date())
            (make_in_halves if can_be_halved() else make_city)(end, told=self._tell)
        if options["verbosity"]:
            self._say_who()

    def _tell(self, moment: datetime, part: Part) -> None:
        """Say once a month how far it is."""
        day = clock.local(moment).date()
        month = f"{day:%Y年%m月}"
        if month != getattr(self, "_month", ""):
            self._month = month
            self.stdout.write(f"　{month}……已完成{self._span.done(day, part)}%", ending="\n")
            self.stdout.flush()

    def _count(self, made: int) -> None:
        """Say now and then how many rows there are."""
        if made % 20_000 == 0:
            self.stdout.write(f"　{made}件……")
            self.stdout.flush()

    def _say_who(self) -> None:
        """Print the sign-ins."""
        self.stdout.write(f"演示数据已生成。密码都是 {PASSWORD}：")
        for account in accounts():
            self.stdout.write(f"  {account.username:<18}{account.label}")


def _end(on: str | None) -> datetime:
    """Return the evening of the given day, or now."""
    if on is None:
        return clock.now()
    try:
        day = datetime.strptime(on, "%Y-%m-%d")  # noqa: DTZ007 - made aware in the next line
    except ValueError as error:
        raise CommandError(f"日期应写成 2026-11-22 的样子：{on}") from error
    return timezone.make_aware(day.replace(hour=18))
