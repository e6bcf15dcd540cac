"""The namespace `Agents` and its awaitable twin. The modules beside it hold one operation each."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from ...types import UNSET, AsyncRawMethod, RawMethod, raw
from .. import Listing

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping, Sequence

    from ...models.agent import Agent
    from ...models.agent_call import AgentCall
    from ...models.agent_calls_response import AgentCallsResponse
    from ...models.agent_id_response import AgentIdResponse
    from ...models.agent_list_response import AgentListResponse
    from ...models.agent_response import AgentResponse
    from ...models.answered_question import AnsweredQuestion
    from ...models.archive_agent_on import ArchiveAgentOn
    from ...models.archive_response import ArchiveResponse
    from ...models.background_sound import BackgroundSound
    from ...models.create_agent_with_ai_request_type import CreateAgentWithAiRequestType
    from ...models.denoising import Denoising
    from ...models.duplicated_agent_response import DuplicatedAgentResponse
    from ...models.generated_agent_response import GeneratedAgentResponse
    from ...models.graph_update import GraphUpdate
    from ...models.idle_timeouts import IdleTimeouts
    from ...models.json import Json
    from ...models.language_model import LanguageModel
    from ...models.language_settings import LanguageSettings
    from ...models.list_agents_sort_field import ListAgentsSortField
    from ...models.pre_call_api import PreCallApi
    from ...models.prompt_questions_response import PromptQuestionsResponse
    from ...models.redaction import Redaction
    from ...models.session_timeout import SessionTimeout
    from ...models.single_prompt import SinglePrompt
    from ...models.smart_turn import SmartTurn
    from ...models.sort_order import SortOrder
    from ...models.status_response import StatusResponse
    from ...models.synthesizer import Synthesizer
    from ...models.text_response import TextResponse
    from ...models.timezone import Timezone
    from ...models.voice_detection import VoiceDetection
    from ...models.voicemail_detection import VoicemailDetection
    from ...models.word_pronunciation import WordPronunciation
    from ...models.workflow_response import WorkflowResponse
    from ...models.workflow_type import WorkflowType
    from ...types import Unset
    from .. import AsyncPagingSend, AsyncSend, PagingSend, RequestOptions, Send


class Agents:
    """One method per operation. Each sends its request and returns what a successful answer holds."""

    def __init__(self, send: PagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> RawAgents:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return RawAgents(self._send)

    def list_agents(
        self,
        *,
        page: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        search: str | Unset = UNSET,
        type_: WorkflowType | Unset = UNSET,
        sort_field: ListAgentsSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        archived: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentListResponse:
        """List agents.

        Returns one page of the organisation's agents.

        Args:
            page: Number of the page, counted from 1; 1 when left out.
            offset: Entries per page (a page size, in spite of the name); 10 when left out.
            search: Text to look for in the agents' names.
            type_: Only agents with this kind of workflow.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            archived: Whether to list archived agents; false when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of agents.
        """
        from . import list_agents as _operation

        return self._send(
            _operation._get_kwargs(
                page=page,
                offset=offset,
                search=search,
                type_=type_,
                sort_field=sort_field,
                sort_order=sort_order,
                archived=archived,
            ),
            _operation._parse,
            request_options,
        )

    def iter_agents(
        self,
        *,
        search: str | Unset = UNSET,
        type_: WorkflowType | Unset = UNSET,
        sort_field: ListAgentsSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        archived: bool | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[Agent]:
        """List agents: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            search: Text to look for in the agents' names.
            type_: Only agents with this kind of workflow.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            archived: Whether to list archived agents; false when left out.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_agents as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    search=search,
                    type_=type_,
                    sort_field=sort_field,
                    sort_order=sort_order,
                    archived=archived,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(("data.agents",), key="id", number="page", size="offset", total="data.total"),
            limit,
            page_size,
        )

    def create_agent(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        background_sound: BackgroundSound | Unset = UNSET,
        language: LanguageSettings | Mapping[str, Any] | Unset = UNSET,
        synthesizer: Synthesizer | Mapping[str, Any] | Unset = UNSET,
        global_knowledge_base_id: str | Unset = UNSET,
        slm_model: LanguageModel | Unset = UNSET,
        default_variables: Json | Mapping[str, Any] | Unset = UNSET,
        pre_call_api: PreCallApi | Mapping[str, Any] | Unset = UNSET,
        global_prompt: str | Unset = UNSET,
        telephony_product_id: list[str] | Unset = UNSET,
        workflow_type: WorkflowType | Unset = UNSET,
        first_message: str | Unset = UNSET,
        mute_user_until_first_bot_response: bool | Unset = UNSET,
        allow_interruptions: bool | Unset = UNSET,
        wait_for_user_to_speak_first: bool | Unset = UNSET,
        interruption_backoff_timer: float | Unset = UNSET,
        smart_turn_config: SmartTurn | Mapping[str, Any] | Unset = UNSET,
        voice_detection_config: VoiceDetection | Mapping[str, Any] | Unset = UNSET,
        voice_mail_detection_config: VoicemailDetection | Mapping[str, Any] | Unset = UNSET,
        denoising_config: Denoising | Mapping[str, Any] | Unset = UNSET,
        redaction_config: Redaction | Mapping[str, Any] | Unset = UNSET,
        pronunciation_dicts: Sequence[WordPronunciation | Mapping[str, Any]] | Unset = UNSET,
        llm_idle_timeout_config: IdleTimeouts | Mapping[str, Any] | Unset = UNSET,
        session_timeout_config: SessionTimeout | Mapping[str, Any] | Unset = UNSET,
        timezone: Timezone | Mapping[str, Any] | Unset = UNSET,
        call_disposition_config: str | Unset = UNSET,
        allow_inbound_call: bool | Unset = UNSET,
        enable_style_guide: bool | Unset = UNSET,
        speech_formatting: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentIdResponse:
        """Create an agent.

        Creates an agent from the settings given and returns its id. Everything but the name is
        optional. A new agent takes about two seconds before it can be called.

        Args:
            name: Name of the agent.
            description: What the agent is for.
            background_sound: Noise played behind the agent's voice; the empty text (also when
                left out) is silence.
            language: The languages an agent speaks.
            synthesizer: The agent's voice.
            global_knowledge_base_id: Id of the knowledge base the agent may search.
            slm_model: The language model that decides what the agent says; electron when left
                out.
            default_variables: Values of variables that a call does not set.
            pre_call_api: A request the platform makes before each call to fetch variables.
            global_prompt: Instructions that hold in every part of the call; at most 4000
                characters.
            telephony_product_id: Ids of the phone numbers (products) the agent answers and
                calls from.
            workflow_type: How an agent is driven: by a graph of nodes or by one prompt (a new
                agent's, when left out).
            first_message: What the agent says first; at most 500 characters.
            mute_user_until_first_bot_response: Whether the user is not heard until the agent
                has first spoken.
            allow_interruptions: Whether the user may interrupt the agent.
            wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
            interruption_backoff_timer: Seconds the agent stays silent after an interruption, 0
                to 10.
            smart_turn_config: Detection of the end of the user's turn by meaning, not by
                silence alone.
            voice_detection_config: When sound counts as speech.
            voice_mail_detection_config: What to do when an answering machine picks up.
            denoising_config: Removal of noise from the user's audio.
            redaction_config: Removal of personal data from the call's record.
            pronunciation_dicts: How the agent is to pronounce certain words.
            llm_idle_timeout_config: How long the agent waits for a silent user.
            session_timeout_config: How long a call may last.
            timezone: The time zone of the agent's clock.
            call_disposition_config: How calls are sorted by their outcome.
            allow_inbound_call: Whether the agent answers calls to its numbers; true when left
                out.
            enable_style_guide: Whether the platform's style guide for speech is added to the
                prompt; true when left out.
            speech_formatting: Whether numbers, dates and the like are rewritten for speech.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new agent.
        """
        from . import create_agent as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "name": name,
                    "description": description,
                    "backgroundSound": background_sound,
                    "language": language,
                    "synthesizer": synthesizer,
                    "globalKnowledgeBaseId": global_knowledge_base_id,
                    "slmModel": slm_model,
                    "defaultVariables": default_variables,
                    "preCallAPI": pre_call_api,
                    "globalPrompt": global_prompt,
                    "telephonyProductId": telephony_product_id,
                    "workflowType": workflow_type,
                    "firstMessage": first_message,
                    "muteUserUntilFirstBotResponse": mute_user_until_first_bot_response,
                    "allowInterruptions": allow_interruptions,
                    "waitForUserToSpeakFirst": wait_for_user_to_speak_first,
                    "interruptionBackoffTimer": interruption_backoff_timer,
                    "smartTurnConfig": smart_turn_config,
                    "voiceDetectionConfig": voice_detection_config,
                    "voiceMailDetectionConfig": voice_mail_detection_config,
                    "denoisingConfig": denoising_config,
                    "redactionConfig": redaction_config,
                    "pronunciationDicts": pronunciation_dicts,
                    "llmIdleTimeoutConfig": llm_idle_timeout_config,
                    "sessionTimeoutConfig": session_timeout_config,
                    "timezone": timezone,
                    "callDispositionConfig": call_disposition_config,
                    "allowInboundCall": allow_inbound_call,
                    "enableStyleGuide": enable_style_guide,
                    "speechFormatting": speech_formatting,
                }
            ),
            _operation._parse,
            request_options,
        )

    def get_agent(
        self,
        id: str,
        *,
        draft_id: str | Unset = UNSET,
        version_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentResponse:
        """Get an agent.

        Returns one agent with its settings. An unknown id is a 400, "No agent found".

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of a draft whose settings to show instead of the live ones.
            version_id: Id of a version whose settings to show instead of the live ones.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The agent.
        """
        from . import get_agent as _operation

        return self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id, version_id=version_id),
            _operation._parse,
            request_options,
        )

    def delete_agent(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Delete an agent.

        Deprecated. Deletes an agent. Only clients of version 3 knew this route; archiving replaces
        it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The agent is deleted.
        """
        from . import delete_agent as _operation

        warnings.warn("delete_agent is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def update_agent(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        avatar_url: str | Unset = UNSET,
        telephony_product_id: list[str] | Unset = UNSET,
        allow_inbound_call: bool | Unset = UNSET,
        visible_to_everyone: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TextResponse:
        """Update an agent.

        Changes how an agent is presented and reached. Settings of its behaviour (prompt, voice,
        language ...) belong to its versions; they are refused here with a 400.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            name: Name of the agent.
            description: What the agent is for.
            avatar_url: URL of the agent's picture.
            telephony_product_id: Ids of the phone numbers (products) the agent answers and
                calls from.
            allow_inbound_call: Whether the agent answers calls to its numbers.
            visible_to_everyone: Whether every member of the organisation sees the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The change is stored.
        """
        from . import update_agent as _operation

        return self._send(
            _operation._get_kwargs(
                id=id,
                body={
                    "name": name,
                    "description": description,
                    "avatarUrl": avatar_url,
                    "telephonyProductId": telephony_product_id,
                    "allowInboundCall": allow_inbound_call,
                    "visibleToEveryone": visible_to_everyone,
                },
            ),
            _operation._parse,
            request_options,
        )

    def archive_agent(
        self,
        id: str,
        *,
        on: ArchiveAgentOn | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ArchiveResponse:
        """Archive an agent, or bring it back.

        Takes an agent out of use without deleting it; with on=false, puts it back into use.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            on: The text 'true' (also when left out) archives the agent, the text 'false' brings
                it back.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The agent is archived, or in use again.
        """
        from . import archive_agent as _operation

        return self._send(_operation._get_kwargs(id=id, on=on), _operation._parse, request_options)

    def create_agent_with_ai(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        questions: Sequence[AnsweredQuestion | Mapping[str, Any]] | Unset = UNSET,
        type_: CreateAgentWithAiRequestType | Unset = UNSET,
        emotive_toggle: bool | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        voice_model: str | Unset = UNSET,
        knowledge_base_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> GeneratedAgentResponse:
        """Create an agent from answers.

        Writes the agent's prompt from a description and from answers to the platform's questions,
        and returns the id of the new agent.

        Args:
            name: Name of the agent; at most 50 characters.
            description: What the agent is for; at most 15000 characters.
            questions: The platform's questions, with answers.
            type_: Kind of workflow.
            emotive_toggle: Whether the agent speaks with emotion.
            voice_id: Id of the voice.
            voice_model: Speech model of the voice.
            knowledge_base_id: Id of the knowledge base the agent may search.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new agent.
        """
        from . import create_agent_with_ai as _operation

        return self._send(
            _operation._get_kwargs(
                body={
                    "name": name,
                    "description": description,
                    "questions": questions,
                    "type": type_,
                    "emotiveToggle": emotive_toggle,
                    "voiceId": voice_id,
                    "voiceModel": voice_model,
                    "knowledgeBaseId": knowledge_base_id,
                }
            ),
            _operation._parse,
            request_options,
        )

    def get_agent_prompt_config(
        self, *, request_options: RequestOptions | None = None
    ) -> PromptQuestionsResponse:
        """Get the questions about an agent to be.

        Returns the questions from whose answers an agent can be created, with example answers.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The questions.
        """
        from . import get_agent_prompt_config as _operation

        return self._send(_operation._get_kwargs(), _operation._parse, request_options)

    def duplicate_agent(
        self, id: str, *, target_organization_id: str, request_options: RequestOptions | None = None
    ) -> DuplicatedAgentResponse:
        """Copy an agent.

        Copies an agent into an organisation, the same or another, and returns the id of the copy.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            target_organization_id: Id of the organisation that gets the copy, 24 hexadecimal
                digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the copy.
        """
        from . import duplicate_agent as _operation

        return self._send(
            _operation._get_kwargs(id=id, body={"targetOrganizationId": target_organization_id}),
            _operation._parse,
            request_options,
        )

    def get_agent_workflow(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> WorkflowResponse:
        """Get an agent's workflow.

        Deprecated. Returns the prompt and tools, or the graph, that drive the agent. The agent's
        branches replace it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The workflow.
        """
        from . import get_agent_workflow as _operation

        warnings.warn("get_agent_workflow is deprecated", DeprecationWarning, stacklevel=2)
        return self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    def update_workflow_configuration(
        self,
        id: str,
        *,
        type_: WorkflowType,
        workflow_graph: GraphUpdate | Mapping[str, Any] | Unset = UNSET,
        single_prompt_config: SinglePrompt | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Update a workflow.

        Deprecated. Replaces the prompt and tools, or the graph, of a workflow. The drafts of the
        agent's branches replace it.

        Args:
            id: Id of the workflow, the agent's workflowId.
            type_: How an agent is driven: by a graph of nodes or by one prompt (a new agent's,
                when left out).
            workflow_graph: Nodes of a conversation, and the ways between them.
            single_prompt_config: One prompt, and the tools it may use.
            request_options: Timeout, headers and retries of this call.
        """
        from . import update_workflow_configuration as _operation

        warnings.warn(
            "update_workflow_configuration is deprecated", DeprecationWarning, stacklevel=2
        )
        return self._send(
            _operation._get_kwargs(
                id=id,
                body={
                    "type": type_,
                    "workflowGraph": workflow_graph,
                    "singlePromptConfig": single_prompt_config,
                },
            ),
            _operation._parse,
            request_options,
        )

    def get_agent_call_logs(
        self,
        id: str,
        *,
        page: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentCallsResponse:
        """List an agent's calls.

        Returns one page of the agent's calls, in brief.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            page: Number of the page, counted from 1; 1 when left out.
            offset: Entries per page (a page size, in spite of the name); 10 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of calls.
        """
        from . import get_agent_call_logs as _operation

        return self._send(
            _operation._get_kwargs(id=id, page=page, offset=offset),
            _operation._parse,
            request_options,
        )

    def iter_agent_call_logs(
        self,
        id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> Iterator[AgentCall]:
        """List an agent's calls: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import get_agent_call_logs as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(
                ("data.call_logs",),
                key="call_id",
                number="page",
                size="offset",
                total="data.total_count",
            ),
            limit,
            page_size,
        )


class RawAgents:
    """The operations of `Agents`, each to return a `RawResponse`."""

    def __init__(self, send: Send) -> None:
        self._operations = Agents(raw(send))

    list_agents = RawMethod(Agents.list_agents)
    create_agent = RawMethod(Agents.create_agent)
    get_agent = RawMethod(Agents.get_agent)
    delete_agent = RawMethod(Agents.delete_agent)
    update_agent = RawMethod(Agents.update_agent)
    archive_agent = RawMethod(Agents.archive_agent)
    create_agent_with_ai = RawMethod(Agents.create_agent_with_ai)
    get_agent_prompt_config = RawMethod(Agents.get_agent_prompt_config)
    duplicate_agent = RawMethod(Agents.duplicate_agent)
    get_agent_workflow = RawMethod(Agents.get_agent_workflow)
    update_workflow_configuration = RawMethod(Agents.update_workflow_configuration)
    get_agent_call_logs = RawMethod(Agents.get_agent_call_logs)


class AsyncAgents:
    """The awaitable twin of `Agents`."""

    def __init__(self, send: AsyncPagingSend) -> None:
        self._send = send

    @property
    def with_raw_response(self) -> AsyncRawAgents:
        """The operations, each to return a `RawResponse`: status, headers and body, and what was read from it."""
        return AsyncRawAgents(self._send)

    async def list_agents(
        self,
        *,
        page: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        search: str | Unset = UNSET,
        type_: WorkflowType | Unset = UNSET,
        sort_field: ListAgentsSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        archived: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentListResponse:
        """List agents.

        Returns one page of the organisation's agents.

        Args:
            page: Number of the page, counted from 1; 1 when left out.
            offset: Entries per page (a page size, in spite of the name); 10 when left out.
            search: Text to look for in the agents' names.
            type_: Only agents with this kind of workflow.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            archived: Whether to list archived agents; false when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of agents.
        """
        from . import list_agents as _operation

        return await self._send(
            _operation._get_kwargs(
                page=page,
                offset=offset,
                search=search,
                type_=type_,
                sort_field=sort_field,
                sort_order=sort_order,
                archived=archived,
            ),
            _operation._parse,
            request_options,
        )

    def iter_agents(
        self,
        *,
        search: str | Unset = UNSET,
        type_: WorkflowType | Unset = UNSET,
        sort_field: ListAgentsSortField | Unset = UNSET,
        sort_order: SortOrder | Unset = UNSET,
        archived: bool | Unset = UNSET,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[Agent]:
        """List agents: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            search: Text to look for in the agents' names.
            type_: Only agents with this kind of workflow.
            sort_field: Field to sort by; createdAt when left out.
            sort_order: Direction of the sort; desc when left out.
            archived: Whether to list archived agents; false when left out.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import list_agents as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(
                    search=search,
                    type_=type_,
                    sort_field=sort_field,
                    sort_order=sort_order,
                    archived=archived,
                    **page,
                ),
                _operation._parse,
                request_options,
            ),
            Listing(("data.agents",), key="id", number="page", size="offset", total="data.total"),
            limit,
            page_size,
        )

    async def create_agent(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        background_sound: BackgroundSound | Unset = UNSET,
        language: LanguageSettings | Mapping[str, Any] | Unset = UNSET,
        synthesizer: Synthesizer | Mapping[str, Any] | Unset = UNSET,
        global_knowledge_base_id: str | Unset = UNSET,
        slm_model: LanguageModel | Unset = UNSET,
        default_variables: Json | Mapping[str, Any] | Unset = UNSET,
        pre_call_api: PreCallApi | Mapping[str, Any] | Unset = UNSET,
        global_prompt: str | Unset = UNSET,
        telephony_product_id: list[str] | Unset = UNSET,
        workflow_type: WorkflowType | Unset = UNSET,
        first_message: str | Unset = UNSET,
        mute_user_until_first_bot_response: bool | Unset = UNSET,
        allow_interruptions: bool | Unset = UNSET,
        wait_for_user_to_speak_first: bool | Unset = UNSET,
        interruption_backoff_timer: float | Unset = UNSET,
        smart_turn_config: SmartTurn | Mapping[str, Any] | Unset = UNSET,
        voice_detection_config: VoiceDetection | Mapping[str, Any] | Unset = UNSET,
        voice_mail_detection_config: VoicemailDetection | Mapping[str, Any] | Unset = UNSET,
        denoising_config: Denoising | Mapping[str, Any] | Unset = UNSET,
        redaction_config: Redaction | Mapping[str, Any] | Unset = UNSET,
        pronunciation_dicts: Sequence[WordPronunciation | Mapping[str, Any]] | Unset = UNSET,
        llm_idle_timeout_config: IdleTimeouts | Mapping[str, Any] | Unset = UNSET,
        session_timeout_config: SessionTimeout | Mapping[str, Any] | Unset = UNSET,
        timezone: Timezone | Mapping[str, Any] | Unset = UNSET,
        call_disposition_config: str | Unset = UNSET,
        allow_inbound_call: bool | Unset = UNSET,
        enable_style_guide: bool | Unset = UNSET,
        speech_formatting: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentIdResponse:
        """Create an agent.

        Creates an agent from the settings given and returns its id. Everything but the name is
        optional. A new agent takes about two seconds before it can be called.

        Args:
            name: Name of the agent.
            description: What the agent is for.
            background_sound: Noise played behind the agent's voice; the empty text (also when
                left out) is silence.
            language: The languages an agent speaks.
            synthesizer: The agent's voice.
            global_knowledge_base_id: Id of the knowledge base the agent may search.
            slm_model: The language model that decides what the agent says; electron when left
                out.
            default_variables: Values of variables that a call does not set.
            pre_call_api: A request the platform makes before each call to fetch variables.
            global_prompt: Instructions that hold in every part of the call; at most 4000
                characters.
            telephony_product_id: Ids of the phone numbers (products) the agent answers and
                calls from.
            workflow_type: How an agent is driven: by a graph of nodes or by one prompt (a new
                agent's, when left out).
            first_message: What the agent says first; at most 500 characters.
            mute_user_until_first_bot_response: Whether the user is not heard until the agent
                has first spoken.
            allow_interruptions: Whether the user may interrupt the agent.
            wait_for_user_to_speak_first: Whether the agent waits for the user to speak first.
            interruption_backoff_timer: Seconds the agent stays silent after an interruption, 0
                to 10.
            smart_turn_config: Detection of the end of the user's turn by meaning, not by
                silence alone.
            voice_detection_config: When sound counts as speech.
            voice_mail_detection_config: What to do when an answering machine picks up.
            denoising_config: Removal of noise from the user's audio.
            redaction_config: Removal of personal data from the call's record.
            pronunciation_dicts: How the agent is to pronounce certain words.
            llm_idle_timeout_config: How long the agent waits for a silent user.
            session_timeout_config: How long a call may last.
            timezone: The time zone of the agent's clock.
            call_disposition_config: How calls are sorted by their outcome.
            allow_inbound_call: Whether the agent answers calls to its numbers; true when left
                out.
            enable_style_guide: Whether the platform's style guide for speech is added to the
                prompt; true when left out.
            speech_formatting: Whether numbers, dates and the like are rewritten for speech.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new agent.
        """
        from . import create_agent as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "name": name,
                    "description": description,
                    "backgroundSound": background_sound,
                    "language": language,
                    "synthesizer": synthesizer,
                    "globalKnowledgeBaseId": global_knowledge_base_id,
                    "slmModel": slm_model,
                    "defaultVariables": default_variables,
                    "preCallAPI": pre_call_api,
                    "globalPrompt": global_prompt,
                    "telephonyProductId": telephony_product_id,
                    "workflowType": workflow_type,
                    "firstMessage": first_message,
                    "muteUserUntilFirstBotResponse": mute_user_until_first_bot_response,
                    "allowInterruptions": allow_interruptions,
                    "waitForUserToSpeakFirst": wait_for_user_to_speak_first,
                    "interruptionBackoffTimer": interruption_backoff_timer,
                    "smartTurnConfig": smart_turn_config,
                    "voiceDetectionConfig": voice_detection_config,
                    "voiceMailDetectionConfig": voice_mail_detection_config,
                    "denoisingConfig": denoising_config,
                    "redactionConfig": redaction_config,
                    "pronunciationDicts": pronunciation_dicts,
                    "llmIdleTimeoutConfig": llm_idle_timeout_config,
                    "sessionTimeoutConfig": session_timeout_config,
                    "timezone": timezone,
                    "callDispositionConfig": call_disposition_config,
                    "allowInboundCall": allow_inbound_call,
                    "enableStyleGuide": enable_style_guide,
                    "speechFormatting": speech_formatting,
                }
            ),
            _operation._parse,
            request_options,
        )

    async def get_agent(
        self,
        id: str,
        *,
        draft_id: str | Unset = UNSET,
        version_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentResponse:
        """Get an agent.

        Returns one agent with its settings. An unknown id is a 400, "No agent found".

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            draft_id: Id of a draft whose settings to show instead of the live ones.
            version_id: Id of a version whose settings to show instead of the live ones.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The agent.
        """
        from . import get_agent as _operation

        return await self._send(
            _operation._get_kwargs(id=id, draft_id=draft_id, version_id=version_id),
            _operation._parse,
            request_options,
        )

    async def delete_agent(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> StatusResponse:
        """Delete an agent.

        Deprecated. Deletes an agent. Only clients of version 3 knew this route; archiving replaces
        it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The agent is deleted.
        """
        from . import delete_agent as _operation

        warnings.warn("delete_agent is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def update_agent(
        self,
        id: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        avatar_url: str | Unset = UNSET,
        telephony_product_id: list[str] | Unset = UNSET,
        allow_inbound_call: bool | Unset = UNSET,
        visible_to_everyone: bool | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> TextResponse:
        """Update an agent.

        Changes how an agent is presented and reached. Settings of its behaviour (prompt, voice,
        language ...) belong to its versions; they are refused here with a 400.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            name: Name of the agent.
            description: What the agent is for.
            avatar_url: URL of the agent's picture.
            telephony_product_id: Ids of the phone numbers (products) the agent answers and
                calls from.
            allow_inbound_call: Whether the agent answers calls to its numbers.
            visible_to_everyone: Whether every member of the organisation sees the agent.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The change is stored.
        """
        from . import update_agent as _operation

        return await self._send(
            _operation._get_kwargs(
                id=id,
                body={
                    "name": name,
                    "description": description,
                    "avatarUrl": avatar_url,
                    "telephonyProductId": telephony_product_id,
                    "allowInboundCall": allow_inbound_call,
                    "visibleToEveryone": visible_to_everyone,
                },
            ),
            _operation._parse,
            request_options,
        )

    async def archive_agent(
        self,
        id: str,
        *,
        on: ArchiveAgentOn | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> ArchiveResponse:
        """Archive an agent, or bring it back.

        Takes an agent out of use without deleting it; with on=false, puts it back into use.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            on: The text 'true' (also when left out) archives the agent, the text 'false' brings
                it back.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The agent is archived, or in use again.
        """
        from . import archive_agent as _operation

        return await self._send(
            _operation._get_kwargs(id=id, on=on), _operation._parse, request_options
        )

    async def create_agent_with_ai(
        self,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        questions: Sequence[AnsweredQuestion | Mapping[str, Any]] | Unset = UNSET,
        type_: CreateAgentWithAiRequestType | Unset = UNSET,
        emotive_toggle: bool | Unset = UNSET,
        voice_id: str | Unset = UNSET,
        voice_model: str | Unset = UNSET,
        knowledge_base_id: str | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> GeneratedAgentResponse:
        """Create an agent from answers.

        Writes the agent's prompt from a description and from answers to the platform's questions,
        and returns the id of the new agent.

        Args:
            name: Name of the agent; at most 50 characters.
            description: What the agent is for; at most 15000 characters.
            questions: The platform's questions, with answers.
            type_: Kind of workflow.
            emotive_toggle: Whether the agent speaks with emotion.
            voice_id: Id of the voice.
            voice_model: Speech model of the voice.
            knowledge_base_id: Id of the knowledge base the agent may search.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the new agent.
        """
        from . import create_agent_with_ai as _operation

        return await self._send(
            _operation._get_kwargs(
                body={
                    "name": name,
                    "description": description,
                    "questions": questions,
                    "type": type_,
                    "emotiveToggle": emotive_toggle,
                    "voiceId": voice_id,
                    "voiceModel": voice_model,
                    "knowledgeBaseId": knowledge_base_id,
                }
            ),
            _operation._parse,
            request_options,
        )

    async def get_agent_prompt_config(
        self, *, request_options: RequestOptions | None = None
    ) -> PromptQuestionsResponse:
        """Get the questions about an agent to be.

        Returns the questions from whose answers an agent can be created, with example answers.

        Args:
            request_options: Timeout, headers and retries of this call.

        Returns:
            The questions.
        """
        from . import get_agent_prompt_config as _operation

        return await self._send(_operation._get_kwargs(), _operation._parse, request_options)

    async def duplicate_agent(
        self, id: str, *, target_organization_id: str, request_options: RequestOptions | None = None
    ) -> DuplicatedAgentResponse:
        """Copy an agent.

        Copies an agent into an organisation, the same or another, and returns the id of the copy.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            target_organization_id: Id of the organisation that gets the copy, 24 hexadecimal
                digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The id of the copy.
        """
        from . import duplicate_agent as _operation

        return await self._send(
            _operation._get_kwargs(id=id, body={"targetOrganizationId": target_organization_id}),
            _operation._parse,
            request_options,
        )

    async def get_agent_workflow(
        self, id: str, *, request_options: RequestOptions | None = None
    ) -> WorkflowResponse:
        """Get an agent's workflow.

        Deprecated. Returns the prompt and tools, or the graph, that drive the agent. The agent's
        branches replace it.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            request_options: Timeout, headers and retries of this call.

        Returns:
            The workflow.
        """
        from . import get_agent_workflow as _operation

        warnings.warn("get_agent_workflow is deprecated", DeprecationWarning, stacklevel=2)
        return await self._send(_operation._get_kwargs(id=id), _operation._parse, request_options)

    async def update_workflow_configuration(
        self,
        id: str,
        *,
        type_: WorkflowType,
        workflow_graph: GraphUpdate | Mapping[str, Any] | Unset = UNSET,
        single_prompt_config: SinglePrompt | Mapping[str, Any] | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> None:
        """Update a workflow.

        Deprecated. Replaces the prompt and tools, or the graph, of a workflow. The drafts of the
        agent's branches replace it.

        Args:
            id: Id of the workflow, the agent's workflowId.
            type_: How an agent is driven: by a graph of nodes or by one prompt (a new agent's,
                when left out).
            workflow_graph: Nodes of a conversation, and the ways between them.
            single_prompt_config: One prompt, and the tools it may use.
            request_options: Timeout, headers and retries of this call.
        """
        from . import update_workflow_configuration as _operation

        warnings.warn(
            "update_workflow_configuration is deprecated", DeprecationWarning, stacklevel=2
        )
        return await self._send(
            _operation._get_kwargs(
                id=id,
                body={
                    "type": type_,
                    "workflowGraph": workflow_graph,
                    "singlePromptConfig": single_prompt_config,
                },
            ),
            _operation._parse,
            request_options,
        )

    async def get_agent_call_logs(
        self,
        id: str,
        *,
        page: int | Unset = UNSET,
        offset: int | Unset = UNSET,
        request_options: RequestOptions | None = None,
    ) -> AgentCallsResponse:
        """List an agent's calls.

        Returns one page of the agent's calls, in brief.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            page: Number of the page, counted from 1; 1 when left out.
            offset: Entries per page (a page size, in spite of the name); 10 when left out.
            request_options: Timeout, headers and retries of this call.

        Returns:
            One page of calls.
        """
        from . import get_agent_call_logs as _operation

        return await self._send(
            _operation._get_kwargs(id=id, page=page, offset=offset),
            _operation._parse,
            request_options,
        )

    def iter_agent_call_logs(
        self,
        id: str,
        *,
        limit: int | None = None,
        page_size: int | None = None,
        request_options: RequestOptions | None = None,
    ) -> AsyncIterator[AgentCall]:
        """List an agent's calls: each entry, page after page.

        A page is asked for when its first entry is wanted, and none twice; no entry comes twice,
        though some may be added meanwhile.

        Args:
            id: Id of the agent, 24 hexadecimal digits.
            limit: The most entries to give; all when left out.
            page_size: Entries to ask for at once; 50 when left out.
            request_options: Timeout, headers and retries of each request.
        """
        from . import get_agent_call_logs as _operation

        return self._send.pages(
            lambda page: self._send(
                _operation._get_kwargs(id=id, **page), _operation._parse, request_options
            ),
            Listing(
                ("data.call_logs",),
                key="call_id",
                number="page",
                size="offset",
                total="data.total_count",
            ),
            limit,
            page_size,
        )


class AsyncRawAgents:
    """The operations of `AsyncAgents`, each to return a `RawResponse`."""

    def __init__(self, send: AsyncSend) -> None:
        self._operations = AsyncAgents(raw(send))

    list_agents = AsyncRawMethod(AsyncAgents.list_agents)
    create_agent = AsyncRawMethod(AsyncAgents.create_agent)
    get_agent = AsyncRawMethod(AsyncAgents.get_agent)
    delete_agent = AsyncRawMethod(AsyncAgents.delete_agent)
    update_agent = AsyncRawMethod(AsyncAgents.update_agent)
    archive_agent = AsyncRawMethod(AsyncAgents.archive_agent)
    create_agent_with_ai = AsyncRawMethod(AsyncAgents.create_agent_with_ai)
    get_agent_prompt_config = AsyncRawMethod(AsyncAgents.get_agent_prompt_config)
    duplicate_agent = AsyncRawMethod(AsyncAgents.duplicate_agent)
    get_agent_workflow = AsyncRawMethod(AsyncAgents.get_agent_workflow)
    update_workflow_configuration = AsyncRawMethod(AsyncAgents.update_workflow_configuration)
    get_agent_call_logs = AsyncRawMethod(AsyncAgents.get_agent_call_logs)
