// Plays samples as they come, without a gap: each piece begins where the one before it ends.

const LEAD = 0.04; // seconds before the first piece, so that the next one is there in time
const FADE = 0.008; // seconds to fall silent in, without a click

export class Player {
  #context;
  #gain;
  #cursor = 0; // when the last piece ends, by the clock of the context
  #sources = new Set();
  #scheduled = 0; // seconds handed over, without those that were cut

  /** Plays 16-bit samples at this rate; `onQuiet` is called when nothing is left to play. */
  constructor(rate, onQuiet = () => {}) {
    this.#context = new AudioContext({ sampleRate: rate, latencyHint: "interactive" });
    this.#context.resume();
    this.analyser = this.#context.createAnalyser();
    this.analyser.connect(this.#context.destination);
    this.#gain = this.#output();
    this.onQuiet = onQuiet;
    this.rate = rate;
    this.pieces = 0;
    this.flushes = 0;
  }

  /** Seconds that are still to be heard. */
  get ahead() {
    return Math.max(0, this.#cursor - this.#context.currentTime);
  }

  /** Seconds that were heard, counted in samples. */
  get position() {
    const late = this.#context.outputLatency || 0;
    return Math.max(0, Math.min(this.#scheduled, this.#scheduled - this.ahead - late));
  }

  play(buffer) {
    const samples = new Int16Array(buffer);
    const audio = this.#context.createBuffer(1, samples.length, this.rate);
    const channel = audio.getChannelData(0);
    for (let at = 0; at < samples.length; at++) channel[at] = samples[at] / 32768;
    if (this.ahead === 0) this.#cursor = this.#context.currentTime + LEAD;
    const source = new AudioBufferSourceNode(this.#context, { buffer: audio });
    source.connect(this.#gain);
    source.start(this.#cursor);
    this.#sources.add(source);
    source.onended = () => this.#end(source);
    this.#cursor += audio.duration;
    this.#scheduled += audio.duration;
    this.pieces += 1;
  }

  /** Falls silent at once; returns the seconds that nobody will hear. */
  flush() {
    const cut = Math.min(this.ahead, this.#scheduled);
    const now = this.#context.currentTime;
    this.#gain.gain.setValueAtTime(1, now);
    this.#gain.gain.linearRampToValueAtTime(0, now + FADE);
    for (const source of this.#sources) source.stop(now + FADE);
    this.#gain = this.#output(); // for what follows
    this.#cursor = now;
    this.#scheduled -= cut;
    if (cut > 0) this.flushes += 1;
    return cut;
  }

  close() {
    for (const source of this.#sources) source.onended = null;
    this.#context.close();
  }

  #end(source) {
    source.disconnect();
    this.#sources.delete(source);
    if (this.#sources.size === 0) this.onQuiet();
  }

  #output() {
    const gain = this.#context.createGain();
    gain.connect(this.analyser);
    return gain;
  }
}
