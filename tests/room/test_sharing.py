"""A shared room: who gets in, who does not, and what each may do."""

from __future__ import annotations

import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from ipaddress import ip_network
from pathlib import Path

import pytest
from tests.room.conftest import Answer, OpenRoom, Rooms

import gainsay
from gainsay.errors import UsageError
from gainsay.room.accounts import Account, Accounts, fits, hashed, read_accounts, write_accounts
from gainsay.room.entrance import PasswordDoor, ProxyDoor
from gainsay.room.sessions import FREE_TRIES, IDLE, Sessions, Tries
from gainsay.room.sharing import Sharing

PASSWORD = "marsh and quay"
HASH = hashed(PASSWORD)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


def ask(room: OpenRoom, path: str, fields: dict[str, str] | None = None, **headers: str) -> Answer:
    """An answer as it comes, redirections not followed."""
    body = urllib.parse.urlencode(fields).encode() if fields is not None else None
    request = urllib.request.Request(room.address + path, data=body, headers=room.headers | headers)
    try:
        with urllib.request.build_opener(_Stay).open(request, timeout=60) as found:
            return Answer(found.status, dict(found.headers.items()), found.read().decode(), found.url)
    except urllib.error.HTTPError as error:
        return Answer(error.code, dict(error.headers.items()), error.read().decode(), error.url)


def sign_in(room: OpenRoom, name: str, password: str = PASSWORD) -> OpenRoom:
    """The room as somebody sees it who signed in."""
    answer = ask(room, "sign-in.html", {"name": name, "password": password, "to": "/index.html"})
    assert answer.status == 303, answer.text
    return OpenRoom(room.address, room.library, {"Cookie": answer.headers["set-cookie"].split(";")[0]})


def with_accounts(folder: Path) -> Path:
    """A file of accounts, all with one password."""
    roles = {"Rita": "reader", "Ravi": "reviewer", "Remy": "reviewer", "Edda": "editor", "Tom": "reader"}
    write_accounts(folder / "accounts", {n: Account(n, r, HASH) for n, r in roles.items()})  # type: ignore[arg-type]
    return folder / "accounts"


@pytest.fixture
def accounts(tmp_path: Path) -> Path:
    return with_accounts(tmp_path)


@pytest.fixture(scope="module")
def closed(rooms: Rooms, marrow_bay: Path, tmp_path_factory: pytest.TempPathFactory) -> OpenRoom:
    """A shared room in which nothing is decided."""
    accounts = with_accounts(tmp_path_factory.mktemp("closed"))
    return rooms.open(marrow_bay, PasswordDoor(Accounts(accounts), "session"))


@pytest.fixture
def shared(rooms: Rooms, desk: OpenRoom, accounts: Path) -> OpenRoom:
    return rooms.open(desk.library.edition.path, PasswordDoor(Accounts(accounts), "session"))


@pytest.fixture
def proxied(rooms: Rooms, marrow_bay: Path, accounts: Path) -> Callable[[str], OpenRoom]:
    """A room that believes a proxy at an address."""
    return lambda trusted: rooms.open(marrow_bay, ProxyDoor(Accounts(accounts), "X-Remote-User", [ip_network(trusted)]))


@pytest.mark.parametrize("path", ["index.html", "", "matters.html?verdict=conflict", "review.html", "nowhere"])
def test_a_stranger_is_led_to_the_door_and_back_to_where_he_wanted(closed: OpenRoom, path: str) -> None:
    answer = ask(closed, path)
    assert answer.status == 303 and answer.text == "Sign in first."
    assert answer.headers["location"] == f"/sign-in.html?to={urllib.parse.quote('/' + path, safe='/')}"


def test_a_program_without_a_session_is_told_so_as_json(closed: OpenRoom) -> None:
    answer = ask(closed, "matters.json")
    assert answer.status == 401 and '"Sign in first."' in answer.text
    assert ask(closed, "openapi.json").status == 401


def test_the_door_says_nothing_of_the_edition(closed: OpenRoom) -> None:
    page = ask(closed, "sign-in.html").text
    assert "Sign in" in page and "Marrow" not in page


def test_nothing_is_decided_without_a_session(closed: OpenRoom) -> None:
    assert ask(closed, "review.html", {"action": "accept", "by": "Edda"}).status == 401


def test_a_wrong_password_and_an_unknown_name_are_answered_alike(closed: OpenRoom) -> None:
    answers = [ask(closed, "sign-in.html", {"name": n, "password": "not it at all"}) for n in ("Rita", "Nobody")]
    assert {a.status for a in answers} == {403}
    assert all("No account has this name with this password." in a.text for a in answers)
    assert not any("set-cookie" in a.headers for a in answers)


def test_after_some_tries_one_has_to_wait_and_the_right_password_too(closed: OpenRoom) -> None:
    for _ in range(FREE_TRIES + 3):
        last = ask(closed, "sign-in.html", {"name": "Tom", "password": "a guess, again"})
    assert last.status == 429
    assert ask(closed, "sign-in.html", {"name": "Tom", "password": PASSWORD}).status == 429
    assert sign_in(closed, "Ravi").get("index.html").status == 200


def test_the_session_is_kept_in_a_cookie_that_scripts_and_other_sites_do_not_get(closed: OpenRoom) -> None:
    cookie = ask(closed, "sign-in.html", {"name": "Rita", "password": PASSWORD}).headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=lax" in cookie and "path=/" in cookie


def test_over_https_the_cookie_goes_over_https_only(rooms: Rooms, marrow_bay: Path, accounts: Path) -> None:
    sharing = Sharing.of(accounts=accounts, address="https://room.example.org")
    room = rooms.open(marrow_bay, sharing.door)
    cookie = ask(room, "sign-in.html", {"name": "Rita", "password": PASSWORD}).headers["set-cookie"]
    assert cookie.startswith("__Host-session=") and "Secure" in cookie and "Domain" not in cookie


@pytest.mark.parametrize("to", ["https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "x"])
def test_nobody_is_led_to_another_site_from_the_door(closed: OpenRoom, to: str) -> None:
    answer = ask(closed, "sign-in.html", {"name": "Rita", "password": PASSWORD, "to": to})
    assert answer.headers["location"] == "/index.html"


@pytest.mark.parametrize("header", [{"Host": "gainsay.example"}, {"Origin": "https://gainsay.example"}])
def test_foreign_hosts_and_origins_are_refused_with_a_session_too(closed: OpenRoom, header: dict[str, str]) -> None:
    answer = sign_in(closed, "Edda").get("index.html", **header)
    assert answer.status == 403 and "Marrow" not in answer.text


def test_a_form_of_another_site_cannot_sign_anybody_in(closed: OpenRoom) -> None:
    fields = {"name": "Rita", "password": PASSWORD}
    assert ask(closed, "sign-in.html", fields, Origin="https://gainsay.example").status == 403


def test_a_reader_reads_and_does_not_decide(closed: OpenRoom) -> None:
    rita = sign_in(closed, "Rita")
    matter = rita.record("matters.json")["rows"][0]
    page = rita.get(matter["href"])
    assert page.status == 200 and "Overrule" not in page.text and "review.html" not in page.text
    for path in ("review.html", "review.json", f"review/{matter['id']}.html"):
        assert rita.get(path).status == 403
    fields = {"target": matter["id"], "action": "accept", "token": sign_in(closed, "Edda").token()}
    assert rita.post("review.html", **fields).status == 403


def test_a_reviewer_decides_under_the_name_of_the_account(shared: OpenRoom) -> None:
    ravi = sign_in(shared, "Ravi")
    target = ravi.record("review.json")["waiting"][0]["target"]
    answer = ravi.post("review.html", token=ravi.token(), target=target, action="accept", by="Edda")
    assert answer.status == 200
    assert [d["by"] for d in ravi.record("review.json")["log"]] == ["Ravi"]


def test_a_page_that_somebody_else_asked_for_before_bears_the_own_name(shared: OpenRoom) -> None:
    ravi, remy = sign_in(shared, "Ravi"), sign_in(shared, "Remy")
    pages = [one.get("people.html").text for one in (ravi, remy, ravi)]
    assert pages[0] == pages[2]
    for page, own, other in zip(pages, ("Ravi", "Remy"), ("Remy", "Ravi"), strict=False):
        assert f"{own}</span>," in page and f"{other}</span>," not in page
    tokens = [re.findall(r'name="token" value="([^"]+)"', page) for page in pages]
    assert tokens[0] == tokens[2] != tokens[1]


def test_the_token_of_one_does_not_serve_another(shared: OpenRoom) -> None:
    ravi, remy = sign_in(shared, "Ravi"), sign_in(shared, "Remy")
    target = ravi.record("review.json")["waiting"][0]["target"]
    for token in ("", "é", remy.token()):
        assert ravi.post("review.html", token=token, target=target, action="accept").status == 422
    assert ravi.record("review.json")["log"] == []


def test_what_somebody_else_decided_only_an_editor_takes_back(shared: OpenRoom) -> None:
    ravi, remy, edda = (sign_in(shared, n) for n in ("Ravi", "Remy", "Edda"))
    target = ravi.record("review.json")["waiting"][0]["target"]
    ravi.post("review.html", token=ravi.token(), target=target, action="accept")
    refused = remy.post("review.html", token=remy.token(), target="1", action="undo")
    assert refused.status == 422 and "Ravi decided this" in refused.text
    assert not any(d["undoable"] for d in remy.record("review.json")["log"])
    assert edda.post("review.html", token=edda.token(), target="1", action="undo").status == 200


def test_whoever_is_taken_out_of_the_file_is_out_at_once(shared: OpenRoom, accounts: Path) -> None:
    rita = sign_in(shared, "Rita")
    assert rita.get("index.html").status == 200
    write_accounts(accounts, {n: a for n, a in read_accounts(accounts).items() if n != "Rita"})
    assert ask(rita, "index.html").status == 303


def test_a_new_password_ends_the_old_sessions(shared: OpenRoom, accounts: Path) -> None:
    rita = sign_in(shared, "Rita")
    write_accounts(accounts, read_accounts(accounts) | {"Rita": Account("Rita", "reader", hashed("another password"))})
    assert ask(rita, "index.html").status == 303


def test_signing_out_ends_the_session_and_needs_the_token(shared: OpenRoom) -> None:
    ravi = sign_in(shared, "Ravi")
    ask(ravi, "sign-out.html", {"token": "guessed"})
    assert ravi.get("index.html").status == 200
    ask(ravi, "sign-out.html", {"token": ravi.token()})
    assert ask(ravi, "index.html").status == 303


def test_a_proxy_says_who_asks(proxied: Callable[[str], OpenRoom]) -> None:
    room = proxied("127.0.0.1/32")
    assert ask(room, "review.html", **{"X-Remote-User": "Ravi"}).status == 200
    assert ask(room, "review.html", **{"X-Remote-User": "Rita"}).status == 403
    assert "Ravi" in ask(room, "index.html", **{"X-Remote-User": "Ravi"}).text


@pytest.mark.parametrize("headers", [{}, {"X-Remote-User": ""}, {"X-Remote-User": "Nobody"}])
def test_whom_the_proxy_does_not_name_or_the_file_does_not_is_refused(
    proxied: Callable[[str], OpenRoom], headers: dict[str, str]
) -> None:
    answer = ask(proxied("127.0.0.1/32"), "index.html", **headers)
    assert answer.status == 403 and "Marrow" not in answer.text


def test_the_header_counts_for_nothing_from_an_address_that_is_not_trusted(
    proxied: Callable[[str], OpenRoom],
) -> None:
    forged = {"X-Remote-User": "Edda", "X-Forwarded-For": "10.0.0.7", "Forwarded": "for=10.0.0.7"}
    assert ask(proxied("10.0.0.0/24"), "index.html", **forged).status == 403


def test_a_star_stands_for_everybody_whom_the_proxy_knows(proxied: Callable[[str], OpenRoom], accounts: Path) -> None:
    write_accounts(accounts, read_accounts(accounts) | {"*": Account("*", "reader")})
    room = proxied("127.0.0.1/32")
    assert ask(room, "index.html", **{"X-Remote-User": "Somebody Else"}).status == 200
    assert ask(room, "review.html", **{"X-Remote-User": "Somebody Else"}).status == 403


def test_a_restricted_document_and_what_was_decided_on_it_are_not_shown(
    rooms: Rooms, tmp_path: Path, accounts: Path
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text("The widow Quibbleworth said that 40 men came to Port Adair.", encoding="utf-8")
    (texts / "b.txt").write_text("Ana Holt said that 12 men came to Port Adair.", encoding="utf-8")
    (texts / "sources.toml").write_text('["a.txt"]\nrestricted = true\n', encoding="utf-8")
    with gainsay.read(texts, tmp_path / "e.gainsay") as edition:
        held = next(a for a in edition.attributions() if edition.document(a.document).path == "a.txt")
        edition.review(held.id, "accept", by="Ana", reason="Heard from the widow Quibbleworth.")
    edda = sign_in(rooms.open(tmp_path / "e.gainsay", PasswordDoor(Accounts(accounts), "session")), "Edda")
    for path in ("index", "sources", "people", "review", "search", "ask", "about", "matters", "timeline", "network"):
        assert "Quibbleworth" not in edda.get(f"{path}.html?q=Quibblewort&verify=0").text.replace('Quibblewort"', "")
    assert edda.get(f"review/{held.id}.html").status == 404
    assert edda.post("review.html", token=edda.token(), target="1", action="undo").status == 422


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"accounts": None}, "needs its accounts"),
        ({"address": "http://room.example.org"}, "anybody on the way"),
        ({"address": "https://room.example.org/path"}, "without a path"),
        ({"address": "room.example.org"}, "not an address"),
        ({"address": "https://room.example.org:port"}, "not an address"),
        ({"host": "0.0.0.0"}, "at no other"),
        ({"trusted": ["127.0.0.1"]}, "--user-header"),
        ({"user_header": "X-Remote-User"}, "--trust"),
        ({"user_header": "X Remote", "trusted": ["127.0.0.1"]}, "name of a header"),
        ({"user_header": "X-Remote-User", "trusted": ["proxy"]}, "no address of a proxy"),
    ],
)
def test_a_room_is_not_shared_where_it_would_stand_open(accounts: Path, given: dict[str, object], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        Sharing.of(**({"accounts": accounts} | given))  # type: ignore[arg-type]


def test_accounts_without_any_password_open_no_room(tmp_path: Path) -> None:
    write_accounts(tmp_path / "accounts", {"Rita": Account("Rita", "reader")})
    with pytest.raises(UsageError, match="no account has a password"):
        Sharing.of(accounts=tmp_path / "accounts")


@pytest.mark.parametrize(
    "line",
    ["Rita", "Rita:king:", ":reader:", "Rita:reader:plain", "Rita:reader:scrypt$0$0$0$$", "Rita:reader:scrypt$3$1$1$$"],
)
def test_a_line_that_is_no_account_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "accounts").write_text(f"# ours\nAna:reader:\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match="line 3"):
        read_accounts(tmp_path / "accounts")


def test_a_password_is_kept_as_a_hash_that_only_it_fits(tmp_path: Path) -> None:
    write_accounts(tmp_path / "accounts", {"Rita": Account("Rita", "reader", HASH)})
    kept = (tmp_path / "accounts").read_text(encoding="utf-8")
    assert PASSWORD not in kept and (tmp_path / "accounts").stat().st_mode & 0o077 == 0
    assert fits(PASSWORD, HASH) and not fits(PASSWORD.upper(), HASH) and not fits("", "")
    assert hashed(PASSWORD) != HASH  # salted


def test_a_session_ends_when_nobody_has_used_it_for_long() -> None:
    now = [0.0]
    sessions = Sessions(lambda: now[0])
    token = sessions.begin(Account("Rita", "reader"))
    now[0] = IDLE - 1
    assert sessions.account(token)
    now[0] += IDLE + 1
    assert sessions.account(token) is None and sessions.account("guessed") is None


def test_the_wait_after_tries_in_vain_doubles_and_passes() -> None:
    now = [0.0]
    tries = Tries(lambda: now[0])
    waits = []
    for _ in range(FREE_TRIES + 3):
        tries.failed("Rita")
        waits.append(tries.wait("Rita"))
    assert waits == [0.0] * (FREE_TRIES - 1) + [1.0, 2.0, 4.0, 8.0]
    assert tries.wait("Ravi") == 0.0
    now[0] = 8.0
    assert tries.wait("Rita") == 0.0
