// Prints blocks.schema.json: Slack's own types of blocks and views, with the limits that their comments state.
import { createGenerator } from 'ts-json-schema-generator';

const COMMENT = 'Generated from npm @slack/types (MIT, blocks.schema.LICENSE) by make block-schema. Do not edit.';
const TEXTS = ['PlainTextElement', 'MrkdwnElement', 'TextObject'].map((name) => `#/definitions/${name}`);
const LENGTH = /(?:max(?:imum)? length[^.]*? (?:is|of)|limit) ([\d,]+)/i;
const LENGTH_OF_EACH = /length for the text in each item is ([\d,]+)/i;
const COUNT = /max(?:imum)?(?: number of [a-z ]+ is| of)? ([\d,]+)/i;

const stated = (limit, words = '') => {
  const found = limit.exec(words.replace(/\s+/g, ' '));
  return found && Number(found[1].replace(',', ''));
};
const isText = ({ $ref, anyOf }) => TEXTS.includes($ref) || Boolean(anyOf?.every(isText));
const withText = (schema, maxLength) => ({ allOf: [schema, { properties: { text: { maxLength } } }] });

/** The same schema, in which the limits of its comment stand as a machine reads them. */
function limited({ description, ...schema }) {
  const length = stated(LENGTH, description);
  if (schema.type === 'string' && length && !schema.const) return { ...schema, maxLength: length };
  if (isText(schema) && length) return withText(schema, length);
  if (schema.type !== 'array') return schema;
  const [each, count] = [stated(LENGTH_OF_EACH, description), stated(COUNT, description?.replace(LENGTH_OF_EACH, ''))];
  const items = each && isText(schema.items) ? withText(schema.items, each) : schema.items;
  return { ...schema, items, ...(count && { maxItems: count }) };
}

function everywhere(value) {
  if (Array.isArray(value)) return value.map(everywhere);
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everywhere(each)]));
  // A property may itself be called description; the comment is the one that is a text.
  return typeof value.description === 'object' ? inner : limited(inner);
}

const path = new URL('surfaces.ts', import.meta.url).pathname;
const types = createGenerator({ path, type: '*', expose: 'export', jsDoc: 'basic' });
const { $schema, definitions } = types.createSchema('*');
const byName = ([one], [other]) => (one < other ? -1 : 1);
const sorted = Object.fromEntries(Object.entries(everywhere(definitions)).sort(byName));
console.log(JSON.stringify({ $schema, $comment: COMMENT, definitions: sorted }, null, 1));
