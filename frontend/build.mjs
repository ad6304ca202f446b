// Bundles every page script of src/ and the one style sheet into the static folder of core.
import { build } from "esbuild";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const core = here("../src/qianliyan/core/static/");
const scripts = readdirSync(here("src/")).filter((name) => name.endsWith(".js"));

await build({
  entryPoints: [
    ...scripts.map((name) => ({ in: here(`src/${name}`), out: name.slice(0, -3) })),
    { in: `${core}core/css/app.css`, out: "app" },
  ],
  outdir: `${core}build`,
  bundle: true,
  minify: true,
  charset: "utf8",
  format: "iife",
  target: "chrome100",
  legalComments: "linked",
  loader: { ".svg": "file" },
  assetNames: "[name]",
  logLevel: "warning",
});
