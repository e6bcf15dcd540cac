"""The namespace `AgentVersioningBranches` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, given, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from ...models.archived_branch_response import ArchivedBranchResponse
    from ...models.background_sound import BackgroundSound
    from ...models.branch_list_response import BranchListResponse
    from ...models.branch_response import BranchResponse
    from ...models.branch_summary import BranchSummary
    from ...models.branch_summary_response import BranchSummaryResponse
    from ...models.cancelled_publish_response import CancelledPublishResponse
    from ...models.denoising import Denoising
    from ...models.discarded_draft_response import DiscardedDraftResponse
    from ...models.draft_response import DraftResponse
    from ...models.idle_timeouts import IdleTimeouts
    from ...models.json import Json
    from ...models.language_model import LanguageModel
    from ...models.language_settings import LanguageSettings
    from ...models.publish_response import PublishResponse
    from ...models.redaction import Redaction
    from ...models.revision_response import RevisionResponse
    from ...models.session_timeout import SessionTimeout
    from ...models.smart_turn import SmartTurn
    from ...models.stored_pre_call_api import StoredPreCallApi
    from ...models.synthesizer import Synthesizer
    from ...models.test_call_mode import TestCallMode
    from ...models.test_call_response import TestCallResponse
    from ...models.timezone import Timezone
    from ...models.voice_detection import VoiceDetection
    from ...models.voicemail_detection import VoicemailDetection
    from ...models.word_pronunciation import WordPronunciation
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class AgentVersioningBranches:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAgentVersioningBranches:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAgentVersioningBranches(self._send)

    def list(self, id: str, *, request_options: RequestOptions | None = None) -> BranchListResponse:
        """List an agent's branches.

        Returns the branches of an agent, each with whether it is live and what it holds.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The branches.
        """
        from . import agent_versioning_branches_list as _operation

        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def iter(
        self, id: str, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[BranchSummary]:
        """List an agent's branches: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import agent_versioning_branches_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(("data.branches",)),
            limit,
            None,
        )

    def create_branch(
        self,
        id: str,
        *,
        source_branch_id: str,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> BranchResponse:
        """Create a branch.

        Starts a line of versions of its own from another branch. A 409 names its reason in
        error_type; a 423 while the agent is frozen.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            source_branch_id: Id of the branch to start from, 24 hexadecimal digits.
            name: Name of the branch, 1 to 100 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new branch.
        """
        from . import create_branch as _operation

        return self._send(
            _operation._get_kwargs(id=id, body={"sourceBranchId": source_branch_id, "name": name}),
            _operation._parse,
            request_options,
        )

    def get(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> BranchSummaryResponse:
        """Get a branch.

        Returns one branch with whether it is live and what it holds.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The branch.
        """
        from . import agent_versioning_branches_get as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    def rename(
        self, id: str, branch_id: str, *, name: str, request_options: RequestOptions | None = None
    ) -> BranchResponse:
        """Rename a branch.

        Gives a branch another name. A 409 names its reason in error_type; a 423 while the agent is
        frozen.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            name: Name of the branch, 1 to 100 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The branch.
        """
        from . import agent_versioning_branches_rename as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, body={"name": name}),
            _operation._parse,
            request_options,
        )

    def archive(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> ArchivedBranchResponse:
        """Archive a branch.

        Takes a branch out of use.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether the branch is archived.
        """
        from . import agent_versioning_branches_archive as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    def make_live(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> BranchSummaryResponse:
        """Make a branch live.

        Has the agent take calls with the head of this branch from now on.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The branch.
        """
        from . import make_live as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    def get_draft(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> DraftResponse:
        """Get a branch's draft.

        Returns the settings that are being worked on in a branch, and by whom.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft.
        """
        from . import agent_versioning_branches_get_draft as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    def update_draft(
        self,
        id: str,
        branch_id: str,
        *,
        expected_revision: int | Unset = UNSET,
        global_prompt: str | Unset = UNSET,
        first_message: str | Unset = UNSET,
        slm_model: LanguageModel | Unset = UNSET,
        background_sound: BackgroundSound | Unset = UNSET,
        timezone: str | Timezone | Mapping[str, Any] | Unset = UNSET,
        global_knowledge_base_id: str | Unset = UNSET,
        mute_user_until_first_bot_response: bool | Unset = UNSET,
        allow_interruptions: bool | Unset = UNSET,
        wait_for_user_to_speak_first: bool | Unset = UNSET,
        interruption_backoff_timer: float | Unset = UNSET,
        enable_style_guide: bool | Unset = UNSET,
        synthesizer: Synthesizer | Mapping[str, Any] | Unset = UNSET,
        language: LanguageSettings | Mapping[str, Any] | Unset = UNSET,
        default_variables: Json | Mapping[str, Any] | Unset = UNSET,
        pre_call_api: StoredPreCallApi | Mapping[str, Any] | Unset = UNSET,
        smart_turn_config: SmartTurn | Mapping[str, Any] | Unset = UNSET,
        voice_detection_config: VoiceDetection | Mapping[str, Any] | Unset = UNSET,
        voice_mail_detection_config: VoicemailDetection | Mapping[str, Any] | Unset = UNSET,
        denoising_config: Denoising | Mapping[str, Any] | Unset = UNSET,
        redaction_config: Redaction | Mapping[str, Any] | Unset = UNSET,
        pronunciation_dicts: Json
        | Mapping[str, Any]
        | Sequence[WordPronunciation | Mapping[str, Any]]
        | Unset = UNSET,
        llm_idle_timeout_config: IdleTimeouts | Mapping[str, Any] | Unset = UNSET,
        session_timeout_config: SessionTimeout | Mapping[str, Any] | Unset = UNSET,
        call_disposition_config: Json | Mapping[str, Any] | str | Unset = UNSET,
        speech_formatting: Json | Mapping[str, Any] | bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> RevisionResponse:
        """Change a branch's draft.

        Changes settings in a branch's draft, which is made if there is none. With expectedRevision,
        a draft that somebody else has changed meanwhile is a 409 that says where they differ.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            expected_revision: Number of the draft's last edit that the change is based on; a
                409 when there are later ones.
            global_prompt: Instructions that hold in every part of the call.
            first_message: What the agent says first.
            slm_model: The language model that decides what the agent says; electron when left
                out.
            background_sound: Noise played behind the agent's voice; the empty text (also when
                left out) is silence.
            timezone: The time zone of the agent's clock, by its name or as settings.
            global_knowledge_base_id: Id of the knowledge base the agent may search.
            mute_user_until_first_bot_response: Whether the user is not heard until the agent
                has first spoken.
            allow_interruptions: Whether the user may interrupt the agent.
            wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
            interruption_backoff_timer: Seconds the agent stays silent after an interruption.
            enable_style_guide: Whether the platform's style guide for speech is added to the
                prompt.
            synthesizer: The agent's voice.
            language: The languages an agent speaks.
            default_variables: Values of variables that a call does not set.
            pre_call_api: The request the platform makes before each call, as stored.
            smart_turn_config: Detection of the end of the user's turn by meaning, not by
                silence alone.
            voice_detection_config: When sound counts as speech.
            voice_mail_detection_config: What to do when an answering machine picks up.
            denoising_config: Removal of noise from the user's audio.
            redaction_config: Removal of personal data from the call's record.
            pronunciation_dicts: How the agent is to pronounce certain words.
            llm_idle_timeout_config: How long the agent waits for a silent user.
            session_timeout_config: How long a call may last.
            call_disposition_config: How calls are sorted by their outcome.
            speech_formatting: Whether numbers, dates and the like are rewritten for speech.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft as it stands now.
        """
        from . import update_draft as _operation

        return self._send(
            _operation._get_kwargs(
                id=id,
                branch_id=branch_id,
                body={
                    "expectedRevision": expected_revision,
                    "globalPrompt": global_prompt,
                    "firstMessage": first_message,
                    "slmModel": slm_model,
                    "backgroundSound": background_sound,
                    "timezone": timezone,
                    "globalKnowledgeBaseId": global_knowledge_base_id,
                    "muteUserUntilFirstBotResponse": mute_user_until_first_bot_response,
                    "allowInterruptions": allow_interruptions,
                    "waitForUserToSpeakFirst": wait_for_user_to_speak_first,
                    "interruptionBackoffTimer": interruption_backoff_timer,
                    "enableStyleGuide": enable_style_guide,
                    "synthesizer": synthesizer,
                    "language": language,
                    "defaultVariables": default_variables,
                    "preCallAPI": pre_call_api,
                    "smartTurnConfig": smart_turn_config,
                    "voiceDetectionConfig": voice_detection_config,
                    "voiceMailDetectionConfig": voice_mail_detection_config,
                    "denoisingConfig": denoising_config,
                    "redactionConfig": redaction_config,
                    "pronunciationDicts": pronunciation_dicts,
                    "llmIdleTimeoutConfig": llm_idle_timeout_config,
                    "sessionTimeoutConfig": session_timeout_config,
                    "callDispositionConfig": call_disposition_config,
                    "speechFormatting": speech_formatting,
                },
            ),
            _operation._parse,
            request_options,
        )

    def discard_draft(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> DiscardedDraftResponse:
        """Discard a branch's draft.

        Drops the settings that are being worked on; the branch's head stays as it is.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether the draft is dropped.
        """
        from . import agent_versioning_branches_discard_draft as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    def publish_draft(
        self,
        id: str,
        branch_id: str,
        *,
        label: str | None | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> PublishResponse:
        """Publish a branch's draft.

        Makes a draft the head of its branch. 200 (committed): it is; 202 (scanning): it will be
        once it has passed a security check; until then the draft's securityCheck and pendingPublish
        tell how that goes.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            label: Label of the revision, at most 200 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft is published.
            The draft is being checked first.
        """
        from . import agent_versioning_branches_publish_draft as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, body=given({"label": label})),
            _operation._parse,
            request_options,
        )

    def cancel_publish(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> CancelledPublishResponse:
        """Call off a publication.

        Calls off a publication whose security check has not ended.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether the publication is called off.
        """
        from . import cancel_publish as _operation

        return self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    def test_call(
        self,
        id: str,
        branch_id: str,
        *,
        include_draft: bool | Unset = UNSET,
        revision_id: str | Unset = UNSET,
        mode: TestCallMode | Unset = UNSET,
        to_phone: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TestCallResponse:
        """Try a branch in a call.

        Places a call, or opens a room for one, with the branch's head, its draft, or an older
        revision.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            include_draft: Whether to try the draft and not the head; false when left out.
            revision_id: Id of an older revision to try, 24 hexadecimal digits.
            mode: How a test call is carried; webcall when left out.
            to_phone: The number to dial; for telephony.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call, and how to join it.
        """
        from . import test_call as _operation

        return self._send(
            _operation._get_kwargs(
                id=id,
                branch_id=branch_id,
                body=given(
                    {
                        "includeDraft": include_draft,
                        "revisionId": revision_id,
                        "mode": mode,
                        "toPhone": to_phone,
                    }
                ),
            ),
            _operation._parse,
            request_options,
        )


class RawAgentVersioningBranches:
    """The operations of `AgentVersioningBranches`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = AgentVersioningBranches(raw(send))

    list = RawMethod(AgentVersioningBranches.list)
    create_branch = RawMethod(AgentVersioningBranches.create_branch)
    get = RawMethod(AgentVersioningBranches.get)
    rename = RawMethod(AgentVersioningBranches.rename)
    archive = RawMethod(AgentVersioningBranches.archive)
    make_live = RawMethod(AgentVersioningBranches.make_live)
    get_draft = RawMethod(AgentVersioningBranches.get_draft)
    update_draft = RawMethod(AgentVersioningBranches.update_draft)
    discard_draft = RawMethod(AgentVersioningBranches.discard_draft)
    publish_draft = RawMethod(AgentVersioningBranches.publish_draft)
    cancel_publish = RawMethod(AgentVersioningBranches.cancel_publish)
    test_call = RawMethod(AgentVersioningBranches.test_call)


class AsyncAgentVersioningBranches:
    """The awaitable twin of `AgentVersioningBranches`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAgentVersioningBranches:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAgentVersioningBranches(self._send)

    async def list(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> BranchListResponse:
        """List an agent's branches.

        Returns the branches of an agent, each with whether it is live and what it holds.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The branches.
        """
        from . import agent_versioning_branches_list as _operation

        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def iter(
        self, id: str, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[BranchSummary]:
        """List an agent's branches: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import agent_versioning_branches_list as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(("data.branches",)),
            limit,
            None,
        )

    async def create_branch(
        self,
        id: str,
        *,
        source_branch_id: str,
        name: str,
        request_options: RequestOptions | None = None,
    ) -> BranchResponse:
        """Create a branch.

        Starts a line of versions of its own from another branch. A 409 names its reason in
        error_type; a 423 while the agent is frozen.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            source_branch_id: Id of the branch to start from, 24 hexadecimal digits.
            name: Name of the branch, 1 to 100 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new branch.
        """
        from . import create_branch as _operation

        return await self._send(
            _operation._get_kwargs(id=id, body={"sourceBranchId": source_branch_id, "name": name}),
            _operation._parse,
            request_options,
        )

    async def get(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> BranchSummaryResponse:
        """Get a branch.

        Returns one branch with whether it is live and what it holds.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The branch.
        """
        from . import agent_versioning_branches_get as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    async def rename(
        self, id: str, branch_id: str, *, name: str, request_options: RequestOptions | None = None
    ) -> BranchResponse:
        """Rename a branch.

        Gives a branch another name. A 409 names its reason in error_type; a 423 while the agent is
        frozen.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            name: Name of the branch, 1 to 100 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The branch.
        """
        from . import agent_versioning_branches_rename as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, body={"name": name}),
            _operation._parse,
            request_options,
        )

    async def archive(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> ArchivedBranchResponse:
        """Archive a branch.

        Takes a branch out of use.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether the branch is archived.
        """
        from . import agent_versioning_branches_archive as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    async def make_live(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> BranchSummaryResponse:
        """Make a branch live.

        Has the agent take calls with the head of this branch from now on.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The branch.
        """
        from . import make_live as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    async def get_draft(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> DraftResponse:
        """Get a branch's draft.

        Returns the settings that are being worked on in a branch, and by whom.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft.
        """
        from . import agent_versioning_branches_get_draft as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    async def update_draft(
        self,
        id: str,
        branch_id: str,
        *,
        expected_revision: int | Unset = UNSET,
        global_prompt: str | Unset = UNSET,
        first_message: str | Unset = UNSET,
        slm_model: LanguageModel | Unset = UNSET,
        background_sound: BackgroundSound | Unset = UNSET,
        timezone: str | Timezone | Mapping[str, Any] | Unset = UNSET,
        global_knowledge_base_id: str | Unset = UNSET,
        mute_user_until_first_bot_response: bool | Unset = UNSET,
        allow_interruptions: bool | Unset = UNSET,
        wait_for_user_to_speak_first: bool | Unset = UNSET,
        interruption_backoff_timer: float | Unset = UNSET,
        enable_style_guide: bool | Unset = UNSET,
        synthesizer: Synthesizer | Mapping[str, Any] | Unset = UNSET,
        language: LanguageSettings | Mapping[str, Any] | Unset = UNSET,
        default_variables: Json | Mapping[str, Any] | Unset = UNSET,
        pre_call_api: StoredPreCallApi | Mapping[str, Any] | Unset = UNSET,
        smart_turn_config: SmartTurn | Mapping[str, Any] | Unset = UNSET,
        voice_detection_config: VoiceDetection | Mapping[str, Any] | Unset = UNSET,
        voice_mail_detection_config: VoicemailDetection | Mapping[str, Any] | Unset = UNSET,
        denoising_config: Denoising | Mapping[str, Any] | Unset = UNSET,
        redaction_config: Redaction | Mapping[str, Any] | Unset = UNSET,
        pronunciation_dicts: Json
        | Mapping[str, Any]
        | Sequence[WordPronunciation | Mapping[str, Any]]
        | Unset = UNSET,
        llm_idle_timeout_config: IdleTimeouts | Mapping[str, Any] | Unset = UNSET,
        session_timeout_config: SessionTimeout | Mapping[str, Any] | Unset = UNSET,
        call_disposition_config: Json | Mapping[str, Any] | str | Unset = UNSET,
        speech_formatting: Json | Mapping[str, Any] | bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> RevisionResponse:
        """Change a branch's draft.

        Changes settings in a branch's draft, which is made if there is none. With expectedRevision,
        a draft that somebody else has changed meanwhile is a 409 that says where they differ.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            expected_revision: Number of the draft's last edit that the change is based on; a
                409 when there are later ones.
            global_prompt: Instructions that hold in every part of the call.
            first_message: What the agent says first.
            slm_model: The language model that decides what the agent says; electron when left
                out.
            background_sound: Noise played behind the agent's voice; the empty text (also when
                left out) is silence.
            timezone: The time zone of the agent's clock, by its name or as settings.
            global_knowledge_base_id: Id of the knowledge base the agent may search.
            mute_user_until_first_bot_response: Whether the user is not heard until the agent
                has first spoken.
            allow_interruptions: Whether the user may interrupt the agent.
            wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
            interruption_backoff_timer: Seconds the agent stays silent after an interruption.
            enable_style_guide: Whether the platform's style guide for speech is added to the
                prompt.
            synthesizer: The agent's voice.
            language: The languages an agent speaks.
            default_variables: Values of variables that a call does not set.
            pre_call_api: The request the platform makes before each call, as stored.
            smart_turn_config: Detection of the end of the user's turn by meaning, not by
                silence alone.
            voice_detection_config: When sound counts as speech.
            voice_mail_detection_config: What to do when an answering machine picks up.
            denoising_config: Removal of noise from the user's audio.
            redaction_config: Removal of personal data from the call's record.
            pronunciation_dicts: How the agent is to pronounce certain words.
            llm_idle_timeout_config: How long the agent waits for a silent user.
            session_timeout_config: How long a call may last.
            call_disposition_config: How calls are sorted by their outcome.
            speech_formatting: Whether numbers, dates and the like are rewritten for speech.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft as it stands now.
        """
        from . import update_draft as _operation

        return await self._send(
            _operation._get_kwargs(
                id=id,
                branch_id=branch_id,
                body={
                    "expectedRevision": expected_revision,
                    "globalPrompt": global_prompt,
                    "firstMessage": first_message,
                    "slmModel": slm_model,
                    "backgroundSound": background_sound,
                    "timezone": timezone,
                    "globalKnowledgeBaseId": global_knowledge_base_id,
                    "muteUserUntilFirstBotResponse": mute_user_until_first_bot_response,
                    "allowInterruptions": allow_interruptions,
                    "waitForUserToSpeakFirst": wait_for_user_to_speak_first,
                    "interruptionBackoffTimer": interruption_backoff_timer,
                    "enableStyleGuide": enable_style_guide,
                    "synthesizer": synthesizer,
                    "language": language,
                    "defaultVariables": default_variables,
                    "preCallAPI": pre_call_api,
                    "smartTurnConfig": smart_turn_config,
                    "voiceDetectionConfig": voice_detection_config,
                    "voiceMailDetectionConfig": voice_mail_detection_config,
                    "denoisingConfig": denoising_config,
                    "redactionConfig": redaction_config,
                    "pronunciationDicts": pronunciation_dicts,
                    "llmIdleTimeoutConfig": llm_idle_timeout_config,
                    "sessionTimeoutConfig": session_timeout_config,
                    "callDispositionConfig": call_disposition_config,
                    "speechFormatting": speech_formatting,
                },
            ),
            _operation._parse,
            request_options,
        )

    async def discard_draft(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> DiscardedDraftResponse:
        """Discard a branch's draft.

        Drops the settings that are being worked on; the branch's head stays as it is.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether the draft is dropped.
        """
        from . import agent_versioning_branches_discard_draft as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    async def publish_draft(
        self,
        id: str,
        branch_id: str,
        *,
        label: str | None | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> PublishResponse:
        """Publish a branch's draft.

        Makes a draft the head of its branch. 200 (committed): it is; 202 (scanning): it will be
        once it has passed a security check; until then the draft's securityCheck and pendingPublish
        tell how that goes.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            label: Label of the revision, at most 200 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft is published.
            The draft is being checked first.
        """
        from . import agent_versioning_branches_publish_draft as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id, body=given({"label": label})),
            _operation._parse,
            request_options,
        )

    async def cancel_publish(
        self, id: str, branch_id: str, *, request_options: RequestOptions | None = None
    ) -> CancelledPublishResponse:
        """Call off a publication.

        Calls off a publication whose security check has not ended.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            Whether the publication is called off.
        """
        from . import cancel_publish as _operation

        return await self._send(
            _operation._get_kwargs(id=id, branch_id=branch_id), _operation._parse, request_options
        )

    async def test_call(
        self,
        id: str,
        branch_id: str,
        *,
        include_draft: bool | Unset = UNSET,
        revision_id: str | Unset = UNSET,
        mode: TestCallMode | Unset = UNSET,
        to_phone: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TestCallResponse:
        """Try a branch in a call.

        Places a call, or opens a room for one, with the branch's head, its draft, or an older
        revision.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            branch_id: Id of the branch, 24 hexadecimal digits.
            include_draft: Whether to try the draft and not the head; false when left out.
            revision_id: Id of an older revision to try, 24 hexadecimal digits.
            mode: How a test call is carried; webcall when left out.
            to_phone: The number to dial; for telephony.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call, and how to join it.
        """
        from . import test_call as _operation

        return await self._send(
            _operation._get_kwargs(
                id=id,
                branch_id=branch_id,
                body=given(
                    {
                        "includeDraft": include_draft,
                        "revisionId": revision_id,
                        "mode": mode,
                        "toPhone": to_phone,
                    }
                ),
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawAgentVersioningBranches:
    """The operations of `AsyncAgentVersioningBranches`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAgentVersioningBranches(raw(send))

    list = AsyncRawMethod(AsyncAgentVersioningBranches.list)
    create_branch = AsyncRawMethod(AsyncAgentVersioningBranches.create_branch)
    get = AsyncRawMethod(AsyncAgentVersioningBranches.get)
    rename = AsyncRawMethod(AsyncAgentVersioningBranches.rename)
    archive = AsyncRawMethod(AsyncAgentVersioningBranches.archive)
    make_live = AsyncRawMethod(AsyncAgentVersioningBranches.make_live)
    get_draft = AsyncRawMethod(AsyncAgentVersioningBranches.get_draft)
    update_draft = AsyncRawMethod(AsyncAgentVersioningBranches.update_draft)
    discard_draft = AsyncRawMethod(AsyncAgentVersioningBranches.discard_draft)
    publish_draft = AsyncRawMethod(AsyncAgentVersioningBranches.publish_draft)
    cancel_publish = AsyncRawMethod(AsyncAgentVersioningBranches.cancel_publish)
    test_call = AsyncRawMethod(AsyncAgentVersioningBranches.test_call)
