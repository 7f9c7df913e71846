/** Emoji between bars: a character, then its names. The ones an incident channel needs, not all there are. */
export const NAMES = `
👍 thumbsup +1 | 👎 thumbsdown -1 | ✅ white_check_mark | ✔️ heavy_check_mark | ☑️ ballot_box_with_check | ❌ x
❎ negative_squared_cross_mark | ⚠️ warning | 🚨 rotating_light | 🔥 fire | 🧯 fire_extinguisher | 🚒 fire_engine
🧑‍🚒 firefighter | 👀 eyes | 🎉 tada | 🙏 pray | 👏 clap | 🙌 raised_hands | 💯 100 | ❤️ heart | 💔 broken_heart
🧡 orange_heart | 💛 yellow_heart | 💚 green_heart | 💙 blue_heart | 💜 purple_heart | 🖤 black_heart | 😀 grinning
😄 smile | 😁 grin | 😂 joy | 🤣 rolling_on_the_floor_laughing rofl | 🙂 slightly_smiling_face | 😉 wink | 😊 blush
😅 sweat_smile | 😬 grimacing | 😐 neutral_face | 😕 confused | 🤔 thinking_face thinking | 😮 open_mouth | 😱 scream
😢 cry | 😭 sob | 😡 rage | 😤 triumph | 😴 sleeping | 🥱 yawning_face | 😎 sunglasses | 🤯 exploding_head
🫠 melting_face | 🫡 saluting_face | 🤷 shrug | 🤦 face_palm facepalm | 🤖 robot_face | 👻 ghost | 💀 skull | 👋 wave
✋ hand raised_hand | 🖐️ raised_hand_with_fingers_splayed | 👉 point_right | 👈 point_left | 👆 point_up_2
👇 point_down | 💪 muscle | 🤝 handshake | ✍️ writing_hand | 🧠 brain | 👤 bust_in_silhouette
👥 busts_in_silhouette | 🧑‍🚀 astronaut | 🧑‍✈️ pilot | 🧑‍💻 technologist | 👷 construction_worker
🕵️ sleuth_or_spy detective | 👮 cop | 🫅 person_with_crown | 👑 crown | 🎩 tophat | 🪖 military_helmet
⛑️ helmet_with_white_cross | 🧭 compass | 🚀 rocket | ✈️ airplane | 🚑 ambulance | 🚓 police_car | 🚧 construction
🚦 vertical_traffic_light | 🛑 octagonal_sign stop_sign | ⛔ no_entry | 🚫 no_entry_sign | 🔴 red_circle
🟠 large_orange_circle | 🟡 large_yellow_circle | 🟢 large_green_circle | 🔵 large_blue_circle
🟣 large_purple_circle | 🟤 large_brown_circle | ⚪ white_circle | ⚫ black_circle | 🟥 large_red_square
🟧 large_orange_square | 🟨 large_yellow_square | 🟩 large_green_square | 🟦 large_blue_square
⬜ white_large_square | ⬛ black_large_square | 🔶 large_orange_diamond | 🔷 large_blue_diamond
🔺 small_red_triangle | 🔻 small_red_triangle_down | ❗ exclamation heavy_exclamation_mark | ❓ question
‼️ bangbang | ⭐ star | 🌟 star2 | ✨ sparkles | ⚡ zap | 💥 boom collision | 🌊 ocean | ☁️ cloud
☔ umbrella_with_rain_drops | ❄️ snowflake | ☀️ sunny | 🌙 crescent_moon | 🌈 rainbow | 🌱 seedling
🌳 deciduous_tree | 🐛 bug | 🐢 turtle | 🐇 rabbit2 | 🐘 elephant | 🐙 octopus | 🦀 crab | 🦆 duck | ☕ coffee
🍕 pizza | 🍪 cookie | 🎂 birthday | 🍀 four_leaf_clover | 🏆 trophy | 🥇 first_place_medal | 🎯 dart | 🎲 game_die
🧩 jigsaw | 🎭 performing_arts | 🎬 clapper | 📌 pushpin | 📍 round_pushpin | 📎 paperclip | 🔗 link | 📝 memo pencil
✏️ pencil2 | 📄 page_facing_up | 📃 page_with_curl | 📋 clipboard | 📑 bookmark_tabs | 🔖 bookmark | 📚 books
📖 book open_book | 📓 notebook | 🗒️ spiral_note_pad | 📅 date | 📆 calendar | 🗓️ spiral_calendar_pad
📊 bar_chart | 📈 chart_with_upwards_trend | 📉 chart_with_downwards_trend | 📣 mega | 📢 loudspeaker | 🔔 bell
🔕 no_bell | 📟 pager | 📞 telephone_receiver | ☎️ phone telephone | 📱 iphone | 💬 speech_balloon
💭 thought_balloon | 🗯️ right_anger_bubble | 📧 e-mail email | ✉️ envelope | 📨 incoming_envelope | 📥 inbox_tray
📤 outbox_tray | 📦 package | 🗃️ card_file_box | 🗄️ file_cabinet | 🗑️ wastebasket | 📁 file_folder
📂 open_file_folder | 💾 floppy_disk | 💿 cd | 🖥️ desktop_computer | 💻 computer | ⌨️ keyboard | 🖨️ printer
🔌 electric_plug | 🔋 battery | 💡 bulb | 🔦 flashlight | 🕯️ candle | 🔧 wrench | 🔨 hammer | 🛠️ hammer_and_wrench
⚙️ gear | 🔩 nut_and_bolt | ⚖️ scales | 🧪 test_tube | 🔬 microscope | 🔭 telescope | 🩺 stethoscope
🩹 adhesive_bandage | 💊 pill | 🔍 mag | 🔎 mag_right | 🔒 lock | 🔓 unlock | 🔑 key | 🛡️ shield
🧱 bricks bricks_wall | 🪜 ladder | 🪝 hook | ⚓ anchor | 🛟 ring_buoy | ⏰ alarm_clock | ⏱️ stopwatch
⏲️ timer_clock | ⌛ hourglass | ⏳ hourglass_flowing_sand | 🕐 clock1 | 🕒 clock3 | ⌚ watch | ▶️ arrow_forward
⏸️ double_vertical_bar pause_button | ⏹️ black_square_for_stop stop_button
⏺️ black_circle_for_record record_button
⏭️ black_right_pointing_double_triangle_with_vertical_bar next_track_button | ⏩ fast_forward | ⏪ rewind
🔁 repeat | 🔄 arrows_counterclockwise | ↩️ leftwards_arrow_with_hook | ↪️ arrow_right_hook | ➡️ arrow_right
⬅️ arrow_left | ⬆️ arrow_up | ⬇️ arrow_down | ↗️ arrow_upper_right | ↘️ arrow_lower_right | ➕ heavy_plus_sign
➖ heavy_minus_sign | ✖️ heavy_multiplication_x | ℹ️ information_source | 🆕 new | 🆗 ok | 👌 ok_hand | 🆘 sos
🏁 checkered_flag | 🚩 triangular_flag_on_post | 🏳️ waving_white_flag white_flag | 🏴 black_flag | 🏠 house
🏢 office | 🏥 hospital | 🏦 bank | 🏗️ building_construction | 🌍 earth_africa | 🌐 globe_with_meridians
🗺️ world_map | 🧵 thread | 🔇 mute | 0️⃣ zero | 1️⃣ one | 2️⃣ two | 3️⃣ three | 4️⃣ four | 5️⃣ five | 6️⃣ six
7️⃣ seven | 8️⃣ eight | 9️⃣ nine | 🔟 keycap_ten | #️⃣ hash | 🅰️ a | 🅱️ b
`;
