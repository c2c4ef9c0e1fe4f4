// Speaks to the sandbox's control plane: every request of the page goes through here.

export class Unreachable extends Error {}

/** What was used is not on this person's screen any more, or never was. */
export class Gone extends Error {}

const CONFLICT = 409;

// Longer than Slack's three seconds, after which the sandbox answers in any case.
const PATIENCE_MS = 15_000;

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new Unreachable("The sandbox does not answer. Is `make run` still running?");
  }
  const answer = await response.json().catch(() => ({}));
  if (response.status === CONFLICT) throw new Gone(answer.error);
  if (!response.ok) throw new Error(answer.error ?? `The sandbox answered with status ${response.status}.`);
  return answer;
}

const read = (name, query = {}) => call(`/control/${name}?${new URLSearchParams(query)}`);

const send = (name, body) =>
  call(`/control/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

export const readState = (user) => read("state", user ? { user } : {});
export const readMessages = (user, channel, limit, before) =>
  read("messages", { user, channel, limit, ...(before ? { before } : {}) });
export const readViews = (user) => read("views", { user });
export const readViolations = () => read("violations");
export const readClock = () => read("clock");

export const sendCommand = (user, channel, text) => send("command", { user, channel, text });
export const sendMessage = (user, channel, text, thread) =>
  send("message", { user, channel, text, ...(thread ? { thread_ts: thread } : {}) });
export const sendClick = (body) => send("click", body);
export const sendSubmit = (user, view_id, values) => send("submit", { user, view_id, values });
export const sendClose = (user, view_id, clear) => send("close", { user, view_id, clear });
export const sendShortcut = (body) => send("shortcut", body);
export const sendRead = (user, channel) => send("read", { user, channel });
export const sendQuiet = (user, minutes) => send("do_not_disturb", { user, minutes });
export const openHome = (user) => send("home", { user });
export const findOptions = (body) => send("options", body);
export const setClock = (change) => send("clock", change);
export const jumpToNextEvent = () => send("jump", {});
export const askFor = (deed) => send("stage", { do: deed });
export const clearCaption = () => send("stage", { caption: null });
export const addFault = (fault) => send("faults", fault);
export const clearFaults = () => call("/control/faults", { method: "DELETE" });
export const disturbSocket = (what) => send("sockets", { do: what });

export const eventsUrl = (user, since) => `/control/events?${new URLSearchParams({ user, since })}`;
