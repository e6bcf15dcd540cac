from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..types import UNSET, Model, Unset, wire_object

if TYPE_CHECKING:
    from ..models.widget_config_mode import WidgetConfigMode
    from ..models.widget_config_position import WidgetConfigPosition
    from ..models.widget_config_size import WidgetConfigSize
    from ..models.widget_config_theme import WidgetConfigTheme


@_define(eq=False, repr=False)
class WidgetConfig(Model):
    """Look and behaviour of the agent's widget for web pages.

    Attributes:
        position: Corner of the page; bottom-right when left out.
        size: Size; full when left out.
        border_radius: Radius of the corners, 0 to 50 pixels.
        mode: Whether users write or speak; chat when left out.
        theme: Light or dark; light when left out.
        base_color: Background; #ffffff when left out.
        accent_color: Accent; #2d9d9f when left out.
        agent_bubble_color: Background of what the agent says; #f3f4f6 when left out.
        text_on_accent_color: Text on the accent; #FFFFFF when left out.
        secondary_text_color: Lesser text; #6b7280 when left out.
        primary_text_color: Text; #111827 when left out.
        title: Heading.
        start_button_text: Label of the button that starts; Start when left out.
        end_button_text: Label of the button that ends; End when left out.
        cta_title: Heading of the invitation.
        cta_subtitle: Second line of the invitation.
        cta_name: Text of the invitation; Talk to Atoms when left out.
        widget_name: Name of the widget; Atoms when left out.
        avatar_url: URL of the picture.
        voice_empty_message: Shown before a voice conversation.
        voice_active_empty_message: Shown in a voice conversation before the first word.
        chat_empty_message: Shown before a chat.
        chat_first_message: First message of a chat.
        chat_placeholder: Hint in the input field; Type your message... when left out.
        voice_show_transcript: Whether a voice conversation shows its transcript.
        consent_required: Whether the user must agree first; false when left out.
        consent_title: Heading of the agreement; Privacy Agreement when left out.
        consent_content: Text of the agreement.
        consent_storage_key: Key the browser keeps the consent under.
        public_key: Public key of the widget.
        assistant_id: Id of the agent.
        allowlist: Hosts whose pages may show the widget.
    """

    position: WidgetConfigPosition | Unset = UNSET
    size: WidgetConfigSize | Unset = UNSET
    border_radius: float | Unset = UNSET
    mode: WidgetConfigMode | Unset = UNSET
    theme: WidgetConfigTheme | Unset = UNSET
    base_color: str | Unset = UNSET
    accent_color: str | Unset = UNSET
    agent_bubble_color: str | Unset = UNSET
    text_on_accent_color: str | Unset = UNSET
    secondary_text_color: str | Unset = UNSET
    primary_text_color: str | Unset = UNSET
    title: str | Unset = UNSET
    start_button_text: str | Unset = UNSET
    end_button_text: str | Unset = UNSET
    cta_title: str | None | Unset = UNSET
    cta_subtitle: str | None | Unset = UNSET
    cta_name: str | None | Unset = UNSET
    widget_name: str | None | Unset = UNSET
    avatar_url: str | None | Unset = UNSET
    voice_empty_message: str | None | Unset = UNSET
    voice_active_empty_message: str | None | Unset = UNSET
    chat_empty_message: str | None | Unset = UNSET
    chat_first_message: str | None | Unset = UNSET
    chat_placeholder: str | Unset = UNSET
    voice_show_transcript: bool | Unset = UNSET
    consent_required: bool | Unset = UNSET
    consent_title: str | Unset = UNSET
    consent_content: str | Unset = UNSET
    consent_storage_key: str | None | Unset = UNSET
    public_key: str | Unset = UNSET
    assistant_id: str | None | Unset = UNSET
    allowlist: list[str] | Unset = UNSET
    additional_properties: dict[str, Any] = _field(init=False, factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Return the wire form."""
        return wire_object(
            {
                **self.additional_properties,
                "position": self.position,
                "size": self.size,
                "borderRadius": self.border_radius,
                "mode": self.mode,
                "theme": self.theme,
                "baseColor": self.base_color,
                "accentColor": self.accent_color,
                "agentBubbleColor": self.agent_bubble_color,
                "textOnAccentColor": self.text_on_accent_color,
                "secondaryTextColor": self.secondary_text_color,
                "primaryTextColor": self.primary_text_color,
                "title": self.title,
                "startButtonText": self.start_button_text,
                "endButtonText": self.end_button_text,
                "ctaTitle": self.cta_title,
                "ctaSubtitle": self.cta_subtitle,
                "ctaName": self.cta_name,
                "widgetName": self.widget_name,
                "avatarUrl": self.avatar_url,
                "voiceEmptyMessage": self.voice_empty_message,
                "voiceActiveEmptyMessage": self.voice_active_empty_message,
                "chatEmptyMessage": self.chat_empty_message,
                "chatFirstMessage": self.chat_first_message,
                "chatPlaceholder": self.chat_placeholder,
                "voiceShowTranscript": self.voice_show_transcript,
                "consentRequired": self.consent_required,
                "consentTitle": self.consent_title,
                "consentContent": self.consent_content,
                "consentStorageKey": self.consent_storage_key,
                "publicKey": self.public_key,
                "assistantId": self.assistant_id,
                "allowlist": self.allowlist,
            }
        )

    @classmethod
    def from_dict(cls, src_dict: Mapping[str, Any]) -> Self:
        """Read the wire form; what is not there becomes UNSET."""
        rest = dict(src_dict)
        result = cls(
            position=rest.pop("position", UNSET),
            size=rest.pop("size", UNSET),
            border_radius=rest.pop("borderRadius", UNSET),
            mode=rest.pop("mode", UNSET),
            theme=rest.pop("theme", UNSET),
            base_color=rest.pop("baseColor", UNSET),
            accent_color=rest.pop("accentColor", UNSET),
            agent_bubble_color=rest.pop("agentBubbleColor", UNSET),
            text_on_accent_color=rest.pop("textOnAccentColor", UNSET),
            secondary_text_color=rest.pop("secondaryTextColor", UNSET),
            primary_text_color=rest.pop("primaryTextColor", UNSET),
            title=rest.pop("title", UNSET),
            start_button_text=rest.pop("startButtonText", UNSET),
            end_button_text=rest.pop("endButtonText", UNSET),
            cta_title=rest.pop("ctaTitle", UNSET),
            cta_subtitle=rest.pop("ctaSubtitle", UNSET),
            cta_name=rest.pop("ctaName", UNSET),
            widget_name=rest.pop("widgetName", UNSET),
            avatar_url=rest.pop("avatarUrl", UNSET),
            voice_empty_message=rest.pop("voiceEmptyMessage", UNSET),
            voice_active_empty_message=rest.pop("voiceActiveEmptyMessage", UNSET),
            chat_empty_message=rest.pop("chatEmptyMessage", UNSET),
            chat_first_message=rest.pop("chatFirstMessage", UNSET),
            chat_placeholder=rest.pop("chatPlaceholder", UNSET),
            voice_show_transcript=rest.pop("voiceShowTranscript", UNSET),
            consent_required=rest.pop("consentRequired", UNSET),
            consent_title=rest.pop("consentTitle", UNSET),
            consent_content=rest.pop("consentContent", UNSET),
            consent_storage_key=rest.pop("consentStorageKey", UNSET),
            public_key=rest.pop("publicKey", UNSET),
            assistant_id=rest.pop("assistantId", UNSET),
            allowlist=rest.pop("allowlist", UNSET),
        )
        result.additional_properties = rest
        return result
