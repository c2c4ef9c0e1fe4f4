// The message box: Enter sends, "/" offers commands, "@" offers people, and the plus button global shortcuts.

import { runShortcut, say } from "./acting.js";
import { completion } from "./completion.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { openMenu } from "./menus.js";
import { botName, on, placeName, showsHome, store } from "./state.js";
import { toast } from "./toast.js";

const LINE_LIMIT_PX = 200;

/** Build a composer for the current place, or for a thread in it. */
export function composer({ thread = null } = {}) {
  const name = thread ? "thread-composer" : "composer-input";
  const box = h("textarea", {
    rows: 1,
    class: "composer-input",
    "data-testid": name,
    "aria-label": "Reply to thread",
    placeholder: "Reply…",
  });
  const send = sendButton(thread);
  const hints = completion(box);
  const state = { box, send, hints, thread, sent: [] };
  box.addEventListener("input", () => grow(state));
  box.addEventListener("keydown", (event) => onKey(state, event));
  send.addEventListener("click", () => submit(state));
  const tools = h(
    "div",
    { class: "composer-tools" },
    !thread && shortcutsButton(),
    tip(),
    h("span", { class: "grow" }),
    send,
  );
  return h(
    "div",
    { class: "composer", "data-testid": thread ? "thread-box" : "composer" },
    hints.list,
    hints.usage,
    box,
    tools,
  );
}

function sendButton(thread) {
  const testid = thread ? "thread-send" : "send";
  const attributes = {
    class: "send",
    "aria-label": "Send",
    title: "Send (Enter)",
    "data-testid": testid,
    disabled: true,
  };
  return h("button", attributes, icon("send"));
}

function tip() {
  return h("span", { class: "quiet tip" }, h("kbd", {}, "/"), " commands ", h("kbd", {}, "@"), " people");
}

function grow({ box, send }) {
  send.disabled = !box.value.trim();
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight, LINE_LIMIT_PX)}px`;
}

function onKey(state, event) {
  if (event.isComposing || state.hints.takes(event)) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    submit(state);
  } else if (event.key === "ArrowUp" && !state.box.value && state.sent.length) {
    event.preventDefault();
    write(state, state.sent.at(-1));
  }
}

/** Put text into the box as if it had been typed. */
function write(state, text) {
  state.box.value = text;
  state.box.dispatchEvent(new Event("input"));
  state.box.focus();
}

async function submit(state) {
  const typed = state.box.value.trim();
  if (!typed) return;
  if (state.thread && typed.startsWith("/")) {
    toast("Slash commands do not work in threads. Write it in the channel instead.");
    return;
  }
  state.sent.push(typed);
  write(state, "");
  const outcome = await say(typed.startsWith("/") ? typed : withMentions(typed), state.thread);
  // A sandbox that did not answer at all must not swallow what was written.
  if (!outcome && !state.box.value) write(state, typed);
}

/** Write "@Ada Example" as Slack's client does: <@U…>. */
function withMentions(text) {
  const everyone = [...store.workspace.people, { id: store.workspace.bot.user_id, real_name: botName() }];
  const names = everyone.flatMap((each) =>
    [each.real_name, each.name].filter(Boolean).map((name) => [name, each.id]),
  );
  names.sort(([one], [other]) => other.length - one.length);
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return names.reduce((line, [name, id]) => line.replaceAll(`@${name}`, `<@${id}>`), escaped);
}

function shortcutsButton() {
  const button = h(
    "button",
    {
      class: "bare",
      "aria-label": "Shortcuts",
      title: "Shortcuts",
      "aria-haspopup": "menu",
      "data-testid": "global-shortcuts",
    },
    icon("bolt"),
  );
  button.addEventListener("click", () => {
    const shortcuts = store.workspace.shortcuts.filter((each) => each.type === "global");
    const items = shortcuts.map((each) => ({
      label: each.name,
      hint: botName(),
      testid: `shortcut-${each.callback_id}`,
      choose: () => runShortcut(each),
    }));
    openMenu(button, items.length ? "Shortcuts" : "This app has no shortcuts", items);
  });
  return button;
}

/** Keep the main composer in `slot` up to date; the answer writes text into it. */
export function followComposer(slot) {
  const node = composer();
  const box = node.querySelector("textarea");
  slot.append(node);
  on("place workspace", () => {
    slot.hidden = showsHome();
    box.placeholder = `Message ${placeName()}`;
    box.setAttribute("aria-label", `Message ${placeName()}`);
  });
  return (text) => {
    box.value = text;
    box.dispatchEvent(new Event("input"));
    box.focus();
    box.setSelectionRange(text.length, text.length);
  };
}
