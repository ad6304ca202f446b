from importlib import import_module

from django.apps import AppConfig

from qianliyan.history.followups import follow


class ItemsConfig(AppConfig):
    name = "qianliyan.items"
    label = "items"

    def ready(self) -> None:
        """Hang the room's follow-ups on its own verbs; they need the models, so they are imported only now."""
        follow(import_module("qianliyan.items.followups").FOLLOWUPS)
        follow(import_module("qianliyan.items.searching").FOLLOWUPS)
