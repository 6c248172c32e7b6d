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

  document.addEventListener("change", ({ target }) => target.closest("#first form.choice")?.submit());

  window.requestAnimationFrame(() => window.setTimeout(run));
})();
