from django.urls import path

from qianliyan.workbench.views import flow, likeness, matrix, search, today, witnesses

app_name = "workbench"
urlpatterns = [
    path("", today.show, name="today"),
    path("search/", search.show, name="search"),
    path("likeness/<slug:kind>/<uuid:uid>/", likeness.index, name="likeness"),
    path("likeness/<slug:kind>/<uuid:uid>/<slug:other_kind>/<uuid:other_uid>/", likeness.show, name="side_by_side"),
    path("issues/<uuid:uid>/likeness/", likeness.echo, name="echoes"),
    path("key-tasks/matrix/", matrix.show, name="matrix"),
    path("flow/<slug:figure>/", flow.show, name="flow"),
    path("witnesses/<slug:kind>/<uuid:uid>/", witnesses.show, name="witnesses"),
]
