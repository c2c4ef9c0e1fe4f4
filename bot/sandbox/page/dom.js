// Builds and updates DOM nodes; text always goes in as text nodes, never as markup.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "tabIndex"]);

/** Make an element; attributes named `on…` are listeners, and empty attributes and children are left out. */
export function h(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) setAttribute(node, name, value);
  node.append(...children.flat(Infinity).filter(isShown));
  return node;
}

function setAttribute(node, name, value) {
  if (value === null || value === undefined) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else if (value !== false) node.setAttribute(name, value === true ? "" : value);
}

function isShown(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}

/** Join class names, leaving out those that do not apply. */
export function classes(...names) {
  return names.filter(Boolean).join(" ");
}

/** Replace everything inside a node. */
export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter(isShown));
}

const signatures = new WeakMap();

/**
 * Make `parent` show `items` in order, drawing only what is new or changed.
 *
 * A node that stays is never moved or rebuilt, so focus, open lists and half-typed text survive a live update.
 */
export function reconcile(parent, items, { key, signature = JSON.stringify, draw }) {
  const before = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const restoreFocus = rememberFocus(parent);
  const nodes = items.map((item) => {
    const name = key(item);
    const mark = signature(item);
    const old = before.get(name);
    if (old && signatures.get(old) === mark) return old;
    const node = draw(item);
    node.dataset.key = name;
    signatures.set(node, mark);
    return node;
  });
  arrange(parent, nodes);
  restoreFocus();
}

function arrange(parent, nodes) {
  const kept = new Set(nodes);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
}

function rememberFocus(parent) {
  const focused = document.activeElement;
  if (!focused || !parent.contains(focused)) return () => {};
  const owner = focused.closest("[data-key]")?.dataset.key;
  const name = focused.dataset.testid;
  const [start, end] = [focused.selectionStart, focused.selectionEnd];
  return () => {
    if (document.contains(focused)) return;
    const heir = [...parent.querySelectorAll("[data-key]")].find((node) => node.dataset.key === owner);
    const target = name ? heir?.querySelector(`[data-testid="${CSS.escape(name)}"]`) : heir;
    target?.focus({ preventScroll: true });
    if (typeof start === "number" && target?.setSelectionRange) target.setSelectionRange(start, end);
  };
}
