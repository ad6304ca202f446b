from django.urls import path

from qianliyan.workbench.views import flow, today, witnesses

app_name = "workbench"
urlpatterns = [
    path("", today.show, name="today"),
    path("flow/<slug:figure>/", flow.show, name="flow"),
    path("witnesses/<slug:kind>/<uuid:uid>/", witnesses.show, name="witnesses"),
]
