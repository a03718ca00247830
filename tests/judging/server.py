"""A small server on loopback with the interface of a second reader: each of its models answers in its own way.

`reader` takes both statements to agree, and rests on their words. The others misbehave: see `_BEHAVIOUR`.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Passages = list[dict[str, Any]]


def answer(verdict: str, passages: Passages, **changed: Any) -> str:
    """An answer in the form that is asked for, resting on both statements."""
    spans = [{"passage": p["passage"], "words": p["statement"]} for p in passages]
    return json.dumps({"reasons": "Both speak of one event.", "verdict": verdict, "spans": spans} | changed)


def _obeying(passages: Passages) -> str:
    """What a model answers that takes orders from the passages: the first JSON object that stands in one."""
    for p in passages:
        at = p["text"].find("{")
        if at >= 0:
            return str(p["text"][at:])
    return answer("corroboration", passages)


ANSWERS: dict[str, Callable[[Passages], str]] = {
    "reader": lambda p: answer("corroboration", p),
    "careful": lambda p: answer("conflict", p, reasons="Both tell who fired first."),
    "denier": lambda p: answer("denial", p),
    "apart": lambda p: answer("different", p, spans=[]),
    "talker": lambda p: f"Let me think {{aloud}}. Well:\n```json\n{answer('conflict', p)}\n```",
    "obeying": _obeying,
    "inventing": lambda p: answer("conflict", p, spans=[{"passage": n, "words": "words of nobody"} for n in (1, 2)]),
    "one-sided": lambda p: answer("conflict", p, spans=[{"passage": 1, "words": p[0]["statement"]}]),
    "hasty": lambda p: '{"verdict": "conflict", "reasons": "afterwards", "spans": []}',
    "garbled": lambda p: '{"reasons": "cut off in the mid',
    "other": lambda p: answer("lies", p),
    "silent": lambda p: "",
    "deep": lambda p: "{" * 100_000,
    "steering": lambda p: answer("unsure", p, reasons="\x1b[2J\u202eevil", spans=[]),
}


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass

    def do_POST(self) -> None:
        server: Any = self.server
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        server.asked.append(body)
        server.headers.append(dict(self.headers.items()))
        behaviour = _BEHAVIOUR.get(body["model"])
        if behaviour is not None:
            behaviour(self, body)
        else:
            passages = json.loads(body["messages"][1]["content"])["passages"]
            self.reply(ANSWERS[body["model"]](passages))

    def reply(self, content: str | None, **more: Any) -> None:
        message = {"role": "assistant", "content": content, **more}
        self.send(200, {"choices": [{"message": message, "finish_reason": "stop"}], "usage": {"total_tokens": 500}})

    def send(self, code: int, body: object, **headers: str) -> None:
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(code)
        for name, value in {"Content-Length": str(len(data)), "Content-Type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


def _fails(code: int, message: str, **headers: str) -> Callable[[_Handler, Any], None]:
    return lambda handler, body: handler.send(code, {"error": {"message": message}}, **headers)


def _huge(handler: _Handler, body: Any) -> None:
    try:
        handler.send_response(200)
        handler.send_header("Content-Type", "application/json")
        handler.end_headers()
        while True:
            handler.wfile.write(b" " * 65_536)
    except OSError:
        pass  # nobody listens any more


def _slow(handler: _Handler, body: Any) -> None:
    time.sleep(3)


def _newer(handler: _Handler, body: Any) -> None:
    """A model that knows the limit of an answer under its newer name only."""
    if "max_tokens" in body:
        handler.send(400, {"error": {"message": "Unsupported parameter: use 'max_completion_tokens' instead."}})
    else:
        handler.reply(answer("scope", json.loads(body["messages"][1]["content"])["passages"]))


def _flaky(handler: _Handler, body: Any) -> None:
    """Fails every other time."""
    server: Any = handler.server
    if len(server.asked) % 2:
        handler.send(500, {"error": {"message": "out of memory"}})
    else:
        handler.reply(answer("corroboration", json.loads(body["messages"][1]["content"])["passages"]))


_BEHAVIOUR: dict[str, Callable[[_Handler, Any], None]] = {
    "busy": _fails(429, "Rate limit reached"),
    "broken": _fails(500, "out of memory"),
    "locked": _fails(401, "Incorrect API key provided: s3cret-key"),
    "unknown": _fails(404, "no such model"),
    "moved": _fails(307, "elsewhere", Location="http://192.0.2.1/v1"),
    "html": lambda handler, body: handler.send(200, b"<html>Welcome</html>"),
    "refusing": lambda handler, body: handler.reply(None, refusal="I cannot help with that."),
    "huge": _huge,
    "slow": _slow,
    "newer": _newer,
    "flaky": _flaky,
}


class Server(ThreadingHTTPServer):
    """Holds what it was asked, and with which headers."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def serving() -> Iterator[Server]:
    """The server, for as long as it is needed."""
    server = Server()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
