from django.urls import path

from qianliyan.accounts.views import password, session

app_name = "accounts"
urlpatterns = [
    path("session/", session.show, name="session"),
    path("session/end/", session.destroy, name="session_end"),
    path("password/", password.edit, name="password"),
]
