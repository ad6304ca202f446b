from django.urls import path

from qianliyan.planning.views import (
    addressee,
    breakdown,
    commission,
    commissions,
    key_points,
    key_tasks,
    requests,
    steps,
)

app_name = "planning"
urlpatterns = [
    path("requests/", requests.index, name="requests"),
    path("requests/past/", requests.past, name="past"),
    path("commissions/", commissions.index, name="commissions"),
    path("commissions/new/", commissions.create, name="new_commission"),
    path("commissions/<uuid:uid>/", commission.show, name="commission"),
    path("commissions/<uuid:uid>/text/", commissions.update, name="edit_commission"),
    path("commissions/<uuid:uid>/issuing/", steps.issue, name="issuing"),
    path("commissions/<uuid:uid>/closing/", steps.close, name="closing"),
    path("commissions/<uuid:uid>/cancellation/", steps.cancel, name="commission_cancellation"),
    path("commissions/<uuid:uid>/follow-ups/", steps.follow_up, name="follow_ups"),
    path("commissions/<uuid:uid>/reminders/", steps.remind, name="reminders"),
    path("commissions/<uuid:uid>/units/<uuid:office_uid>/receipt/", addressee.receipt, name="receipt"),
    path("commissions/<uuid:uid>/units/<uuid:office_uid>/nothing/", addressee.nothing, name="nothing"),
    path("commissions/<uuid:uid>/units/<uuid:office_uid>/reminders/", addressee.reminder, name="reminder"),
    path("commissions/<uuid:uid>/units/<uuid:office_uid>/calls/", addressee.call, name="call"),
    path("commissions/<uuid:uid>/units/<uuid:office_uid>/extensions/", addressee.extension, name="extension"),
    path("key-points/", key_points.index, name="key_points"),
    path("key-points/new/", key_points.create, name="new_key_point"),
    path("key-points/<uuid:uid>/", key_points.show, name="key_point"),
    path("key-points/<uuid:uid>/text/", key_points.update, name="edit_key_point"),
    path("key-points/<uuid:uid>/withdrawal/", key_points.withdraw, name="key_point_withdrawal"),
    path("key-tasks/", key_tasks.index, name="key_tasks"),
    path("key-tasks/new/", key_tasks.create, name="new_key_task"),
    path("key-tasks/breakdown/", breakdown.create, name="breakdown"),
    path("key-tasks/<uuid:uid>/", key_tasks.show, name="key_task"),
    path("key-tasks/<uuid:uid>/text/", key_tasks.update, name="edit_key_task"),
    path("key-tasks/<uuid:uid>/steps/<slug:verb>/", key_tasks.step, name="key_task_step"),
]
