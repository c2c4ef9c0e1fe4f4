// Draws a block element by its type; buttons and overflow menus live here, inputs in modules of their own.

import { h } from "./dom.js";
import { checkboxes, radioButtons } from "./choices.js";
import { icon } from "./icons.js";
import { datePicker, dateTimePicker, textInput, timePicker } from "./inputs.js";
import { openMenu } from "./menus.js";
import { selectElement } from "./selects.js";
import { plainText } from "./text.js";
import { isSelect } from "./values.js";

const DRAW = {
  button,
  workflow_button: button,
  icon_button: button,
  overflow,
  image: imageElement,
  plain_text_input: textInput,
  rich_text_input: textInput,
  email_text_input: textInput,
  url_text_input: textInput,
  number_input: textInput,
  datepicker: datePicker,
  timepicker: timePicker,
  datetimepicker: dateTimePicker,
  radio_buttons: radioButtons,
  checkboxes,
  file_input: () => h("p", { class: "unknown" }, "Files cannot be added in this workspace."),
};

/** The node for an element; `context` holds its value and does what the person asks (see blocks.js). */
export function drawElement(element, context) {
  const draw = DRAW[element.type] ?? (isSelect(element.type) ? selectElement : unknown);
  return draw(element, context);
}

function unknown(element) {
  return h("span", { class: "unknown" }, `This page cannot show “${element.type}”.`);
}

function button(element, context) {
  const label = plainText(element.text);
  const node = h(
    "button",
    {
      type: "button",
      class: `button ${element.style ?? ""}`,
      "aria-label": element.accessibility_label,
      "data-testid": `action-${element.action_id}`,
    },
    label,
  );
  node.addEventListener("click", () => {
    if (element.url) window.open(element.url, "_blank", "noopener");
    whileBusy(node, context.act());
  });
  return node;
}

/** Show that a click is under way; the message or view usually replaces the button before this ends. */
async function whileBusy(node, done) {
  node.setAttribute("aria-busy", "true");
  const taken = await done;
  node.removeAttribute("aria-busy");
  if (!taken) return;
  node.classList.add("taken");
  setTimeout(() => node.classList.remove("taken"), 600);
}

function overflow(element, context) {
  const node = h(
    "button",
    {
      type: "button",
      class: "button overflow",
      "aria-label": "More actions",
      "aria-haspopup": "menu",
      "data-testid": `action-${element.action_id}`,
    },
    icon("more"),
  );
  const items = element.options.map((option) => ({
    label: plainText(option.text),
    hint: plainText(option.description),
    choose: () => context.act(option.value),
  }));
  node.addEventListener("click", () => openMenu(node, "More actions", items));
  return node;
}

/** Pictures are never loaded: their description stands for them. */
export function imageElement(element) {
  return h(
    "span",
    { class: "picture", role: "img", "aria-label": element.alt_text },
    "Image: ",
    element.alt_text,
  );
}
