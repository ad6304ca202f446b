// On every page: HTMX and the small comforts. Every page works without this file.
import htmx from "htmx.org";
import { watchCopying } from "./app/copying.js";
import { watchFiles } from "./app/files.js";
import { watchGrowing } from "./app/growing.js";
import { watchSwaps } from "./app/into_view.js";
import { watchKeeping } from "./app/keeping.js";
import { watchKeys } from "./app/keys.js";
import { watchLeaving } from "./app/leaving.js";
import { watchLine } from "./app/line.js";
import { goToLine } from "./app/lines.js";
import { watchMenus } from "./app/menus.js";
import { watchNotices } from "./app/notices.js";
import { watchSubmits } from "./app/once.js";
import { showCurrentRow, watchRows } from "./app/rows.js";
import { watchTicking } from "./app/ticking.js";

window.htmx = htmx;
document.documentElement.classList.add("scripted");

watchLine();
watchCopying();
watchFiles();
watchGrowing();
watchKeeping();
watchKeys();
watchLeaving();
watchMenus();
watchNotices();
watchRows();
watchSubmits();
watchTicking();
document.addEventListener("DOMContentLoaded", watchSwaps);
document.addEventListener("DOMContentLoaded", showCurrentRow);
document.addEventListener("DOMContentLoaded", goToLine);
window.addEventListener("hashchange", goToLine);
