from django.apps import AppConfig


class ProofingConfig(AppConfig):
    name = "qianliyan.proofing"
    label = "proofing"
