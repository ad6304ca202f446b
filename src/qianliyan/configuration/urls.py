from django.urls import path

from qianliyan.configuration import views

app_name = "configuration"
urlpatterns = [
    path("", views.index, name="index"),
    path("days/", views.create_day, name="days"),
    path("<str:key>/", views.create, name="value"),
]
