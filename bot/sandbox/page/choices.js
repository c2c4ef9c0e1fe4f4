// Draws radio buttons and checkboxes.

import { h } from "./dom.js";
import { textNodes } from "./text.js";

let groups = 0;

export function radioButtons(element, context) {
  const value = context.value();
  return group(
    element,
    context,
    "radio",
    (option) => option.value === value,
    (chosen) => chosen[0] ?? null,
  );
}

export function checkboxes(element, context) {
  const value = context.value();
  return group(
    element,
    context,
    "checkbox",
    (option) => value.includes(option.value),
    (chosen) => chosen,
  );
}

function group(element, context, type, isOn, toValue) {
  const { "data-testid": testid, id, ...aria } = context.attributes;
  // The message of a thread is drawn twice: the two copies must not share one radio group.
  const name = `choice-${(groups += 1)}`;
  const boxes = element.options.map((option) => {
    const box = h("input", {
      type,
      name,
      value: option.value,
      checked: isOn(option),
      "data-testid": `${testid}-${option.value}`,
    });
    box.addEventListener("change", () =>
      context.change(toValue(boxes.filter((each) => each.checked).map((each) => each.value))),
    );
    return box;
  });
  const role = type === "radio" ? "radiogroup" : "group";
  return h(
    "div",
    { ...aria, id, role, class: "choices", "data-testid": testid },
    element.options.map((option, index) => choice(option, boxes[index])),
  );
}

function choice(option, box) {
  const description = option.description && h("small", {}, ...textNodes(option.description));
  return h("label", { class: "choice" }, box, h("span", {}, ...textNodes(option.text), description));
}
