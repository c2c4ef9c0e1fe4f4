// Follows the sandbox's event stream and refreshes what each event touches.

import { eventsUrl } from "./api.js";
import {
  isHere,
  refreshClock,
  refreshEverything,
  refreshMessages,
  refreshViews,
  refreshViolations,
  refreshWorkspace,
  takeNewMessage,
} from "./refresh.js";
import { emit, store } from "./state.js";

const RETRY_MS = 1000;
let source = null;
let last = 0;

/**
 * (Re)open the stream for the current person, from the newest event we know.
 *
 * A window that nobody sees has none: a browser keeps six connections to one server, and a seventh window would
 * wait for ever. It reads everything again when it is looked at.
 */
export function followEvents() {
  source?.close();
  source = null;
  if (document.hidden) return;
  last = Math.max(last, store.workspace?.sequence ?? 0);
  const mine = new EventSource(eventsUrl(store.me, last));
  source = mine;
  mine.addEventListener("open", () => setLive(true));
  mine.addEventListener("message", (event) => take(JSON.parse(event.data)));
  mine.addEventListener("error", () => {
    mine.close();
    if (mine !== source) return;
    setLive(false);
    setTimeout(() => mine === source && reconnect(), RETRY_MS);
  });
}

document.addEventListener("visibilitychange", () => {
  if (!store.workspace) return;
  if (document.hidden) followEvents();
  else reconnect();
});

async function reconnect() {
  await refreshEverything();
  // A restarted sandbox counts from the beginning again.
  last = store.workspace?.sequence ?? 0;
  followEvents();
}

function setLive(live) {
  if (store.live === live) return;
  store.live = live;
  emit("live");
}

function take(event) {
  last = Math.max(last, event.sequence ?? 0);
  switch (event.type) {
    case "message":
      if (isHere(event.channel)) takeNewMessage();
      else refreshWorkspace();
      break;
    case "ephemeral":
    case "changed":
    case "deleted":
      if (isHere(event.channel)) refreshMessages();
      else refreshWorkspace();
      break;
    case "views":
    case "home":
      refreshViews();
      break;
    case "clock":
      refreshClock();
      break;
    case "violation":
      refreshViolations();
      break;
    default:
      refreshWorkspace();
  }
}
