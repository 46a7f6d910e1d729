"""Review facts are possible: another person than the author, and days in order."""

from __future__ import annotations

from collections.abc import Iterator

from .rule import Found, Rule, Run


def find(run: Run) -> Iterator[Found]:
    for page in run.pages:
        review = page.meta.review
        if review.reviewer and review.reviewer.casefold() == review.author.casefold():
            remedy = "name the other person who read the page, or leave 'reviewer' and 'reviewed' out"
            yield Found(
                page.path, page.line("review", "reviewer"), "the author can't be the reviewer", remedy
            )
        if review.reviewed and review.reviewed < review.written:
            remedy = "the text changed after the review: have it read again, or leave 'reviewed' out"
            yield Found(page.path, page.line("review", "reviewed"), "reviewed before it was written", remedy)
        if review.next_review <= (review.reviewed or review.written):
            line = page.line("review", "next_review")
            yield Found(page.path, line, "the next review is not after the last", "give a later day")


RULE = Rule(
    code="R001",
    name="review-facts",
    why="Readers judge by who read a page and when; that has to be true.",
    remedy="correct the names and days",
    find=find,
)
