"""The namespace `AgentVersioningDrafts` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, given, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from ...models.agent_version import AgentVersion
    from ...models.agent_version_response import AgentVersionResponse
    from ...models.background_sound import BackgroundSound
    from ...models.denoising import Denoising
    from ...models.draft_diff_response import DraftDiffResponse
    from ...models.draft_history_response import DraftHistoryResponse
    from ...models.draft_list_response import DraftListResponse
    from ...models.draft_test_call_response import DraftTestCallResponse
    from ...models.empty_response import EmptyResponse
    from ...models.idle_timeouts import IdleTimeouts
    from ...models.json import Json
    from ...models.language_model import LanguageModel
    from ...models.language_settings import LanguageSettings
    from ...models.post_call_analytics import PostCallAnalytics
    from ...models.redaction import Redaction
    from ...models.renamed_draft_response import RenamedDraftResponse
    from ...models.session_timeout import SessionTimeout
    from ...models.single_prompt import SinglePrompt
    from ...models.smart_turn import SmartTurn
    from ...models.stored_pre_call_api import StoredPreCallApi
    from ...models.synthesizer import Synthesizer
    from ...models.test_call_mode import TestCallMode
    from ...models.timezone import Timezone
    from ...models.voice_detection import VoiceDetection
    from ...models.voicemail_detection import VoicemailDetection
    from ...models.widget_config import WidgetConfig
    from ...models.word_pronunciation import WordPronunciation
    from ...models.workflow_type import WorkflowType
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class AgentVersioningDrafts:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAgentVersioningDrafts:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAgentVersioningDrafts(self._send)

    def list_drafts(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> DraftListResponse:
        """List an agent's drafts.

        Deprecated. Returns the drafts of an agent. The drafts of branches replace them; the 409
        says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The drafts.
        """
        from . import list_drafts as _operation

        warnings.warn("list_drafts is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def iter_drafts(
        self, id: str, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> Iterator[AgentVersion]:
        """List an agent's drafts: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_drafts as _operation

        warnings.warn("iter_drafts is deprecated", DeprecationWarning, stacklevel=2)
        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    def create_draft(
        self,
        id: str,
        *,
        source_version_id: str | Unset = UNSET,
        source_draft_id: str | Unset = UNSET,
        draft_name: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionResponse:
        """Create a draft.

        Deprecated. Starts a draft from a version or from another draft. The drafts of branches
        replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            source_version_id: Id of the version to start from, 24 hexadecimal digits.
            source_draft_id: Id of the draft to start from.
            draft_name: Name of the draft, 1 to 100 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new draft.
        """
        from . import create_draft as _operation

        warnings.warn("create_draft is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(
                id=id,
                body={
                    "sourceVersionId": source_version_id,
                    "sourceDraftId": source_draft_id,
                    "draftName": draft_name,
                },
            ),
            _operation._parse,
            request_options,
        )

    def get_draft(
        self,
        id: str,
        draft_id: str,
        *,
        limit: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DraftHistoryResponse:
        """Get a draft.

        Deprecated. Returns a draft and its latest edits. The drafts of branches replace it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            limit: Edits to return, 1 to 100.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft and its edits.
        """
        from . import agent_versioning_drafts_get_draft as _operation

        warnings.warn("get_draft is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id, limit=limit),
            _operation._parse,
            request_options,
        )

    def discard_draft(
        self, id: str, draft_id: str, *, request_options: RequestOptions | None = None
    ) -> EmptyResponse:
        """Discard a draft.

        Deprecated. Drops a draft. The drafts of branches replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft is dropped.
        """
        from . import agent_versioning_drafts_discard_draft as _operation

        warnings.warn("discard_draft is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id), _operation._parse, request_options
        )

    def rename_draft(
        self,
        id: str,
        draft_id: str,
        *,
        draft_name: str,
        request_options: RequestOptions | None = None,
    ) -> RenamedDraftResponse:
        """Rename a draft.

        Deprecated. Gives a draft another name. The drafts of branches replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            draft_name: Name of the draft, 1 to 100 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft's name.
        """
        from . import rename_draft as _operation

        warnings.warn("rename_draft is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id, body={"draftName": draft_name}),
            _operation._parse,
            request_options,
        )

    def diff_draft(
        self,
        id: str,
        draft_id: str,
        *,
        compare_to: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DraftDiffResponse:
        """Compare a draft.

        Deprecated. Returns where a draft differs from a version. The comparison of revisions
        replaces it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            compare_to: Id of the version to compare with, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The differences.
        """
        from . import diff_draft as _operation

        warnings.warn("diff_draft is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id, compare_to=compare_to),
            _operation._parse,
            request_options,
        )

    def publish_draft(
        self,
        id: str,
        draft_id: str,
        *,
        label: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        activate: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionResponse:
        """Publish a draft.

        Deprecated. Makes a draft a version. The drafts of branches replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            label: Label of the version, at most 200 characters.
            description: What it is about, at most 2000 characters.
            activate: Whether it goes live at once; false when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new version.
        """
        from . import agent_versioning_drafts_publish_draft as _operation

        warnings.warn("publish_draft is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(
                id=id,
                draft_id=draft_id,
                body=given({"label": label, "description": description, "activate": activate}),
            ),
            _operation._parse,
            request_options,
        )

    def test_draft(
        self,
        id: str,
        draft_id: str,
        *,
        mode: TestCallMode | Unset = UNSET,
        to_phone: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DraftTestCallResponse:
        """Try a draft in a call.

        Deprecated. Places a call, or opens a room for one, with the draft's settings. Branches have
        test calls of their own.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            mode: How a test call is carried; webcall when left out.
            to_phone: The number to dial; for telephony.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call.
        """
        from . import test_draft as _operation

        warnings.warn("test_draft is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(
                id=id, draft_id=draft_id, body=given({"mode": mode, "toPhone": to_phone})
            ),
            _operation._parse,
            request_options,
        )

    def update_draft_config(
        self,
        id: str,
        draft_id: str,
        *,
        single_prompt_config: SinglePrompt | Mapping[str, Any] | Unset = UNSET,
        post_call_analytics_config: PostCallAnalytics | Mapping[str, Any] | Unset = UNSET,
        language: LanguageSettings | Mapping[str, Any] | Unset = UNSET,
        synthesizer: Synthesizer | Mapping[str, Any] | Unset = UNSET,
        slm_model: LanguageModel | Unset = UNSET,
        transcriber_type: str | Unset = UNSET,
        custom_llm_web_socket_url: str | Unset = UNSET,
        widget_config: WidgetConfig | Mapping[str, Any] | Unset = UNSET,
        default_variables: Json | Mapping[str, Any] | Unset = UNSET,
        pre_call_api: StoredPreCallApi | Mapping[str, Any] | Unset = UNSET,
        global_prompt: str | Unset = UNSET,
        global_knowledge_base_id: str | Unset = UNSET,
        first_message: str | Unset = UNSET,
        allow_interruptions: bool | Unset = UNSET,
        wait_for_user_to_speak_first: bool | Unset = UNSET,
        mute_user_until_first_bot_response: bool | Unset = UNSET,
        interruption_backoff_timer: float | Unset = UNSET,
        background_sound: BackgroundSound | Unset = UNSET,
        smart_turn_config: SmartTurn | Mapping[str, Any] | Unset = UNSET,
        voice_detection_config: VoiceDetection | Mapping[str, Any] | Unset = UNSET,
        voice_mail_detection_config: VoicemailDetection | Mapping[str, Any] | Unset = UNSET,
        denoising_config: Denoising | Mapping[str, Any] | Unset = UNSET,
        redaction_config: Redaction | Mapping[str, Any] | Unset = UNSET,
        pronunciation_dicts: Sequence[WordPronunciation | Mapping[str, Any]] | Unset = UNSET,
        llm_idle_timeout_config: IdleTimeouts | Mapping[str, Any] | Unset = UNSET,
        session_timeout_config: SessionTimeout | Mapping[str, Any] | Unset = UNSET,
        workflow_type: WorkflowType | Unset = UNSET,
        timezone: Timezone | Mapping[str, Any] | Unset = UNSET,
        call_disposition_config: str | Unset = UNSET,
        enable_style_guide: bool | Unset = UNSET,
        speech_formatting: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionResponse:
        """Change a draft.

        Deprecated. Changes settings in a draft. The drafts of branches replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            single_prompt_config: One prompt, and the tools it may use.
            post_call_analytics_config: What is worked out about each call after it ends.
            language: The languages an agent speaks.
            synthesizer: The agent's voice.
            slm_model: The language model that decides what the agent says; electron when left
                out.
            transcriber_type: What turns the user's speech into text.
            custom_llm_web_socket_url: URL of a socket of one's own that takes the language
                model's place.
            widget_config: Look and behaviour of the agent's widget for web pages.
            default_variables: Values of variables that a call does not set.
            pre_call_api: The request the platform makes before each call, as stored.
            global_prompt: Instructions that hold in every part of the call; at most 4000
                characters.
            global_knowledge_base_id: Id of the knowledge base the agent may search.
            first_message: What the agent says first.
            allow_interruptions: Whether the user may interrupt the agent.
            wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
            mute_user_until_first_bot_response: Whether the user is not heard until the agent
                has first spoken.
            interruption_backoff_timer: Seconds the agent stays silent after an interruption, 0
                to 10.
            background_sound: Noise played behind the agent's voice; the empty text (also when
                left out) is silence.
            smart_turn_config: Detection of the end of the user's turn by meaning, not by
                silence alone.
            voice_detection_config: When sound counts as speech.
            voice_mail_detection_config: What to do when an answering machine picks up.
            denoising_config: Removal of noise from the user's audio.
            redaction_config: Removal of personal data from the call's record.
            pronunciation_dicts: How the agent is to pronounce certain words.
            llm_idle_timeout_config: How long the agent waits for a silent user.
            session_timeout_config: How long a call may last.
            workflow_type: How an agent is driven: by a graph of nodes or by one prompt (a new
                agent's, when left out).
            timezone: The time zone of the agent's clock.
            call_disposition_config: How calls are sorted by their outcome.
            enable_style_guide: Whether the platform's style guide for speech is added to the
                prompt.
            speech_formatting: Whether numbers, dates and the like are rewritten for speech.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft as it stands now.
        """
        from . import update_draft_config as _operation

        warnings.warn("update_draft_config is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(
            _operation._get_kwargs(
                id=id,
                draft_id=draft_id,
                body={
                    "singlePromptConfig": single_prompt_config,
                    "postCallAnalyticsConfig": post_call_analytics_config,
                    "language": language,
                    "synthesizer": synthesizer,
                    "slmModel": slm_model,
                    "transcriberType": transcriber_type,
                    "customLLMWebSocketUrl": custom_llm_web_socket_url,
                    "widgetConfig": widget_config,
                    "defaultVariables": default_variables,
                    "preCallAPI": pre_call_api,
                    "globalPrompt": global_prompt,
                    "globalKnowledgeBaseId": global_knowledge_base_id,
                    "firstMessage": first_message,
                    "allowInterruptions": allow_interruptions,
                    "waitForUserToSpeakFirst": wait_for_user_to_speak_first,
                    "muteUserUntilFirstBotResponse": mute_user_until_first_bot_response,
                    "interruptionBackoffTimer": interruption_backoff_timer,
                    "backgroundSound": background_sound,
                    "smartTurnConfig": smart_turn_config,
                    "voiceDetectionConfig": voice_detection_config,
                    "voiceMailDetectionConfig": voice_mail_detection_config,
                    "denoisingConfig": denoising_config,
                    "redactionConfig": redaction_config,
                    "pronunciationDicts": pronunciation_dicts,
                    "llmIdleTimeoutConfig": llm_idle_timeout_config,
                    "sessionTimeoutConfig": session_timeout_config,
                    "workflowType": workflow_type,
                    "timezone": timezone,
                    "callDispositionConfig": call_disposition_config,
                    "enableStyleGuide": enable_style_guide,
                    "speechFormatting": speech_formatting,
                },
            ),
            _operation._parse,
            request_options,
        )


class RawAgentVersioningDrafts:
    """The operations of `AgentVersioningDrafts`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = AgentVersioningDrafts(raw(send))

    list_drafts = RawMethod(AgentVersioningDrafts.list_drafts)
    create_draft = RawMethod(AgentVersioningDrafts.create_draft)
    get_draft = RawMethod(AgentVersioningDrafts.get_draft)
    discard_draft = RawMethod(AgentVersioningDrafts.discard_draft)
    rename_draft = RawMethod(AgentVersioningDrafts.rename_draft)
    diff_draft = RawMethod(AgentVersioningDrafts.diff_draft)
    publish_draft = RawMethod(AgentVersioningDrafts.publish_draft)
    test_draft = RawMethod(AgentVersioningDrafts.test_draft)
    update_draft_config = RawMethod(AgentVersioningDrafts.update_draft_config)


class AsyncAgentVersioningDrafts:
    """The awaitable twin of `AgentVersioningDrafts`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAgentVersioningDrafts:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAgentVersioningDrafts(self._send)

    async def list_drafts(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> DraftListResponse:
        """List an agent's drafts.

        Deprecated. Returns the drafts of an agent. The drafts of branches replace them; the 409
        says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The drafts.
        """
        from . import list_drafts as _operation

        warnings.warn("list_drafts is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def iter_drafts(
        self, id: str, *, limit: int | None = None, request_options: RequestOptions | None = None
    ) -> AsyncIterator[AgentVersion]:
        """List an agent's drafts: each entry, from one request.

        The list is asked for when its first entry is wanted.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            limit: The most entries to give; all when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_drafts as _operation

        warnings.warn("iter_drafts is deprecated", DeprecationWarning, stacklevel=2)
        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(("data",)),
            limit,
            None,
        )

    async def create_draft(
        self,
        id: str,
        *,
        source_version_id: str | Unset = UNSET,
        source_draft_id: str | Unset = UNSET,
        draft_name: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionResponse:
        """Create a draft.

        Deprecated. Starts a draft from a version or from another draft. The drafts of branches
        replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            source_version_id: Id of the version to start from, 24 hexadecimal digits.
            source_draft_id: Id of the draft to start from.
            draft_name: Name of the draft, 1 to 100 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new draft.
        """
        from . import create_draft as _operation

        warnings.warn("create_draft is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(
                id=id,
                body={
                    "sourceVersionId": source_version_id,
                    "sourceDraftId": source_draft_id,
                    "draftName": draft_name,
                },
            ),
            _operation._parse,
            request_options,
        )

    async def get_draft(
        self,
        id: str,
        draft_id: str,
        *,
        limit: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DraftHistoryResponse:
        """Get a draft.

        Deprecated. Returns a draft and its latest edits. The drafts of branches replace it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            limit: Edits to return, 1 to 100.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft and its edits.
        """
        from . import agent_versioning_drafts_get_draft as _operation

        warnings.warn("get_draft is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id, limit=limit),
            _operation._parse,
            request_options,
        )

    async def discard_draft(
        self, id: str, draft_id: str, *, request_options: RequestOptions | None = None
    ) -> EmptyResponse:
        """Discard a draft.

        Deprecated. Drops a draft. The drafts of branches replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft is dropped.
        """
        from . import agent_versioning_drafts_discard_draft as _operation

        warnings.warn("discard_draft is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id), _operation._parse, request_options
        )

    async def rename_draft(
        self,
        id: str,
        draft_id: str,
        *,
        draft_name: str,
        request_options: RequestOptions | None = None,
    ) -> RenamedDraftResponse:
        """Rename a draft.

        Deprecated. Gives a draft another name. The drafts of branches replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            draft_name: Name of the draft, 1 to 100 characters.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft's name.
        """
        from . import rename_draft as _operation

        warnings.warn("rename_draft is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id, body={"draftName": draft_name}),
            _operation._parse,
            request_options,
        )

    async def diff_draft(
        self,
        id: str,
        draft_id: str,
        *,
        compare_to: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DraftDiffResponse:
        """Compare a draft.

        Deprecated. Returns where a draft differs from a version. The comparison of revisions
        replaces it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            compare_to: Id of the version to compare with, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The differences.
        """
        from . import diff_draft as _operation

        warnings.warn("diff_draft is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id, compare_to=compare_to),
            _operation._parse,
            request_options,
        )

    async def publish_draft(
        self,
        id: str,
        draft_id: str,
        *,
        label: str | None | Unset = UNSET,
        description: str | None | Unset = UNSET,
        activate: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionResponse:
        """Publish a draft.

        Deprecated. Makes a draft a version. The drafts of branches replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            label: Label of the version, at most 200 characters.
            description: What it is about, at most 2000 characters.
            activate: Whether it goes live at once; false when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The new version.
        """
        from . import agent_versioning_drafts_publish_draft as _operation

        warnings.warn("publish_draft is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(
                id=id,
                draft_id=draft_id,
                body=given({"label": label, "description": description, "activate": activate}),
            ),
            _operation._parse,
            request_options,
        )

    async def test_draft(
        self,
        id: str,
        draft_id: str,
        *,
        mode: TestCallMode | Unset = UNSET,
        to_phone: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> DraftTestCallResponse:
        """Try a draft in a call.

        Deprecated. Places a call, or opens a room for one, with the draft's settings. Branches have
        test calls of their own.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            mode: How a test call is carried; webcall when left out.
            to_phone: The number to dial; for telephony.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The call.
        """
        from . import test_draft as _operation

        warnings.warn("test_draft is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(
                id=id, draft_id=draft_id, body=given({"mode": mode, "toPhone": to_phone})
            ),
            _operation._parse,
            request_options,
        )

    async def update_draft_config(
        self,
        id: str,
        draft_id: str,
        *,
        single_prompt_config: SinglePrompt | Mapping[str, Any] | Unset = UNSET,
        post_call_analytics_config: PostCallAnalytics | Mapping[str, Any] | Unset = UNSET,
        language: LanguageSettings | Mapping[str, Any] | Unset = UNSET,
        synthesizer: Synthesizer | Mapping[str, Any] | Unset = UNSET,
        slm_model: LanguageModel | Unset = UNSET,
        transcriber_type: str | Unset = UNSET,
        custom_llm_web_socket_url: str | Unset = UNSET,
        widget_config: WidgetConfig | Mapping[str, Any] | Unset = UNSET,
        default_variables: Json | Mapping[str, Any] | Unset = UNSET,
        pre_call_api: StoredPreCallApi | Mapping[str, Any] | Unset = UNSET,
        global_prompt: str | Unset = UNSET,
        global_knowledge_base_id: str | Unset = UNSET,
        first_message: str | Unset = UNSET,
        allow_interruptions: bool | Unset = UNSET,
        wait_for_user_to_speak_first: bool | Unset = UNSET,
        mute_user_until_first_bot_response: bool | Unset = UNSET,
        interruption_backoff_timer: float | Unset = UNSET,
        background_sound: BackgroundSound | Unset = UNSET,
        smart_turn_config: SmartTurn | Mapping[str, Any] | Unset = UNSET,
        voice_detection_config: VoiceDetection | Mapping[str, Any] | Unset = UNSET,
        voice_mail_detection_config: VoicemailDetection | Mapping[str, Any] | Unset = UNSET,
        denoising_config: Denoising | Mapping[str, Any] | Unset = UNSET,
        redaction_config: Redaction | Mapping[str, Any] | Unset = UNSET,
        pronunciation_dicts: Sequence[WordPronunciation | Mapping[str, Any]] | Unset = UNSET,
        llm_idle_timeout_config: IdleTimeouts | Mapping[str, Any] | Unset = UNSET,
        session_timeout_config: SessionTimeout | Mapping[str, Any] | Unset = UNSET,
        workflow_type: WorkflowType | Unset = UNSET,
        timezone: Timezone | Mapping[str, Any] | Unset = UNSET,
        call_disposition_config: str | Unset = UNSET,
        enable_style_guide: bool | Unset = UNSET,
        speech_formatting: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentVersionResponse:
        """Change a draft.

        Deprecated. Changes settings in a draft. The drafts of branches replace it; the 409 says so.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of the draft.
            single_prompt_config: One prompt, and the tools it may use.
            post_call_analytics_config: What is worked out about each call after it ends.
            language: The languages an agent speaks.
            synthesizer: The agent's voice.
            slm_model: The language model that decides what the agent says; electron when left
                out.
            transcriber_type: What turns the user's speech into text.
            custom_llm_web_socket_url: URL of a socket of one's own that takes the language
                model's place.
            widget_config: Look and behaviour of the agent's widget for web pages.
            default_variables: Values of variables that a call does not set.
            pre_call_api: The request the platform makes before each call, as stored.
            global_prompt: Instructions that hold in every part of the call; at most 4000
                characters.
            global_knowledge_base_id: Id of the knowledge base the agent may search.
            first_message: What the agent says first.
            allow_interruptions: Whether the user may interrupt the agent.
            wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
            mute_user_until_first_bot_response: Whether the user is not heard until the agent
                has first spoken.
            interruption_backoff_timer: Seconds the agent stays silent after an interruption, 0
                to 10.
            background_sound: Noise played behind the agent's voice; the empty text (also when
                left out) is silence.
            smart_turn_config: Detection of the end of the user's turn by meaning, not by
                silence alone.
            voice_detection_config: When sound counts as speech.
            voice_mail_detection_config: What to do when an answering machine picks up.
            denoising_config: Removal of noise from the user's audio.
            redaction_config: Removal of personal data from the call's record.
            pronunciation_dicts: How the agent is to pronounce certain words.
            llm_idle_timeout_config: How long the agent waits for a silent user.
            session_timeout_config: How long a call may last.
            workflow_type: How an agent is driven: by a graph of nodes or by one prompt (a new
                agent's, when left out).
            timezone: The time zone of the agent's clock.
            call_disposition_config: How calls are sorted by their outcome.
            enable_style_guide: Whether the platform's style guide for speech is added to the
                prompt.
            speech_formatting: Whether numbers, dates and the like are rewritten for speech.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The draft as it stands now.
        """
        from . import update_draft_config as _operation

        warnings.warn("update_draft_config is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(
            _operation._get_kwargs(
                id=id,
                draft_id=draft_id,
                body={
                    "singlePromptConfig": single_prompt_config,
                    "postCallAnalyticsConfig": post_call_analytics_config,
                    "language": language,
                    "synthesizer": synthesizer,
                    "slmModel": slm_model,
                    "transcriberType": transcriber_type,
                    "customLLMWebSocketUrl": custom_llm_web_socket_url,
                    "widgetConfig": widget_config,
                    "defaultVariables": default_variables,
                    "preCallAPI": pre_call_api,
                    "globalPrompt": global_prompt,
                    "globalKnowledgeBaseId": global_knowledge_base_id,
                    "firstMessage": first_message,
                    "allowInterruptions": allow_interruptions,
                    "waitForUserToSpeakFirst": wait_for_user_to_speak_first,
                    "muteUserUntilFirstBotResponse": mute_user_until_first_bot_response,
                    "interruptionBackoffTimer": interruption_backoff_timer,
                    "backgroundSound": background_sound,
                    "smartTurnConfig": smart_turn_config,
                    "voiceDetectionConfig": voice_detection_config,
                    "voiceMailDetectionConfig": voice_mail_detection_config,
                    "denoisingConfig": denoising_config,
                    "redactionConfig": redaction_config,
                    "pronunciationDicts": pronunciation_dicts,
                    "llmIdleTimeoutConfig": llm_idle_timeout_config,
                    "sessionTimeoutConfig": session_timeout_config,
                    "workflowType": workflow_type,
                    "timezone": timezone,
                    "callDispositionConfig": call_disposition_config,
                    "enableStyleGuide": enable_style_guide,
                    "speechFormatting": speech_formatting,
                },
            ),
            _operation._parse,
            request_options,
        )


class AsyncRawAgentVersioningDrafts:
    """The operations of `AsyncAgentVersioningDrafts`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAgentVersioningDrafts(raw(send))

    list_drafts = AsyncRawMethod(AsyncAgentVersioningDrafts.list_drafts)
    create_draft = AsyncRawMethod(AsyncAgentVersioningDrafts.create_draft)
    get_draft = AsyncRawMethod(AsyncAgentVersioningDrafts.get_draft)
    discard_draft = AsyncRawMethod(AsyncAgentVersioningDrafts.discard_draft)
    rename_draft = AsyncRawMethod(AsyncAgentVersioningDrafts.rename_draft)
    diff_draft = AsyncRawMethod(AsyncAgentVersioningDrafts.diff_draft)
    publish_draft = AsyncRawMethod(AsyncAgentVersioningDrafts.publish_draft)
    test_draft = AsyncRawMethod(AsyncAgentVersioningDrafts.test_draft)
    update_draft_config = AsyncRawMethod(AsyncAgentVersioningDrafts.update_draft_config)
