// Knows what each kind of input holds: its first value, what is sent for it, and when it is not acceptable.

import { channel, personName } from "./state.js";

const TEXT_KINDS = new Set([
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "rich_text_input",
]);
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const WEB_ADDRESS = /^https?:\/\/\S+$/;
const WHOLE_NUMBER = /^-?\d+$/;
const NUMBER = /^-?\d+(\.\d+)?$/;

export const isSelect = (type) => type.endsWith("_select");
export const isMulti = (type) => type.startsWith("multi_");

/** What a select shows for one of Slack's option objects. */
export function choiceOf(option) {
  return { value: option.value, text: option.text.text, description: option.description?.text };
}

const personChoice = (id) => ({ value: id, text: personName(id) });
export const channelChoice = (id) => ({
  value: id,
  text: channel(id) ? `#${channel(id).name}` : personName(id),
});

const many = (list, one) => list ?? (one ? [one] : []);

function initialChoices(element) {
  return [
    ...many(element.initial_options, element.initial_option).map(choiceOf),
    ...many(element.initial_users, element.initial_user).map(personChoice),
    ...many(element.initial_channels, element.initial_channel).map(channelChoice),
    ...many(element.initial_conversations, element.initial_conversation).map(channelChoice),
  ];
}

const INITIAL = {
  datepicker: (element) => element.initial_date ?? "",
  timepicker: (element) => element.initial_time ?? "",
  datetimepicker: (element) => element.initial_date_time ?? null,
  checkboxes: (element) => (element.initial_options ?? []).map((option) => option.value),
  radio_buttons: (element) => element.initial_option?.value ?? null,
  // Rich text arrives as an object, which a plain text box cannot show.
  rich_text_input: () => "",
};

/** The value an element starts with; selects hold a list of choices, checkboxes a list of option values. */
export function initialValue(element) {
  if (isSelect(element.type)) return initialChoices(element);
  const initial = INITIAL[element.type];
  return initial ? initial(element) : (element.initial_value ?? "");
}

/** The value that Slack's own `state.values` entry gives for an element. */
export function valueFromState(element, slot) {
  const renamed = Object.entries(slot)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [
      name === "value" ? "initial_value" : name.replace("selected_", "initial_"),
      value,
    ]);
  const cleared = Object.entries(element).filter(([name]) => !name.startsWith("initial_"));
  return initialValue(Object.fromEntries([...cleared, ...renamed]));
}

/** What is sent to the server for a value; nothing chosen is null. */
export function wireValue(element, value) {
  if (isSelect(element.type)) {
    const values = value.map((choice) => choice.value);
    return isMulti(element.type) ? values : (values[0] ?? null);
  }
  if (TEXT_KINDS.has(element.type) && element.type !== "plain_text_input") value = value.trim();
  return value === "" ? null : value;
}

const isEmpty = (value) =>
  value === null || value === "" || (Array.isArray(value) && !value.length) || !String(value).trim();

/** Why a value may not be submitted, in Slack's tone; null when it may. */
export function problemWith(element, value, optional) {
  if (isEmpty(value)) return optional ? null : "Please complete this required field.";
  if (element.max_selected_items && value.length > element.max_selected_items)
    return `Choose no more than ${element.max_selected_items}.`;
  if (TEXT_KINDS.has(element.type)) return textProblem(element, value.trim());
  return null;
}

function textProblem(element, text) {
  const { min_length: shortest = 0, max_length: longest = 3000 } = element;
  switch (element.type) {
    case "email_text_input":
      return EMAIL.test(text) ? null : "Please enter a valid email address.";
    case "url_text_input":
      return WEB_ADDRESS.test(text) ? null : "Please enter a valid URL, such as https://example.org.";
    case "number_input":
      return numberProblem(element, text);
    default:
      if (text.length < shortest) return `Please enter at least ${shortest} characters.`;
      if (text.length > longest) return `Please enter no more than ${longest} characters.`;
      return null;
  }
}

function numberProblem({ is_decimal_allowed: decimal, min_value: least, max_value: most }, text) {
  if (!(decimal ? NUMBER : WHOLE_NUMBER).test(text))
    return decimal ? "Please enter a number." : "Please enter a whole number.";
  if (least !== undefined && Number(text) < Number(least))
    return `Please enter a number of at least ${least}.`;
  if (most !== undefined && Number(text) > Number(most)) return `Please enter a number of at most ${most}.`;
  return null;
}
