from importlib import import_module

from django.apps import AppConfig

from qianliyan.core.panels import fill
from qianliyan.history.followups import follow
from qianliyan.proofing.subjects import tell_printed


class WorkbenchConfig(AppConfig):
    name = "qianliyan.workbench"
    label = "workbench"

    def ready(self) -> None:
        """Declare the room's setting; hang trail and comparison on the other rooms' pages, which needs the models."""
        import_module("qianliyan.workbench.settings")
        follow(import_module("qianliyan.workbench.followups").FOLLOWUPS)
        tell_printed(import_module("qianliyan.workbench.likeness.printed").printed_before)
        for module in ("qianliyan.workbench.panels", "qianliyan.workbench.likeness.panels"):
            for slot, panel in import_module(module).PANELS.items():
                fill(slot, panel)
