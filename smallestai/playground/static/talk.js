// The panel to talk in.

import { Conversation } from "./conversation.js";
import { Scope } from "./scope.js";

const $ = (id) => document.getElementById(id);
const LIVE = new Set(["listening", "hearing you", "thinking", "answering"]);
const SETTINGS = ["talk-model", "talk-voice", "talk-instructions", "talk-first"];

export class TalkPanel {
  #log;
  #models;

  constructor(log, { models, model }) {
    this.#log = log;
    this.#models = models;
    this.conversation = null;
    this.you = new Scope($("you-scope"), $("you-level"));
    this.model = new Scope($("model-scope"), $("model-level"));
    $("talk-model").replaceChildren(...Object.keys(models).map((name) => new Option(name, name, name === model, name === model)));
    $("talk-model").addEventListener("change", () => this.#fillVoices());
    $("talk-form").addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.conversation) this.conversation.end();
      else this.#connect();
    });
    $("mute").addEventListener("click", () => this.mute());
    $("interrupt").addEventListener("click", () => this.interrupt());
    addEventListener("keydown", (event) => this.#press(event));
    setInterval(() => this.#showFacts(), 200);
    this.#fillVoices();
  }

  mute() {
    if (!this.conversation) return;
    this.conversation.muted = !this.conversation.muted;
    this.#log.add(this.conversation.muted ? "muted" : "unmuted");
    this.#showMute(this.conversation.muted);
  }

  interrupt() {
    this.conversation?.interrupt();
  }

  #connect() {
    this.#fail(null);
    const conversation = new Conversation({
      state: (name) => this.#state(name, LIVE.has(name) ? "live" : "busy"),
      event: (event) => this.#log.add(event.type, detailOf(event)),
      audio: (seconds, reply) => this.#log.count("response.output_audio.delta", reply, seconds),
      devices: () => this.#attach(conversation),
      end: (error) => this.#end(error),
    });
    this.conversation = conversation;
    this.#showConnected(true);
    conversation.open({
      model: $("talk-model").value,
      voice: $("talk-voice").value || null,
      instructions: $("talk-instructions").value.trim() || null,
      speak_first: $("talk-first").checked,
    });
  }

  #attach({ microphone, player }) {
    this.you.attach(microphone.analyser);
    this.model.attach(player.analyser);
    $("talk-rate").textContent = `${player.rate} Hz`;
  }

  #end(error) {
    this.#showFacts();
    this.conversation = null;
    this.you.attach(null);
    this.model.attach(null);
    this.#showConnected(false);
    this.#showMute(false);
    this.#state(error ? "failed" : "not connected", error ? "failed" : "idle");
    this.#log.add(error ? "failed" : "ended", error ?? "");
    this.#fail(error);
  }

  #state(name, kind) {
    $("talk-state").textContent = name;
    $("talk-state").dataset.state = kind;
  }

  #fail(message) {
    $("talk-error").hidden = !message;
    $("talk-error").textContent = message ?? "";
  }

  #showConnected(is) {
    $("connect").textContent = is ? "End" : "Connect";
    $("connect").toggleAttribute("data-on", is);
    $("mute").disabled = $("interrupt").disabled = !is;
    for (const id of SETTINGS) $(id).disabled = is;
  }

  #showMute(is) {
    $("mute").setAttribute("aria-pressed", is);
  }

  #showFacts() {
    if (!this.conversation) return;
    const { latency, heard, interruptions } = this.conversation;
    $("talk-latency").textContent = latency === null ? "–" : `${Math.round(latency * 1000)} ms`;
    $("talk-heard").textContent = `${heard.toFixed(1)} s`;
    $("talk-cuts").textContent = interruptions;
  }

  #fillVoices() {
    const names = this.#models[$("talk-model").value];
    $("talk-voice").replaceChildren(new Option("default", ""), ...names.map((name) => new Option(name, name)));
  }

  #press(event) {
    if (event.target.closest("textarea, select, input") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "m" || event.key === "M") this.mute();
    if (event.key === "Escape") this.interrupt();
  }
}

/** Says what is worth knowing of an event. */
function detailOf(event) {
  const { item, response, session, error } = event;
  if (item) return [item.role ?? item.type, item.status].filter(Boolean).join(", ");
  if (response) return [response.status, response.status_details?.reason].filter(Boolean).join(", ");
  if (session?.voice) return `${session.voice}, ${session.output_audio_sample_rate} Hz`;
  if (error) return error.message ?? error.code;
  return event.detail ?? event.message ?? event.reason ?? event.code ?? "";
}
