import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** KiB, gzip, first visit. */
const BUDGETS = { shell: 150, "src/pages/home/HomePage.tsx": 200, "src/pages/wizard/WizardPage.tsx": 245, "src/pages/submit/CheckPage.tsx": 245, "src/pages/signIn/SignInPage.tsx": 200, "src/pages/front/FrontPage.tsx": 200, "src/pages/desk/QueuePage.tsx": 255, "src/pages/case/CasePage.tsx": 215 };
const DESK_FRAME = "src/app/DeskFrame.tsx";
const FRAMED = /pages\/(desk|case)\//;
const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));

/** Every file that a first visit of these chunks loads. */
function closure(keys, found = new Set()) {
  for (const key of keys) {
    const { file, css = [], imports = [] } = manifest[key];
    if (found.has(file)) continue;
    [file, ...css].forEach((one) => found.add(one));
    closure(imports, found);
  }
  return found;
}

const weight = (files) => [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, gzipSync(readFileSync("dist/index.html")).length) / 1024;

let over = false;
for (const [name, budget] of Object.entries(BUDGETS)) {
  const size = weight(closure(name === "shell" ? ["index.html"] : ["index.html", name, ...(FRAMED.test(name) ? [DESK_FRAME] : [])]));
  if (size > budget) over = true;
  console.log(`${size > budget ? "OVER" : "ok  "} ${size.toFixed(1).padStart(6)} of ${budget} KiB  ${name}`);
}
process.exit(over ? 1 : 0);
