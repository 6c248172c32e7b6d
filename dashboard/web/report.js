/* Draws the charts of a report in place of their stills, and unfolds what is folded for the printer. */
(() => {
  "use strict";
  const { figures, config } = JSON.parse(document.getElementById("figures").textContent);
  Object.entries(figures).forEach(([name, figure]) => {
    const place = Object.assign(document.createElement("div"), { className: "graph" });
    place.style.height = `${figure.layout.height}px`;
    document.querySelector(`#${name} .picture`).append(place);
    window.Plotly.newPlot(place, { ...figure, config });
  });
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
  });
})();
