/* src/core.js of plotly.js with two kinds of traces, and without legends, menus, sliders, layers of images and 3D. */
"use strict";

const { version } = require("plotly.js/src/version");
const { register } = require("plotly.js/src/registry");
const methods = require("plotly.js/src/plot_api");
const { resize } = require("plotly.js/src/plots/plots");

require("plotly.js/build/plotcss");

module.exports = { version, register, Plots: { resize } };
for (const [name, fn] of Object.entries(methods)) {
  if (!name.startsWith("_")) module.exports[name] = fn;
  register({ moduleType: "apiMethod", name, fn });
}

register([
  require("plotly.js/src/traces/scatter"),
  require("plotly.js/src/traces/bar"),
  require("plotly.js/src/components/annotations"),
  require("plotly.js/src/components/shapes"),
  require("plotly.js/src/components/errorbars"),
  require("plotly.js/src/components/colorscale"),
  require("plotly.js/src/components/fx"),
  require("plotly.js/src/locale-en"),
  require("plotly.js/src/locale-en-us"),
]);
