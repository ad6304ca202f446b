from django.urls import path

from qianliyan.offices.views import delegation, directory, seat

app_name = "offices"
urlpatterns = [
    path("seats/none/", seat.none, name="no_seat"),
    path("seats/<uuid:uid>/choice/", seat.choose, name="choose_seat"),
    path("offices/", directory.index, name="directory"),
    path("offices/<uuid:uid>/", directory.show, name="office"),
    path("offices/<uuid:uid>/offices/", directory.create_office, name="offices"),
    path("offices/<uuid:uid>/people/", directory.create_person, name="people"),
    path("offices/<uuid:uid>/seats/", directory.create_seat, name="seats"),
    path("offices/<uuid:uid>/seats/<uuid:seat_uid>/end/", directory.end_seat, name="end_seat"),
    path("offices/<uuid:uid>/seats/<uuid:seat_uid>/password/", directory.renew_password, name="password"),
    path("offices/<uuid:uid>/seats/<uuid:seat_uid>/sign-in/", directory.switch, name="sign_in"),
    path("delegations/", delegation.index, name="delegations"),
    path("delegations/<uuid:uid>/end/", delegation.destroy, name="end_delegation"),
]
