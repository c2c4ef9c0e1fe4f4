// Writes times the way Slack does: message times, day dividers and the <!date^…> tokens.

import { deskNow } from "./clock.js";

const LOCALE = "en-US";
const DAY_MS = 86_400_000;

export const fromTs = (ts) => new Date(Number(ts) * 1000);

const format = (date, options) => date.toLocaleString(LOCALE, options);
export const clockTime = (date) => format(date, { hour: "numeric", minute: "2-digit" });
export const fullTime = (date) => format(date, { dateStyle: "full", timeStyle: "long" });

const dayNumber = (date) => Math.floor((date.getTime() - date.getTimezoneOffset() * 60_000) / DAY_MS);
const daysAway = (date) => dayNumber(date) - dayNumber(deskNow());
const NEAR_DAYS = { "-1": "Yesterday", 0: "Today", 1: "Tomorrow" };

/** The words on a day divider: Today, Yesterday, or the date. */
export function dayLabel(date) {
  return NEAR_DAYS[daysAway(date)] ?? longDate(date, { weekday: "long" });
}

function longDate(date, extra) {
  const year = date.getFullYear() === deskNow().getFullYear() ? {} : { year: "numeric" };
  return format(date, { month: "long", day: "numeric", ...year, ...extra });
}

const near = (date, otherwise) => NEAR_DAYS[daysAway(date)]?.toLowerCase() ?? otherwise(date);
const long = (date) => format(date, { weekday: "long", month: "long", day: "numeric", year: "numeric" });
const short = (date) => format(date, { month: "short", day: "numeric", year: "numeric" });
const plain = (date) => format(date, { month: "long", day: "numeric", year: "numeric" });

const TOKENS = {
  date: plain,
  date_num: (date) => new Date(date - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
  date_slash: (date) => format(date, { month: "2-digit", day: "2-digit", year: "numeric" }),
  date_long: long,
  date_long_full: long,
  date_long_pretty: (date) => near(date, long),
  date_pretty: (date) => near(date, plain),
  date_short: short,
  date_short_pretty: (date) => near(date, short),
  day_divider_pretty: (date) => near(date, (each) => longDate(each, { weekday: "long" })),
  time: clockTime,
  time_secs: (date) => format(date, { hour: "numeric", minute: "2-digit", second: "2-digit" }),
  ago,
};

/** Fill a Slack date pattern such as "{date_short_pretty} at {time}" for seconds since 1970. */
export function slackDate(seconds, pattern, fallback) {
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return fallback ?? pattern;
  const text = pattern.replace(/\{(\w+)\}/g, (whole, token) => TOKENS[token]?.(date) ?? whole);
  return /^\{\w*pretty\}/.test(pattern) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

const STEPS = [
  [60, "second"],
  [60, "minute"],
  [24, "hour"],
  [Infinity, "day"],
];

/** "5 minutes ago", "in 2 hours"; rounds towards now. */
function ago(date) {
  let amount = (date - deskNow()) / 1000;
  for (const [size, unit] of STEPS) {
    if (Math.abs(amount) < size) return new Intl.RelativeTimeFormat(LOCALE).format(Math.trunc(amount), unit);
    amount /= size;
  }
  return "";
}
