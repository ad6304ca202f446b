from importlib import import_module
from importlib.util import find_spec

from django.apps import AppConfig, apps


class ConfigurationConfig(AppConfig):
    name = "qianliyan.configuration"
    label = "configuration"

    def ready(self) -> None:
        """Let every room declare its settings, so that the page shows all of them."""
        for room in apps.get_app_configs():
            if room.name.startswith("qianliyan.") and find_spec(f"{room.name}.settings"):
                import_module(f"{room.name}.settings")
