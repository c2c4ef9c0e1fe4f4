"""The modals each person has open, as a stack of at most three, and their home tab."""

from dataclasses import replace

from bot.sandbox.blocks import VIEW_SIZE_LIMIT, check_view, view_size
from bot.sandbox.changes import Changed
from bot.sandbox.elements import initial_state, named
from bot.sandbox.refusals import Refused
from bot.sandbox.shapes import Json
from bot.sandbox.views import View
from bot.sandbox.workspace import Workspace

STACK_LIMIT = 3


class Modals:
    """Refuses with the error names of views.open, push, update and publish."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.clear()

    def clear(self) -> None:
        self._stacks: dict[str, list[View]] = {}
        self._homes: dict[str, View] = {}

    def stack(self, user: str) -> list[View]:
        """The person's open modals, the one on top last."""
        with self._workspace.lock:
            return list(self._stacks.get(user, []))

    def home(self, user: str) -> View | None:
        return self._homes.get(user)

    def find(self, view_id: str) -> View | None:
        with self._workspace.lock:
            return next((view for view in self._all() if view.id == view_id), None)

    def open(self, user: str, payload: Json) -> View:
        """A new stack in place of what was open."""
        with self._workspace.lock:
            view = self._made(user, payload, of_type="modal")
            self._stacks[user] = [view]
            return self._shown(view)

    def push(self, user: str, payload: Json) -> View:
        with self._workspace.lock:
            stack = self._stacks.get(user, [])
            if len(stack) >= STACK_LIMIT:
                raise Refused("push_limit_reached")
            view = self._made(user, payload, of_type="modal")
            if stack:
                view = replace(view, root_id=stack[0].id, previous_id=stack[-1].id)
            self._stacks.setdefault(user, []).append(view)
            return self._shown(view)

    def update(self, payload: Json, *, view_id: str, external_id: str = "", hash_: str = "") -> View:
        """What the person typed stays where block_id and action_id stay; a new initial value is ignored."""
        with self._workspace.lock:
            named_so = (each for each in self._all() if external_id and each.external_id == external_id)
            old = self.find(view_id) or next(named_so, None)
            if old is None:
                raise Refused("not_found")
            if hash_ and hash_ != old.hash:
                raise Refused("hash_conflict")
            fresh = self._made(old.user, payload, of_type=old.type, instead_of=old)
            self.keep(fresh)
            return fresh

    def publish(self, user: str, payload: Json, *, hash_: str = "") -> View:
        with self._workspace.lock:
            old = self._homes.get(user)
            if hash_ and (old is None or hash_ != old.hash):
                raise Refused("hash_conflict")
            view = self._made(user, payload, of_type="home", instead_of=old)
            self.keep(view)
            return view

    def keep(self, view: View) -> None:
        """Show another version of a view: a new payload, or the same one with what was typed."""
        with self._workspace.lock:
            if view.type == "home":
                self._homes[view.user] = view
            else:
                stack = self._stacks[view.user]
                stack[[each.id for each in stack].index(view.id)] = view
            self._shown(view)

    def remove(self, view: View) -> None:
        """Close one modal; the one below it shows again."""
        with self._workspace.lock:
            self._stacks[view.user] = [each for each in self.stack(view.user) if each.id != view.id]
            self._shown(view)

    def remove_all(self, user: str) -> None:
        with self._workspace.lock:
            self._stacks.pop(user, None)
            self._workspace.tell(Changed.VIEWS, user=user)

    def _all(self) -> list[View]:
        return [*(view for stack in self._stacks.values() for view in stack), *self._homes.values()]

    def _shown(self, view: View) -> View:
        self._workspace.tell(Changed.HOME if view.type == "home" else Changed.VIEWS, user=view.user)
        return view

    def _made(self, user: str, payload: Json, *, of_type: str, instead_of: View | None = None) -> View:
        _check(payload, of_type)
        external_id = payload.get("external_id", "")
        others = (each for each in self._all() if instead_of is None or each.id != instead_of.id)
        if external_id and any(each.external_id == external_id for each in others):
            raise Refused("duplicate_external_id")
        ids = self._workspace.ids
        blocks = named(payload["blocks"], ids.short)
        view_id = instead_of.id if instead_of else ids.new("V")
        return View(
            id=view_id,
            user=user,
            hash=ids.hash(self._workspace.clock.now()),
            type="home" if of_type == "home" else "modal",
            blocks=tuple(blocks),
            root_id=instead_of.root_id if instead_of else view_id,
            previous_id=instead_of.previous_id if instead_of else None,
            title=payload.get("title"),
            submit=payload.get("submit"),
            close=payload.get("close"),
            callback_id=payload.get("callback_id", ""),
            private_metadata=payload.get("private_metadata", ""),
            external_id=external_id,
            notify_on_close=payload.get("notify_on_close", False),
            clear_on_close=payload.get("clear_on_close", False),
            state=initial_state(blocks, kept=instead_of.state if instead_of else None),
        )


def _check(payload: Json, of_type: str) -> None:
    if view_size(payload) > VIEW_SIZE_LIMIT:
        raise Refused("view_too_large")
    complaints = [
        f"[ERROR] {each.message} [json-pointer:/view{each.pointer}]" for each in check_view(payload)
    ]
    if payload.get("type") != of_type and not complaints:
        complaints = [f"[ERROR] a view of type {of_type} is needed here [json-pointer:/view/type]"]
    if complaints:
        raise Refused("invalid_arguments", messages=complaints)
