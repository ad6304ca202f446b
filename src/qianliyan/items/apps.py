from importlib import import_module

from django.apps import AppConfig

from qianliyan.core.panels import fill
from qianliyan.history.followups import follow


class ItemsConfig(AppConfig):
    name = "qianliyan.items"
    label = "items"

    def ready(self) -> None:
        """Hang the room's follow-ups on its own verbs and its fragments on pages; both need the models, so only now."""
        follow(import_module("qianliyan.items.followups").FOLLOWUPS)
        follow(import_module("qianliyan.items.searching").FOLLOWUPS)
        for slot, panel in import_module("qianliyan.items.panels").PANELS.items():
            fill(slot, panel)
