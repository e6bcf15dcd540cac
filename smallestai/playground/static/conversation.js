// A session with Hydra: what the microphone hears goes out, what the model says is played.

import { openLine } from "./line.js";
import { Microphone } from "./microphone.js";
import { Player } from "./player.js";

const SILENCE = new ArrayBuffer(640);

export class Conversation {
  #on;
  #line = null;
  #ready = false;
  #ended = false;
  #stoppedAt = null; // when the user stopped speaking, until the model is heard
  #state = "";
  #reply = null; // the id of the last reply
  #replying = false; // whether more of it may come
  #heard = 0; // seconds of replies that were played by a player that is gone

  /** `on` has `state(name)`, `event(event)`, `audio(seconds, reply)`, `devices()` and `end(error)`. */
  constructor(on) {
    this.#on = on;
    this.muted = false;
    this.microphone = null;
    this.player = null;
    this.blocks = 0; // sent
    this.interruptions = 0;
    this.latency = null; // seconds from the end of a turn to the first audio of the reply
  }

  get heard() {
    return this.#heard + (this.player?.position ?? 0);
  }

  async open(wish) {
    this.#become("waiting for the microphone");
    try {
      const microphone = await Microphone.open(
        (block) => this.#send(block),
        () => this.end("The microphone is gone."),
      );
      if (this.#ended) return microphone.close();
      this.microphone = microphone;
    } catch (error) {
      return this.end(error.message);
    }
    this.#become("connecting");
    this.#line = openLine("talk", wish, {
      text: (event) => this.#receive(event),
      samples: (samples) => this.#play(samples),
      end: (error) => this.end(error),
    });
  }

  /** Silences the model, at once and for this reply. */
  interrupt() {
    this.#replying = false;
    this.#hush();
    this.#rest();
    this.#line?.send('{"type":"cancel"}');
  }

  end(error = null) {
    if (this.#ended) return;
    this.#ended = true;
    this.#heard = this.heard;
    this.#line?.close();
    this.microphone?.close();
    this.player?.close();
    this.player = null;
    this.#on.end(error);
  }

  #send(block) {
    if (!this.#ready) return;
    this.#line.send(this.muted ? SILENCE : block);
    this.blocks += 1;
  }

  #receive(event) {
    if (event.type === "failed") return this.end(event.message);
    if (event.type === "ready") return this.#begin(event);
    this.#on.event(event);
    switch (event.type) {
      case "input_audio_buffer.speech_started":
        this.#hush();
        return this.#become("hearing you");
      case "input_audio_buffer.speech_stopped":
        this.#stoppedAt = performance.now();
        return this.#become("thinking");
      case "conversation.item.done": // noise that was no speech gets no reply
        if (event.item.role === "user" && event.item.status === "incomplete") this.#become("listening");
        return;
      case "response.created":
        this.#reply = event.response.id;
        this.#replying = true;
        return;
      case "response.done":
        this.#replying = false;
        return this.#rest();
      case "session.interrupted":
        return this.#hush();
      case "session.disconnected":
        this.#replying = false;
        return this.#become("connecting again");
      case "session.reconnected":
        return this.#become("listening");
    }
  }

  #begin({ rate }) {
    this.player = new Player(rate, () => this.#rest());
    this.#ready = true;
    this.#on.devices();
    this.#become("listening");
  }

  #play(samples) {
    this.#become("answering");
    if (this.#stoppedAt !== null) {
      this.latency = (performance.now() - this.#stoppedAt) / 1000;
      this.#stoppedAt = null;
    }
    this.player.play(samples);
    this.#on.audio(samples.byteLength / 2 / this.player.rate, this.#reply);
  }

  /** Listens again once a reply has ended and was heard. */
  #rest() {
    if (this.#state === "answering" && !this.#replying && !this.player.ahead) this.#become("listening");
  }

  #become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.#on.state(state);
  }

  #hush() {
    if (!this.player?.ahead) return;
    const cut = this.player.flush();
    this.interruptions += 1;
    this.#on.event({ type: "playback flushed", detail: `${cut.toFixed(1)} s not heard` });
  }
}
