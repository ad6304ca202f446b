from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "qianliyan.search"
    label = "search"
