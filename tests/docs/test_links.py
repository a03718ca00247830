"""Links within the documentation lead somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.pages import PAGES, anchors, links

CONTENTS = Path("docs/README.md")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_leads_to_a_file_and_a_heading_that_exist(page: Path) -> None:
    for link in links(page):
        if "://" in link:
            continue
        target, _, anchor = link.partition("#")
        file = page.parent / target if target else page
        assert file.exists(), f"{page}: {link}"
        assert not anchor or anchor in anchors(file), f"{page}: {link}"


def test_every_page_is_in_the_contents() -> None:
    linked = {(CONTENTS.parent / link.partition("#")[0]).resolve() for link in links(CONTENTS)}
    missing = [str(page) for page in PAGES if page.parts[0] == "docs" and page.resolve() not in linked]
    assert missing == [str(CONTENTS)]
