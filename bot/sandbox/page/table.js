// Draws `table` and `data_table` blocks.

import { h } from "./dom.js";
import { richText } from "./richtext.js";

/** The first row is the head, as Slack shows it. */
export function table({ rows, column_settings: columns = [], caption }) {
  const [head, ...body] = rows;
  const title = caption && h("caption", {}, typeof caption === "string" ? caption : caption.text);
  return h(
    "div",
    { class: "table-scroll" },
    h(
      "table",
      { class: "grid" },
      title,
      h("thead", {}, row(head, columns, "th")),
      h(
        "tbody",
        {},
        body.map((cells) => row(cells, columns, "td")),
      ),
    ),
  );
}

function row(cells, columns, tag) {
  return h(
    "tr",
    {},
    cells.map((cell, index) => h(tag, { class: columns[index]?.align }, cellNodes(cell))),
  );
}

function cellNodes(cell) {
  if (cell.type === "rich_text") return richText(cell);
  return [String(cell.text ?? cell.value ?? "")];
}
