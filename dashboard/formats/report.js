/* Draws the charts of a report, and unfolds their tables for the printer. */
(() => {
  "use strict";
  const { figures, config } = JSON.parse(document.getElementById("figures").textContent);
  Object.entries(figures).forEach(([name, figure]) => {
    window.Plotly.newPlot(document.getElementById(`chart-${name}`), { ...figure, config });
  });
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
  });
})();
