from django.urls import path

from qianliyan.assessment.views import calculation, facts, period, record, results, scheme, schemes, standings, trial

app_name = "assessment"
urlpatterns = [
    path("standings/", standings.show, name="standings"),
    path("standings/export/", standings.export, name="export"),
    path("facts/", facts.index, name="facts"),
    path("results/", results.show, name="results"),
    path("calculations/", calculation.create, name="calculations"),
    path("calculations/<uuid:uid>/progress/", calculation.progress, name="progress"),
    path("periods/<str:label>/closing/", period.close, name="closing"),
    path("periods/<str:label>/reopening/", period.reopen, name="reopening"),
    path("periods/<str:label>/check/", period.check, name="check"),
    path("schemes/", schemes.index, name="schemes"),
    path("schemes/new/", schemes.new, name="new_scheme"),
    path("schemes/check/", schemes.check, name="scheme_check"),
    path("schemes/<uuid:uid>/", scheme.show, name="scheme"),
    path("schemes/<uuid:uid>/text/", scheme.edit, name="scheme_text"),
    path("schemes/<uuid:uid>/publication/", scheme.publish, name="scheme_publication"),
    path("schemes/<uuid:uid>/cancellation/", scheme.cancel, name="scheme_cancellation"),
    path("schemes/<uuid:uid>/comparison/", scheme.compare, name="scheme_comparison"),
    path("schemes/<uuid:uid>/trials/", trial.create, name="trials"),
    path("trials/<uuid:uid>/", trial.show, name="trial"),
    path("records/", record.index, name="records"),
    path("records/new/", record.new, name="new_record"),
    path("records/<uuid:uid>/", record.show, name="record"),
    path("records/<uuid:uid>/file/", record.file, name="record_file"),
    path("records/<uuid:uid>/revocation/", record.revoke, name="revocation"),
]
