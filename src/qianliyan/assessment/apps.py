from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "qianliyan.assessment"
    label = "assessment"

    def ready(self) -> None:
        """Enter what follows the room's steps."""
        from qianliyan.assessment import followups, tasks  # noqa: PLC0415 - models must be loaded first
        from qianliyan.history.followups import follow  # noqa: PLC0415

        follow(followups.FOLLOWUPS)
        follow({"calculation.order": tasks.enqueue})
