// What a page does around Hydra's socket, with stand-ins for what only a browser has.
const assert = require("assert");

// 1. The worklet hands on the microphone's samples, 20 ms or a little more at a time.
class AudioWorkletProcessor {
  constructor() {
    this.sent = [];
    this.port = { postMessage: (block) => this.sent.push(block) };
  }
}

class Microphone extends AudioWorkletProcessor {
  blocks = [];
  held = 0;
  process(inputs) {
    const samples = inputs[0]?.[0];
    if (!samples) return true;
    this.blocks.push(new Float32Array(samples));
    this.held += samples.length;
    if (this.held >= 320) {
      const whole = new Float32Array(this.held);
      let at = 0;
      for (const block of this.blocks) {
        whole.set(block, at);
        at += block.length;
      }
      this.port.postMessage(whole);
      this.blocks = [];
      this.held = 0;
    }
    return true;
  }
}

const microphone = new Microphone();
for (let n = 0; n < 9; n++) {
  assert(microphone.process([[new Float32Array(128).fill(n / 10)]]));
}
assert(microphone.process([[]]));
assert.deepStrictEqual(microphone.sent.map((block) => block.length), [384, 384, 384]);
assert.strictEqual(microphone.sent[2][0], Math.fround(0.6));

// 2. The main thread makes frames of them.
const toPCM16 = (samples) =>
  Int16Array.from(samples, (each) => {
    const level = Math.max(-1, Math.min(1, each));
    return level < 0 ? level * 0x8000 : level * 0x7fff;
  });
const toBase64 = (buffer) => {
  let text = "";
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return btoa(text);
};
const pcm = toPCM16(new Float32Array([0, 1, -1, 2, -2, 0.5]));
assert.deepStrictEqual([...pcm], [0, 32767, -32768, 32767, -32768, 16383]);
const frame = JSON.parse(
  JSON.stringify({ type: "input_audio_buffer.append", audio: toBase64(pcm.buffer) }),
);
assert.deepStrictEqual(Buffer.from(frame.audio, "base64"), Buffer.from(pcm.buffer));

// 3. Deltas are played one behind the other, and at once where nothing is being played.
const fromBase64 = (text) => {
  const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Int16Array.from({ length: bytes.length / 2 }, (_, n) => view.getInt16(2 * n, true));
};
assert.deepStrictEqual(fromBase64(frame.audio), pcm);

const context = {
  currentTime: 1,
  started: [],
  createBuffer: (_, length, rate) => {
    const samples = new Float32Array(length);
    return { duration: length / rate, getChannelData: () => samples };
  },
  createBufferSource: () => ({
    connect: () => {},
    start(at) {
      context.started.push([at, this.buffer.getChannelData(0)[1]]);
    },
  }),
};
let cursor = context.currentTime;
const play = (samples) => {
  const buffer = context.createBuffer(1, samples.length, 48000);
  const channel = buffer.getChannelData(0);
  samples.forEach((each, n) => (channel[n] = each / 0x8000));
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect();
  const start = Math.max(context.currentTime, cursor);
  source.start(start);
  cursor = start + buffer.duration;
};
const delta = new Int16Array(24000).fill(16384);
play(delta);
play(delta);
context.currentTime = 5;
play(delta);
assert.deepStrictEqual(context.started, [
  [1, 0.5],
  [1.5, 0.5],
  [5, 0.5],
]);

console.log("3 parts hold");
