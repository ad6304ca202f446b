from django.apps import AppConfig


class WorkbenchConfig(AppConfig):
    name = "qianliyan.workbench"
    label = "workbench"
