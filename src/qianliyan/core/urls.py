from django.urls import path

from qianliyan.core.views import health, styleguide, watermark

app_name = "core"
urlpatterns = [
    path("healthz/", health.show, name="health"),
    path("watermark.svg", watermark.show, name="watermark"),
    path("styleguide/", styleguide.show, name="styleguide"),
]
