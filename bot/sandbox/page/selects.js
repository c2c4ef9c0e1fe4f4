// Draws every select element: finds its choices and hands them to the select box.

import { findOptions } from "./acting.js";
import { selectBox } from "./select.js";
import { store } from "./state.js";
import { plainText } from "./text.js";
import { channelChoice, choiceOf, isMulti } from "./values.js";

const TYPING_PAUSE_MS = 200;

export function selectElement(element, context) {
  const kind = element.type.replace(/^multi_/, "").replace(/_select$/, "");
  return selectBox({
    attributes: context.attributes,
    multi: isMulti(element.type),
    clearable: context.optional,
    max: element.max_selected_items,
    placeholder: plainText(element.placeholder) || "Select…",
    value: context.value(),
    find: SOURCES[kind](element, context),
    pause: kind === "external" ? TYPING_PAUSE_MS : 0,
    change: (value) => context.change(value),
  });
}

// Each source answers a query with groups of choices: [{ label?, choices }].
const SOURCES = {
  static: (element) => (query) => groupsOf(element, query),
  external: (element, context) => (query) => external(element, context, query),
  users: () => (query) => [{ choices: matching(people(), query) }],
  channels: () => (query) => [{ choices: matching(channels(), query) }],
  conversations: () => (query) => [
    { label: "Channels", choices: matching(channels(), query) },
    { label: "People", choices: matching(people(), query) },
  ],
};

const people = () =>
  store.workspace.people.map((each) => ({
    value: each.id,
    text: each.real_name || each.name,
    description: each.title,
  }));
const channels = () => store.workspace.channels.map((each) => channelChoice(each.id));

function matching(choices, query) {
  const wanted = query.trim().toLowerCase();
  return choices.filter((each) => each.text.toLowerCase().includes(wanted));
}

function groupsOf({ options, option_groups: groups }, query) {
  const all = groups ?? [{ options: options ?? [] }];
  return all
    .map((group) => ({
      label: plainText(group.label),
      choices: matching(group.options.map(choiceOf), query),
    }))
    .filter((group) => group.choices.length);
}

async function external(element, context, query) {
  const least = element.min_query_length ?? 3;
  if (query.trim().length < least)
    return [{ label: `Type at least ${least} character${least > 1 ? "s" : ""}`, choices: [] }];
  // The bot has already searched: its answer is shown as it is.
  return groupsOf(await findOptions(context.base, context.blockId, element, query), "");
}
