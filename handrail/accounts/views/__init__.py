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
from handrail.accounts.views.me import me, nowhere, passkey_remove, secure, session_show, staff_choose
from handrail.accounts.views.sign_in import sign_in, signed_in
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
    "come_back",
    "join",
    "me",
    "nowhere",
    "passkey_remove",
    "program_add",
    "program_edit",
    "program_list",
    "role_end",
    "role_give",
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
