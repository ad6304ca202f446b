from importlib import import_module

from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "qianliyan.search"
    label = "search"

    def ready(self) -> None:
        """Declare what an office edits about comparing."""
        import_module("qianliyan.search.settings")
