from django.apps import AppConfig


class ItemsConfig(AppConfig):
    name = "qianliyan.items"
    label = "items"
