// The panel in which a visitor breaks things: Slack, the connection, the bot itself.

import * as api from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { placeBeside } from "./menus.js";
import { refreshWorkspace } from "./refresh.js";
import { on, store } from "./state.js";
import { ask, offers } from "./stage.js";
import { toast } from "./toast.js";
import { violationsList } from "./violations.js";

const WELL = "well";
const SLACK = [
  [WELL, "Well", "Answers at once", null],
  ["slow", "Slow", "Each answer takes a second and a half", { kind: "slow", seconds: 1.5 }],
  ["ratelimited", "Rate-limited", "“Come back in five seconds”", { kind: "ratelimited", retry_after: 5 }],
  ["error500", "Failing", "Calls of its Web API are answered with status 500", { kind: "error500" }],
  ["silent", "Silent", "Takes calls of its Web API and never answers", { kind: "silent" }],
  ["down", "Down", "Cannot be reached at all", { kind: "down" }],
];
const CONNECTION = [
  ["drop", "Drop it", "The network breaks without a word"],
  ["half_open", "Leave it half open", "The bot's side never hears of the break"],
  ["mute", "Mute it", "Connected, but nothing is delivered"],
  ["refresh", "Ask the bot to reconnect", "Slack does this every few hours"],
];

let panel = null;

/** The button that opens the panel, and closes it. */
export function troubleButton() {
  const button = h(
    "button",
    { class: "chip", "data-testid": "trouble", "aria-haspopup": "dialog", "aria-expanded": "false" },
    icon("bolt"),
    h("span", { class: "pill-label" }, "Trouble"),
  );
  button.title = "Break Slack, the connection or the bot, and see what becomes of the desk";
  button.setAttribute("aria-label", "Trouble");
  button.addEventListener("click", () => toggleTrouble(button));
  return button;
}

/** Open the panel under `anchor`; it stays open beside the desk until it is closed. */
export function toggleTrouble(anchor) {
  if (panel) return panel.hidePopover();
  panel = draw();
  panel.addEventListener("keydown", (event) => event.key === "Escape" && panel?.hidePopover());
  panel.addEventListener("toggle", (event) => {
    if (event.newState !== "closed") return;
    anchor.setAttribute("aria-expanded", "false");
    if (panel?.contains(document.activeElement) || document.activeElement === document.body) anchor.focus();
    panel?.remove();
    panel = null;
  });
  document.body.append(panel);
  anchor.setAttribute("aria-expanded", "true");
  panel.showPopover();
  placeBeside(panel, anchor);
  update();
  panel.querySelector("input:checked").focus();
}

function draw() {
  const close = h(
    "button",
    { class: "bare", "aria-label": "Close", "data-testid": "trouble-close", onclick: () => panel.hidePopover() },
    icon("close"),
  );
  return h(
    "section",
    {
      class: "trouble",
      popover: "manual",
      role: "dialog",
      "aria-labelledby": "trouble-title",
      "data-testid": "trouble-panel",
    },
    h("div", { class: "trouble-head" }, h("h2", { id: "trouble-title" }, "Make trouble"), close),
    h("p", { class: "quiet" }, "Then try the desk: what the bot has taken is not lost, and nothing comes twice."),
    h("fieldset", {}, h("legend", {}, "Slack is"), SLACK.map(slackChoice)),
    h("fieldset", {}, h("legend", {}, "The connection"), CONNECTION.map(connectionButton)),
    h(
      "fieldset",
      {},
      h("legend", {}, "The bot"),
      h("p", { role: "status", class: "bot-standing", "data-testid": "bot-standing" }),
      h("button", { class: "button", "data-testid": "bot-deed" }),
    ),
    h("fieldset", {}, h("legend", {}, "Violations of Slack's rules"), h("div", { class: "violations-here" })),
  );
}

function slackChoice([name, label, hint, fault]) {
  const radio = h("input", { type: "radio", name: "slack-is", value: name, "data-testid": `slack-${name}` });
  radio.addEventListener("change", () => makeSlack(fault));
  return h("label", {}, radio, h("span", {}, label), h("small", { class: "quiet" }, hint));
}

let choosing = false;

/** One trouble of Slack's at a time, until another is chosen. */
async function makeSlack(fault) {
  choosing = true;
  try {
    await api.clearFaults();
    if (fault) await api.addFault({ ...fault, times: null });
  } catch (problem) {
    toast(problem.message);
  }
  await refreshWorkspace();
  choosing = false;
  update();
}

/** Which of them it is; what was chosen here a moment ago stands until Slack has taken it. */
function showSlack() {
  if (choosing) return;
  const { faults } = store.workspace.stage;
  const kind = faults.find((each) => SLACK.some(([name]) => name === each)) ?? WELL;
  panel.querySelector(`input[value="${kind}"]`).checked = true;
}

function connectionButton([what, label, hint]) {
  const button = h("button", { class: "button", title: hint, "data-testid": `socket-${what}` }, label);
  button.addEventListener("click", () => api.disturbSocket(what).catch((problem) => toast(problem.message)));
  return button;
}

/** What the panel says of Slack, of the bot and of the violations. */
function update() {
  if (!panel || !store.workspace) return;
  showSlack();
  const killed = offers("start_bot");
  const deed = killed ? "start_bot" : "kill_bot";
  panel.querySelector(".bot-standing").textContent = botStanding();
  const button = panel.querySelector("[data-testid=bot-deed]");
  button.hidden = !offers(deed);
  button.textContent = killed ? "Start it again" : "Kill it";
  button.title = killed ? "" : "SIGKILL in the middle of whatever it does";
  button.onclick = () => ask(deed);
  fill(panel.querySelector(".violations-here"), violationsList());
}

/** In a sentence, whether the bot is there. */
function botStanding() {
  if (offers("start_bot")) return "It is down: killed, and not started again.";
  if (store.workspace.socket.by_http) return "It is called by HTTP.";
  if (store.workspace.socket.connected) return "It is up and connected.";
  return "It is not connected.";
}

let wasDown = false;

/** Say it once when the killed bot is back. */
export function followTrouble() {
  on("workspace socket violations", () => {
    update();
    const down = offers("start_bot");
    if (down && !wasDown) toast("The bot is down: it was killed.");
    if (down) wasDown = true;
    else if (wasDown && store.workspace?.socket.connected) {
      wasDown = false;
      toast("The bot is back.", "news");
    }
  });
}
