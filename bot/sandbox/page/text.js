// Draws Slack's text objects: plain_text with emoji, or mrkdwn.

import { withEmoji } from "./emoji.js";
import { mrkdwn } from "./mrkdwn.js";

/** The nodes for a text object; a missing one gives nothing. */
export function textNodes(text) {
  if (!text) return [];
  if (typeof text === "string") return [text];
  return text.type === "mrkdwn" ? mrkdwn(text.text) : [plainText(text)];
}

/** A text object as a string, for labels and placeholders. */
export function plainText(text) {
  if (!text) return "";
  if (typeof text === "string") return text;
  return text.emoji === false ? text.text : withEmoji(text.text);
}
