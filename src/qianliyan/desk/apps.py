from importlib import import_module

from django.apps import AppConfig

from qianliyan.core.panels import fill
from qianliyan.history.followups import follow
from qianliyan.proofing.subjects import offer


class DeskConfig(AppConfig):
    name = "qianliyan.desk"
    label = "desk"

    def ready(self) -> None:
        """Listen to submissions, speak on the unit's page, offer the desk's texts; all need the models, so only now."""
        follow(import_module("qianliyan.desk.followups").FOLLOWUPS)
        follow(import_module("qianliyan.desk.searching").FOLLOWUPS)
        offer(import_module("qianliyan.desk.proofs").find)
        follow({"mail.arrive": import_module("qianliyan.desk.tasks").enqueue})
        fill("item.side", import_module("qianliyan.desk.views.item_side").panel)
        for slot, panel in import_module("qianliyan.desk.panels").PANELS.items():
            fill(slot, panel)
