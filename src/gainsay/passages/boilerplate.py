"""Boilerplate: what a site puts around its texts."""

from __future__ import annotations

import re

_SITES = (
    r"(?:tweet|share|e-?mail|print|pin ?it|facebook|twitter|whatsapp|reddit|linkedin|telegram|instagram|youtube|rss"
    r"|more)"
)

_LINKS = (
    r"(?:home(?: ?page)?|about(?: us)?|contact(?: us)?|privacy(?: (?:policy|notice))?|terms(?: of (?:use|service)|"
    r" (?:and|&) conditions)?|cookies?(?: (?:policy|settings|notice))?|careers|jobs|advertise(?: with us)?|help|faqs?"
    r"|site ?map|accessibility(?: statement)?|disclaimers?|copyright|complaints|corrections|legal|imprint|archives?"
    r"|log ?in|sign ?in|sign ?up|register|subscribe|donate|search|menu|print|share|cite|download|newsletters?|feedback"
    r"|(?:newer|older|previous|next)(?: (?:posts?|page|story|article))?|edit|view history|talk|quick links|e-?paper)"
)
"""What stands in the head and foot of a site. Two and more of them make no sentence."""

_FORMS = (
    rf"{_LINKS}(?:\W{{1,4}}{_LINKS})+(?:\W{{0,4}}(?:©|copyright).{{0,80}})?\W*",
    # Sharing and following
    r"share (?:this|on|via|with)\b.*",
    r"share (?:article|story|post|page)\W*",
    r"(?:click|tap) (?:here )?to (?:share|print|e?mail|tweet|subscribe|enlarge|expand)\b.*",
    r"like (?:this:?|loading.*)",
    rf"{_SITES}(?:\s*[|/·,•:]?\s*{_SITES})*\W*",
    r"(?:follow|find|join) us\b.{0,80}",
    r"follow .{2,60} on (?:twitter|facebook|instagram|x)\b.{0,40}",
    r"(?:sign up|subscribe|register) (?:for|to|now|today|here|and)\b.{0,120}",
    r"get (?:the latest|our) .{0,100}(?:inbox|newsletter|email)\b.{0,40}",
    r"(?:like|enjoy(?:ed)?|love) what you(?:['’]ve| have)? (?:read|see|seen)\b.{0,80}",
    r"if you (?:like|enjoy|value|found|can) .{0,80}\bplease (?:consider|donate|support|share|subscribe|like)\b.{0,100}",
    r"(?:buy|get) (?:us|me) a (?:coffee|beer|ko-?fi)\W*",
    r"click to (?:share|email|print) .{2,60}\(opens in new window\)\W*",
    r"share (?:to|on|via) (?:twitter|facebook|x|whatsapp|email|pinterest)\b.{0,60}",
    r"(?:listen to|gift|save|bookmark) this (?:article|story|post)\b.{0,40}",
    r"(?:reading time:? )?\d{1,3}[ -]min(?:ute)?s?(?: read)?\W*|(?:share )?(?:aa )?text size\b.{0,40}",
    r"get (?:the|all the|our|your) .{0,80}\b(?:every (?:morning|day|week|evening)|delivered|straight|to your)\b.{0,60}",
    r"by (?:signing up|subscribing|clicking|submitting|registering),? (?:you|i) (?:agree|accept|consent"
    r"|confirm)\b.{0,200}",
    r"you can (?:unsubscribe|opt out|cancel)\b.{0,80}|(?:cancel|unsubscribe) (?:any ?time|at any time)\b.{0,60}",
    r"already (?:a |have )?(?:an? )?(?:subscriber|subscribed|member|registered|account)\??.{0,60}",
    r"(?:you have|you['’]ve) (?:\w+ )?(?:\d{1,3}|no|one|two|three) (?:free )?(?:articles?|stories|views?)\b.{0,120}",
    r"(?:subscribe|register|sign in|log in)\b.{0,40}(?:to (?:continue|keep|read|unlock)|for (?:full"
    r"|unlimited))\b.{0,80}",
    r"(?:to|please) (?:continue|keep) reading\b.{0,100}|keep reading for .{0,60}",
    r"(?:download|get) (?:the|our) .{0,40}\bapps?\b.{0,100}",
    r"please consider (?:becoming|making|supporting|donating)\b.{0,120}|become a (?:member|patron|supporter|donor)\W*",
    r"your (?:tax[- ]deductible )?(?:gift|donation)s? (?:can|will|helps?|makes?|keeps?)\b.{0,120}",
    r"like us on .{2,60}(?:\W{1,5}(?:follow|contact|like) .{2,60})?",
    r"get (?:all )?(?:the )?.{0,80}\bnewsletters?\W*|.{0,60}\bsign up for .{2,80}\b(?:newsletters?|alerts"
    r"|updates)\b.{0,60}",
    r"(?:twitter|facebook|instagram)\W{1,4}you can follow (?:me|us)\b.{0,80}",
    # Moving about
    r"scroll (?:down|up) (?:for|to)\b.{0,60}|click (?:for|below|through|on the)\b.{0,80}",
    r"(?:see|view|show) (?:all|more|(?:the |full )?(?:gallery|slideshow|photos|images))\b.{0,20}",
    r"more from .{2,40}|related \w{2,20}: .{2,100}",
    r"(?:menu|search|home|login|log in|sign in|sign up|register|subscribe|next|previous|top|back to top)",
    r"(?:close|save|copy link|print this page|loading|cancel|change|reply|comments?|related)[.…:]*",
    r"(?:advertisement|advertising|advert|sponsored)[.…:]*",
    r"(?:advertisement|story continues below)\b.{0,60}",
    r"skip to (?:content|main).{0,30}",
    r"(?:post|page|article) navigation",
    r"(?:related|recommended|popular|recent|latest|trending|more)"
    r" (?:articles?|posts?|stories|topics?|links?|coverage|reading|content)\b.{0,80}",
    r"(?:related|recommended|see also|you may also like|read also|also read):.{0,100}",
    r"most (?:read|popular|viewed).{0,40}",
    r"(?:continue reading|read more|read the full (?:story|article)|click here|learn more|full story)\b.{0,40}",
    r"(?:study|visit|check out|see) (?:our|the) (?:web ?site|web ?page|home ?page)\b.{0,120}",
    r"(?:please )?(?:donate|support us|support our work)\b.{0,100}",
    r"\W{0,3}(?:also read|read (?:also|more|next|here)|see also|watch(?: (?:also|now|here))?|related|must read"
    r"|don['’]t miss|recommended|from (?:the|our) archives?)\s{0,3}[|:–—»>-]{1,2}\s.{2,200}",
    r"(?:next|previous) (?:story|article|post)\W*|(?:trending|popular|latest|live|top stories)(?: now| today)?\W*",
    r"(?:sponsored|promoted|paid content|partner content)\b[:\s].{0,100}|(?:you may|might) also (?:like"
    r"|be interested in)\b.{0,60}",
    r"\[\w{2,20}(?: [\w-]{1,20}=[\"'”“][^\]]{0,60}){1,6}\]",
    r"(?:play|pause|watch) (?:the )?video\W*|(?:video )?duration\W{1,3}\d{1,2}:\d\d.{0,20}|\d{1,2}:\d\d / \d{1,2}:\d\d",
    r"\(?this (?:story|article|report|content) (?:has not been|was not|is) (?:edited|created|auto[- ]?generated"
    r"|published)"
    r" .{0,140}\b(?:staff|feed|syndicat\w+)\b.{0,60}",
    r"(?:article )?text was produced by computer\b.{0,120}",
    # Encyclopaedias and forums
    r"this page was last (?:edited|modified|updated|changed)\b.{0,80}|retrieved from .{0,200}",
    r"from .{2,40}, the free encyclopedia",
    r"(?:text|content) is available under\b.{0,160}|(?:jump to|skip to)\b.{0,60}",
    r"this article (?:needs|relies|does not cite|includes a list|may (?:be|contain)|possibly contains)\b.{0,240}",
    r"(?:\d{1,6} posts? • )?page \d{1,5} (?:of|/) \d{1,5}\W*|posts: \d[\d,.]{0,8}|joined: .{0,30}\d{4}.{0,20}",
    r"last edited by .{1,60}(?:times? in total\W*)|users browsing this (?:forum|topic)\b.{0,100}|who is online",
    r"display posts from previous\b.{0,80}|all times are (?:utc|gmt)\b.{0,60}",
    # Comments
    r"(?:join the (?:conversation|discussion)|be the first to comment|report this comment|load more.{0,30})\W*",
    r"(?:please be respectful\W+)?comments (?:are|may be|will be) (?:moderated|closed|disabled|subject)\b.{0,120}",
    r"(?:like|reply|flag|report|quote|share)(?: ?\(\d{1,5}\))?(?:\W{1,3}(?:like|reply|flag|report|quote|share"
    r"|edit)(?: ?\(\d{1,5}\))?)+",
    r"(?:newest|oldest|most liked|best|top)(?: (?:first|comments))?(?:\W{1,3}(?:newest|oldest|most liked|best"
    r"|top)(?: first)?)+",
    r"comments? \(\d{1,5}\)|\d{1,4} comments?:|tags? \(\d{1,3}\)|no tags have been added\b.{0,40}",
    r"subscribe to: post comments.{0,20}",
    r"(?:leave|post|add|write) (?:a |your )?(?:reply|comment)s?\b.{0,60}",
    r"\d{1,4} (?:thoughts?|responses?|replies) (?:on|to)\b.*",
    r"\d{1,4} comments?(?: on\b.*)?",
    r"(?:view|show|load|see|read) (?:all |more )?(?:\d{1,4} )?comments?\b.{0,30}",
    r"comments are closed.*|(?:sorry,? )?we are (?:not|no longer) .{0,20}accepting comments.*",
    r"(?:your email address|you are commenting|required fields|fill in your details|notify me of|save my name)\b.*",
    r"(?:twitter|facebook|google|wordpress(?:\.com)?) (?:picture|photo|logo)",
    r"connecting to %s",
    # Files and law
    r"(?:posted|filed|tagged|categori[sz]ed) (?:in|under|with|as):? .{0,160}",
    r"(?:categories|category|tags?|topics?|labels?): .{0,160}",
    r"(?:we use|this (?:web)?site uses|by (?:continuing|using)) .{0,80}cookies?\b.*",
    r"(?:accept|reject|manage) (?:all )?cookies.*",
    r"we (?:and|use)\b.{0,60}\b(?:partners|cookies)\b.{0,40}\b(?:store|access|process|use|to)\b.*",
    r"(?:these|necessary|strictly necessary|performance|functional|targeting|marketing|analytics) cookies\b.*",
    r"(?:i accept|show purposes|confirm my choices|list of partners.{0,20}|always active|manage (?:choices"
    r"|preferences))\W*",
    r"this (?:web ?)?site is protected by recaptcha\b.*|(?:design|theme|site) by .{2,40}",
    r"(?:privacy|cookies?) (?:policy|notice|settings)\b.{0,120}",
    r"terms (?:of (?:use|service)|and conditions)\b.{0,120}",
    r".{0,40}all rights reserved\W*",
    r"(?:©|\(c\)|copyright)\W{0,3}.{0,140}",
    r"(?:proudly )?(?:powered|hosted) by\b.{0,60}",
    r"create a (?:free )?website.{0,60}",
)

_LINE = re.compile(r"[^\w\"“”‘’'«»]{0,8}(?:" + "|".join(_FORMS) + ")", re.IGNORECASE)

_FORM = re.compile(
    r"(?:leave|post|add) a (?:reply|comment)|\d{1,4} (?:thoughts?|comments?|responses?) on\b", re.IGNORECASE
)

_LABEL = 25
"""Words. The parts of a comment form are labels; anything longer was written by somebody."""

_LONGEST = 40
"""Words. A longer line is prose even when it begins like a button."""


def is_boilerplate(words: str) -> bool:
    """Whether a line is a button, a share bar, a cookie line, a notice of the site.

    >>> is_boilerplate("Share this: Facebook Twitter"), is_boilerplate("Share prices fell again on Monday.")
    (True, False)
    """
    return len(words) <= 400 and len(words.split()) <= _LONGEST and bool(_LINE.fullmatch(words))


def opens_form(words: str) -> bool:
    """Whether a line opens the comments of a page: after it only labels are to be expected."""
    return len(words) < 200 and bool(_FORM.match(words))


def is_label(words: str) -> bool:
    """Whether a line may be a part of a comment form."""
    return len(words) < 400 and len(words.split()) <= _LABEL
