// The select box: a combobox with search, chips for several choices, and full keyboard use.

import { showChips } from "./chips.js";
import { h } from "./dom.js";
import { withEmoji } from "./emoji.js";
import { icon } from "./icons.js";
import { placeBeside } from "./menus.js";
import { firstActive, markChosen, setActive, showGroups, showNote, takeActive } from "./selectlist.js";

let count = 0;

/** Build a select box; `find(query)` answers groups of choices, `change(list)` hears every new value. */
export function selectBox(options) {
  const list = h("div", {
    class: "select-list",
    id: `select-list-${(count += 1)}`,
    role: "listbox",
    popover: "manual",
    "aria-multiselectable": options.multi,
  });
  const input = h("input", {
    ...options.attributes,
    class: "select-input",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    autocomplete: "off",
    spellcheck: "false",
  });
  const chips = h("span", { class: "chips" });
  const box = h("div", { class: "select" }, chips, input, icon("down"), list);
  const state = {
    ...options,
    chosen: options.value,
    box,
    input,
    list,
    chips,
    active: -1,
    open: false,
    asked: 0,
  };
  listen(state);
  showChosen(state);
  return box;
}

function listen(state) {
  const { box, input, list } = state;
  box.addEventListener("mousedown", (event) => {
    if (event.target === input) return;
    // The input keeps the focus: losing it would close the list before the click lands.
    event.preventDefault();
    if (!list.contains(event.target)) input.focus();
  });
  box.addEventListener("click", (event) => {
    if (!list.contains(event.target) && !event.target.closest("button")) open(state, "");
  });
  input.addEventListener("focus", () => input.select());
  input.addEventListener("input", () => open(state, input.value));
  input.addEventListener("blur", () => leave(state));
  input.addEventListener("keydown", (event) => onKey(state, event));
}

/** Without focus the list is closed, and an emptied optional select is cleared. */
function leave(state) {
  close(state);
  const emptied = !state.multi && state.clearable && state.chosen.length && !state.input.value.trim();
  if (emptied) choose(state, []);
  else showText(state);
}

function onKey(state, event) {
  const act = KEYS[event.key];
  if (act?.(state)) {
    event.preventDefault();
    event.stopPropagation();
  }
}

// What each key does; true when it was used up.
const KEYS = {
  ArrowDown: (state) => step(state, 1),
  ArrowUp: (state) => step(state, -1),
  Enter(state) {
    // Also in a closed select: Enter would otherwise submit the modal.
    if (state.open) takeActive(state.list, state.active);
    else open(state, "");
    return true;
  },
  Escape(state) {
    if (!state.open) return false;
    close(state);
    showText(state);
    return true;
  },
  Tab(state) {
    // The open list, which scrolls, would be the next stop; closed by then it is none.
    close(state);
    return false;
  },
  Backspace(state) {
    if (!state.multi || state.input.value || !state.chosen.length) return false;
    choose(state, state.chosen.slice(0, -1));
    return true;
  },
};

function step(state, by) {
  if (state.open) state.active = setActive(state.list, state.input, state.active + by);
  else open(state, "");
  return true;
}

async function open(state, query) {
  const ask = (state.asked += 1);
  const isStale = () => ask !== state.asked;
  if (!state.open) {
    state.open = true;
    state.list.showPopover();
    state.input.setAttribute("aria-expanded", "true");
  }
  if (state.pause) await new Promise((done) => setTimeout(done, state.pause));
  if (isStale()) return;
  const found = state.find(query);
  if (found instanceof Promise) showNote(state.list, "Searching…");
  settle(state);
  const groups = await found;
  if (isStale()) return;
  showGroups(state.list, groups, (choice, index) => pick(state, choice, index));
  markChosen(state.list, state.chosen);
  state.active = setActive(state.list, state.input, firstActive(state.list, state.multi));
  settle(state);
}

const settle = ({ list, box }) => placeBeside(list, box, { width: box.offsetWidth });

function close(state) {
  state.asked += 1;
  if (!state.open) return;
  state.open = false;
  if (state.list.isConnected) state.list.hidePopover();
  state.input.setAttribute("aria-expanded", "false");
  state.input.removeAttribute("aria-activedescendant");
}

function pick(state, choice, index) {
  const { multi, chosen, max } = state;
  state.active = setActive(state.list, state.input, index);
  const rest = without(chosen, choice);
  if (!multi) choose(state, [choice]);
  else if (rest.length < chosen.length) choose(state, rest);
  else if (!max || chosen.length < max) choose(state, [...chosen, choice]);
}

const without = (chosen, choice) => chosen.filter((each) => each.value !== choice.value);

function choose(state, chosen) {
  const searched = state.input.value;
  state.chosen = chosen;
  if (!state.multi) close(state);
  showChosen(state);
  if (state.open) goOn(state, searched);
  state.change(chosen);
}

/** The list of a select for several choices stays for the next one; a search begins anew. */
function goOn(state, searched) {
  markChosen(state.list, state.chosen);
  if (searched) open(state, "");
  else settle(state);
}

function showChosen(state) {
  showText(state);
  if (state.multi) showChips(state.chips, state.chosen, (choice) => remove(state, choice));
}

/** Put into the input what is chosen, in place of a search; the chips stay, one may be about to be clicked. */
function showText({ multi, input, chosen, placeholder }) {
  input.value = multi ? "" : withEmoji(chosen[0]?.text ?? "");
  input.placeholder = multi && chosen.length ? "" : placeholder;
}

function remove(state, choice) {
  choose(state, without(state.chosen, choice));
  // The × that had the focus is gone.
  state.input.focus();
}
