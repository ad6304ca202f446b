from importlib import import_module

from django.apps import AppConfig

from qianliyan.history.followups import follow


class ProofingConfig(AppConfig):
    name = "qianliyan.proofing"
    label = "proofing"

    def ready(self) -> None:
        """Listen to what happens to offices: their former names are looked for in texts."""
        forget = import_module("qianliyan.proofing.lists").forget_names
        follow({"office.change": forget, "office.succeed": forget})
