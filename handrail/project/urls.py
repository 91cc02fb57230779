"""Every address of Handrail. Only the URL files know views."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.webauthn import views as webauthn
from django.urls import include, path

from handrail.accounts import views as accounts
from handrail.project import health

# allauth's own pages keep allauth's names, which its code looks up. Sign-up, mail and password reset have no address here.
sign_in = [
    path("", accounts.sign_in, name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("code/", accounts.second_step, name="mfa_authenticate"),
    path("passkey/", accounts.passkey_sign_in, name="mfa_login_webauthn"),
]
my_keys = [
    path("", mfa.index, name="mfa_index"),
    path("again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("password/", accounts.password_change, name="account_change_password"),
    path("password/first/", accounts.password_set, name="account_set_password"),
    path("app/add/", accounts.code_app_add, name="mfa_activate_totp"),
    path("app/remove/", accounts.code_app_remove, name="mfa_deactivate_totp"),
    path("codes/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("codes/new/", accounts.codes_new, name="mfa_generate_recovery_codes"),
    path("codes/file/", accounts.codes_file, name="mfa_download_recovery_codes"),
    path("passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/add/", accounts.passkey_add, name="mfa_add_webauthn"),
    path("passkeys/again/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/name/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", accounts.passkey_remove, name="mfa_remove_webauthn"),
    path("devices/", accounts.device_list, name="usersessions_list"),
]

urlpatterns = [
    path("", include("handrail.home.urls")),
    path("sign-in/", include(sign_in)),
    path("my/keys/", include(my_keys)),
    path("", include("handrail.accounts.urls")),
    path("people/", include("handrail.people.urls")),
    path("plans/", include("handrail.plans.urls")),
    path("crisis/", include("handrail.crisis.urls")),
    path("directives/", include("handrail.directives.urls")),
    path("contacts/", include("handrail.contacts.urls")),
    path("imports/", include("handrail.exchange.urls")),
    path("scope/", include("handrail.scope.urls")),
    path("library/", include("handrail.learning.urls")),
    path("ui/", include("handrail.ui.urls")),
    path("demo/", include("handrail.project.demo.urls")),
    path("healthz", health.healthz, name="healthz"),
    path("readyz", health.readyz, name="readyz"),
]

handler400 = "handrail.project.errors.not_understood"
handler403 = "handrail.project.errors.not_allowed"
handler404 = "handrail.project.errors.not_found"
handler500 = "handrail.project.errors.broken"
