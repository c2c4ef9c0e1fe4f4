// Starts the page: builds its parts, reads where the person is, and follows the sandbox's events.

import { drawBar } from "./bar.js";
import { followComposer } from "./composer.js";
import { followHome } from "./home.js";
import { followMessages } from "./messages.js";
import { followModals } from "./modal.js";
import { arrive, followHistory, readAddress, settlePlace } from "./navigation.js";
import { followPlace } from "./place.js";
import { followQuiet } from "./quiet.js";
import { followRail } from "./rail.js";
import { refreshMessages, refreshViews, refreshViolations, refreshWorkspace } from "./refresh.js";
import { emit, person, store } from "./state.js";
import { followEvents } from "./stream.js";
import { applyTheme } from "./theme.js";
import { followCaption } from "./stage.js";
import { followThread } from "./thread.js";
import { followTrouble } from "./trouble.js";
import { followWelcome } from "./welcome.js";

const RETRY_MS = 1000;
const byId = (id) => document.getElementById(id);

function build() {
  applyTheme();
  drawBar(byId("bar"));
  followCaption(byId("caption"));
  followTrouble();
  followRail(byId("people"), byId("rail"));
  followQuiet();
  followPlace(byId("place"));
  followHome(byId("home"));
  followMessages(byId("scroller"), byId("messages"));
  followThread(byId("thread"));
  followModals();
  followHistory();
  const write = followComposer(byId("composer"));
  followWelcome(byId("welcome"), write);
  const closeRail = () => document.body.classList.remove("rail-open");
  byId("main").addEventListener("click", closeRail);
  document.addEventListener("keydown", (event) => event.key === "Escape" && closeRail());
}

/** Load the workspace, and keep trying while the sandbox is still starting. */
async function load() {
  await refreshWorkspace();
  if (!store.workspace) return setTimeout(load, RETRY_MS);
  if (!person(store.me)) store.me = store.workspace.me ?? store.workspace.people[0]?.id;
  settlePlace();
  emit("workspace", "socket", "place");
  followEvents();
  await Promise.all([refreshMessages(), refreshViews(), refreshViolations(), arrive()]);
}

readAddress();
build();
load();
