// Puts the look together: one stylesheet, two fonts, scripts of others, the icons as Thymeleaf fragments.
// `--keep-theme` takes a freshly generated theme (npm run theme) into src/css first.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";

const assets = "target/classes/META-INF/resources/assets";
const modules = "node_modules";
const components = [
  "base", "heading", "label", "button", "skip-link", "list", "field", "fieldset", "input",
  "validation-message", "error-summary", "tag", "alert", "details",
];
const fonts = {
  "figtree.woff2": "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
  "atkinson-mono.woff2":
    "@fontsource/atkinson-hyperlegible-mono/files/atkinson-hyperlegible-mono-latin-500-normal.woff2",
};
const scripts = {
  "altcha.js": "altcha/dist/external/altcha.min.js",
  "altcha-sha.js": "altcha/dist/workers/sha.js",
};
const icons = JSON.parse(readFileSync("icons.json", "utf8"));

const configDigest = createHash("sha256").update(readFileSync("designsystemet.config.json")).digest("hex");
const themeMark = `/* from designsystemet.config.json ${configDigest} */\n`;
if (process.argv.includes("--keep-theme")) {
  const generated = readFileSync("target/theme/lyhord.css", "utf8").replace('@charset "UTF-8";\n', "");
  writeFileSync("src/css/theme.css", themeMark + generated);
}
const theme = readFileSync("src/css/theme.css", "utf8");
if (!theme.startsWith(themeMark)) {
  throw new Error("designsystemet.config.json has changed: run `npm run theme` and commit src/css/theme.css");
}

const shrink = (css) =>
  css.replace(/\/\*[^]*?\*\//g, "").replace(/\s*\n\s*/g, "\n").replace(/\n+/g, "\n").trim();
// Inside one layer each, so that the system's order (theme, base, components) holds and ours comes last.
const system = components
  .map((name) => readFileSync(`${modules}/@digdir/designsystemet-css/dist/src/${name}.css`, "utf8"))
  .map((css, at) => `@layer ${["base", "heading", "label"].includes(components[at]) ? "ds.base" : "ds.components"}{${css}}`);
const css = [
  "@layer ds.theme, ds.base, ds.components, ly;",
  shrink(theme),
  ...system,
  shrink(`@layer ly{${readFileSync("src/css/lyhord.css", "utf8")}}`),
  shrink(readFileSync("src/css/fonts.css", "utf8")),
].join("\n");
mkdirSync(`${assets}/fonts`, { recursive: true });
writeFileSync(`${assets}/lyhord.css`, css);
for (const [name, source] of Object.entries(fonts)) {
  copyFileSync(`${modules}/${source}`, `${assets}/fonts/${name}`);
}
mkdirSync(`${assets}/js`, { recursive: true });
for (const [name, source] of Object.entries(scripts)) {
  copyFileSync(`${modules}/${source}`, `${assets}/js/${name}`);
}

// What others made travels with its licence.
const licences = {
  "altcha": "altcha/LICENSE.txt",
  "designsystemet": "@digdir/designsystemet-css/LICENSE",
  "figtree": "@fontsource-variable/figtree/LICENSE",
  "atkinson-hyperlegible-mono": "@fontsource/atkinson-hyperlegible-mono/LICENSE",
  "phosphor": "@phosphor-icons/core/LICENSE",
};
mkdirSync("target/classes/META-INF/licences", { recursive: true });
for (const [name, source] of Object.entries(licences)) {
  copyFileSync(`${modules}/${source}`, `target/classes/META-INF/licences/${name}.txt`);
}

const fragment = (name) => {
  const weight = /-(bold|fill)$/.exec(name)?.[1] ?? "regular";
  const svg = readFileSync(`${modules}/@phosphor-icons/core/assets/${weight}/${name}.svg`, "utf8");
  return svg.replace("<svg ", `<svg th:fragment="${name}" class="ly-icon" width="24" height="24" aria-hidden="true" focusable="false" `).trim();
};
const templates = "target/classes/templates/ly";
mkdirSync(templates, { recursive: true });
writeFileSync(
  `${templates}/icons.html`,
  `<html xmlns:th="http://www.thymeleaf.org">\n<body>\n${icons.map(fragment).join("\n")}\n</body>\n</html>\n`,
);
