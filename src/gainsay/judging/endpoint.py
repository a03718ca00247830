"""The one place that speaks to the network: one question to an endpoint that the user named, and its answer.

Any service or local server with the interface of OpenAI's chat completions. Nothing is sent beside the question and
the key: no telemetry, and no redirection to another address is followed.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from gainsay.errors import UsageError
from gainsay.judging.opinion import clean
from gainsay.judging.prompt import ANSWER, Message

MOST_BYTES = 1_000_000  # of an answer: a thousand times of what is asked for; what is longer is cut off unread
SAID = 200  # characters of what a server says of an error
_TOLD_OF_US = ("Lang", "Package-Version", "OS", "Arch", "Runtime", "Runtime-Version", "Async", "Retry-Count")
"""What the client would tell of this machine in headers (X-Stainless-…) of its own accord."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Whom to ask: the address up to `/v1`, the model, the key if it wants one, how many seconds one answer may take,
    and how often a call that failed is made again.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 60.0
    retries: int = 2

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise UsageError(f"{self.url}: not an address. It looks like http://localhost:8080/v1.")
        if parts.username or parts.password or parts.query:
            raise UsageError("the address must hold no key: name an environment variable with --key-from.")
        if not self.model.strip():
            raise UsageError("name the model with --model, as the server calls it.")

    @property
    def host(self) -> str:
        """Where questions go."""
        return urlsplit(self.url).netloc

    @property
    def is_here(self) -> bool:
        """Whether it is this machine."""
        host = urlsplit(self.url).hostname or ""
        return host == "localhost" or host == "::1" or host.startswith("127.")

    @property
    def name(self) -> str:
        """What the reader is called wherever it is quoted."""
        return clean(f"{self.model} at {self.host}", 120)


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back: the words of the answer, "" where there are none, and then `refused` says why. `tokens` are
    those that the server counted, None where it counts none.
    """

    text: str
    tokens: int | None = None
    refused: str = ""


class CallError(Exception):
    """No answer came. `fatal`: nor will there be one to any other question (a wrong key, an unknown model)."""

    def __init__(self, message: str, *, fatal: bool = False) -> None:
        super().__init__(message)
        self.fatal = fatal


Ask = Callable[[Sequence[Message]], Reply]


def caller(endpoint: Endpoint) -> Ask:
    """What asks this endpoint; a call that brings no answer raises `CallError`."""
    try:
        import openai
    except ImportError:
        raise UsageError("a second reader needs an extra: `pip install 'gainsay[llm]'`.") from None
    headers: dict[str, Any] = {f"X-Stainless-{name}": openai.Omit() for name in _TOLD_OF_US}
    headers |= {"User-Agent": "gainsay", "OpenAI-Organization": openai.Omit(), "OpenAI-Project": openai.Omit()}
    client = openai.OpenAI(
        base_url=endpoint.url,
        api_key=endpoint.key or "none",
        organization="",
        project="",
        max_retries=endpoint.retries,
        default_headers=headers,
        # What is asked of this machine goes through no proxy that the environment names for the others.
        http_client=openai.DefaultHttpxClient(
            timeout=endpoint.timeout, follow_redirects=False, trust_env=not endpoint.is_here
        ),
    )
    return lambda asked: _ask(client, openai, endpoint, asked)


def _ask(client: Any, openai: Any, endpoint: Endpoint, asked: Sequence[Message]) -> Reply:
    limit = "max_tokens"
    while True:
        try:
            body = _body(client, endpoint, asked, {limit: ANSWER})
            return reply_of(body)
        except openai.APIStatusError as error:
            said = _said(error, endpoint)
            if error.status_code == 400 and limit == "max_tokens" and "max_completion_tokens" in said:
                limit = "max_completion_tokens"  # as newer models call it, which refuse the older name
                continue
            code = error.status_code
            raise CallError(_status(code, said), fatal=code < 400 or code in (401, 403, 404)) from None
        except openai.APITimeoutError:
            raise CallError(f"{endpoint.host} did not answer within {endpoint.timeout:g} seconds") from None
        except openai.APIConnectionError as error:
            why = clean(str(error.__cause__ or error), SAID)
            raise CallError(f"{endpoint.host} cannot be reached ({why})") from None
        except CallError:
            raise
        except Exception as error:  # the connection breaks while the answer is read: of the client's own kinds
            why = clean(f"{type(error).__name__}: {error}", SAID)
            raise CallError(f"{endpoint.host} breaks off its answer ({why})") from None


def _body(client: Any, endpoint: Endpoint, asked: Sequence[Message], limit: dict[str, int]) -> bytes:
    """The answer as it came, read only as far as an answer can be long, and for as long as it may take."""
    until = time.monotonic() + endpoint.timeout
    create = client.chat.completions.with_streaming_response.create
    with create(model=endpoint.model, messages=list(asked), timeout=endpoint.timeout, **limit) as response:
        parts, size = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > MOST_BYTES:
                raise CallError(f"the answer is longer than {MOST_BYTES:,} bytes, and was cut off")
            if time.monotonic() > until:
                raise CallError(f"{endpoint.host} did not end its answer within {endpoint.timeout:g} seconds")
    return b"".join(parts)


def reply_of(body: bytes) -> Reply:
    """The answer in what a server sent.

    >>> reply_of(b'{"choices": [{"message": {"content": "yes"}}], "usage": {"total_tokens": 12}}')
    Reply(text='yes', tokens=12, refused='')
    """
    try:
        told = json.loads(body)
        choice = told["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
        used = (told.get("usage") or {}).get("total_tokens")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise CallError("the server answers, and not as one with this interface would") from None
    tokens = used if isinstance(used, int) and not isinstance(used, bool) and used >= 0 else None
    if refusal or choice.get("finish_reason") == "content_filter":
        return Reply("", tokens, f"it refuses: {clean(str(refusal or 'its filter held the answer back'), SAID)}")
    if not isinstance(text, str) or not text.strip():
        return Reply("", tokens, "it answers with nothing")
    return Reply(text, tokens)


def _said(error: Any, endpoint: Endpoint) -> str:
    """What a server says of an error, without the key, which some repeat."""
    body = error.body if isinstance(error.body, dict) else {}
    words = str(body.get("message") or error.message)
    return clean(words.replace(endpoint.key, "…") if endpoint.key else words, SAID)


def _status(code: int, said: str) -> str:
    if code < 400:
        return f"it sends elsewhere, which is not followed ({code}): give the address itself"
    if code in (401, 403):
        return f"the key is not accepted ({code}: {said})"
    if code == 404:
        return f"there is no such model or address ({code}: {said})"
    if code == 429:
        return f"it takes no more questions for now ({code}: {said})"
    return f"the server failed ({code}: {said})" if code >= 500 else f"the question is not accepted ({code}: {said})"
