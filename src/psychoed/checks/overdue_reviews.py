"""Pages are read again by the day that they name."""

from __future__ import annotations

from collections.abc import Iterator

from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        review = page.meta.review
        if review.is_overdue(run.today):
            line = page.line("review", "next_review")
            yield Found(page.path, line, f"this page was to be read again by {review.next_review}")


RULE = Rule(
    code="R002",
    name="review-overdue",
    why="Care and evidence change; a page that nobody reads again grows wrong without a sign.",
    remedy="read the whole page against its sources, then write new days under 'review'",
    find=find,
)
