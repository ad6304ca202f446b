from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "qianliyan.desk"
    label = "desk"
