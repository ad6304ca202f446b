from django.urls import path

from qianliyan.workbench.views import today

app_name = "workbench"
urlpatterns = [path("", today.show, name="today")]
