// Holds what the page knows and where the person is; the other modules listen to its topics.

export const DM = "dm";

export const store = {
  me: null,
  place: null,
  tab: "home",
  thread: null,
  workspace: null,
  messages: [],
  moreBefore: false,
  views: [],
  home: null,
  violations: [],
  live: false,
};

const listeners = new Map();

/** Call `listener` whenever one of `topics` (separated by spaces) changes. */
export function on(topics, listener) {
  for (const topic of topics.split(" ")) {
    if (!listeners.has(topic)) listeners.set(topic, new Set());
    listeners.get(topic).add(listener);
  }
}

/** Tell the listeners of each topic once. */
export function emit(...topics) {
  const due = new Set(topics.flatMap((topic) => [...(listeners.get(topic) ?? [])]));
  for (const listener of due) listener();
}

export const inDm = () => store.place === DM;
export const showsHome = () => inDm() && store.tab === "home";

/** The id under which the server takes posts to the current place. */
export function channelId() {
  return inDm() ? store.workspace.dm.id : store.place;
}

export const person = (id) => store.workspace?.people.find((each) => each.id === id);
export const channel = (id) => store.workspace?.channels.find((each) => each.id === id);
export const botName = () => store.workspace?.bot.name ?? "App";

const SLACKBOT = "USLACKBOT";

export function personName(id) {
  if (id === SLACKBOT) return "Slackbot";
  if (id === store.workspace?.bot.user_id) return botName();
  const found = person(id);
  return found?.real_name || found?.name || id;
}

export function placeName() {
  if (inDm()) return botName();
  return `#${channel(store.place)?.name ?? store.place}`;
}

/** Whether a person comes from outside this workspace (a guest, or another team through Slack Connect). */
export function isOutsider(each) {
  const away =
    each.home === false || (typeof each.home === "string" && each.home !== store.workspace.team.id);
  return Boolean(each.guest) || away;
}
