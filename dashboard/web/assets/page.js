/* What the page does by itself: go from view to view without a reload, follow the system's colours. */
(() => {
  "use strict";

  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const scheme = () => (dark.matches ? "dark" : "light");
  let path = window.location.pathname;
  let wanted = "";

  dark.addEventListener("change", () => window.dash_clientside.set_props("scheme", { data: scheme() }));

  function arrived(seen) {
    if (!seen) return;
    if (newest === undefined) window.setTimeout(pulse, PULSE_MS);
    else {
      document.dispatchEvent(new Event("draw"));
      if (newest !== seen.newest) document.getElementById("news").textContent = seen.news;
    }
    newest = told = seen.newest;
    const root = document.documentElement;
    root.lang = seen.lang;
    root.dataset.theme = seen.theme;
    root.classList.toggle("night", seen.theme === "dark" || (seen.theme === "auto" && dark.matches));
    document.title = seen.title;
    whenThere(() => document.querySelector("#page main"), () => {
      takeOver();
      root.classList.add("live");
      whenThere(() => Boolean(asked()) === Boolean(document.getElementById("claim")), () => {
        if (path === window.location.pathname) restore();
        else begin();
        claimed();
        if (wanted === "#answer") document.getElementById("answer")?.focus();
        wanted = "";
      });
    });
  }

  /* Asks whether the files changed, and again only once that is answered; what was told and brought no page is told anew. */

  const PULSE_MS = 500;
  const PATIENCE_MS = 10000;
  let newest;
  let told;
  let since = 0;

  async function pulse() {
    const answer = await window.fetch("/pulse").catch(() => null);
    const now = answer?.ok ? await answer.text() : newest;
    if (answersAgain(answer)) window.dash_clientside.set_props("pulse", { data: `${now} ${Date.now()}` });
    else if (now !== newest && (now !== told || Date.now() - since > PATIENCE_MS)) {
      told = now;
      since = Date.now();
      window.dash_clientside.set_props("pulse", { data: now });
    }
    window.setTimeout(pulse, PULSE_MS);
  }

  /* Says so while the server does not answer, or a proxy in front of it says so; true when it answers again, since an
     address that was gone to meanwhile brought no page. */

  const SILENT = [502, 503, 504];
  let isLost = false;

  function answersAgain(answer) {
    const was = isLost;
    isLost = !answer || SILENT.includes(answer.status);
    document.querySelectorAll(".lost").forEach((place) => { place.textContent = isLost ? place.dataset.said : ""; });
    return was && !isLost;
  }

  /* React may put the page there some frames after it was told to; a card that is asked for is the last to come. */
  function whenThere(isThere, go, frames = 60) {
    window.requestAnimationFrame(() => {
      if (isThere() || !frames) go();
      else whenThere(isThere, go, frames - 1);
    });
  }

  /* The charts of the first answer stay in sight until plotly has drawn them anew: at once where the data changed since. */
  function takeOver() {
    const first = document.getElementById("first");
    if (!first) return;
    const saysOf = (figure) => figure.querySelector("table").textContent;
    const isOld = (figure) => {
      const old = first.querySelector(`#${figure.id}`);
      const still = old?.querySelector(".still");
      if (still) figure.querySelector(".picture").append(still);
      return !still || saysOf(old) !== saysOf(figure);
    };
    if ([...document.querySelectorAll("#page figure.plate")].filter(isOld).length) document.dispatchEvent(new Event("draw"));
    carry(first);
    first.remove();
  }

  /* What the reader typed and unfolded before the scripts had come, and where they were, goes over too. */
  function carry(first) {
    first.querySelectorAll("form.question :is(input, select)[id]").forEach(({ id, value }) => {
      const field = document.querySelector(`#page #${id}`);
      if (field) field.value = value;
    });
    first.querySelectorAll("details[open]").forEach((details) => unfolded.add(nameOf(details)));
    if (first.contains(document.activeElement)) focused = nameOf(document.activeElement);
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

  document.addEventListener("plotly", () => {
    const { react } = window.Plotly;
    const paint = (chart, ...figure) => {
      if (!chart.isConnected) return Promise.resolve();
      const { top, bottom } = chart.getBoundingClientRect();
      if ((top < window.innerHeight && bottom > 0) || chart.querySelector(".main-svg")) return react(chart, ...figure);
      const drawn = others.then(pause).then(() => react(chart, ...figure));
      others = drawn.catch(() => {});
      return drawn;
    };
    window.Plotly.react = (chart, ...figure) => paint(chart, ...figure).then((done) => { if (done) listen(chart); return done; });
  });

  /* A mark opens its claim card by the link that stands in its row of the chart's table. */

  function listen(chart) {
    if (heard.has(chart)) return;
    heard.add(chart);
    chart.on("plotly_click", ({ points: [point] }) => linkOf(chart, point)?.click());
  }

  const heard = new WeakSet();
  const linkOf = (chart, { data, pointNumber }) => {
    const claim = (data.meta ?? data.ids)?.[pointNumber];
    return claim && chart.closest("figure")?.querySelector(`a[data-claim="${CSS.escape(claim)}"]`);
  };

  /* The card takes the focus when it opens; when it closes, the reader is back where they were. */

  const asked = () => new URLSearchParams(window.location.search).get("claim");
  let claim = asked();
  let opener = null;
  let place = 0;
  let scrolled = 0;

  function claimed() {
    const now = asked();
    if (now === claim) return;
    if (now && !claim) [opener, place] = [focused, scrolled];
    if (now) document.getElementById("claim")?.focus();
    else {
      if (opener) named(opener)?.focus({ preventScroll: true });
      window.scrollTo(0, place);
    }
    claim = now;
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy-link");
    if (!button) return;
    await window.navigator.clipboard.writeText(new URL(`${button.dataset.link}#claim`, window.location.href).href);
    button.parentElement.querySelector(".copied").textContent = button.dataset.said;
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && asked()) document.querySelector("#claim a.close")?.click();
  });

  window.dash_clientside = Object.assign({}, window.dash_clientside, { page: { scheme, arrived } });

  function go(href, isStep = false) {
    window.clearTimeout(chosen);
    scrolled = window.scrollY;
    window.history[isStep ? "replaceState" : "pushState"]({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  const isLive = () => !document.getElementById("first");

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='/']");
    wanted = link?.hash;
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

  /* Going through a list with the keyboard chooses at every step. A choice waits for the next key, and takes the place of
     the one before, so that one step back leads out of the list; a page that comes meanwhile takes neither focus nor choice. */

  const STEP_MS = 250;
  let chosen;
  let isTyped = false;
  let steps = null;

  function leave() {
    isTyped = false;
    steps = null;
  }

  document.addEventListener("keydown", (event) => { isTyped = event.target.matches("form.choice select"); });
  document.addEventListener("focusin", (event) => { if (event.target.id !== steps?.id) steps = null; });
  document.addEventListener("pointerdown", leave);
  window.addEventListener("popstate", leave);

  new window.MutationObserver(() => {
    const list = steps && document.getElementById(steps.id);
    if (!list) return;
    if ([...list.options].some(({ value }) => value === steps.value)) list.value = steps.value;
    if (document.activeElement === document.body) list.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true });

  document.addEventListener("change", (event) => {
    const list = event.target.closest("form.choice select");
    if (!list || !isLive()) return;
    const { href } = list.selectedOptions[0].dataset;
    window.clearTimeout(chosen);
    if (!isTyped) return go(href);
    const { id, value } = list;
    const isEntered = steps?.id === id && steps.isEntered;
    steps = { id, value, isEntered };
    chosen = window.setTimeout(() => {
      go(href, isEntered);
      if (steps) steps.isEntered = true;
    }, STEP_MS);
  });
})();
