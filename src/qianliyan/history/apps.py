from django.apps import AppConfig


class HistoryConfig(AppConfig):
    name = "qianliyan.history"
    label = "history"
