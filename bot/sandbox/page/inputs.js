// Draws text, number, date and time inputs.

import { h } from "./dom.js";
import { plainText } from "./text.js";

const TYPE = { email_text_input: "email", url_text_input: "url", number_input: "text" };
const HINT = {
  email_text_input: "Enter an email address",
  url_text_input: "Enter a URL",
  number_input: "Enter a number",
};
const TYPING_PAUSE_MS = 400;

export function textInput(element, context) {
  const many = element.multiline || element.type === "rich_text_input";
  const node = h(many ? "textarea" : "input", {
    ...context.attributes,
    class: "field",
    type: many ? null : (TYPE[element.type] ?? "text"),
    rows: many ? 4 : null,
    inputmode: element.type === "number_input" ? "decimal" : null,
    placeholder: plainText(element.placeholder) || HINT[element.type],
    autocomplete: "off",
    value: context.value(),
  });
  node.addEventListener("input", () => context.change(node.value, { silent: true }));
  sendWhileTyping(node, element, context);
  return element.max_length ? h("div", { class: "counted" }, node, counter(node, element.max_length)) : node;
}

/** The few characters that are left, once they are few. */
function counter(node, longest) {
  const sign = h("output", { class: "counter", "aria-live": "polite" });
  const show = () => {
    const left = longest - node.value.length;
    sign.textContent = left <= longest / 5 ? String(left) : "";
    sign.classList.toggle("over", left < 0);
  };
  node.addEventListener("input", show);
  show();
  return sign;
}

function sendWhileTyping(node, element, context) {
  if (!context.live) return;
  const triggers = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  let timer = null;
  node.addEventListener("input", () => {
    if (!triggers.includes("on_character_entered")) return;
    clearTimeout(timer);
    timer = setTimeout(() => node.isConnected && context.act(node.value), TYPING_PAUSE_MS);
  });
  node.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || !triggers.includes("on_enter_pressed")) return;
    event.preventDefault();
    context.act(node.value);
  });
}

function nativePicker(type, context) {
  const node = h("input", { ...context.attributes, class: "field picker", type, value: context.value() });
  node.addEventListener("change", () => context.change(node.value));
  return node;
}

export const datePicker = (element, context) => nativePicker("date", context);
export const timePicker = (element, context) => nativePicker("time", context);

/** A date and a time in the browser's zone; the value is in seconds since 1970. */
export function dateTimePicker(element, context) {
  const [day, time] = parts(context.value());
  const date = h("input", { ...context.attributes, class: "field picker", type: "date", value: day });
  const label = `${context.attributes["aria-label"] ?? "Date"}: time`;
  const clock = h("input", {
    class: "field picker",
    type: "time",
    value: time,
    "aria-label": label,
    "data-testid": `${context.attributes["data-testid"]}-time`,
  });
  const change = () => {
    const moment = new Date(`${date.value}T${clock.value || "00:00"}`);
    context.change(Number.isNaN(moment.getTime()) ? null : moment.getTime() / 1000);
  };
  for (const node of [date, clock]) node.addEventListener("change", change);
  return h("span", { class: "date-time" }, date, clock);
}

function parts(seconds) {
  if (!seconds) return ["", ""];
  const moment = new Date(seconds * 1000);
  const local = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString();
  return [local.slice(0, 10), local.slice(11, 16)];
}
