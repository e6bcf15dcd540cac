// A text whose words are marked while they are heard.

export class Words {
  #place;
  #characters = []; // of the text; positions of words count these, not UTF-16 units
  #shown = 0; // how many of them are in spans already
  #spans = [];
  #now = -1;

  constructor(place) {
    this.#place = place;
  }

  begin(text) {
    this.#characters = Array.from(text);
    this.#shown = 0;
    this.#spans = [];
    this.#now = -1;
    this.#place.replaceChildren(text);
  }

  /** Takes a word: `text`, and `source`, where it stands in the text, if that is known. */
  add({ text, source }) {
    const span = document.createElement("span");
    span.textContent = text;
    this.#spans.push(span);
    const rest = this.#place.lastChild;
    if (!source || source[0] < this.#shown || !rest) return; // heard, but nowhere to be seen
    const [start, end] = source;
    span.textContent = this.#characters.slice(start, end).join("");
    const before = this.#characters.slice(this.#shown, start).join("");
    this.#place.insertBefore(document.createTextNode(before), rest);
    this.#place.insertBefore(span, rest);
    rest.data = this.#characters.slice(end).join("");
    this.#shown = end;
  }

  /** Marks the word at this position as the one that is heard. */
  mark(position) {
    if (position === this.#now) return;
    this.#now = position;
    this.#spans.forEach((span, at) => {
      span.className = at < position ? "said" : at === position ? "now" : "";
    });
  }

  end() {
    this.#spans.forEach((span) => (span.className = ""));
    this.#now = -1;
  }
}
