// Speaks a text over a socket into streamed.pcm. The module `ws` is stood in for by what Node has.
const fs = require("fs");

class Socket {
  constructor(url, { headers }) {
    this.inner = new WebSocket(url, { headers });
  }
  on(event, listener) {
    this.inner.addEventListener(event, (news) => listener(news.data));
  }
  send(text) {
    this.inner.send(text);
  }
  close() {
    this.inner.close();
  }
}

const socket = new Socket(process.env.TTS_URL, {
  headers: { Authorization: `Bearer ${process.env.SMALLEST_API_KEY}` },
});
const chunks = [];

socket.on("error", () => process.exit(1));
socket.on("open", () =>
  socket.send(
    JSON.stringify({
      text: "Streaming delivers audio in real-time for voice assistants and chatbots.",
      voice_id: "meher",
      model: "lightning_v3.1_pro",
      sample_rate: 24000,
      complete_backoff_ms: 0,
    }),
  ),
);
socket.on("message", (raw) => {
  const data = JSON.parse(raw);
  if (data.status === "chunk") {
    chunks.push(Buffer.from(data.data.audio, "base64"));
  } else if (data.status === "complete") {
    fs.writeFileSync("streamed.pcm", Buffer.concat(chunks));
    console.log(`Saved streamed.pcm (${chunks.length} chunks)`);
    socket.close();
  }
});
