from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "qianliyan.planning"
    label = "planning"
