// Draws the left side: the people one can be, the channels, and the app.

import { avatar } from "./avatar.js";
import { classes, fill, h } from "./dom.js";
import { halvesButton } from "./halves.js";
import { icon } from "./icons.js";
import { addressOf, becomePerson, goTo } from "./navigation.js";
import { isQuiet, moon, quietButton } from "./quiet.js";
import { DM, isOutsider, on, person, store } from "./state.js";

/** Keep the person switcher and the rail up to date. */
export function followRail(people, rail) {
  on("workspace place", () => {
    fill(
      people,
      h("span", { class: "people-title", "aria-hidden": "true" }, "You are"),
      store.workspace.people.map(personLink),
      halvesButton(),
    );
    fill(rail, workspaceHead(), h("div", { class: "rail-scroll" }, channelList(), appList()));
  });
}

/** A link, so that a middle click shows another person in a window of their own. */
function personLink(each) {
  const name = each.real_name || each.name;
  const waits = each.called && each.id !== store.me;
  const about = [
    name,
    each.title,
    isOutsider(each) && "outside the workspace",
    isQuiet(each) && "in do not disturb",
    waits && "something unread is to them",
  ]
    .filter(Boolean)
    .join(", ");
  const mine = each.id === store.me;
  const node = h(
    "a",
    {
      href: addressOf(each.id),
      class: classes("person", mine && "me"),
      title: `${about} (Ctrl-click: in a new window)`,
      "aria-label": `Be ${about}`,
      "aria-current": mine ? "true" : null,
      "data-testid": `person-${each.id}`,
    },
    avatar(each.id),
    isOutsider(each) && h("span", { class: "outside", "aria-hidden": "true" }, "◆"),
    waits && h("span", { class: "waits", "data-testid": `waits-${each.id}` }),
    h("span", { class: "person-name", "aria-hidden": "true" }, name.split(" ")[0], moon(each)),
  );
  node.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    becomePerson(each.id);
  });
  return node;
}

function workspaceHead() {
  const me = person(store.me);
  const title = me?.title ? ` · ${me.title}` : "";
  return h(
    "header",
    { class: "workspace" },
    h(
      "div",
      { class: "workspace-about" },
      h("h1", {}, store.workspace.team.name),
      h(
        "p",
        { "data-testid": "me" },
        h("i", { class: "dot" }),
        h("span", {}, `${me?.real_name || me?.name || store.me}${title}`),
        moon(me),
      ),
    ),
    me && quietButton(me),
  );
}

function channelList() {
  const mine = store.workspace.channels.filter((each) => each.member || !each.private);
  return section(
    "Channels",
    mine.map((each) =>
      entry(each, icon(each.private ? "lock" : "hash")),
    ),
  );
}

function appList() {
  const { bot, dm } = store.workspace;
  const app = { id: DM, name: bot.name, member: true, unread: dm.unread, calling: dm.unread };
  return section("Apps", [entry(app, avatar(bot.user_id, true))]);
}

function section(title, entries) {
  return h(
    "section",
    {},
    h("h2", {}, title),
    h(
      "ul",
      {},
      entries.map((each) => h("li", {}, each)),
    ),
  );
}

/** In bold with something unread; with a number only when that is to this person. */
function entry({ id, name, member, unread, calling }, sign) {
  const here = id === store.place;
  const badge = calling
    ? h("span", { class: "badge", "aria-label": `${calling} to you, unread` }, String(calling))
    : unread > 0 && h("span", { class: "unheard" }, "unread");
  const node = h(
    "button",
    {
      class: classes("entry", here && "here", unread && "unread", !member && "away"),
      "aria-current": here ? "page" : null,
      title: member ? null : "You are not a member of this channel",
      "data-testid": `place-${id}`,
    },
    sign,
    h("span", { class: "entry-name" }, name),
    badge,
  );
  // Unread messages of the app are read under its Messages tab.
  node.addEventListener("click", () => goTo(id, id === DM && unread ? "messages" : undefined));
  return node;
}
