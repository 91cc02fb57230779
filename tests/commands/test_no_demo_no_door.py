"""Where real work is done there is no door to a demo."""

import pytest
from django.urls import reverse

UNKNOWN = "/there/was/never/such/a/page/"


@pytest.mark.parametrize("signed_in", [False, True])
def test_without_a_demo_there_is_no_door(client, cast, signed_in):
    if signed_in:
        client.enter(cast.dana)
    staff = {"staff": str(cast.dana.pk)}
    nowhere = client.get(UNKNOWN)
    answers = [
        client.get(reverse("demo:demo_show")),
        client.post(reverse("demo:demo_show")),
        client.get(reverse("demo:demo_enter"), staff),
        client.post(reverse("demo:demo_enter"), staff),
    ]

    assert nowhere.status_code == 404
    assert [(answer.status_code, answer.content) for answer in answers] == [(404, nowhere.content)] * 4
    assert [dict(answer.headers) for answer in answers] == [dict(nowhere.headers)] * 4
