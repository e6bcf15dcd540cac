"""The known values of AgentTemplateDefaultLanguage. Others pass: the service may grow."""

from typing import Literal

AgentTemplateDefaultLanguage = Literal["English", "Gujarati", "Hindi", "Marathi"]
