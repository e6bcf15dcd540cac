// In the audio thread: blocks of 20 ms, 16-bit, at the rate the service wants.

import { Resampler } from "./resampler.js";

const RATE = 16000;
const BLOCK = 320;

class Blocks extends AudioWorkletProcessor {
  #resampler = new Resampler(sampleRate, RATE);
  #block = new Int16Array(BLOCK);
  #filled = 0;

  process([input]) {
    if (input.length === 0) return true; // the microphone has not begun
    for (const sample of this.#resampler.feed(input[0])) {
      this.#block[this.#filled++] = Math.max(-1, Math.min(1, sample)) * 32767;
      if (this.#filled === BLOCK) {
        this.port.postMessage(this.#block.buffer, [this.#block.buffer]);
        this.#block = new Int16Array(BLOCK);
        this.#filled = 0;
      }
    }
    return true;
  }
}

registerProcessor("blocks", Blocks);
