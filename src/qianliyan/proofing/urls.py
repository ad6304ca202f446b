from django.urls import path

from qianliyan.proofing.views import decisions, findings, verification

app_name = "proofing"
urlpatterns = [
    path("<uuid:uid>/findings/", findings.show, name="findings"),
    path("<uuid:uid>/ignored/", decisions.ignore, name="ignored"),
    path("<uuid:uid>/ignored/<int:pk>/end/", decisions.restore, name="ignored_end"),
    path("<uuid:uid>/releases/", decisions.release, name="releases"),
    path("<uuid:uid>/releases/<int:pk>/end/", decisions.withdraw, name="release_end"),
    path("<uuid:uid>/verification/", verification.show, name="verification"),
]
