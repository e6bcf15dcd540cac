// The panel to have a text spoken in.

import { Scope } from "./scope.js";
import { Utterance } from "./utterance.js";
import { Words } from "./words.js";

const $ = (id) => document.getElementById(id);
const FIRST_CHOICE = "meher";

export class SpeakPanel {
  #log;
  #words = new Words($("words"));

  constructor(log) {
    this.#log = log;
    this.utterance = null;
    this.scope = new Scope($("speak-scope"));
    $("speak-speed").addEventListener("input", () => this.#showSpeed());
    $("speak-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#speak();
    });
    $("speak-text").addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) $("speak-form").requestSubmit();
    });
    $("stop").addEventListener("click", () => this.utterance?.end());
    this.#showSpeed();
  }

  /** Offers the voices of the service. */
  offer(voices) {
    const models = [...new Set(voices.map((voice) => voice.model))].sort().reverse();
    const groups = models.map((model) => {
      const group = document.createElement("optgroup");
      group.label = model;
      const own = voices.filter((voice) => voice.model === model);
      group.append(...own.map((voice) => new Option(labelOf(voice), voice.id, false, voice.id === FIRST_CHOICE)));
      return group;
    });
    $("speak-voice").replaceChildren(...groups);
  }

  fail(message) {
    $("speak-error").hidden = !message;
    $("speak-error").textContent = message ?? "";
  }

  #speak() {
    this.utterance?.end();
    this.fail(null);
    const text = $("speak-text").value.trim();
    this.#words.begin(text);
    this.#state("asking", "busy");
    const wish = { text, voice: $("speak-voice").value || FIRST_CHOICE, speed: $("speak-speed").valueAsNumber };
    const utterance = new Utterance(wish, {
      started: () => this.scope.attach(utterance.player.analyser),
      word: (word) => this.#words.add(word),
      audio: (seconds) => this.#heard(utterance, seconds),
      end: (error) => this.#end(utterance, error),
    });
    this.utterance = utterance;
    $("stop").disabled = false;
    this.#log.add("speech asked for", wish.voice);
    this.#follow(utterance);
  }

  /** Marks the word that is heard, for as long as the utterance lasts. */
  #follow(utterance) {
    if (this.utterance !== utterance) return;
    this.#words.mark(utterance.now);
    requestAnimationFrame(() => this.#follow(utterance));
  }

  #heard(utterance, seconds) {
    this.#state("speaking", "live");
    this.#log.count("speech audio", utterance, seconds);
    $("speak-latency").textContent = `${Math.round(utterance.latency * 1000)} ms`;
    $("speak-length").textContent = `${utterance.length.toFixed(1)} s`;
  }

  #end(utterance, error) {
    this.utterance = null;
    this.scope.attach(null);
    this.#words.end();
    $("stop").disabled = true;
    this.#state(error ? "failed" : "ready", error ? "failed" : "idle");
    this.#log.add(error ? "failed" : "speech ended", error ?? `${utterance.words.length} words`);
    this.fail(error);
  }

  #state(name, kind) {
    $("speak-state").textContent = name;
    $("speak-state").dataset.state = kind;
  }

  #showSpeed() {
    $("speak-speed-shown").textContent = $("speak-speed").valueAsNumber.toFixed(1);
  }
}

function labelOf({ name, id, languages, gender }) {
  const traits = [languages?.slice(0, 2).join(", "), gender].filter(Boolean);
  return [name || id, ...traits].join(" · ");
}
