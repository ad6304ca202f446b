from django.urls import path

from qianliyan.files import views

app_name = "files"
urlpatterns = [
    path("<uuid:uid>/", views.show, name="making"),
    path("<uuid:uid>/file/", views.file, name="made"),
]
