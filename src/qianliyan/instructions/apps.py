from importlib import import_module

from django.apps import AppConfig

from qianliyan.core.panels import fill, foretell
from qianliyan.files.makers import offer
from qianliyan.history.followups import follow


class InstructionsConfig(AppConfig):
    name = "qianliyan.instructions"
    label = "instructions"

    def ready(self) -> None:
        """Declare settings, enter follow-ups, and speak on lower rooms' pages; the latter need the models."""
        import_module("qianliyan.instructions.settings")
        follow(import_module("qianliyan.instructions.followups").FOLLOWUPS)
        follow(import_module("qianliyan.instructions.searching").FOLLOWUPS)
        offer(*import_module("qianliyan.instructions.volumes").MAKERS)
        panels = import_module("qianliyan.instructions.panels")
        for slot, panel in panels.PANELS.items():
            fill(slot, panel)
        for slot, hints in panels.HINTS.items():
            foretell(slot, hints)
