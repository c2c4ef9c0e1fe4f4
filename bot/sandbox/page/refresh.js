// Fetches each part of the page's knowledge again, never two fetches of one part at once.

import * as api from "./api.js";
import { DM, channel, channelId, emit, inDm, showsHome, store } from "./state.js";
import { showClock } from "./clock.js";
import { forgetClosed } from "./drafts.js";
import { toast } from "./toast.js";

const PAGE = 100;

/** Wrap `load` so that calls during a run cause exactly one more run after it. */
function coalesced(load) {
  let current = null;
  let again = false;
  const run = async () => {
    do {
      again = false;
      await load().catch(report);
    } while (again);
    // In the same step as the last look at `again`, so that no call falls between.
    current = null;
  };
  return () => {
    if (current) again = true;
    else current = run();
    return current;
  };
}

function report(problem) {
  if (!(problem instanceof api.Unreachable)) toast(problem.message);
}

export const refreshWorkspace = coalesced(async () => {
  store.workspace = await api.readState(store.me);
  store.me ??= store.workspace.me;
  showClock(store.workspace.clock);
  emit("workspace", "socket");
});

export const refreshMessages = coalesced(async () => {
  const { me, place } = store;
  if (!place) return;
  // All that is shown is read again: any of it may have been edited or deleted.
  const limit = store.messages.length + PAGE;
  const { messages } = await api.readMessages(me, place, limit);
  if (me !== store.me || place !== store.place) return;
  const oldest = store.messages[0]?.ts ?? "";
  const shown = messages.filter((each) => each.ts >= oldest);
  store.moreBefore = shown.length < messages.length || messages.length >= limit;
  store.messages = shown;
  emit("messages");
});

/** Put the page of messages before the oldest one in front of what is shown. */
export async function loadEarlier() {
  const { me, place } = store;
  const { messages } = await api.readMessages(me, place, PAGE, store.messages[0]?.ts);
  if (me !== store.me || place !== store.place) return;
  store.moreBefore = messages.length >= PAGE;
  store.messages = [...messages, ...store.messages];
  emit("messages");
}

export const refreshViews = coalesced(async () => {
  const me = store.me;
  const { views, home } = await api.readViews(me);
  if (me !== store.me) return;
  forgetClosed(me, views);
  store.views = views;
  store.home = home;
  emit("views", "home");
});

export const refreshViolations = coalesced(async () => {
  const answer = await api.readViolations();
  store.violations = Array.isArray(answer) ? answer : (answer.violations ?? []);
  emit("violations");
});

export const refreshClock = coalesced(async () => {
  showClock(await api.readClock());
  emit("clock");
});

export function refreshEverything() {
  return Promise.all([refreshWorkspace(), refreshMessages(), refreshViews(), refreshViolations()]);
}

/** Whether the person has the messages of the current place before their eyes. */
const isWatching = () => Boolean(store.workspace) && !document.hidden && !showsHome();

/** Tell the server that the person has seen the current place, when it was marked unread. */
export async function markRead() {
  if (!isWatching()) return;
  const here = inDm() ? store.workspace.dm : channel(store.place);
  if (!here?.unread) return;
  here.unread = 0;
  emit("workspace");
  await api.sendRead(store.me, here.id).catch(report);
}

/** Show a message that has just come to the current place; who is watching has read it. */
export async function takeNewMessage() {
  await refreshMessages();
  if (isWatching()) await api.sendRead(store.me, channelId()).catch(report);
  else await refreshWorkspace();
}

/** Whether an event about `id` concerns the place that is shown. */
export function isHere(id) {
  if (!id) return true;
  if (inDm()) return id === DM || id === store.workspace?.dm.id;
  return id === store.place;
}
