from django.urls import path

from qianliyan.offices.views import delegation, seat

app_name = "offices"
urlpatterns = [
    path("seats/none/", seat.none, name="no_seat"),
    path("seats/<uuid:uid>/choice/", seat.choose, name="choose_seat"),
    path("delegations/", delegation.index, name="delegations"),
    path("delegations/<uuid:uid>/end/", delegation.destroy, name="end_delegation"),
]
