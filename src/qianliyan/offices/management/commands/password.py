"""`qianliyan password`: a new one-time password, given on the server itself."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from qianliyan.accounts.models import User
from qianliyan.history.actors import SYSTEM
from qianliyan.offices.enrolling import renew_password


class Command(BaseCommand):
    help = "重设一个账号的密码，打印一次性密码。三员的密码只能这样重设，请两人在场。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the sign-in name."""
        parser.add_argument("--username", required=True, help="登录名")

    def handle(self, *args: Any, **options: Any) -> None:
        """Renew the password and print it once."""
        user = User.objects.filter(username=options["username"]).first()
        if user is None:
            raise CommandError(f"没有登录名“{options['username']}”。")
        first = renew_password(user, by=SYSTEM)
        self.stdout.write(f"登录名 {user.username}\n一次性密码 {first.password}")
