"""Saved pages of different make, web archives, mail, records and subtitles of known text."""

from __future__ import annotations

import gzip
import json
import textwrap
from base64 import encodebytes
from html import escape

from benchmarks.formats.prose import MARK, Prose

NOISE = (
    "Share this article on the social networks",
    "Tweet Share Print this page now",
    "Subscribe to our free newsletter today",
    "Home News Opinion Sports Archive Contact",
    "Your comment will appear after moderation",
    "Name (required) Mail (will not be published)",
    "We use cookies to improve your visit here",
    "Most read stories of this week",
    "Terms of use and privacy policy apply",
)
"""What sites put around their texts; none of it may stand in a paragraph."""

_SHARE, _TWEET, _LETTER, _MENU, _COMMENT, _FORM, _COOKIES, _READ, _TERMS = NOISE

_PAGES = (
    # A blog
    f"""<header><h2>Blog of a Watchman</h2><nav><ul><li>{_MENU}</li></ul></nav></header><div id="content">
<article class="post hentry"><h1 class="entry-title">%(title)s</h1><div class="entry-content">%(body)s
<div class="sharedaddy"><h3>{_TWEET}</h3></div></div></article><div id="comments"><h3>Leave a Reply</h3>
<p>{_COMMENT}</p><form><p>{_FORM}</p></form></div></div><div id="sidebar">{_READ}</div><footer>{_TERMS}</footer>""",
    # A newspaper of nested divisions
    f"""<div class="cookie-banner"><p>{_COOKIES}</p></div><div class="nav-bar"><span>{_MENU}</span></div>
<div class="wrap">
<div class="row"><div class="col-8"><h1>%(title)s</h1><div class="article-body">%(body)s</div><div class="share-bar">
<p>{_SHARE}</p></div></div><div class="col-4 aside most-read"><p>{_READ}</p></div></div></div>
<div class="newsletter-signup"><p>{_LETTER}</p></div><div class="footer"><p>{_TERMS}</p></div>""",
    # A page of 1998, laid out in a table
    f"""<table width="100%%"><tr><td colspan="2" bgcolor="#ccc">{_MENU}</td></tr><tr><td width="120">
<a href="a">{_READ}</a><br><a href="b">{_LETTER}</a></td><td><font face="Times"><h1>%(title)s</h1>%(body)s</font></td>
</tr>
<tr><td colspan="2"><small>{_TERMS}</small></td></tr></table>""",
    # A platform with sections
    f"""<div id="root"><div role="navigation">{_MENU}</div><main><section><h1>%(title)s</h1>%(body)s</section></main>
<div class="social-share"><button>{_TWEET}</button></div><section class="responses comments-area"><p>{_COMMENT}</p>
</section></div>""",
    # A ministry
    f"""<div id="skip"><a href="#main">{_MENU}</a></div><div id="breadcrumb">{_READ}</div><main id="main">
<h1>%(title)s</h1>
<div class="govspeak">%(body)s</div></main><div class="feedback-form"><form><p>{_FORM}</p></form></div>
<footer class="site-footer"><p>{_TERMS}</p></footer>""",
    # An encyclopaedia
    f"""<div id="mw-navigation"><div class="vector-menu">{_MENU}</div></div><div id="content" class="mw-body">
<h1 id="firstHeading">%(title)s</h1><div class="mw-parser-output">%(body)s</div></div>
<div id="footer"><p>{_TERMS}</p></div>""",
    # A page for printing
    """<h1>%(title)s</h1>%(body)s""",
    # A magazine with a paywall note and related links
    f"""<div class="top-menu menu">{_MENU}</div><article itemscope><h1 itemprop="headline">%(title)s</h1>
<div itemprop="articleBody">%(body)s</div><div class="related-articles related"><h4>{_READ}</h4><ul><li>
<a href="x">One</a></li></ul></div><div class="newsletter subscribe"><p>{_LETTER}</p></div></article>
<div class="comment-form">{_FORM}</div>""",
    # A press agency
    f"""<div class="consent cookie"><p>{_COOKIES}</p></div><div class="header menu">{_MENU}</div><div class="story">
<div class="headline"><h1>%(title)s</h1></div><div class="text story-text">%(body)s</div><div class="share social">
<p>{_SHARE}</p></div></div><div class="bottom footer">{_TERMS}</div>""",
    # A forum's article page
    f"""<div class="sidebar widget"><p>{_READ}</p></div><div class="post-content"><h1>%(title)s</h1>%(body)s</div>
<div class="comments"><div class="comment"><p>{_COMMENT}</p></div></div><nav class="pagination">{_MENU}</nav>""",
)


def make_pages(proses: list[Prose]) -> list[bytes]:
    """Ten saved pages, each of another make."""
    return [make_page(prose, make) for prose, make in zip(proses, _PAGES, strict=False)]


def make_page(prose: Prose, make: str = _PAGES[0]) -> bytes:
    body = "".join(
        f"<p>{MARK.sub(lambda m: f'<sup>{m[1]}</sup>', escape(paragraph, quote=False))}</p>\n"
        for paragraph in prose.paragraphs
    )
    notes = "".join(f'<li id="fn{i}">{i}. {escape(note)}</li>' for i, note in enumerate(prose.notes, 1))
    ends = f'<h2>Notes</h2><ol class="footnotes">{notes}</ol>' if notes else ""
    inner = make % {"title": escape(prose.title), "body": body + ends}
    return f"<!doctype html><html lang=en><head><title>{prose.title}</title></head><body>{inner}</body></html>".encode()


def make_warc(pages: list[bytes], zipped: bool = True) -> bytes:
    """A web archive of pages and of what a crawler catches beside them."""
    out = b""
    kinds = [("text/html; charset=utf-8", page) for page in pages] + [("text/css", b"p {}"), ("image/png", b"\x89PNG")]
    for number, (kind, content) in enumerate(kinds):
        http = b"HTTP/1.1 200 OK\r\nContent-Type: " + kind.encode() + b"\r\n\r\n" + content
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
            f"{number:012d}>\r\nWARC-Target-URI: https://gazette.example/{2000 + number}/story\r\n"
            f"WARC-Date: 2021-03-{number + 1:02d}T10:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        out += gzip.compress(record, mtime=0) if zipped else record
    return out


def make_mail(prose: Prose, quoted: Prose | None = None, html: bool = False, attached: bytes = b"") -> bytes:
    """A mail; it answers `quoted`, and carries a PDF where one is given."""
    body = "\n\n".join("\n".join(textwrap.wrap(p, 72)) for p in _unmarked(prose))
    if quoted:
        inner = "\n\n".join("\n".join(textwrap.wrap(p, 70)) for p in _unmarked(quoted)).split("\n")
        body += f"\n\nOn 3 May 1999, {quoted.author} wrote:\n" + "\n".join(f"> {line}".rstrip() for line in inner)
    kind = "plain"
    if html:
        kind, body = "html", "<html><body>" + "".join(f"<p>{p}</p>" for p in _unmarked(prose)) + "</body></html>"
    head = (
        f"From: {prose.author} <writer@adair.example>\nTo: Irena Voss <irena@adair.example>\n"
        f"Date: Tue, 04 May 1999 10:12:00 +0200\nSubject: {prose.title}\nMIME-Version: 1.0\n"
    )
    text = f"Content-Type: text/{kind}; charset=utf-8\nContent-Transfer-Encoding: base64\n\n".encode()
    text += encodebytes(body.encode())
    if not attached:
        return head.encode() + text
    return (
        head.encode()
        + b'Content-Type: multipart/mixed; boundary="XX"\n\n--XX\n'
        + text
        + b'\n--XX\nContent-Type: application/pdf; name="report.pdf"\nContent-Disposition: attachment; '
        + b'filename="report.pdf"\nContent-Transfer-Encoding: base64\n\n'
        + encodebytes(attached)
        + b"\n--XX--\n"
    )


def make_mbox(mails: list[bytes]) -> bytes:
    return b"".join(b"From writer@adair.example Tue May  4 10:12:00 1999\n" + mail + b"\n\n" for mail in mails)


def make_records(proses: list[Prose]) -> bytes:
    """JSON Lines."""
    records = ({"text": p.body(), "title": p.title, "author": p.author, "date": "1999-05-04T00:00:00"} for p in proses)
    return "\n".join(json.dumps(record, ensure_ascii=False) for record in records).encode()


def make_subtitles(prose: Prose, vtt: bool) -> bytes:
    """Subtitles of five seconds; each paragraph is the turn of another speaker."""
    cues, seconds = [], 0
    for number, paragraph in enumerate(_unmarked(prose)):
        speaker = "Ana Lindqvist" if number % 2 else "Tobias Hale"
        for position, words in enumerate(textwrap.wrap(paragraph, 40)):
            voice = f"<v {speaker}>" if vtt else f"{speaker}: " if position == 0 else ""
            cues.append(f"{_clock(seconds, vtt)} --> {_clock(seconds + 5, vtt)}\n{voice}{words}")
            seconds += 5
    if vtt:
        return ("WEBVTT\n\n" + "\n\n".join(cues)).encode()
    return "\n\n".join(f"{i}\n{cue}" for i, cue in enumerate(cues, 1)).encode()


def spoken(prose: Prose) -> str:
    """What subtitles of a text hold."""
    return "\n\n".join(
        f"{'Ana Lindqvist' if i % 2 else 'Tobias Hale'}: {words}" for i, words in enumerate(_unmarked(prose))
    )


def _unmarked(prose: Prose) -> list[str]:
    return [MARK.sub("", paragraph) for paragraph in prose.paragraphs]


def _clock(seconds: int, vtt: bool) -> str:
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}{'.' if vtt else ','}000"
