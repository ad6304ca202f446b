"""`qianliyan audit verify`: prove that the trail is whole."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from qianliyan.history.models import Seal, Unsealed
from qianliyan.history.seals import verify


class Command(BaseCommand):
    help = "核对办理过程的封印链：有一处不符即逐条列出，退出码为1。"

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the word `verify`."""
        parser.add_argument("what", choices=["verify"])

    def handle(self, *args: Any, **options: Any) -> None:
        """Walk the chain and report."""
        breaches = list(verify())
        for breach in breaches:
            self.stdout.write(f"{breach.position}\t{breach.text}")
        if breaches:
            raise CommandError(f"封印链有{len(breaches)}处不符")
        head = Seal.objects.order_by("-position").first()
        sealed, waiting = (head.position if head else 0), Unsealed.objects.count()
        self.stdout.write(f"封印链完好：已封{sealed}条，待封{waiting}条，链头 {head.chain if head else '—'}")
