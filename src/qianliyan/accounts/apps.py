from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "qianliyan.accounts"
    label = "accounts"
