"""From a link to Today: a key first, nobody asked twice; later, whoever changes keys shows who they are."""

import re
from datetime import timedelta

import pytest
import time_machine
from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.urls import URLPattern, get_resolver, reverse
from django.utils import timezone

from handrail.accounts.devices import device_words
from handrail.audit.models import Entry
from tests.accounts.steps import (
    PASSWORD,
    SECRET,
    code_of,
    give_passkey,
    give_password_and_app,
    link_for,
    links_on,
    type_code,
    type_password,
)
from tests.conftest import HandrailClient
from tests.people.reading import main_words

FIRST_KEY = reverse("accounts:secure")


@pytest.fixture
def dana(cast, client):
    """Dana followed a link a moment ago and has no key yet."""
    client.post(link_for(cast, cast.dana))
    return cast.dana


def own_pages(resolver, space=""):
    for pattern in resolver.url_patterns:
        if not isinstance(pattern, URLPattern):
            yield from own_pages(pattern, pattern.namespace or space)
        elif space in ("home", "people", "accounts", "scope") and "<" not in str(pattern.pattern):
            yield f"{space}:{pattern.name}"


def set_password(client, password=PASSWORD):
    return client.post(reverse("account_set_password"), {"password1": password, "password2": password})


def secret_on(answer) -> str:
    return re.search(r'class="secret">([^<]+)<', answer.content.decode())[1].replace(" ", "")


def with_app(client):
    """The page with the square, and the first code typed in."""
    secret = secret_on(client.get(reverse("mfa_activate_totp")))
    return client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)})


def test_nothing_opens_before_there_is_a_key(dana, client):
    open_to_all = {"accounts:secure", "accounts:session_show"}
    pages = set(own_pages(get_resolver())) - open_to_all
    leads = {name: client.get(reverse(name)).headers.get("Location") for name in pages}

    assert len(pages) > 10
    assert set(leads.values()) == {FIRST_KEY}, leads


def test_secure_offers_both_ways(dana, client):
    answer = client.get(FIRST_KEY)

    assert {reverse("mfa_add_webauthn"), reverse("account_set_password")} <= links_on(answer)
    assert "You unlock it the way you unlock the device" in main_words(answer)


def test_secure_leads_on_when_there_is_a_key(cast, client):
    give_passkey(cast.dana.login)

    assert client.enter(cast.dana).get(FIRST_KEY).headers["Location"] == "/"


def test_the_way_of_the_password_asks_for_nothing_twice(dana, client):
    first = set_password(client)
    second = with_app(client)
    codes = client.get(second.headers["Location"])

    assert first.headers["Location"] == reverse("mfa_activate_totp")
    assert second.headers["Location"] == reverse("mfa_view_recovery_codes")
    assert len(re.findall(r"<li>\d{8}</li>", codes.content.decode())) == 10
    assert client.get("/").status_code == 200


def test_the_way_of_the_password_may_take_its_time(dana, client):
    """Finding and installing an app takes longer than the five minutes for which one is believed."""
    set_password(client)
    with time_machine.travel(timezone.now() + timedelta(minutes=12)):
        assert with_app(client).headers["Location"] == reverse("mfa_view_recovery_codes")


def test_half_way_one_can_go_on_another_day(cast, client):
    cast.dana.login.set_password(PASSWORD)
    cast.dana.login.save()
    type_password(client, "dana")
    answer = client.get(FIRST_KEY)

    assert client.get("/").headers["Location"] == FIRST_KEY
    assert "Your password is set." in main_words(answer)
    assert client.get(reverse("mfa_activate_totp")).status_code == 200


def test_a_password_others_would_guess_is_a_422(dana, client):
    answer = set_password(client, "passwordpassword")

    assert answer.status_code == 422
    assert "Others could guess this one." in main_words(answer)


def test_a_wrong_first_code_keeps_the_same_square(dana, client):
    set_password(client)
    secret = secret_on(client.get(reverse("mfa_activate_totp")))
    answer = client.post(reverse("mfa_activate_totp"), {"code": "000000"})

    assert answer.status_code == 422
    assert secret_on(answer) == secret


def test_a_passkey_of_ours_always_signs_in_alone(dana, client):
    page = client.get(
        reverse("mfa_add_webauthn"), headers={"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)"}
    )

    assert re.search(r'<input type="hidden" name="passwordless"[^>]* checked', page.content.decode())
    assert 'value="iPhone"' in page.content.decode(), "it is called like the device that makes it"
    assert '"userVerification": "required"' in page.content.decode()


def test_codes_on_paper_are_a_page_to_look_at(cast, client):
    """A look writes nothing, so that the page can be loaded again and kept as a file."""
    set_up = client.post(link_for(cast, cast.dana))
    set_password(client)
    with_app(client)
    looks = [client.get(reverse("mfa_view_recovery_codes")) for _look in range(2)]
    file = client.get(reverse("mfa_download_recovery_codes"))

    assert set_up.status_code == 302
    assert [look.status_code for look in looks] == [200, 200]
    assert file.headers["Content-Disposition"] == 'attachment; filename="handrail-codes.txt"'
    assert len(re.findall(r"^\d{8}$", file.content.decode(), re.M)) == 10


def test_new_codes_end_the_old_ones(cast, client):
    old = give_password_and_app(cast.dana.login)
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    answer = client.post(reverse("mfa_generate_recovery_codes"))
    page = client.get(answer.headers["Location"])

    assert page.status_code == 200
    assert old[0] not in page.content.decode()
    other = HandrailClient()
    type_password(other, "dana")
    assert type_code(other, old[0]).status_code == 422


def sign_in(client) -> None:
    type_password(client, "dana")
    assert type_code(client, code_of()).status_code == 302


def test_a_password_alone_does_not_get_in(cast, client):
    give_password_and_app(cast.dana.login)
    answer = type_password(client, "dana")

    assert answer.headers["Location"] == reverse("mfa_authenticate")
    assert client.get("/").status_code == 302


@time_machine.travel(timezone.now(), tick=False)  # a code lasts half a minute: in the next it would be another one
def test_a_code_works_once_whichever_worker_saw_it(cast, client):
    give_password_and_app(cast.dana.login)
    sign_in(client)
    cache.clear()  # another worker has a cache of its own
    other = HandrailClient()
    type_password(other, "dana")

    assert type_code(other, code_of()).status_code == 422
    assert type_code(other, " ".join(code_of())).status_code == 422, "nor spelled another way"


def test_a_code_on_paper_works_once(cast, client):
    codes = give_password_and_app(cast.dana.login)
    type_password(client, "dana")
    assert type_code(client, codes[3]).status_code == 302
    other = HandrailClient()
    type_password(other, "dana")

    assert type_code(other, codes[3]).status_code == 422


def test_a_code_of_half_a_minute_ago_is_still_good(cast, client):
    give_password_and_app(cast.dana.login)
    type_password(client, "dana")
    before = timezone.now() - timedelta(seconds=30)

    assert type_code(client, code_of(at=before.timestamp())).status_code == 302


def test_five_wrong_codes_are_enough(cast, client):
    give_password_and_app(cast.dana.login)
    type_password(client, "dana")
    for _try in range(5):
        type_code(client, "000000")
    answer = type_code(client, code_of())

    assert answer.status_code == 422
    assert "That was too many tries." in main_words(answer)


def test_whoever_changes_keys_later_shows_who_they_are(cast, client):
    give_password_and_app(cast.dana.login)
    sign_in(client)
    answer = client.get(reverse("mfa_add_webauthn"))
    assert answer.headers["Location"].startswith(reverse("account_reauthenticate"))

    back = client.post(answer.headers["Location"], {"password": PASSWORD})

    assert back.headers["Location"] == reverse("mfa_add_webauthn")
    assert client.get(reverse("mfa_add_webauthn")).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert client.get(reverse("mfa_add_webauthn")).status_code == 302


def test_a_mistake_while_changing_keys_is_a_422(cast, client):
    give_password_and_app(cast.dana.login)
    passkey = give_passkey(cast.dana.login)
    sign_in(client)
    wrong = {"password": "wrong wrong wrong wrong"}
    assert client.post(reverse("account_reauthenticate"), wrong).status_code == 422
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})

    forms = {
        reverse("account_change_password"): {"oldpassword": PASSWORD, "password1": "short", "password2": "short"},
        reverse("mfa_edit_webauthn", args=[passkey.pk]): {"name": ""},
    }
    assert {url: client.post(url, data).status_code for url, data in forms.items()} == dict.fromkeys(forms, 422)


def test_the_secret_of_a_code_app_lies_sealed(cast):
    give_password_and_app(cast.dana.login)
    kept = Authenticator.objects.filter(user=cast.dana.login).values_list("data", flat=True)

    assert SECRET not in str(list(kept))


def test_the_passkey_is_asked_for_first(cast):
    give_password_and_app(cast.dana.login)
    give_passkey(cast.dana.login)
    ways = get_adapter().get_reauthentication_methods(cast.dana.login)

    assert [str(way["description"]) for way in ways] == ["Use your passkey", "Use your password", "Use a code"]


def test_the_last_key_stays(cast, client):
    passkey = give_passkey(cast.noor.login)
    answer = client.enter(cast.noor).post(reverse("mfa_remove_webauthn", args=[passkey.pk]), follow=True)

    assert "This is your only one. Add another before you remove it." in main_words(answer)
    assert Authenticator.objects.filter(pk=passkey.pk).exists()


def test_the_last_app_for_codes_stays(cast, client):
    give_password_and_app(cast.dana.login)
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    client.post(reverse("mfa_deactivate_totp"))

    assert Authenticator.objects.filter(user=cast.dana.login, type=Authenticator.Type.TOTP).exists()


def test_somebody_elses_passkey_is_not_there(cast, client):
    passkey = give_passkey(cast.noor.login)

    assert client.enter(cast.dana).post(reverse("mfa_remove_webauthn", args=[passkey.pk])).status_code == 404


def test_mfa_index_says_what_one_has(cast, client):
    give_password_and_app(cast.dana.login)
    page = main_words(client.enter(cast.dana).get(reverse("mfa_index")))

    assert "You can sign in with your password and a code from your app." in page
    assert "10 codes are left." in page


def test_device_list_shows_where_one_is_signed_in_also_by_a_link(cast, client):
    client.post(
        link_for(cast, cast.dana), headers={"User-Agent": "Mozilla/5.0 (Linux; Android 16) Chrome/140 Mobile Safari/537"}
    )
    give_passkey(cast.dana.login)
    page = main_words(client.get(reverse("usersessions_list")))

    assert "Android phone, Chrome This one" in page
    assert "Nowhere else." in page


def test_device_list_signs_out_everywhere_else(cast, client):
    give_password_and_app(cast.dana.login)
    sign_in(client)
    other = HandrailClient()
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        type_password(other, "dana")
        type_code(other, code_of())
        assert "Sign out everywhere else" in main_words(other.get(reverse("usersessions_list")))
        other.post(reverse("usersessions_list"))

        assert client.get("/").status_code == 302
        assert other.get("/").status_code == 200
        assert UserSession.objects.filter(user=cast.dana.login).count() == 1


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18 Mobile/15E Safari/604",
            "iPhone, Safari",
        ),
        (
            "Mozilla/5.0 (Linux; Android 15; SM-S911B) AppleWebKit/537 SamsungBrowser/27 Chrome/125 Mobile Safari/537",
            "Android phone, Samsung Internet",
        ),
        ("Mozilla/5.0 (Linux; Android 14; SM-X200) AppleWebKit/537 Chrome/140 Safari/537", "Android tablet, Chrome"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537 Chrome/140 Safari/537 Edg/140", "Windows computer, Edge"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Gecko/20100101 Firefox/145.0", "Mac, Firefox"),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541) AppleWebKit/537 Chrome/140 Safari/537", "Chromebook, Chrome"),
        ("", "A device that does not say what it is"),
    ],
)
def test_devices_are_told_in_plain_words(user_agent, words):
    assert device_words(user_agent) == words


def test_an_unlocked_screen_is_not_enough_to_make_another_way_in(cast, client):
    give_passkey(cast.dana.login)
    answer = set_password(client.enter(cast.dana))

    assert answer.headers["Location"].startswith(reverse("mfa_reauthenticate_webauthn"))
    cast.dana.login.refresh_from_db()
    assert not cast.dana.login.has_usable_password()


def test_the_old_password_is_asked_for_five_times_at_most(cast, client):
    give_password_and_app(cast.dana.login)
    sign_in(client)
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    new = {"password1": "other loose words wandering", "password2": "other loose words wandering"}
    for _try in range(6):
        client.post(reverse("account_change_password"), {"oldpassword": "wrong wrong wrong wrong", **new})
    answer = client.post(reverse("account_change_password"), {"oldpassword": PASSWORD, **new})

    assert answer.status_code == 422
    cast.dana.login.refresh_from_db()
    assert cast.dana.login.check_password(PASSWORD)


def test_every_change_of_keys_stands_in_the_record(dana, client):
    set_password(client)
    with_app(client)
    client.post(reverse("mfa_generate_recovery_codes"))
    client.post(reverse("usersessions_list"))
    verbs = Entry.objects.filter(verb__startswith="key.").order_by("seq").values_list("verb", flat=True)

    assert list(verbs) == ["key.password_set", "key.codes_made", "key.added", "key.codes_made", "key.others_signed_out"]
