from importlib import import_module

from django.apps import AppConfig


class BulletinsConfig(AppConfig):
    name = "qianliyan.bulletins"
    label = "bulletins"

    def ready(self) -> None:
        """Enter what follows the room's steps, what it shows on lower rooms' pages, and its texts to be proofed."""
        from qianliyan.bulletins import followups, making, panels, tasks  # noqa: PLC0415 - models must be loaded first
        from qianliyan.core.panels import fill, foretell  # noqa: PLC0415
        from qianliyan.files import makers  # noqa: PLC0415
        from qianliyan.history.followups import follow  # noqa: PLC0415
        from qianliyan.proofing.subjects import offer  # noqa: PLC0415

        for declared in ("searching", "settings"):
            import_module(f"qianliyan.bulletins.{declared}")
        follow(followups.FOLLOWUPS)
        offer(import_module("qianliyan.bulletins.mended").find)
        makers.offer(*making.MAKERS)
        ordering = ("print_order.give", "print_order.typeset_again", "print_order.renew")
        follow(dict.fromkeys(ordering, tasks.enqueue))
        for slot, panel in panels.PANELS.items():
            fill(slot, panel)
        for slot, hints in panels.HINTS.items():
            foretell(slot, hints)
