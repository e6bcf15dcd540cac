// Draws what an analyser hears: the loudness of the last seconds, as bars that move to the left.

const STEP = 4; // pixels from bar to bar
const PERIOD = 40; // milliseconds of a bar
const LOWEST = -60; // decibels at the left end of a level

const scopes = new Set();
const dark = matchMedia("(prefers-color-scheme: dark)");
let last = 0;

export class Scope {
  #canvas;
  #level;
  #analyser = null;
  #samples = new Float32Array(2048);
  #bars = [];

  constructor(canvas, level = null) {
    this.#canvas = canvas;
    this.#level = level;
    this.peak = 0; // the largest sample since it was attached
    this.rms = 0;
    scopes.add(this);
    new ResizeObserver(() => this.#fit()).observe(canvas);
    dark.addEventListener("change", () => this.#fit());
    this.#fit();
  }

  /** Listens to an analyser from now on, or to nothing. */
  attach(analyser) {
    this.#analyser = analyser;
    if (analyser) {
      analyser.fftSize = this.#samples.length;
      this.peak = 0;
    }
  }

  step() {
    let sum = 0;
    let peak = 0;
    if (this.#analyser) {
      this.#analyser.getFloatTimeDomainData(this.#samples);
      for (const sample of this.#samples) {
        sum += sample * sample;
        peak = Math.max(peak, Math.abs(sample));
      }
    }
    this.rms = Math.sqrt(sum / this.#samples.length);
    this.peak = Math.max(this.peak, peak);
    this.#bars.push(peak);
    while (this.#bars.length * STEP > this.#canvas.clientWidth) this.#bars.shift();
    this.#draw();
    if (this.#level) this.#show();
  }

  #fit() {
    const scale = devicePixelRatio || 1;
    this.#canvas.width = Math.round(this.#canvas.clientWidth * scale);
    this.#canvas.height = Math.round(this.#canvas.clientHeight * scale);
    this.#draw();
  }

  #draw() {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const pen = this.#canvas.getContext("2d");
    pen.setTransform(devicePixelRatio || 1, 0, 0, devicePixelRatio || 1, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.fillStyle = getComputedStyle(this.#canvas).color;
    const first = width - this.#bars.length * STEP;
    pen.globalAlpha = 0.35;
    pen.fillRect(0, height / 2 - 0.5, width, 1);
    pen.globalAlpha = 1;
    this.#bars.forEach((bar, at) => {
      const tall = Math.sqrt(bar) * (height - 8); // quiet speech is to be seen too
      if (tall >= 1) pen.fillRect(first + at * STEP, (height - tall) / 2, STEP - 1.5, tall);
    });
  }

  #show() {
    const decibels = Math.max(LOWEST, 20 * Math.log10(this.rms || 1e-9));
    this.#level.firstElementChild.style.transform = `scaleX(${1 - decibels / LOWEST})`;
    this.#level.setAttribute("aria-valuenow", decibels.toFixed(0));
  }
}

function frame(now) {
  if (now - last >= PERIOD) {
    last = now;
    for (const scope of scopes) scope.step();
  }
  requestAnimationFrame(frame);
}

requestAnimationFrame(frame);
