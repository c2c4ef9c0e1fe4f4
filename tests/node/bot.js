// A bot on Slack's official client for Node, as its documentation writes one. The tests act as people towards it.
// With SLACK_APP_TOKEN it connects by Socket Mode, else it listens for signed HTTP.
import { App, HTTPReceiver, LogLevel, SocketModeReceiver } from '@slack/bolt';

const { SLACK_API_URL, SLACK_APP_TOKEN, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET } = process.env;
const clientOptions = { slackApiUrl: SLACK_API_URL };
const bySocket = () => new SocketModeReceiver({
  appToken: SLACK_APP_TOKEN,
  installerOptions: { clientOptions },
  clientPingTimeout: 200, // So long it waits, too, before it connects anew: nobody wants to wait for 5 s in a test.
  logLevel: LogLevel.WARN,
});
const byHttp = () => new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET, logLevel: LogLevel.WARN });

const app = new App({
  token: SLACK_BOT_TOKEN,
  receiver: SLACK_APP_TOKEN ? bySocket() : byHttp(),
  clientOptions,
  logLevel: LogLevel.WARN,
});

const text = (words) => ({ type: 'plain_text', text: words });
const said = (words) => ({ type: 'section', text: { type: 'mrkdwn', text: words } });
const DISHES = ['Pancakes', 'Pasta', 'Soup'];
const option = (dish) => ({ text: text(dish), value: dish.toLowerCase() });
const ORDER = {
  type: 'modal', callback_id: 'order', title: text('Order lunch'), submit: text('Order'),
  blocks: [
    { type: 'input', block_id: 'who', label: text('Name'), element: { type: 'plain_text_input', action_id: 'who' } },
    { type: 'input', block_id: 'dish', label: text('Dish'),
      element: { type: 'external_select', action_id: 'dish', min_query_length: 1 } },
  ],
};

app.command('/lunch', async ({ ack, respond, say, command }) => {
  await ack();
  await respond('You have asked the channel.');
  const come = { type: 'button', text: text('I come'), action_id: 'come', value: command.user_id };
  const forget = { type: 'button', text: text('Forget it'), action_id: 'forget' };
  await say({ text: 'Who comes?', blocks: [said('Who comes?'), { type: 'actions', elements: [come, forget] }] });
});

app.action('come', async ({ ack, body, client }) => {
  await ack();
  const { user } = await client.users.info({ user: body.user.id });
  const words = `${user.real_name} comes`;
  await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: words, blocks: [said(words)] });
});

app.action('forget', async ({ ack, respond }) => {
  await ack();
  await respond({ delete_original: true });
});

const opens = async ({ ack, client, body }) => {
  await ack();
  await client.views.open({ trigger_id: body.trigger_id, view: ORDER });
};
app.command('/order', opens);
app.shortcut('order', opens);

app.options('dish', async ({ ack, payload }) => {
  const fits = (dish) => dish.toLowerCase().startsWith(payload.value.toLowerCase());
  await ack({ options: DISHES.filter(fits).map(option) });
});

app.view('order', async ({ ack, body, view, client }) => {
  const { who, dish } = view.state.values;
  if (who.who.value.length < 2) {
    await ack({ response_action: 'errors', errors: { who: 'Write the whole name.' } });
    return;
  }
  await ack();
  const chosen = dish.dish.selected_option.text.text;
  await client.chat.postMessage({ channel: body.user.id, text: `Ordered: ${chosen} for ${who.who.value}` });
});

app.shortcut('quote', async ({ ack, shortcut, say }) => {
  await ack();
  await say({ text: `> ${shortcut.message.text}`, thread_ts: shortcut.message_ts });
});

app.command('/card', async ({ ack, client, command }) => {
  await ack();
  await client.filesUploadV2({ channel_id: command.channel_id, filename: 'card.txt', content: DISHES.join('\n') });
});

app.event('app_home_opened', async ({ event, client }) => {
  await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [said('Today: *Pasta*')] } });
});

app.event('app_mention', async ({ event, say }) => {
  await say({ text: `<@${event.user}> Lunch is at noon.`, thread_ts: event.ts });
});

app.message('hungry', async ({ message, say }) => say({ markdown_text: `**So am I**, <@${message.user}>.` }));

const server = await app.start({ port: 0, host: '127.0.0.1' });
console.log(SLACK_APP_TOKEN ? 'connected' : `listening on ${server.address().port}`);
