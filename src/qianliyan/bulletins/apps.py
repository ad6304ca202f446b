from importlib import import_module

from django.apps import AppConfig


class BulletinsConfig(AppConfig):
    name = "qianliyan.bulletins"
    label = "bulletins"

    def ready(self) -> None:
        """Enter what follows the room's steps, and what it shows on lower rooms' pages."""
        from qianliyan.bulletins import followups, panels, tasks  # noqa: PLC0415 - models must be loaded first
        from qianliyan.core.panels import fill  # noqa: PLC0415
        from qianliyan.history.followups import follow  # noqa: PLC0415

        import_module("qianliyan.bulletins.searching")
        follow(followups.FOLLOWUPS)
        follow({"print_order.give": tasks.enqueue, "print_order.typeset_again": tasks.enqueue})
        for slot, panel in panels.PANELS.items():
            fill(slot, panel)
