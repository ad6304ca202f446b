from django.urls import path

from qianliyan.workbench.views import flow, search, today, witnesses

app_name = "workbench"
urlpatterns = [
    path("", today.show, name="today"),
    path("search/", search.show, name="search"),
    path("flow/<slug:figure>/", flow.show, name="flow"),
    path("witnesses/<slug:kind>/<uuid:uid>/", witnesses.show, name="witnesses"),
]
