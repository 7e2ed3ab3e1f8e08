"""What a new vault begins with: core messages as blocks and scripts, the week plan, legal grounds, regimes."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from gvi_desktop import paths
from gvi_desktop.domain.agency import AgencyKind
from gvi_desktop.domain.block import Block, BlockDraft, Message
from gvi_desktop.domain.ground import OWN_AGENCY, Ground, GroundDraft
from gvi_desktop.domain.plan import Plan, PlanDraft, PlanStep
from gvi_desktop.domain.regime import Regime, RegimeDraft
from gvi_desktop.domain.script import Audience, Script, ScriptDraft
from gvi_desktop.domain.speaker import SpeakerRole
from gvi_desktop.services.unit import Unit

LANGUAGES = ("sv", "en")


def seed(unit: Unit) -> None:
    """Add the shipped blocks, scripts and plan in both languages, and grounds and regimes in the office's language."""
    for language in LANGUAGES:
        shipped = _read("scripts", language)
        made = {
            key: unit.add_shipped(
                Block,
                BlockDraft(
                    title=block["title"],
                    message=Message(str(block["message"])),
                    language=language,
                    text=block["text"].strip(),
                    legal_checked=bool(block.get("legal_checked", False)),
                ),
                f"block/{language}/{key}",
            ).id
            for key, block in shipped["block"].items()
        }
        for script in shipped["script"]:
            role = script.get("role")
            unit.add_shipped(
                Script,
                ScriptDraft(
                    title=script["title"],
                    role=SpeakerRole(role) if role else None,
                    audience=Audience(script["audience"]),
                    language=language,
                    blocks=tuple(made[key] for key in script["blocks"]),
                ),
                f"script/{language}/{script['title']}",
            )
        plan = _read("plans", language)
        steps = tuple(PlanStep(s["days"], s["title"], AgencyKind(s["owner"])) for s in plan["step"])
        unit.add_shipped(Plan, PlanDraft(name=plan["name"], language=language, steps=steps), f"plan/{language}")
    law = _read("law", unit.office.language.value)
    for ground in law["ground"]:
        unit.add(Ground, GroundDraft(**ground))
    for regime in law["regime"]:
        unit.add(Regime, RegimeDraft(**regime))


@cache
def _read(folder: str, language: str) -> dict[str, Any]:
    return tomllib.loads(paths.resource(folder, f"{language}.toml").read_text(encoding="utf-8"))


__all__ = ["OWN_AGENCY", "seed"]
