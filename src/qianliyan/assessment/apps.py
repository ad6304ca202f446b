from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "qianliyan.assessment"
    label = "assessment"

    def ready(self) -> None:
        """Enter what follows the room's steps, and what it shows on lower rooms' pages."""
        from qianliyan.assessment import followups, panels, tasks  # noqa: PLC0415 - models must be loaded first
        from qianliyan.core.panels import fill  # noqa: PLC0415
        from qianliyan.history.followups import follow  # noqa: PLC0415

        follow(followups.FOLLOWUPS)
        follow({"calculation.order": tasks.enqueue})
        for slot, panel in panels.PANELS.items():
            fill(slot, panel)
