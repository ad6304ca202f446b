from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "qianliyan.core"
    label = "core"
