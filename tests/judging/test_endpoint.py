"""Speaking to an endpoint: what goes out, and what comes of everything that may come back."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from gainsay.errors import UsageError
from gainsay.judging.endpoint import CallError, Endpoint, Reply, caller, reply_of
from tests.judging.server import Server, serving

QUESTION = [
    {"role": "system", "content": "Judge."},
    {"role": "user", "content": '{"passages": [{"passage": 1, "statement": "a", "text": "a"}]}'},
]


@pytest.fixture(scope="module")
def shared() -> Iterator[Server]:
    with serving() as one:
        yield one


def _ask(url: str, model: str, key: str = "", timeout: float = 20.0, retries: int = 0) -> Reply:
    return caller(Endpoint(url, model, key, timeout, retries))(QUESTION)


def test_an_answer_comes_back_with_what_it_took(shared: Server) -> None:
    reply = _ask(shared.url, "reader")
    assert '"verdict": "corroboration"' in reply.text and reply.tokens == 500 and not reply.refused


def test_nothing_goes_out_but_the_question_the_key_and_a_bound(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-somebody-else")
    monkeypatch.setenv("OPENAI_ORG_ID", "org-somebody")
    monkeypatch.setenv("OPENAI_PROJECT_ID", "project-of-somebody")
    monkeypatch.setenv("HTTP_PROXY", "http://192.0.2.1:1")  # what is asked of this machine goes through no proxy
    _ask(server.url, "reader", "s3cret")
    assert server.asked == [{"model": "reader", "messages": QUESTION, "max_tokens": 800}]
    headers = {name.lower(): value for name, value in server.headers[0].items()}
    assert headers["authorization"] == "Bearer s3cret" and headers["user-agent"] == "gainsay"
    told = {name.removeprefix("x-stainless-") for name in headers if name.startswith(("x-stainless", "openai"))}
    assert told <= {"retry-count", "read-timeout", "raw-response"}  # of this call alone, and nothing of this machine
    assert "somebody" not in str(headers)


def test_without_a_key_none_is_sent(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "of-somebody-else")
    _ask(server.url, "reader")
    assert "somebody" not in str(server.headers[0])


def test_a_model_that_knows_the_bound_by_another_name_is_asked_so(server: Server) -> None:
    assert '"verdict": "scope"' in _ask(server.url, "newer").text
    assert [set(a) - {"model", "messages"} for a in server.asked] == [{"max_tokens"}, {"max_completion_tokens"}]


@pytest.mark.parametrize(
    ("model", "told", "fatal"),
    [
        ("busy", "no more questions for now (429: Rate limit reached)", False),
        ("broken", "the server failed (500: out of memory)", False),
        ("locked", "the key is not accepted", True),
        ("unknown", "no such model", True),
        ("moved", "sends elsewhere, which is not followed", True),
        ("html", "not as one with this interface would", False),
        ("huge", "longer than 1,000,000 bytes", False),
    ],
)
def test_whatever_goes_wrong_is_a_line(shared: Server, model: str, told: str, fatal: bool) -> None:
    with pytest.raises(CallError) as caught:
        _ask(shared.url, model, "s3cret-key")
    assert told in str(caught.value) and caught.value.fatal is fatal
    assert "s3cret-key" not in str(caught.value)


def test_a_server_that_does_not_answer_is_left(shared: Server) -> None:
    with pytest.raises(CallError, match=r"did not (?:end its )?answer within 0\.2 seconds"):
        _ask(shared.url, "slow", timeout=0.2)


def test_an_address_where_nobody_listens_is_a_line() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    with pytest.raises(CallError, match="cannot be reached"):
        _ask(f"http://127.0.0.1:{port}/v1", "reader", timeout=2)


def test_a_call_that_failed_is_made_again(server: Server) -> None:
    assert _ask(server.url, "flaky", retries=1).tokens == 500
    assert len(server.asked) == 2


def test_a_refusal_is_no_answer_and_says_so(shared: Server) -> None:
    assert _ask(shared.url, "refusing").refused == "it refuses: I cannot help with that."
    assert _ask(shared.url, "silent").refused == "it answers with nothing"
    held = b'{"choices": [{"message": {"content": "half of"}, "finish_reason": "content_filter"}]}'
    assert "filter" in reply_of(held).refused


@pytest.mark.parametrize(
    "body",
    [b"", b"null", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{"message": null}]}', b"\xff", b"[" * 99_999],
)
def test_what_is_no_answer_of_this_interface_is_told_as_such(body: bytes) -> None:
    with pytest.raises(CallError, match="not as one with this interface"):
        reply_of(body)


@pytest.mark.parametrize("used", ["-1", "true", '"many"', "1e99", "null"])
def test_a_count_that_is_none_is_not_believed(used: str) -> None:
    body = f'{{"choices": [{{"message": {{"content": "x"}}}}], "usage": {{"total_tokens": {used}}}}}'
    assert reply_of(body.encode()).tokens is None


@pytest.mark.parametrize(
    ("url", "model"),
    [
        ("localhost:8080", "m"),
        ("ftp://host/v1", "m"),
        ("http://", "m"),
        ("http://me:key@host/v1", "m"),
        ("http://h/", " "),
    ],
)
def test_an_address_or_model_that_is_none_is_wrong_usage(url: str, model: str) -> None:
    with pytest.raises(UsageError):
        Endpoint(url, model)


def test_the_key_is_shown_nowhere() -> None:
    one = Endpoint("https://host.example/v1", "m", "s3cret")
    assert "s3cret" not in repr(one) and "s3cret" not in one.name and one.name == "m at host.example"
