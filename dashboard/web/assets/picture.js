/* Pictures that leave the page: drawn as SVG with the page's fonts inside, or from that as PNG, each with what it is
   made of as metadata; links and codes to copy; the chart of a frame on a page elsewhere. */
(() => {
  "use strict";

  /* Name, what it is needed for, what it has, a letter of it. */
  const fonts = [
    ["latin", /./, "U+0000-00FF, U+2000-206F, U+2122, U+2191, U+2193, U+2212", "A"],
    ["latin-ext", /[\u0100-\u02ba\u1e00-\u1eff]/, "U+0100-02BA, U+1E00-1EFF", "\u010c"],
    ["cyrillic", /[\u0400-\u04ff]/, "U+0301, U+0400-04FF, U+2116", "\u042f"],
  ];
  const DOTS_PER_INCH = 96;
  const INCH = 0.0254;

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.save, button.copy");
    if (button) (button.matches(".save") ? savePicture : copy)(button).catch((error) => {
      button.textContent = button.dataset.failed;
      console.error(error);
    });
  });

  const isDark = () => window.getComputedStyle(document.documentElement).colorScheme === "dark";

  async function described(button) {
    const address = new URL(button.dataset.picture, window.location.href);
    address.searchParams.set("theme", isDark() ? "dark" : "light");
    address.searchParams.set("shape", button.closest("details").querySelector(".shape select").value);
    address.searchParams.set("width", button.closest(".plate").querySelector(".graph").offsetWidth);
    const answer = await window.fetch(address);
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  }

  async function savePicture(button) {
    const { format, stem } = button.dataset;
    const scale = Number(button.dataset.scale);
    const shape = button.closest("details").querySelector(".shape select").value;
    button.disabled = true;
    try {
      const { figure, about, size } = await described(button);
      const svg = await drawn(figure, about, size);
      const made = format === "svg" ? new Blob([svg.text], { type: "image/svg+xml" }) : await raster(svg, scale, about);
      save(made, `${stem}-${shape}${scale > 1 ? `@${scale}x` : ""}.${format}`);
    } finally {
      button.disabled = false;
    }
  }

  async function copy(button) {
    const { copy: kind, chart, query } = button.dataset;
    const { about, frame } = await described(button);
    await window.navigator.clipboard.writeText(kind === "link" ? about.address : code(kind, chart, query, about, frame));
    const said = button.closest("details").querySelector(".copied");
    said.textContent = said.dataset.said;
  }

  function code(kind, chart, query, about, room) {
    const source = new URL(`/embed/${chart}${query}`, window.location.href);
    if (kind === "frozen") source.searchParams.set("data", about.data);
    const frame = document.createElement("iframe");
    Object.entries({ src: source.href, title: about.title, width: "100%", height: room, loading: "lazy" })
      .forEach(([name, value]) => frame.setAttribute(name, value));
    return frame.outerHTML;
  }

  /* The figure is laid out in the px of a page; `size` is that of the file, which may be larger. */
  async function drawn(figure, about, [width, height]) {
    const laidOut = figure.layout;
    const url = await window.Plotly.toImage(figure, { format: "svg", width: laidOut.width, height: laidOut.height });
    const text = named(decodeURIComponent(url.slice(url.indexOf(",") + 1)));
    const used = fonts.filter(([, needed]) => needed.test(text));
    const style = `<defs><style>${(await Promise.all(used.map(face))).join("")}</style></defs>`;
    const said = `<title>${escaped(about.title)}</title><desc>${escaped(about.sentence)}</desc>`;
    const metadata = `<metadata id="trade-dashboard">${escaped(JSON.stringify(about))}</metadata>`;
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const size = { width, height, viewBox: `0 0 ${laidOut.width} ${laidOut.height}` };
    ["style", ...Object.keys(size)].forEach((name) => root.removeAttribute(name)); // plotly writes them in any order
    Object.entries(size).forEach((pair) => root.setAttribute(...pair));
    const whole = new XMLSerializer().serializeToString(root);
    return { text: whole.replace(/(<svg[^>]*>)/, (tag) => tag + said + metadata + style), letters: used.map(([, , , letter]) => letter), width, height };
  }

  /* plotly names its clips after a number that it makes up each time; the same picture has to be the same file. */
  function named(text) {
    const [, made] = /id="defs-(\w+)"/.exec(text) || [];
    return made ? text.replaceAll(`clip${made}`, "clip").replaceAll(`defs-${made}`, "defs") : text;
  }

  const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  async function face([name, , range]) {
    const answer = await window.fetch(`/assets/fonts/source-sans-3-${name}-wght-normal.woff2`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const data = window.btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
    const source = `src:url(data:font/woff2;base64,${data}) format("woff2")`;
    return `@font-face{font-family:"Source Sans 3";font-weight:400 700;${source};unicode-range:${range}}`;
  }

  /* A browser may draw an image before it has read the fonts inside, and then without a letter. So one letter of each
     font stands to the right of the picture, outside of the file, and the picture is taken once all of them are seen. */

  const BESIDE = 32;
  const PATIENCE = 10000;

  async function raster({ text, letters, width, height }, scale, about) {
    const image = new Image();
    const beside = letters.map((letter, at) => `<text x="${width + 4}" y="${BESIDE * (at + 0.8)}" font-family="'Source Sans 3'" font-size="24">${letter}</text>`);
    const size = `width="${width + BESIDE}" height="${height}"`;
    const whole = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${text}${beside.join("")}</svg>`;
    image.src = URL.createObjectURL(new Blob([whole], { type: "image/svg+xml" }));
    await image.decode();
    await lettered(image, width, letters.length);
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext("2d").drawImage(image, 0, 0, (width + BESIDE) * scale, height * scale);
    URL.revokeObjectURL(image.src);
    const plain = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
    return told(await plain.arrayBuffer(), scale, about);
  }

  async function lettered(image, left, count) {
    const context = Object.assign(document.createElement("canvas"), { width: BESIDE, height: BESIDE * count })
      .getContext("2d", { willReadFrequently: true });
    const seen = (at) => context.getImageData(0, BESIDE * at, BESIDE, BESIDE).data.some((value) => value > 0);
    for (const began = Date.now(); Date.now() - began < PATIENCE;) {
      context.drawImage(image, left, 0, BESIDE, BESIDE * count, 0, 0, BESIDE, BESIDE * count);
      if ([...Array(count).keys()].every(seen)) return;
      await new Promise((resolve) => { window.setTimeout(resolve, 20); });
    }
    throw new Error("the fonts of the picture cannot be read");
  }

  /* A PNG is a signature of 8 bytes, a head of 25, and further chunks: length, kind, content, checksum. */

  const HEAD = 33;

  function told(png, scale, about) {
    const metre = Math.round(DOTS_PER_INCH * scale / INCH);
    const density = new DataView(new ArrayBuffer(9));
    density.setUint32(0, metre);
    density.setUint32(4, metre);
    density.setUint8(8, 1);
    const texts = [["Title", about.title], ["Source", about.source], ["URL", about.address], ["trade-dashboard", JSON.stringify(about)]];
    const chunks = texts.map(([key, text]) => chunk("iTXt", new TextEncoder().encode(`${key}\0\0\0\0\0${text}`)));
    return new Blob([png.slice(0, HEAD), chunk("pHYs", new Uint8Array(density.buffer)), ...chunks, png.slice(HEAD)], { type: "image/png" });
  }

  function chunk(kind, content) {
    const made = new Uint8Array(content.length + 12);
    const view = new DataView(made.buffer);
    view.setUint32(0, content.length);
    made.set(new TextEncoder().encode(kind), 4);
    made.set(content, 8);
    view.setUint32(content.length + 8, checksum(made.subarray(4, content.length + 8)));
    return made;
  }

  function checksum(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) {
      sum ^= byte;
      for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }
    return (sum ^ 0xffffffff) >>> 0;
  }

  function save(blob, name) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  const embedded = JSON.parse(document.getElementById("embedded")?.textContent || "null");
  if (embedded) {
    const place = document.getElementById("frame");
    const config = { displayModeBar: false, responsive: true, showSendToCloud: false };
    const draw = () => window.Plotly.react(place, { ...(isDark() ? embedded.dark : embedded.light), config });
    place.setAttribute("aria-label", embedded.text);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    draw();
  }
})();
