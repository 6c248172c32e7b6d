/* Lets the first answer be seen, and its choices be made, before the scripts are run that take it over: half a second. */
(() => {
  "use strict";

  function run() {
    const [last] = [...document.querySelectorAll("link.script")].map(({ href: src }) => {
      const script = Object.assign(document.createElement("script"), { src, async: false });
      document.body.append(script);
      return script;
    }).reverse();
    last.addEventListener("load", () => {
      document.dispatchEvent(new Event("scripts"));
      return new window.DashRenderer();
    });
  }

  /* Scripts that few readers need come when their buttons come in sight; a button that is quicker is pressed once more. */

  const { later } = document.getElementById("_dash-renderer").dataset;
  let here = null;
  let isHere = false;

  function take() {
    here ??= Promise.all(later.split(" ").map((src) => new Promise((resolve, reject) => {
      const script = Object.assign(document.createElement("script"), { src, onload: resolve, onerror: reject });
      document.body.append(script);
    }))).then(() => { isHere = true; }, (error) => {
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
