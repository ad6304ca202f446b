from django.urls import path

from qianliyan.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.index, name="index"),
    path("reading/", views.read, name="read"),
    path("<uuid:uid>/", views.show, name="show"),
]
