"""Changing an agent's settings, from reading them to the calls that use the new ones.

What both worlds share: everything that does not wait.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from difflib import get_close_matches, unified_diff
from typing import TYPE_CHECKING, Any, TypedDict

from smallestai.errors import (
    APIConnectionError,
    APIError,
    ArgumentError,
    ConflictError,
    LocalProtocolError,
    RemoteProtocolError,
    ServerError,
    SmallestError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smallestai_atoms.models import (
        Agent,
        BackgroundSound,
        BranchSummary,
        Denoising,
        IdleTimeouts,
        Json,
        LanguageModel,
        LanguageSettings,
        PublishResponse,
        Redaction,
        Revision,
        SessionTimeout,
        SmartTurn,
        StoredPreCallApi,
        Synthesizer,
        Timezone,
        UpdateBranchDraftRequest,
        VoiceDetection,
        VoicemailDetection,
        WordPronunciation,
    )

    Wire = Mapping[str, Any]

_CONTEXT = 2
_DOUBT = ", unless the last step was carried out all the same"


class AgentSettings(TypedDict, total=False):
    """Settings of an agent that its versions hold: the arguments of operation `updateDraft`.

    A setting that is an object is a model of `smallestai_atoms.models` or a dict of its wire form,
    and takes the place of the whole object.
    """

    language: LanguageSettings | Wire
    synthesizer: Synthesizer | Wire
    slm_model: LanguageModel
    global_prompt: str
    first_message: str
    default_variables: Json | Wire
    pre_call_api: StoredPreCallApi | Wire
    global_knowledge_base_id: str
    voice_mail_detection_config: VoicemailDetection | Wire
    denoising_config: Denoising | Wire
    redaction_config: Redaction | Wire
    llm_idle_timeout_config: IdleTimeouts | Wire
    session_timeout_config: SessionTimeout | Wire
    smart_turn_config: SmartTurn | Wire
    voice_detection_config: VoiceDetection | Wire
    allow_interruptions: bool
    wait_for_user_to_speak_first: bool
    mute_user_until_first_bot_response: bool
    interruption_backoff_timer: float
    pronunciation_dicts: Json | Wire | Sequence[WordPronunciation | Wire]
    background_sound: BackgroundSound
    timezone: str | Timezone | Wire
    enable_style_guide: bool
    speech_formatting: Json | Wire | bool
    call_disposition_config: Json | Wire | str


class Edit:
    """One change of an agent: which branch, what is new, and how far it has come.

    Args:
        agent_id: Id of the agent.
        branch_id: Id of the branch; None for the one that takes the calls.
        resume: Whether a draft that is open already is gone on with.
    """

    def __init__(self, agent_id: str, branch_id: str | None, *, resume: bool) -> None:
        self.agent_id = agent_id
        self.branch_id = branch_id or ""
        self.draft_id: str | None = None
        self.head_id: str | None = None
        self.changes: dict[str, Any] = {}
        self.is_saved = False
        self.is_published = False
        self.is_live = False
        self._resume = resume
        self._revision: int | None = None
        self._before: dict[str, Any] = {}
        self._draft: dict[str, Any] = {}

    def choose(self, branches: Any) -> None:
        """Take the branches and choose one: the wanted, else the live one, else the default one.

        Raises:
            ArgumentError: There is no such branch.
            LocalProtocolError: It has an open draft, and that is not to be gone on with.
        """
        listed = branches if isinstance(branches, list) else []
        known = [each for each in listed if isinstance(_id(each), str)]
        for fits in (
            lambda each: _id(each) == self.branch_id,
            lambda each: not self.branch_id and each.is_live is True,
            lambda each: not self.branch_id and each.branch.is_default is True,
        ):
            found = next(filter(fits, known), None)
            if found is not None:
                return self._take(found)
        if self.branch_id:
            names = ", ".join(f"{_id(each)} ({each.branch.name})" for each in known)
            remedy = f"is no branch of the agent; it has {names or 'none'}"
            raise ArgumentError("branch_id", self.branch_id, remedy)
        raise RemoteProtocolError(f"the service names no live branch of the agent {self.agent_id}")

    def _take(self, found: BranchSummary) -> None:
        branch: Any = found.branch
        self.branch_id, self.head_id = branch.id, branch.head_revision_id or None
        self.is_live = found.is_live is True
        self.draft_id = branch.open_draft_id or None
        if self.draft_id and not self._resume:
            raise LocalProtocolError(
                f"the branch {branch.name} has an open draft, whose edits would be published too",
                hint="Look at it and pass resume=True, or drop it with "
                "client.atoms.agent_versioning_branches.discard_draft(agent_id, branch_id).",
            )

    def began(self, head: Any, draft: Any, revision: Revision | None) -> None:
        """Take the settings of the branch's head, and those of its open draft."""
        self._before = settings_of(head)
        self._draft = settings_of(draft) if draft is not None else self._before
        number = getattr(revision, "draft_revision", None)
        self._revision = number if isinstance(number, int) else None

    def update(self, settings: dict[str, Any]) -> None:
        """Take changes; later ones replace earlier ones."""
        _request(settings)
        self.changes.update(settings)
        self.is_saved = False

    def arguments(self) -> dict[str, Any]:
        """Return what the draft is changed by, and on which edit that is based."""
        based = {} if self._revision is None else {"expected_revision": self._revision}
        return {**self.changes, **based}

    def saved(self, revision: Any) -> None:
        """Take the answer to the change of the draft."""
        self.is_saved = True
        number = getattr(revision, "draft_revision", None)
        self._revision = number if isinstance(number, int) else None

    @property
    def wire(self) -> dict[str, Any]:
        """The changes as they are sent."""
        return _request(self.changes).to_dict()

    @property
    def has_news(self) -> bool:
        """Whether there is anything to publish."""
        return bool(self.changes or self.draft_id)

    def diff(self) -> str:
        """Return how the settings of the draft differ from those of the branch, line by line."""
        after = {**self._draft, **self.wire}
        before = {name: value for name, value in self._before.items() if name in after}
        lines = unified_diff(
            _lines(before), _lines(after), "published", "draft", lineterm="", n=_CONTEXT
        )
        return "\n".join(lines)

    def published(self, answer: PublishResponse) -> bool:
        """Take the answer to the publication; tell whether it is done, and not only begun."""
        result: Any = answer.data
        revision = getattr(result, "revision", None)
        self.is_published = getattr(result, "state", None) != "scanning"
        self.is_live = self.is_live or getattr(revision, "is_active", None) is True
        return self.is_published

    def scanned(self, branch: Any, draft: Any) -> bool:
        """Take the branch and its draft while a publication goes on; tell whether it is done.

        Raises:
            ConflictError: The draft did not pass the check, or somebody called it off.
        """
        head = getattr(getattr(branch, "branch", None), "head_revision_id", None)
        self.is_published = bool(head) and head != self.head_id
        latest = getattr(draft, "latest", None)
        pending = getattr(getattr(latest, "pending_publish", None), "state", None)
        if self.is_published or latest is None or pending == "active":
            return self.is_published
        check = getattr(latest, "security_check", None)
        reason = getattr(check, "reason", None)
        if reason or pending == "cancelled" or getattr(check, "completed_at", None):
            text = reason or "the publication was called off"
            message = f"the draft was not published: {text}"
            raise ConflictError(message, status=409, code="publish_refused")
        return False

    @contextmanager
    def stage(self, done: str) -> Iterator[None]:
        """Put on an error what is changed and not live yet, and say how far it has come."""
        try:
            yield
        except SmallestError as error:
            vars(error)["unpublished"] = self.wire
            doubt = _DOUBT if isinstance(error, APIConnectionError | ServerError) else ""
            hint = f"{done}{doubt}; the changes are on error.unpublished."
            error.hint = f"{error.hint} {hint}" if error.hint else hint
            raise


def is_gone(error: APIError) -> bool:
    """Tell whether an error says that a draft is not there: the service has two ways to say so."""
    return error.status in {400, 404}


def settings_of(agent: Agent | None) -> dict[str, Any]:
    """Return the settings of an agent that its versions hold, in the form of the wire.

    Those of the version that was asked for are in the part ``_resolvedConfig`` of the answer; what
    that does not name is beside it, the same for all versions.
    """
    plain = agent.to_dict() if agent is not None else {}
    resolved = plain.get("_resolvedConfig")
    shown = resolved if isinstance(resolved, dict) else {}
    names = _request({name: name for name in AgentSettings.__annotations__}).to_dict()
    found = {**plain, **shown, **_renamed(plain, shown)}
    return {name: found[name] for name in names if found.get(name) is not None}


def _renamed(plain: dict[str, Any], shown: dict[str, Any]) -> dict[str, Any]:
    """Return the settings that are called something else in ``_resolvedConfig``."""
    language = {
        "default": shown.get("defaultLanguage"),
        "supported": shown.get("supportedLanguages"),
        "switching": shown.get("languageSwitching"),
    }
    given = {name: value for name, value in language.items() if value is not None}
    named = plain.get("language")
    renamed = {"slmModel": shown["modelName"]} if shown.get("modelName") else {}
    if given:
        renamed["language"] = {**(named if isinstance(named, dict) else {}), **given}
    return renamed


def _request(settings: dict[str, Any]) -> UpdateBranchDraftRequest:
    from smallestai_atoms.models import UpdateBranchDraftRequest

    for name in settings:
        if name not in AgentSettings.__annotations__:
            close = get_close_matches(name, AgentSettings.__annotations__, 1)
            meant = f"; did you mean {close[0]}?" if close else ""
            raise ArgumentError(name, settings[name], f"is no setting of a version{meant}")
    return UpdateBranchDraftRequest(**settings)


def _id(summary: Any) -> Any:
    return getattr(getattr(summary, "branch", None), "id", None)


def _lines(settings: dict[str, Any]) -> list[str]:
    text = json.dumps(settings, indent=2, sort_keys=True, ensure_ascii=False, default=str)
    return text.splitlines()
