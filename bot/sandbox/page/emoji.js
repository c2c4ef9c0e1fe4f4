// Knows the emoji behind the short codes that are common in a desk's messages.

const TABLE = `
red_circle 🔴 large_blue_circle 🔵 blue_circle 🔵 large_green_circle 🟢 green_circle 🟢 large_yellow_circle 🟡
yellow_circle 🟡 large_orange_circle 🟠 orange_circle 🟠 large_purple_circle 🟣 purple_circle 🟣 brown_circle 🟤
large_brown_circle 🟤 black_circle ⚫ white_circle ⚪ red_square 🟥 large_blue_square 🟦 large_green_square 🟩
large_yellow_square 🟨 large_orange_square 🟧 large_purple_square 🟪 black_large_square ⬛ white_large_square ⬜ black_square_button 🔲 white_square_button 🔳
small_blue_diamond 🔹 large_blue_diamond 🔷 small_orange_diamond 🔸 large_orange_diamond 🔶
white_check_mark ✅ heavy_check_mark ✔️ ballot_box_with_check ☑️ x ❌ negative_squared_cross_mark ❎ no_entry ⛔
no_entry_sign 🚫 heavy_multiplication_x ✖️ rotating_light 🚨 bell 🔔 no_bell 🔕 warning ⚠️ exclamation ❗
heavy_exclamation_mark ❗ bangbang ‼️ question ❓ grey_question ❔ information_source ℹ️ sos 🆘 fire 🔥 boom 💥 zap ⚡
alarm_clock ⏰ stopwatch ⏱️ timer_clock ⏲️ hourglass ⌛ hourglass_flowing_sand ⏳ clock1 🕐 clock3 🕒 clock9 🕘 watch ⌚
zzz 💤 calendar 📆 date 📅 spiral_calendar_pad 🗓️ memo 📝 pencil 📝 pencil2 ✏️ page_facing_up 📄 clipboard 📋
file_folder 📁 open_file_folder 📂 card_index_dividers 🗂️ card_file_box 🗃️ inbox_tray 📥 outbox_tray 📤 package 📦 email 📧
envelope ✉️ incoming_envelope 📨 envelope_with_arrow 📩 telephone ☎️ phone ☎️ telephone_receiver 📞 pager 📟 fax 📠
speech_balloon 💬 loudspeaker 📢 mega 📣 mag 🔍 mag_right 🔎 lock 🔒 unlock 🔓 key 🔑 link 🔗 paperclip 📎 pushpin 📌
round_pushpin 📍 triangular_flag_on_post 🚩 checkered_flag 🏁 globe_with_meridians 🌐 earth_americas 🌎 earth_africa 🌍
earth_asia 🌏 world_map 🗺️ airplane ✈️ ship 🚢 passport_control 🛂 customs 🛃 house 🏠 office 🏢 hospital 🏥 bank 🏦
classical_building 🏛️ police_car 🚓 cop 👮 detective 🕵️ shield 🛡️ scales ⚖️ bust_in_silhouette 👤 busts_in_silhouette 👥
child 🧒 family 👪 eyes 👀 eye 👁️ wave 👋 raised_hand ✋ hand ✋ point_right 👉 point_left 👈 point_up ☝️ point_down 👇
thumbsup 👍 +1 👍 thumbsdown 👎 -1 👎 clap 👏 pray 🙏 handshake 🤝 muscle 💪 ok_hand 👌 tada 🎉 sparkles ✨ star ⭐
star2 🌟 bulb 💡 wrench 🔧 hammer_and_wrench 🛠️ gear ⚙️ broom 🧹 wastebasket 🗑️ recycle ♻️ repeat 🔁
arrows_counterclockwise 🔄 arrow_right ➡️ arrow_left ⬅️ arrow_up ⬆️ arrow_down ⬇️ arrow_upper_right ↗️
leftwards_arrow_with_hook ↩️ arrow_right_hook ↪️ fast_forward ⏩ rewind ⏪ arrow_forward ▶️ black_square_for_stop ⏹️
double_vertical_bar ⏸️ heavy_plus_sign ➕ heavy_minus_sign ➖ hash #️⃣ one 1️⃣ two 2️⃣ three 3️⃣ four 4️⃣ five 5️⃣
six 6️⃣ seven 7️⃣ eight 8️⃣ nine 9️⃣ keycap_ten 🔟 new 🆕 up 🆙 free 🆓 ok 🆗 bar_chart 📊 chart_with_upwards_trend 📈
chart_with_downwards_trend 📉 newspaper 📰 books 📚 book 📖 label 🏷️ id 🆔 moon 🌔 crescent_moon 🌙 sunny ☀️ sunrise 🌅
cloud ☁️ coffee ☕ robot_face 🤖 smile 😄 slightly_smiling_face 🙂 grinning 😀 thinking_face 🤔 worried 😟 heart ❤️
blue_heart 💙 100 💯 seedling 🌱 ghost 👻 construction 🚧 radio_button 🔘 small_red_triangle 🔺 small_red_triangle_down 🔻
us 🇺🇸 flag-us 🇺🇸 flag-fr 🇫🇷 flag-de 🇩🇪 flag-gb 🇬🇧 flag-ca 🇨🇦 flag-mx 🇲🇽 un 🇺🇳 flag-un 🇺🇳`;

const WORDS = TABLE.trim().split(/\s+/);
const EMOJI = new Map();
for (let index = 0; index < WORDS.length; index += 2) EMOJI.set(WORDS[index], WORDS[index + 1]);

const CODE = /:([a-z0-9_+-]+):(?::skin-tone-[2-6]:)?/g;

/** The emoji for a short code, or undefined. */
export const emoji = (name) => EMOJI.get(name);

/** Replace every known short code in plain text. */
export function withEmoji(text) {
  return text.replace(CODE, (whole, name) => EMOJI.get(name) ?? whole);
}
