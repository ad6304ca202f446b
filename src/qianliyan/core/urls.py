from django.urls import path

from qianliyan.core.views import health, styleguide

app_name = "core"
urlpatterns = [
    path("healthz/", health.show, name="health"),
    path("styleguide/", styleguide.show, name="styleguide"),
]
