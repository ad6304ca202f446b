from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "qianliyan.notices"
    label = "notices"
