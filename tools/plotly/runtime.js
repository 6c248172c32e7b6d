/* All that Dash's components still take from Babel's polyfill, ten times as large, which the page leaves out. */
"use strict";

globalThis.regeneratorRuntime = undefined; // else it throws once, for which browsers read the whole script a second time
require("regenerator-runtime");
