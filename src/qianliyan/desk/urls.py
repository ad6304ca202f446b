from django.urls import path

from qianliyan.desk.views import (
    batch,
    cancellation,
    conflict,
    draft,
    drafts,
    file,
    handling,
    merging,
    queue,
    readiness,
    receipt,
    source,
    submission,
    taking,
    text,
    version,
)

app_name = "desk"
urlpatterns = [
    path("desk/", queue.show, name="queue"),
    path("desk/batch/", batch.create, name="batch"),
    path("desk/merging/", merging.create, name="merging"),
    path("submissions/<uuid:uid>/", submission.show, name="submission"),
    path("submissions/<uuid:uid>/receipt/", receipt.create, name="receipt"),
    path("submissions/<uuid:uid>/draft/", taking.create, name="taking"),
    path("submissions/<uuid:uid>/handlings/<slug:kind>/", handling.create, name="handling"),
    path("submissions/<uuid:uid>/files/<uuid:file_uid>/", file.show, name="file"),
    path("drafts/", drafts.index, name="drafts"),
    path("drafts/<uuid:uid>/", draft.show, name="draft"),
    path("drafts/<uuid:uid>/text/", text.update, name="text"),
    path("drafts/<uuid:uid>/conflict/", conflict.show, name="conflict"),
    path("drafts/<uuid:uid>/unsaved/", conflict.destroy, name="unsaved"),
    path("drafts/<uuid:uid>/versions/", version.create, name="versions"),
    path("drafts/<uuid:uid>/versions/<int:number>/", version.show, name="version"),
    path("drafts/<uuid:uid>/readiness/", readiness.create, name="readiness"),
    path("drafts/<uuid:uid>/readiness/end/", readiness.destroy, name="end_readiness"),
    path("drafts/<uuid:uid>/sources/", source.update, name="sources"),
    path("drafts/<uuid:uid>/sources/<uuid:submission_uid>/end/", source.destroy, name="end_source"),
    path("drafts/<uuid:uid>/cancellation/", cancellation.create, name="cancellation"),
]
