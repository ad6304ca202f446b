from django.apps import AppConfig


class OfficesConfig(AppConfig):
    name = "qianliyan.offices"
    label = "offices"
