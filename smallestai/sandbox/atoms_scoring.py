"""Judgement of prompts, by what can be counted in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .atoms_history import REVISIONS, find_version
from .atoms_records import AGENTS
from .operations import Inputs, operation
from .replies import atoms_error, atoms_ok

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.routing import BaseRoute

    from .state import State
    from .store import Document

_GRADES = ((85, "Excellent"), (70, "Good"), (50, "Needs Work"), (0, "Poor"))
_BANDS = ((200, "lean"), (1000, "normal"), (3000, "heavy"))
_MS_PER_WORD = 0.05
_ASPECTS = (
    (1, "Role", ("you are", "your role", "greet", "agent")),
    (1, "Task", ("find out", "book", "answer", "ask", "offer", "say", "remind")),
    (2, "Boundaries", ("never", "do not", "only", "must")),
    (3, "Ending", ("goodbye", "end the call", "thank", "repeat")),
)
"""What a good prompt speaks of: the aspect's tier, its title, and words that show it is there."""


def routes(state: State) -> list[BaseRoute]:
    """Return the route that judges prompts."""
    return [operation(state, "POST /atoms/v1/prompt-scoring/score", _score)]


def _score(state: State, inputs: Inputs) -> Response:
    revision = _named(state, inputs.body)
    if revision is None:
        return atoms_error(404, "No prompt found")
    config = revision.body["config"]
    return atoms_ok(_judged(f"{config['globalPrompt']}\n{config['prompt']}"))


def _named(state: State, body: Any) -> Document | None:
    if "versionId" in body:
        agent = state.store.find(AGENTS, "activeVersionId", body["versionId"])
        if agent is not None:
            return find_version(state, agent, body["versionId"])
        return state.store.get(REVISIONS, body["versionId"])
    return state.store.find(REVISIONS, "draftId", body.get("draftId"))


def _judged(prompt: str) -> dict[str, Any]:
    words = len(prompt.split())
    dimensions = [_dimension(prompt, *aspect) for aspect in _ASPECTS]
    present = sum(each["level"] == "Strong" for each in dimensions)
    score = round(100 * present / len(dimensions)) if words else 0
    return {
        "overall_score": score,
        "overall_grade": next(grade for least, grade in _GRADES if score >= least),
        "band": next((band for most, band in _BANDS if words <= most), "overweight"),
        "estimated_ttft_overhead_ms": round(words * _MS_PER_WORD, 2),
        "dimensions": dimensions,
    }


def _dimension(prompt: str, tier: int, title: str, signs: tuple[str, ...]) -> dict[str, Any]:
    lines = [line.strip() for line in prompt.splitlines()]
    evidence = next((line for line in lines if any(sign in line.lower() for sign in signs)), "")
    return {
        "tier": tier,
        "level": "Strong" if evidence else "Missing",
        "evidence_span": evidence,
        "title": title,
        "description": f"Whether the prompt speaks of this: {title.lower()}.",
    }
