// The microphone as blocks of samples.

const REASONS = {
  NotAllowedError: "The microphone is blocked for this page. Allow it in the browser, then connect again.",
  NotFoundError: "No microphone was found.",
  NotReadableError: "The microphone cannot be used; another program may hold it.",
};

export class Microphone {
  /** Opens it; `onBlock` gets an ArrayBuffer of 320 samples (16-bit, 16 kHz) every 20 ms. */
  static async open(onBlock, onLost) {
    const stream = await listen();
    try {
      const context = new AudioContext({ latencyHint: "interactive" });
      await context.audioWorklet.addModule("microphone-worklet.js");
      return new Microphone(stream, context, onBlock, onLost);
    } catch (error) {
      stop(stream);
      throw error;
    }
  }

  #stream;
  #context;

  constructor(stream, context, onBlock, onLost) {
    this.#stream = stream;
    this.#context = context;
    context.resume();
    this.analyser = context.createAnalyser();
    const source = context.createMediaStreamSource(stream);
    const blocks = new AudioWorkletNode(context, "blocks", { numberOfOutputs: 0, channelCount: 1, channelCountMode: "explicit" });
    blocks.port.onmessage = (message) => onBlock(message.data);
    source.connect(this.analyser);
    source.connect(blocks);
    stream.getAudioTracks()[0].onended = onLost;
  }

  close() {
    stop(this.#stream);
    this.#context.close();
  }
}

async function listen() {
  if (!navigator.mediaDevices) throw new Error("This browser gives pages no microphone.");
  try {
    // Without echo cancellation a loudspeaker would interrupt the model with its own words.
    const wanted = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
    return await navigator.mediaDevices.getUserMedia({ audio: wanted });
  } catch (error) {
    throw new Error(REASONS[error.name] ?? `The microphone cannot be used: ${error.message}`);
  }
}

function stop(stream) {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}
