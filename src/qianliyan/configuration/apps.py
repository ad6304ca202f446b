from django.apps import AppConfig


class ConfigurationConfig(AppConfig):
    name = "qianliyan.configuration"
    label = "configuration"
