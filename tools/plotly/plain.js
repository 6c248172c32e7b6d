/* plotly.js without the descriptions of its schema, written for its reference, and without what no chart here has:
   a selection drawn by hand, the bar of buttons, the legend of hovers that speak for several traces at once. */
"use strict";

const { readFileSync } = require("node:fs");

const PIECE = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`|\/\/[^\n]*|[[({]|[\])}]|[^]/gy;

/* Returns where the value that begins at a place ends: at the comma or the bracket that closes what it stands in. */
function ending(source, begin) {
  let depth = 0;
  PIECE.lastIndex = begin;
  for (let found; (found = PIECE.exec(source)); ) {
    const [piece] = found;
    if (depth === 0 && ",})]".includes(piece)) return found.index;
    if ("[({".includes(piece)) depth += 1;
    else if ("])}".includes(piece)) depth -= 1;
  }
  throw new Error("a description without an end");
}

/* A chart without a bar of buttons has no place for it either; the one line that asks for it is told so. */
const BAR = "fullLayout.modebar.orientation === 'h'";

function undescribed(source) {
  const [head, ...rest] = source.split(/\bdescription:(?=\s*["'`[])/);
  return rest.reduce((made, part) => `${made}description: void 0${part.slice(ending(part, 0))}`, head).replace(BAR, "true");
}

const nothing = (...names) => `module.exports = { ${names.map((name) => `${name}() {}`).join(", ")} };`;
const LEFT_OUT = {
  "components/selections/index.js": nothing("reselect", "prepSelect", "clearOutline", "clearSelectionsCache", "selectOnClick"),
  "components/modebar/index.js": nothing("manage"),
  "components/legend/draw.js": "module.exports = () => {};",
  "components/shapes/display_outlines.js": "module.exports = () => {};",
};

const plain = {
  name: "plain",
  setup(building) {
    building.onLoad({ filter: /plotly\.js[\\/]src[\\/].*\.js$/ }, ({ path }) => ({
      contents: LEFT_OUT[path.split(/plotly\.js[\\/]src[\\/]/)[1].replaceAll("\\", "/")] ?? undescribed(readFileSync(path, "utf8")),
    }));
  },
};

module.exports = { plain };
