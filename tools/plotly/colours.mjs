/* The part of culori that plotly.js calls, with the colour spaces of plain CSS colours alone. */
import { modeHsl, modeLrgb, modeRgb, useMode } from "./node_modules/culori/src/index-fn.js";

for (const mode of [modeRgb, modeLrgb, modeHsl]) useMode(mode);

export { converter, formatHex, formatRgb, wcagContrast, wcagLuminance } from "./node_modules/culori/src/index-fn.js";
