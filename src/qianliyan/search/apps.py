from importlib import import_module

from django.apps import AppConfig

from qianliyan.history.followups import follow


class SearchConfig(AppConfig):
    name = "qianliyan.search"
    label = "search"

    def ready(self) -> None:
        """Declare what an office edits about comparing, and let offices and people be found."""
        import_module("qianliyan.search.settings")
        follow(import_module("qianliyan.search.directory").FOLLOWUPS)
