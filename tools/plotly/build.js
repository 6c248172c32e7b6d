/* Writes plotly.min.js, its Brotli form, runtime.min.js and the licences of all that is inside: node build.js FOLDER */
"use strict";

const { constants, brotliCompressSync } = require("node:zlib");
const { existsSync, readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { build } = require("esbuild");
const { plain } = require("./plain.js");

const folder = process.argv[2];
const { version } = require("plotly.js/package.json");
const LICENCES = "licences: plotly.min.js.LICENSE.txt";
const made = {
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: "iife",
  target: "es2020",
  legalComments: "none",
  charset: "utf8",
  logLevel: "warning",
};
const plotly = build({
  ...made,
  entryPoints: ["entry.js"],
  globalName: "Plotly",
  alias: { culori: "./colours.mjs", stream: "stream-browserify" },
  define: { global: "window", "define.amd": "false", "process.env.NODE_DEBUG": "false" },
  banner: { js: `/*! plotly.js (bar, scatter) v${version}; ${LICENCES} */` },
  outfile: "plotly.min.js",
  plugins: [plain],
});
const runtime = build({
  ...made,
  entryPoints: ["runtime.js"],
  banner: { js: `/*! regenerator-runtime; ${LICENCES} */` },
  outfile: "runtime.min.js",
});
Promise.all([plotly, runtime]).then(write);

function write(built) {
  const [script, own] = built.map(({ outputFiles }) => outputFiles.find(({ path }) => path.endsWith(".js")).contents);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  const small = brotliCompressSync(script, { params: { ...quality, [constants.BROTLI_PARAM_SIZE_HINT]: script.length } });

  const inside = built.flatMap(({ metafile }) => Object.keys(metafile.inputs))
    .map((path) => path.match(/^(?:.*node_modules\/)((?:@[^/]+\/)?[^/]+)/)?.[0])
    .filter(Boolean);
  const licences = [...new Set(inside)].sort().map((home) => {
    const { name, version, license } = require(`./${home}/package.json`);
    const file = readdirSync(home).find((one) => /^licen[cs]e/i.test(one) && existsSync(join(home, one)));
    const text = file ? readFileSync(join(home, file), "utf8").trim() : `Licence: ${license?.type ?? license}`;
    return `${name} ${version}\n\n${text}\n`;
  });

  writeFileSync(join(folder, "plotly.min.js"), script);
  writeFileSync(join(folder, "runtime.min.js"), own);
  writeFileSync(join(folder, "plotly.min.js.br"), small);
  writeFileSync(join(folder, "plotly.min.js.LICENSE.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
  console.log(`plotly.js ${version}: ${script.length} bytes, ${small.length} in Brotli`);
}
