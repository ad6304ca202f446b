"""Every address; each room keeps its own list."""

from django.urls import include, path

urlpatterns = [
    path("", include("qianliyan.workbench.urls")),
    path("", include("qianliyan.core.urls")),
    path("", include("qianliyan.accounts.urls")),
    path("", include("qianliyan.offices.urls")),
    path("settings/", include("qianliyan.configuration.urls")),
    path("notices/", include("qianliyan.notices.urls")),
    path("makings/", include("qianliyan.files.urls")),
    path("", include("qianliyan.planning.urls")),
    path("texts/", include("qianliyan.proofing.urls")),
    path("items/", include("qianliyan.items.urls")),
    path("", include("qianliyan.desk.urls")),
    path("", include("qianliyan.bulletins.urls")),
    path("assessment/", include("qianliyan.assessment.urls")),
    path("", include("qianliyan.instructions.urls")),
    path("language/", include("django.conf.urls.i18n")),
]
handler400 = "qianliyan.core.views.failure.bad_request"
handler403 = "qianliyan.core.views.failure.forbidden"
handler404 = "qianliyan.core.views.failure.not_found"
handler500 = "qianliyan.core.views.failure.broken"
