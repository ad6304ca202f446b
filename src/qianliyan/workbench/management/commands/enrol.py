"""`qianliyan enrol`: give somebody a post and a sign-in, and enter his office if it is new."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from qianliyan.core import clock
from qianliyan.core.errors import DomainError
from qianliyan.history.actors import SYSTEM
from qianliyan.offices import actions as offices
from qianliyan.offices.models import Office, Post
from qianliyan.offices.powers import Level, Network
from qianliyan.workbench.installing import enrol


class Command(BaseCommand):
    help = "登记人员：给一个人岗位和登录名，打印一次性初始密码；单位不存在时连同上级一起写明即可新建。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take office, post and person; level, parent and network only for a new office."""
        parser.add_argument("--office", required=True, help="单位全称")
        parser.add_argument("--post", required=True, help="岗位代码，如 officer、editor、chief；写错时列出全部")
        parser.add_argument("--name", required=True, help="姓名")
        parser.add_argument("--username", required=True, help="登录名")
        parser.add_argument("--phone", default="", help="电话")
        parser.add_argument("--parent", help="新单位的上级单位全称")
        parser.add_argument("--short-name", default="", help="新单位的简称")
        parser.add_argument("--level", choices=Level.values, help="新单位的层级")
        parser.add_argument(
            "--network", choices=Network.values, default=Network.VERTICAL.value, help="新单位的信息网络"
        )

    @transaction.atomic
    def handle(self, *args: Any, **options: Any) -> None:
        """Enter the person, and before that the office if need be."""
        post = Post.objects.filter(code=options["post"]).first()
        if post is None:
            codes = "、".join(f"{p.code}（{p.name}）" for p in Post.objects.all())
            raise CommandError(f"没有岗位“{options['post']}”。现有岗位：{codes or '无，请先运行 qianliyan init'}")
        office = Office.objects.filter(name=options["office"]).first() or self._found(options)
        try:
            enrolled = enrol(office, post, name=options["name"], username=options["username"], phone=options["phone"])
        except DomainError as refusal:
            raise CommandError(refusal.text) from refusal
        self.stdout.write(f"{enrolled.seat.label}：登录名 {enrolled.username}，初始密码 {enrolled.password}")
        self.stdout.write("初始密码只显示这一次，首次登录须修改。")

    def _found(self, options: dict[str, Any]) -> Office:
        parent = Office.objects.filter(name=options["parent"] or "").first()
        if parent is None or options["level"] is None:
            raise CommandError(
                f"没有单位“{options['office']}”。新建单位请用 --parent 写明上级单位，用 --level 写明层级。"
            )
        return offices.found(
            options["office"],
            short_name=options["short_name"],
            level=Level(options["level"]),
            network=Network(options["network"]),
            parent=parent,
            on=clock.today(),
            by=SYSTEM,
        )
