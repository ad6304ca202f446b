from django.urls import path

from qianliyan.bulletins.views import entry, issue, preview, printing, publication, shelf, signing, tail

app_name = "bulletins"
urlpatterns = [
    path("publications/", publication.index, name="publications"),
    path("publications/new/", publication.new, name="new_publication"),
    path("publications/<uuid:uid>/", publication.show, name="publication"),
    path("publications/<uuid:uid>/settings/", publication.settings, name="publication_settings"),
    path("publications/<uuid:uid>/issues/", issue.create, name="issues"),
    path("issues/", shelf.index, name="shelf"),
    path("issues/<uuid:uid>/", issue.show, name="issue"),
    path("issues/<uuid:uid>/entries/", entry.create, name="entries"),
    path("issues/<uuid:uid>/order/", entry.order, name="order"),
    path("issues/<uuid:uid>/tail/", tail.edit, name="tail"),
    path("issues/<uuid:uid>/preview/", preview.index, name="preview"),
    path("issues/<uuid:uid>/preview/<int:number>/", preview.show, name="preview_page"),
    path("issues/<uuid:uid>/signing-request/", signing.request_signature, name="signing_request"),
    path("issues/<uuid:uid>/signing-request/withdrawal/", signing.withdraw_request, name="signing_withdrawal"),
    path("issues/<uuid:uid>/signature/", signing.sign, name="signature"),
    path("issues/<uuid:uid>/return/", signing.send_back, name="return"),
    path("issues/<uuid:uid>/cancellation/", signing.cancel, name="cancellation"),
    path("issues/<uuid:uid>/voidance/", signing.void, name="voidance"),
    path("issues/<uuid:uid>/printing/", printing.create, name="printing"),
    path("issues/<uuid:uid>/printing/progress/", printing.progress, name="progress"),
    path("issues/<uuid:uid>/printing/renewal/", printing.renew, name="renewal"),
    path("issues/<uuid:uid>/file/", printing.file, name="file"),
    path("entries/<uuid:uid>/", entry.show, name="entry"),
    path("entries/<uuid:uid>/position/", entry.shift, name="position"),
    path("entries/<uuid:uid>/removal/", entry.destroy, name="removal"),
]
