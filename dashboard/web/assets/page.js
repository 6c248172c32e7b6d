/* What the page does by itself: go from view to view without a reload, follow the system's colours, save pictures. */
(() => {
  "use strict";

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const scheme = () => (dark.matches ? "dark" : "light");
  let path = window.location.pathname;

  dark.addEventListener("change", () => window.dash_clientside.set_props("scheme", { data: scheme() }));

  function arrived(seen) {
    if (!seen) return;
    const root = document.documentElement;
    root.lang = seen.lang;
    root.dataset.theme = seen.theme;
    root.classList.toggle("night", seen.theme === "dark" || (seen.theme === "auto" && dark.matches));
    document.title = seen.title;
    window.requestAnimationFrame(() => {
      document.getElementById("first")?.remove();
      root.classList.add("live");
      if (path === window.location.pathname) restore();
      else begin();
    });
  }

  function begin() {
    path = window.location.pathname;
    unfolded.clear();
    window.scrollTo(0, 0);
    document.getElementById("main").focus({ preventScroll: true });
  }

  /* Dash puts new elements in the place of old ones; what the reader had unfolded and where they were is kept here. */

  const unfolded = new Set();
  let focused = null;

  const inside = (home, tag) => [...home.querySelectorAll(tag)];
  const nameOf = (element) => {
    const home = element.closest("[id]");
    return home === element ? home.id : [home.id, element.tagName, inside(home, element.tagName).indexOf(element)].join(" ");
  };
  const named = (name) => {
    const [id, tag, at] = name.split(" ");
    const home = document.getElementById(id);
    return tag && home ? inside(home, tag)[Number(at)] : home;
  };

  document.addEventListener("focusin", (event) => { focused = nameOf(event.target); });
  document.addEventListener("toggle", (event) => {
    if (event.target.open) unfolded.add(nameOf(event.target));
    else unfolded.delete(nameOf(event.target));
  }, true);

  function restore() {
    unfolded.forEach((name) => { const details = named(name); if (details) details.open = true; });
    if (document.activeElement === document.body && focused) named(focused)?.focus({ preventScroll: true });
  }

  /* Charts in sight are drawn at once, the others one by one as soon as the browser has nothing else to do. */

  const idle = window.requestIdleCallback ?? ((draw) => window.setTimeout(draw, 50));
  const pause = () => new Promise((go) => { idle(go, { timeout: 500 }); });
  let others = Promise.resolve();

  document.addEventListener("DOMContentLoaded", () => {
    const { react } = window.Plotly;
    window.Plotly.react = (chart, ...figure) => {
      const { top, bottom } = chart.getBoundingClientRect();
      if ((top < window.innerHeight && bottom > 0) || chart.querySelector(".main-svg")) return react(chart, ...figure);
      const drawn = others.then(pause).then(() => react(chart, ...figure));
      others = drawn.catch(() => {});
      return drawn;
    };
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: { scheme, arrived } });

  function go(href) {
    window.history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  const isLive = () => !document.getElementById("first");

  document.addEventListener("click", (event) => {
    const save = event.target.closest("button.save");
    if (save) return void savePicture(save);
    const link = event.target.closest("a[href^='/']");
    if (!link || link.download || link.target || !isLive()) return;
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(link.getAttribute("href"));
  });

  document.addEventListener("submit", (event) => {
    const question = event.target.closest("form.question");
    if (!question || !isLive()) return;
    event.preventDefault();
    go(`${question.getAttribute("action")}?${new URLSearchParams(new FormData(question))}`);
  });

  document.addEventListener("change", (event) => {
    const chosen = event.target.closest("form.choice select")?.selectedOptions[0];
    if (chosen && isLive()) go(chosen.dataset.href);
  });

  /* A picture is drawn as SVG, gets the page's fonts put inside, and becomes a PNG on a canvas. */

  const fonts = [
    ["latin", /./, "U+0000-00FF, U+2000-206F, U+2122, U+2191, U+2193, U+2212"],
    ["latin-ext", /[\u0100-\u02ba\u1e00-\u1eff]/, "U+0100-02BA, U+1E00-1EFF"],
    ["cyrillic", /[\u0400-\u04ff]/, "U+0301, U+0400-04FF, U+2116"],
  ];

  async function savePicture(button) {
    const { figure, format, scale, file } = button.dataset;
    button.disabled = true;
    try {
      const answer = await window.fetch(figure);
      if (!answer.ok) throw new Error(await answer.text());
      const svg = await drawn(await answer.json());
      save(format === "svg" ? new Blob([svg.text], { type: "image/svg+xml" }) : await raster(svg, Number(scale)), file);
    } catch (error) {
      button.textContent = button.dataset.failed;
      console.error(error);
    } finally {
      button.disabled = false;
    }
  }

  async function drawn(figure) {
    const { width, height } = figure.layout;
    const url = await window.Plotly.toImage(figure, { format: "svg", width, height });
    const text = decodeURIComponent(url.slice(url.indexOf(",") + 1));
    const faces = await Promise.all(fonts.filter(([, used]) => used.test(text)).map(face));
    const style = `<style>${faces.join("")}</style>`;
    return { text: text.replace(/(<svg[^>]*>)/, `$1<defs>${style}</defs>`), width, height };
  }

  async function face([name, , range]) {
    const answer = await window.fetch(`/assets/fonts/source-sans-3-${name}-wght-normal.woff2`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const data = window.btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const source = `src:url(data:font/woff2;base64,${data}) format("woff2")`;
    return `@font-face{font-family:"Source Sans 3";font-weight:200 900;${source};unicode-range:${range}}`;
  }

  async function raster({ text, width, height }, scale) {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }

  function save(blob, name) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }
})();
