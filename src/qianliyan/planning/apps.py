from importlib import import_module

from django.apps import AppConfig

from qianliyan.history.followups import follow


class PlanningConfig(AppConfig):
    name = "qianliyan.planning"
    label = "planning"

    def ready(self) -> None:
        """Hang the room's follow-ups on its own verbs; they need the models, so they are imported only now."""
        import_module("qianliyan.planning.settings")
        follow(import_module("qianliyan.planning.followups").FOLLOWUPS)
