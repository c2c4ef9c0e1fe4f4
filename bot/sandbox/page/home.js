// Shows the App Home that the bot has published for this person.

import { showBlocks } from "./blocks.js";
import { fill, h } from "./dom.js";
import { draftOf } from "./drafts.js";
import { botName, on, showsHome, store } from "./state.js";

/** Keep `pane` showing the home while its tab is open. */
export function followHome(pane) {
  const inner = h("div", { class: "blocks home-blocks" });
  on("home place", () => {
    pane.hidden = !showsHome();
    if (pane.hidden) return;
    if (!store.home?.blocks) {
      fill(pane, h("p", { class: "quiet empty" }, `${botName()} has not published its home for you yet.`));
      return;
    }
    if (inner.parentNode !== pane) fill(pane, inner);
    const draft = draftOf(`home:${store.me}`, store.home.blocks, store.home.state);
    showBlocks(inner, store.home.blocks, { target: { home: true }, draft });
  });
}
