"""The pages of sign-in, staff and set-up."""

from handrail.accounts.views.agency import (
    agency_edit,
    program_add,
    program_edit,
    program_list,
    site_add,
    site_close,
)
from handrail.accounts.views.entrance import come_back, join, set_up
from handrail.accounts.views.keys import (
    code_app_add,
    codes_file,
    codes_new,
    device_list,
    passkey_add,
    passkey_remove,
    password_set,
)
from handrail.accounts.views.me import me, nowhere, secure, session_show, staff_choose
from handrail.accounts.views.sign_in import passkey_sign_in, second_step, sign_in, signed_in
from handrail.accounts.views.staff import (
    role_end,
    role_give,
    staff_add,
    staff_edit,
    staff_invite,
    staff_leave,
    staff_list,
    staff_show,
    supervision_begin,
    supervision_end,
)

__all__ = [
    "agency_edit",
    "code_app_add",
    "codes_file",
    "codes_new",
    "come_back",
    "device_list",
    "join",
    "me",
    "nowhere",
    "passkey_add",
    "passkey_remove",
    "passkey_sign_in",
    "password_set",
    "program_add",
    "program_edit",
    "program_list",
    "role_end",
    "role_give",
    "second_step",
    "secure",
    "session_show",
    "set_up",
    "sign_in",
    "signed_in",
    "site_add",
    "site_close",
    "staff_add",
    "staff_choose",
    "staff_edit",
    "staff_invite",
    "staff_leave",
    "staff_list",
    "staff_show",
    "supervision_begin",
    "supervision_end",
]
