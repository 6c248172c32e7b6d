/* Lets the first answer be seen, and its choices be made, before the scripts are run that take it over: half a second. */
(() => {
  "use strict";

  function run() {
    const [last] = [...document.querySelectorAll("link.script")].map(({ href: src }) => {
      const script = Object.assign(document.createElement("script"), { src, async: false });
      document.body.append(script);
      return script;
    }).reverse();
    last.addEventListener("load", () => new window.DashRenderer());
  }

  /* plotly, nearly half of all bytes, comes at the reader's first move: the first answer has drawn the charts without it.
     What Dash asks of it before waits; "draw" asks for it where no drawing is there. */

  const { later, plotly } = document.getElementById("_dash-renderer").dataset;
  const MOVES = ["pointermove", "pointerdown", "touchstart", "wheel", "scroll", "keydown", "focusin", "dragenter", "draw"];
  const load = (src) => new Promise((resolve, reject) => {
    document.body.append(Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject }));
  });
  const moved = () => new Promise((go) => {
    MOVES.forEach((move) => document.addEventListener(move, go, { capture: true, once: true, passive: true }));
  });
  const arrive = () => moved().then(() => load(plotly)).catch(arrive);
  const library = arrive().then(() => {
    document.dispatchEvent(new Event("plotly"));
    return window.Plotly;
  });
  const then = (name) => (...given) => library.then((come) => come[name](...given));
  window.Plotly = { react: then("react"), toImage: then("toImage"), Plots: { resize: () => Promise.resolve() } };

  /* Scripts that few readers need come when their buttons come in sight; a button that is quicker is pressed once more. */

  let here = null;
  let isHere = false;

  function take() {
    here ??= Promise.all(later.split(" ").map(load)).then(() => { isHere = true; }, (error) => {
      here = null;
      throw error;
    });
    return here;
  }

  const takeSoon = () => { take().catch(() => {}); };
  document.addEventListener("toggle", ({ target }) => { if (target.matches("details.download")) takeSoon(); }, true);
  document.addEventListener("dragenter", takeSoon);
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button.save, button.copy, button.reopen");
    if (!button || isHere) return;
    event.stopPropagation();
    take().then(() => button.click(), () => { button.textContent = button.dataset.failed ?? button.textContent; });
  }, true);

  document.addEventListener("change", ({ target }) => target.closest("#first form.choice")?.submit());

  window.requestAnimationFrame(() => window.setTimeout(run));
})();
