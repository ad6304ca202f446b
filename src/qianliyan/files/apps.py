from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "qianliyan.files"
    label = "files"

    def ready(self) -> None:
        """Let the worker take up what is ordered, in the transaction that orders it."""
        from qianliyan.files import tasks  # noqa: PLC0415 - models must be loaded first
        from qianliyan.history.followups import follow  # noqa: PLC0415

        follow({"making.order": tasks.enqueue})
