/* A picture that was saved here, dropped on the page or chosen from the disk: its view opens, with what changed since. */
(() => {
  "use strict";

  const KEY = "trade-dashboard";
  const HEAD = 8;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.reopen");
    if (!button) return;
    const picker = Object.assign(document.createElement("input"), { type: "file", accept: ".png,.svg" });
    picker.addEventListener("change", () => reopen(picker.files[0]));
    picker.click();
  });

  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer.types.includes("Files") && !event.target.closest("input, textarea, form")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer.files[0];
    if (event.defaultPrevented || !file || !/\.(png|svg)$/i.test(file.name)) return;
    event.preventDefault();
    reopen(file);
  });

  async function reopen(file) {
    try {
      const about = told(file.name, await file.arrayBuffer());
      const { pathname: path, search, hash } = new URL(about.address, window.location.href);
      const answer = await window.fetch(`/pictures/${encodeURIComponent(hash.slice(1))}.json${search}`);
      if (!answer.ok) return show([await answer.text()], []);
      const now = await answer.json();
      window.history.pushState({}, "", `${path}${search}${hash}`);
      window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
      return show([filled(now.since.made, about), ...compared(about, now)], now.since);
    } catch {
      return show([document.querySelector("button.reopen").dataset.unknown], []);
    }
  }

  /* `form` is that of the rows: those of another one would all seem to have changed. */
  function compared(about, { about: now, since }) {
    if (about.data === now.data) return [since.same];
    if (about.form !== now.form) return [since.other];
    const [then, today] = [about, now].map(({ rows }) => new Map(rows.map((row) => [row.key, row])));
    const found = about.rows.filter(({ key, value }) => today.get(key)?.value !== value).map(({ key, name, value }) =>
      filled(today.has(key) ? since.changed : since.gone, { row: name, then: value, now: today.get(key)?.value }));
    const added = now.rows.filter(({ key }) => !then.has(key)).map(({ name, value }) => filled(since.new, { row: name, now: value }));
    return found.length + added.length ? [...found, ...added] : [since.alike];
  }

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function show([first, ...rest], { close }) {
    const place = document.getElementById("since");
    const list = document.createElement("ul");
    list.append(...rest.map((text) => element("li", text)));
    place.replaceChildren(element("p", first), ...(rest.length ? [list] : []));
    if (!close) return;
    const button = Object.assign(element("button", close), { type: "button" });
    button.addEventListener("click", () => place.replaceChildren());
    place.append(button);
    place.scrollIntoView({ block: "nearest" });
  }

  const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

  function told(name, bytes) {
    if (!/\.png$/i.test(name)) {
      const drawn = new DOMParser().parseFromString(new TextDecoder().decode(bytes), "image/svg+xml");
      return JSON.parse(drawn.getElementById(KEY).textContent);
    }
    const view = new DataView(bytes);
    for (let at = HEAD; at < bytes.byteLength; at += view.getUint32(at) + 12) {
      const [key, text] = new TextDecoder().decode(bytes.slice(at + 4, at + 8 + view.getUint32(at))).split("\0\0\0\0\0");
      if (key === `iTXt${KEY}`) return JSON.parse(text);
    }
    throw new Error(`no ${KEY} in ${name}`);
  }
})();
