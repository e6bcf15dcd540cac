// The page: what its pickers offer, and its two panels.

import { Log } from "./log.js";
import { SpeakPanel } from "./speak.js";
import { TalkPanel } from "./talk.js";

const $ = (id) => document.getElementById(id);

async function ask(path) {
  const reply = await fetch(path);
  const value = await reply.json();
  if (!reply.ok) throw new Error(value.message);
  return value;
}

const log = new Log($("log"), $("clear"));
const about = await ask("about");
$("service").textContent = about.offline ? "sandbox" : about.service;
$("service").hidden = false;
const talk = new TalkPanel(log, about);
const speak = new SpeakPanel(log);
window.playground = { talk, speak }; // for whoever looks from the console, and for tests
try {
  speak.offer(await ask("voices"));
} catch (error) {
  speak.fail(`The voices cannot be listed: ${error.message}`);
}
document.documentElement.dataset.ready = "";
