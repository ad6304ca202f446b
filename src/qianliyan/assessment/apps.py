from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "qianliyan.assessment"
    label = "assessment"
