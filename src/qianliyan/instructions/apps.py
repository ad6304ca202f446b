from django.apps import AppConfig


class InstructionsConfig(AppConfig):
    name = "qianliyan.instructions"
    label = "instructions"
