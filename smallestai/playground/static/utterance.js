// A text that is spoken: its audio, and when each of its words is heard.

import { LOST, openLine } from "./line.js";
import { Player } from "./player.js";

export class Utterance {
  #on;
  #line;
  #ended = false;
  #complete = false;
  #began = performance.now();

  /** `on` has `started()`, `word(word)`, `audio(seconds)` and `end(error)`. */
  constructor(wish, on) {
    this.#on = on;
    this.player = null;
    this.words = [];
    this.latency = null; // seconds from asking to the first audio
    this.length = 0; // seconds of audio
    this.#line = openLine("speech", wish, {
      text: (event) => this.#receive(event),
      samples: (samples) => this.#play(samples),
      end: () => this.#complete || this.end(LOST),
    });
  }

  /** Which word is being heard: its position among `words`, or -1 before the first. */
  get now() {
    const position = this.player?.position ?? 0;
    return this.words.findLastIndex((word) => word.start <= position && position > 0);
  }

  end(error = null) {
    if (this.#ended) return;
    this.#ended = true;
    this.#line.close();
    this.player?.close();
    this.#on.end(error);
  }

  #receive(event) {
    if (event.type === "failed") return this.end(event.message);
    if (event.type === "started") {
      this.player = new Player(event.rate, () => this.#complete && this.end());
      this.#on.started();
    } else if (event.type === "word") {
      this.words.push(event);
      this.#on.word(event);
    } else if (event.type === "complete") {
      this.#complete = true;
      if (!this.player.ahead) this.end();
    }
  }

  #play(samples) {
    this.latency ??= (performance.now() - this.#began) / 1000;
    this.player.play(samples);
    const seconds = samples.byteLength / 2 / this.player.rate;
    this.length += seconds;
    this.#on.audio(seconds);
  }
}
