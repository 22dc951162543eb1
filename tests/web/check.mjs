// Opens every page given on the command line in headless Chromium and reports in TAP:
// - axe-core finds nothing against WCAG 2.1 A and AA;
// - at 320 px wide nothing has to be scrolled sideways (reflow, WCAG 1.4.10);
// - no text of a chart falls outside its picture;
// - in a chart, text has a contrast of 4,5 : 1 with what lies under it, lines that say something 3 : 1;
// - the first Tab skips to the contents, and what scrolls can be reached by keyboard;
// - the page asks the network for nothing and its scripts are none;
// - printed on A4 it has at most the number of pages that its <meta name="ijkpunt-pagina-max"> promises,
//   or SHEETS.
// Usage: node tests/web/check.mjs PAGE.html[=SHEETS]...
// With PAGINAS=1 it looks at the last alone. With SHOTS=folder it also leaves a picture of each page at A4 and at phone width.
import { chromium } from "playwright-core";
import { readFileSync, mkdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const pages = process.argv.slice(2);
const shots = process.env.SHOTS;
const onlyPages = process.env.PAGINAS;
let count = 0;
let failed = 0;

function report(ok, name, details = []) {
  count += 1;
  if (!ok) failed += 1;
  console.log(`${ok ? "ok" : "not ok"} ${count} - ${name}`);
  for (const line of details.slice(0, 8)) console.log(`#   ${line}`);
}

async function violations(page) {
  // bypassCSP: the page forbids every script, also axe's; the rules are about what is there without it.
  await page.evaluate(axeSource);
  const result = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
  return result.violations.flatMap((v) =>
    v.nodes.map((n) => `${v.id} (${v.impact}): ${n.target.join(" ")} - ${v.help}`));
}

// A picture cuts off what sticks out, without a sound.
function cutTexts(page) {
  return page.evaluate(() => [...document.querySelectorAll("svg")].flatMap((svg) => {
    const LINE = 6; // a line of text is higher than its letters
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll("text")].filter((t) => {
      const box = t.getBoundingClientRect();
      return box.left < frame.left - 1 || box.right > frame.right + 1 ||
        box.top < frame.top - LINE || box.bottom > frame.bottom + LINE;
    }).map((t) => `${svg.querySelector("title").textContent}: "${t.textContent}"`);
  }));
}

// Text on what lies under it at least 4,5 : 1; lines and points that say something 3 : 1 on white. The grid and the hatch
// say nothing that is not also written.
function faintInCharts(page) {
  return page.evaluate(() => {
    const decoration = ["#ffffff", "#e3e7ec", "#b6bec8", "none"];
    const light = (hex) => {
      const part = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
        .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
    };
    const ratio = (a, b) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
    const found = [];
    for (const svg of document.querySelectorAll("svg")) {
      const under = [];
      const say = (what) => found.push(`${svg.querySelector("title").textContent}: ${what}`);
      for (const e of svg.querySelectorAll("polygon, path, circle, text")) {
        if (e.tagName === "polygon") {
          under.push(e);
        } else if (e.tagName === "text") {
          const box = e.getBBox();
          const at = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
          const below = under.filter((p) => p.isPointInFill(at)).pop();
          const r = ratio(e.getAttribute("fill"), below ? below.getAttribute("fill") : "#ffffff");
          if (r < 4.5) say(`"${e.textContent}" ${r.toFixed(1)} : 1`);
        } else {
          for (const c of [e.getAttribute("stroke"), e.getAttribute("fill")])
            if (c && !decoration.includes(c) && !under.some((p) => p.getAttribute("fill") === c) && ratio(c, "#ffffff") < 3)
              say(`${e.tagName} ${c} ${ratio(c, "#ffffff").toFixed(1)} : 1`);
        }
      }
    }
    return found;
  });
}

// The first Tab shows a link over the head; everything that scrolls can be reached and moved without a mouse.
async function keyboard(page) {
  await page.keyboard.press("Tab");
  return page.evaluate(() => {
    const wrong = [];
    const first = document.activeElement;
    const box = first.getBoundingClientRect();
    if (!first.matches("a.overslaan") || box.left < 0 || box.top < 0) wrong.push("de eerste Tab toont geen link naar de inhoud");
    if (!document.querySelector(first.getAttribute("href") ?? "#geen")) wrong.push("de link naar de inhoud komt nergens aan");
    for (const e of document.querySelectorAll("body *"))
      if (e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX) && e.tabIndex < 0)
        wrong.push(`${e.tagName.toLowerCase()}.${e.className} schuift, maar niet met het toetsenbord`);
    return wrong;
  });
}

async function checkScreen(page, name, asked) {
  if (shots) await page.screenshot({ path: `${shots}/${name}-a4.png`, fullPage: true });
  const found = await violations(page);
  report(found.length === 0, `${name}: axe-core vindt niets`, found);
  const scripts = await page.evaluate(() => document.querySelectorAll("script:not([data-axe])").length);
  report(asked.length === 0 && scripts === 0, `${name}: geen netwerk, geen scripts`, asked);

  const cut = await cutTexts(page);
  report(cut.length === 0, `${name}: elke tekst van een grafiek staat binnen de grafiek`, cut);

  const faint = await faintInCharts(page);
  report(faint.length === 0, `${name}: tekst en lijnen van grafieken hebben genoeg contrast`, faint);

  await page.setViewportSize({ width: 320, height: 800 });
  const keys = await keyboard(page);
  report(keys.length === 0, `${name}: alles is met het toetsenbord te bereiken`, keys);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const over = wide <= 320 ? [] : await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((e) => e.getBoundingClientRect().right > 321 && !e.parentElement.closest(".schuif")).map((e) => `${e.tagName.toLowerCase()}.${e.className} ${Math.round(e.getBoundingClientRect().right)} px`));
  report(wide <= 320, `${name}: op 320 px breed hoeft niemand opzij te schuiven (${wide} px)`, over);

  await page.setViewportSize({ width: 390, height: 844 });
  if (shots) await page.screenshot({ path: `${shots}/${name}-telefoon.png`, fullPage: true });
}

async function check(browser, argument) {
  const [file, sheets] = argument.split(/=(?=\d+$)/);
  const name = basename(file);
  const context = await browser.newContext({ bypassCSP: true, locale: "nl-NL", viewport: { width: 794, height: 1123 } });
  const page = await context.newPage();
  const asked = [];
  page.on("request", (r) => { if (!r.url().startsWith("file:") && !r.url().startsWith("data:")) asked.push(r.url()); });
  await page.goto(pathToFileURL(resolve(file)).href);
  if (!onlyPages) await checkScreen(page, name, asked);
  const max = Number(sheets ?? await page.evaluate(() => document.querySelector('meta[name="ijkpunt-pagina-max"]')?.content ?? 0));
  const pdf = await page.pdf({ format: "A4", preferCSSPageSize: true, tagged: true });
  const printed = (pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g) ?? []).length;
  report(printed > 0 && (max === 0 || printed <= max), `${name}: ${printed} pagina's op A4${max ? `, hoogstens ${max}` : ""}`);
  await context.close();
}

if (shots) mkdirSync(shots, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  for (const file of pages) await check(browser, file);
} finally {
  await browser.close();
}
console.log(`1..${count}`);
process.exit(failed || count === 0 ? 1 : 0);
