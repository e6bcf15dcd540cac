// Samples at another rate: a low-pass filter (windowed sinc), one set of taps for each phase that
// occurs between two whole rates.

const CROSSINGS = 16; // of zero, on either side of the middle

export class Resampler {
  #from;
  #to;
  #taps;
  #reach;
  #kept;
  #turn = 0; // where the next sample lies beyond #start, in 1/to of a sample
  #start = 0;

  constructor(from, to) {
    this.#from = from;
    this.#to = to;
    const cutoff = Math.min(1, to / from) * 0.94;
    this.#reach = Math.ceil(CROSSINGS / cutoff);
    this.#taps = Array.from({ length: to / divisor(from, to) }, (_, phase) =>
      taps(cutoff, this.#reach, phase / (to / divisor(from, to))),
    );
    this.#kept = new Float32Array(this.#reach - 1); // so that the first sample is the first
  }

  /** Returns what can be told of the samples so far. */
  feed(samples) {
    const all = new Float32Array(this.#kept.length + samples.length);
    all.set(this.#kept);
    all.set(samples, this.#kept.length);
    const out = [];
    const width = 2 * this.#reach;
    while (this.#start + width <= all.length) {
      const filter = this.#taps[(this.#turn * this.#taps.length) / this.#to];
      let sum = 0;
      for (let at = 0; at < width; at++) sum += all[this.#start + at] * filter[at];
      out.push(sum);
      this.#turn += this.#from;
      this.#start += Math.floor(this.#turn / this.#to);
      this.#turn %= this.#to;
    }
    this.#kept = all.slice(this.#start);
    this.#start = Math.max(0, this.#start - all.length);
    return out;
  }
}

function taps(cutoff, reach, fraction) {
  const values = Float64Array.from({ length: 2 * reach }, (_, at) => {
    const distance = at - (reach - 1) - fraction;
    const turn = (Math.PI * distance) / reach;
    const window = Math.abs(distance) > reach ? 0 : 0.42 + 0.5 * Math.cos(turn) + 0.08 * Math.cos(2 * turn);
    return sinc(cutoff * distance) * window;
  });
  const sum = values.reduce((total, value) => total + value);
  return values.map((value) => value / sum);
}

function sinc(x) {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function divisor(a, b) {
  return b === 0 ? a : divisor(b, a % b);
}
