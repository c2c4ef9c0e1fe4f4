// Moves the person about: who they are, which place, tab and thread; kept in the address of the page.

import * as api from "./api.js";
import { tellMoved } from "./halves.js";
import { markRead, refreshMessages, refreshViews, refreshWorkspace } from "./refresh.js";
import { DM, channel, emit, inDm, showsHome, store } from "./state.js";
import { followEvents } from "./stream.js";
import { toast } from "./toast.js";

/** Take person, place and tab from the address, as far as they exist. */
export function readAddress() {
  const query = new URLSearchParams(location.search);
  store.me = query.get("user");
  store.place = query.get("channel");
  store.tab = query.get("tab") ?? "home";
}

/** A move is a step that the browser's back button takes back. */
function writeAddress({ moved = false } = {}) {
  const query = new URLSearchParams({ user: store.me, channel: store.place });
  if (inDm()) query.set("tab", store.tab);
  const address = `?${query}`;
  if (moved && address !== location.search) history.pushState(null, "", address);
  else history.replaceState(null, "", address);
  tellMoved();
}

/** Go where the browser's back and forward buttons lead. */
export function followHistory() {
  addEventListener("popstate", () => {
    const { me, place } = store;
    readAddress();
    tellMoved();
    if (store.me !== me) appear();
    else show({ moved: store.place !== place });
  });
}

export function addressOf(user) {
  return `?${new URLSearchParams({ user })}`;
}

/** Make sure that the place is one the person can see. */
export function settlePlace(step) {
  const known = store.place === DM || channel(store.place);
  const first = store.workspace.channels.find((each) => each.member);
  if (!known || (known.member === false && known.private)) store.place = first?.id ?? DM;
  writeAddress(step);
}

export async function becomePerson(user) {
  if (user === store.me) return;
  store.me = user;
  await appear({ moved: true });
}

/** Show the page of whoever the person is now. */
async function appear(step) {
  Object.assign(store, { messages: [], views: [], home: null, thread: null });
  emit("messages", "views", "home", "thread");
  await refreshWorkspace();
  settlePlace(step);
  followEvents();
  emit("place");
  await Promise.all([refreshMessages(), refreshViews(), arrive()]);
}

export async function goTo(place, tab) {
  const moved = place !== store.place;
  Object.assign(store, { place, tab: tab ?? store.tab });
  writeAddress({ moved: true });
  await show({ moved });
}

/** Show the place where the person is now; what was of the one before goes when they `moved`. */
async function show({ moved }) {
  if (moved) Object.assign(store, { messages: [], thread: null });
  document.body.classList.remove("rail-open");
  emit("place", "messages", "thread");
  await Promise.all([refreshMessages(), arrive()]);
}

/** Tell Slack's side that the person looks at this place now. */
export async function arrive() {
  if (showsHome()) {
    await api.openHome(store.me).catch((problem) => toast(problem.message));
    await refreshViews();
  }
  await markRead();
}

export function openThread(ts) {
  store.thread = ts;
  emit("thread");
}
