"""The one way in which every action runs: read the turn, plan, call once, hand over the answer."""

import logging
import traceback

from rasa_sdk.events import EventType, FollowupAction
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.interfaces import Action, Tracker
from rasa_sdk.types import DomainDict

from actions.backend import Backend, Refused, Reply, Stumbled, Unreachable
from actions.memory import GO_ON, LISTEN, after, earlier_answers
from actions.steps import Call, Concern, Plan, Say
from actions.turn import Turn

log = logging.getLogger(__name__)


class PlannedAction(Action):
    """An action of the domain, made of its name and a pure plan."""

    def __init__(self, name: str, plan: Plan, backend: Backend) -> None:
        self._name = name
        self._plan = plan
        self._backend = backend

    def name(self) -> str:
        return self._name

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict | None
    ) -> list[EventType]:
        try:
            return await self._run(dispatcher, tracker, domain)
        except Exception as error:  # noqa: BLE001  # rasa-sdk would answer with the whole tracker
            # Neither the message nor the chained cause: both may quote what the person wrote.
            where = "".join(traceback.format_tb(error.__traceback__))
            log.error("%s failed: %s\n%s", self._name, type(error).__name__, where)
            dispatcher.messages.clear()
            dispatcher.utter_message(response="utter_kesalahan")
            return [FollowupAction(LISTEN)]

    async def _run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict | None
    ) -> list[EventType]:
        turn = Turn.read(tracker)
        if self._name != GO_ON and (said := earlier_answers(tracker.events, turn.event_id)):
            for one in said:
                data = one["data"]
                dispatcher.utter_message(
                    text=one["text"], buttons=data.get("buttons"), json_message=data.get("custom")
                )
            return [FollowupAction(LISTEN)]
        step = self._plan(turn)
        if isinstance(step, Say):
            _say(dispatcher, step, domain)
            return after(turn, Concern.PASSING, None)
        return await self._call(dispatcher, turn, step, domain)

    async def _call(
        self, dispatcher: CollectingDispatcher, turn: Turn, call: Call, domain: DomainDict | None
    ) -> list[EventType]:
        try:
            reply = await self._backend.ask(call, turn, self._name)
        except Unreachable as error:
            log.warning("%s: backend cannot be reached: %s", self._name, error)
            trouble = {"gangguan": True, "salah": isinstance(error, Stumbled)}
            dispatcher.utter_message(json_message=trouble)
            return [FollowupAction(LISTEN)]
        except Refused as refusal:
            return _refused(dispatcher, turn, call, refusal)
        if reply.awaiting is None and call.when_nothing_open is not None:
            if isinstance(call.when_nothing_open, Say):
                _say(dispatcher, call.when_nothing_open, domain)
        else:
            _hand_over(dispatcher, reply)
        return after(turn, call.concern, reply.awaiting)


def _hand_over(dispatcher: CollectingDispatcher, reply: Reply) -> None:
    if not reply.messages:
        raise ValueError("a Reply without messages would leave the person without an answer")
    for message in reply.messages:
        dispatcher.utter_message(json_message=message)


def _refused(
    dispatcher: CollectingDispatcher, turn: Turn, call: Call, refusal: Refused
) -> list[EventType]:
    """Says why; the slots may be stale (a form ended elsewhere), so the form is looked up again."""
    if refusal.message:
        dispatcher.utter_message(json_message={"text": refusal.message})
    else:
        dispatcher.utter_message(response="utter_kesalahan")
    form_in_hand = turn.draft_id is not None or turn.isian is not None
    return [FollowupAction(GO_ON if form_in_hand and not _is_look_up(call) else LISTEN)]


def _is_look_up(call: Call) -> bool:
    return call.when_nothing_open is not None


def _say(dispatcher: CollectingDispatcher, say: Say, domain: DomainDict | None) -> None:
    """Buttons carry their intents; their labels are responses of the domain, which Rasa sends to
    those actions that need it."""
    responses = domain["responses"] if domain else {}
    buttons = [
        {"title": label[0]["text"], "payload": f"/{intent}"}
        for intent in say.offers
        if (label := responses.get(f"utter_sebutan_{intent}"))
    ]
    dispatcher.utter_message(response=say.response, buttons=buttons)
