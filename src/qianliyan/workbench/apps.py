from importlib import import_module

from django.apps import AppConfig

from qianliyan.core.panels import fill


class WorkbenchConfig(AppConfig):
    name = "qianliyan.workbench"
    label = "workbench"

    def ready(self) -> None:
        """Declare the room's setting and hang the trail on the other rooms' pages; the panels need the models."""
        import_module("qianliyan.workbench.settings")
        for slot, panel in import_module("qianliyan.workbench.panels").PANELS.items():
            fill(slot, panel)
