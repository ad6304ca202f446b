"""`qianliyan init`: begin an office's own installation."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

from qianliyan.core.errors import DomainError
from qianliyan.offices.powers import Level
from qianliyan.workbench.installing import begin


class Command(BaseCommand):
    help = "初始化：建立数据库、第一个单位、岗位和第一位系统管理员。没有任何默认账号；第二次运行会被拒绝。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the office and the person."""
        parser.add_argument("--office", required=True, help="单位全称，如 云川市人民政府办公室")
        parser.add_argument("--short-name", default="", help="单位简称，如 市政府办公室")
        parser.add_argument("--level", required=True, choices=Level.values, help="单位层级")
        parser.add_argument("--name", required=True, help="第一位系统管理员的姓名")
        parser.add_argument("--username", required=True, help="第一位系统管理员的登录名")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the database and everything that stands first."""
        call_command("migrate", verbosity=0)
        try:
            first = begin(
                office=options["office"],
                short_name=options["short_name"],
                level=Level(options["level"]),
                name=options["name"],
                username=options["username"],
            )
        except DomainError as refusal:
            raise CommandError(refusal.text) from refusal
        self.stdout.write(f"已建立{first.seat.office.name}。{first.seat.post.name}{first.seat.person.name}：")
        self.stdout.write(f"  登录名 {first.username}\n  初始密码 {first.password}")
        self.stdout.write("初始密码只显示这一次，首次登录须修改。")
