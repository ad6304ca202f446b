from importlib import import_module

from django.apps import AppConfig

from qianliyan.core.panels import fill
from qianliyan.history.followups import follow


class DeskConfig(AppConfig):
    name = "qianliyan.desk"
    label = "desk"

    def ready(self) -> None:
        """Listen to what happens to submissions and speak on the unit's page; both need the models, so only now."""
        follow(import_module("qianliyan.desk.followups").FOLLOWUPS)
        follow(import_module("qianliyan.desk.searching").FOLLOWUPS)
        fill("item.side", import_module("qianliyan.desk.views.item_side").panel)
        for slot, panel in import_module("qianliyan.desk.panels").PANELS.items():
            fill(slot, panel)
