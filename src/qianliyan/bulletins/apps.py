from django.apps import AppConfig


class BulletinsConfig(AppConfig):
    name = "qianliyan.bulletins"
    label = "bulletins"
