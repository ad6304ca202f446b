from importlib import import_module

from django.apps import AppConfig

from qianliyan.core.panels import fill
from qianliyan.history.followups import follow
from qianliyan.proofing.subjects import offer


class ItemsConfig(AppConfig):
    name = "qianliyan.items"
    label = "items"

    def ready(self) -> None:
        """Hang follow-ups on verbs and fragments on pages, and offer the texts; all need the models, so only now."""
        follow(import_module("qianliyan.items.followups").FOLLOWUPS)
        follow(import_module("qianliyan.items.searching").FOLLOWUPS)
        offer(import_module("qianliyan.items.proofs").find)
        for slot, panel in import_module("qianliyan.items.panels").PANELS.items():
            fill(slot, panel)
