// A socket to the server of this page.

export const LOST = "The connection to the playground was lost. Does its command still run?";
const NORMAL = 1000;

/** Opens a socket and sends what is wanted; `on` has `text(object)`, `samples(buffer)` and `end(error)`. */
export function openLine(path, wish, on) {
  const address = new URL(path, document.baseURI);
  address.protocol = "ws:";
  const socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => socket.send(JSON.stringify(wish));
  socket.onmessage = ({ data }) => (typeof data === "string" ? on.text(JSON.parse(data)) : on.samples(data));
  socket.onclose = ({ code }) => on.end(code === NORMAL ? null : LOST);
  return {
    send(data) {
      if (socket.readyState === WebSocket.OPEN) socket.send(data);
    },
    close() {
      socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
}
