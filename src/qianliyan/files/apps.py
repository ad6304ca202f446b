from django.apps import AppConfig


class FilesConfig(AppConfig):
    name = "qianliyan.files"
    label = "files"
