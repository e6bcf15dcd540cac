// The list of events, newest last, with the seconds since the page was opened or the list cleared.

const MOST = 400;

export class Log {
  #list;
  #began = performance.now();
  #counts = new Map(); // by name: the line that counts now, and for what

  constructor(list, clear) {
    this.#list = list;
    clear.addEventListener("click", () => {
      this.#list.replaceChildren();
      this.#began = performance.now();
      this.#counts.clear();
    });
  }

  /** Adds a line: the name of an event, and what there is to say of it. */
  add(name, detail = "") {
    this.#line(name, detail);
  }

  /** Counts seconds of audio, in one line for each thing they belong to. */
  count(name, whose, seconds) {
    let count = this.#counts.get(name);
    if (count?.whose !== whose) {
      count = { whose, seconds: 0, detail: this.#line(name, "") };
      this.#counts.set(name, count);
    }
    count.seconds += seconds;
    count.detail.textContent = ` ${count.seconds.toFixed(1)} s`;
  }

  #line(name, detail) {
    const isBehind = this.#list.scrollTop + this.#list.clientHeight < this.#list.scrollHeight - 40;
    const entry = document.createElement("li");
    const time = document.createElement("time");
    const text = document.createElement("span");
    const more = document.createElement("small");
    time.textContent = ((performance.now() - this.#began) / 1000).toFixed(2);
    text.textContent = name;
    more.textContent = detail && ` ${detail}`;
    text.append(more);
    entry.className = name;
    entry.append(time, text);
    this.#list.append(entry);
    while (this.#list.children.length > MOST) this.#list.firstElementChild.remove();
    if (!isBehind) this.#list.scrollTop = this.#list.scrollHeight;
    return more;
  }
}
