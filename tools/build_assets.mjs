// Builds what browsers fetch: node tools/build_assets.mjs OUT_DIR
// One stylesheet, the scripts, fonts cut to French, a sprite of icons, the logo and the manifest; a .gz and a
// .br beside each text. The same sources give the same bytes.
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

import esbuild from "esbuild";
import subsetFont from "subset-font";

import { logoPng } from "./assets/logo_png.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const targets = ["chrome99", "firefox97", "ios15.4"];
const out = process.argv[2] && resolve(process.argv[2]);
if (!out) {
  console.error("usage: node tools/build_assets.mjs OUT_DIR");
  process.exit(2);
}

const written = new Map(); // name → digest
async function write(name, content) {
  const bytes = Buffer.from(content);
  written.set(name, createHash("sha256").update(bytes).digest("hex").slice(0, 16));
  await writeFile(join(out, name), bytes);
  if (!/\.(css|js|svg|webmanifest|txt)$/.test(name)) return;
  const gzip = gzipSync(bytes, { level: 9 });
  gzip[9] = 255; // the byte naming the system it was made on
  await writeFile(join(out, name + ".gz"), gzip);
  await writeFile(join(out, name + ".br"), brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  }));
}

// The name a browser asks for: text.woff2 → text.0123456789abcdef.woff2
const addressed = (name) => {
  if (!written.has(name)) throw new Error(`no such asset: ${name}`);
  return name.replace(/\.([a-z0-9]+)$/, `.${written.get(name)}.$1`);
};
const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join("");

async function fonts() {
  const french = range(0x20, 0x7e) + range(0xa0, 0xff) + "œŒŸ‘’“”…€–—•→←−≤≥×";
  const weights = { variationAxes: { wght: { min: 400, max: 700 } } };
  const cuts = [
    ["text", "@fontsource-variable/atkinson-hyperlegible-next", "atkinson-hyperlegible-next-latin-wght-normal", french, weights],
    ["title", "@fontsource/bricolage-grotesque", "bricolage-grotesque-latin-700-normal", french, {}],
    ["digits", "@fontsource-variable/figtree", "figtree-latin-wght-normal", range(0x30, 0x39), weights],
  ];
  let licences = "";
  for (const [name, folder, file, characters, options] of cuts) {
    const whole = await readFile(join(modules, folder, "files", file + ".woff2"));
    await write(`${name}.woff2`, await subsetFont(whole, characters, { targetFormat: "woff2", ...options }));
    licences += `${name}.woff2: ${file}\n\n${(await readFile(join(modules, folder, "LICENSE"), "utf8")).trim()}\n\n\n`;
  }
  await write("licences.txt", licences + (await otherLicences()));
}

async function otherLicences() {
  let text = "";
  for (const name of ["lucide-static", "signature_pad"])
    text += `${name}\n\n${(await readFile(join(modules, name, "LICENSE"), "utf8")).trim()}\n\n\n`;
  return text.trimEnd() + "\n";
}

async function icons() {
  const names = (await readFile(join(root, "assets/icons.txt"), "utf8")).split("\n").filter(Boolean);
  let symbols = "";
  for (const name of names) {
    const svg = await readFile(join(modules, "lucide-static/icons", name + ".svg"), "utf8");
    const drawing = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"));
    const tight = drawing.replace(/\s*\n\s*/g, "").replace(/\s+\/>/g, "/>");
    symbols += `<symbol id="${name}" viewBox="0 0 24 24">${tight}</symbol>`;
  }
  // No stroke here: the page's .icon rule gives it, in the colour of the word beside it.
  await write("icons.svg", `<svg xmlns="http://www.w3.org/2000/svg">${symbols}</svg>\n`);
}

async function pictures() {
  const folder = join(root, "assets/images");
  for (const name of (await readdir(folder)).sort())
    if (name.endsWith(".svg")) await write(name, (await readFile(join(folder, name), "utf8")).trim() + "\n");
  await write("logo-180.png", logoPng(180, 0.78));
  await write("logo-512.png", logoPng(512, 0.62));
}

async function manifest() {
  const icon = (name, sizes, type, purpose) => ({ src: addressed(name), sizes, type, purpose });
  await write("manifest.webmanifest", JSON.stringify({
    name: "Fab’Num", short_name: "Fab’Num", id: "/", start_url: "/", scope: "/", display: "standalone", lang: "fr",
    background_color: "#FAF6EF", theme_color: "#FAF6EF",
    icons: [icon("logo.svg", "any", "image/svg+xml", "any"), icon("logo-180.png", "180x180", "image/png", "any"),
      icon("logo-512.png", "512x512", "image/png", "any maskable")],
  }));
}

async function styles() {
  const folder = join(root, "assets/styles");
  let sheet = "";
  for (const name of (await readdir(folder)).sort())
    if (name.endsWith(".css")) sheet += (await readFile(join(folder, name), "utf8")) + "\n";
  const { code, warnings } = await esbuild.transform(sheet, {
    loader: "css", minify: true, target: targets, sourcefile: "app.css", legalComments: "none",
  });
  for (const { text } of warnings) throw new Error(`app.css: ${text}`);
  await write("app.css", code.replace(/url\("?asset:([^")]+)"?\)/g, (_, name) => `url(${addressed(name)})`));
}

async function scripts() {
  const folder = join(root, "assets/scripts");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".js")).sort();
  const bundle = (contents, format) => esbuild.build({
    stdin: { contents, resolveDir: folder, sourcefile: "entry.js" }, bundle: true, write: false, minify: true,
    target: targets, format, legalComments: "none", charset: "utf8",
  }).then((result) => result.outputFiles[0].text);
  // Files named on_demand_* are fetched by the page that needs them.
  const apart = names.filter((name) => name.startsWith("on_demand_"));
  await write("app.js", await bundle(names.filter((n) => !apart.includes(n)).map((n) => `import "./${n}";`).join("\n"), "iife"));
  for (const name of apart)
    await write(basename(name).replace("on_demand_", ""), await bundle(`export * from "./${name}";`, "esm"));
}

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await fonts();
await icons();
await pictures();
await manifest();
await styles();
await scripts();
