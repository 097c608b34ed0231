// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT
//
// page.mjs RELATA WRITE_PAGE FOLDER: the page in a real Chromium, from file://.
//
// Loads without a word on the console, search finds, a click shows the quote,
// filters hide, odd labels stay text. Screenshots are left in FOLDER.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const [relata, writePage, folder] = process.argv.slice(2).map((p) => resolve(p));
const NEWS = `Ministers meet over harbour tariffs

Norland Trade Minister Ana Mora met Velian Premier Jan Lund in Oslo on 4 March 2024.

Velia threatened to impose tariffs on steel from Norland. Ms Mora said that
Norland would respond in kind. In May 2024 Lund visited Bergen.
`;

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "news.txt"), NEWS);
const files = {
  news: join(folder, "news.html"), odd: join(folder, "odd.html"),
  many: join(folder, "many.html"), crowd: join(folder, "crowd.html"),
};
execFileSync(relata, ["draw", join(folder, "news.txt"), "-o", files.news, "-q"]);
const make = (file, ...args) => writeFileSync(file, execFileSync(writePage, args, { maxBuffer: 1 << 28 }));
make(files.odd, "odd");
make(files.many, "150", "300");
make(files.crowd, "5000");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});

/// A page that has settled; whatever it says or asks for is a failure
async function open(file, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1400, height: 850 }, ...options });
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(error.message));
  page.on("dialog", (dialog) => { said.push("dialog " + dialog.message()); dialog.dismiss(); });
  page.on("request", (request) => { if (!/^(file|blob|data):/.test(request.url())) said.push(request.url()); });
  await page.goto("file://" + file);
  await page.waitForFunction(() => window.relata && window.relata.isSettled(), null, { timeout: 120000 });
  return { page, said };
}

const tests = {
  async "loads and shows all"() {
    const { page, said } = await open(files.news);
    const status = await page.textContent("#status");
    assert.match(status, /^showing \d+ of \d+ relations$/);
    assert.equal(await page.title(), "Ministers meet over harbour tariffs");
    await page.screenshot({ path: join(folder, "news.png") });
    assert.deepEqual(said, []);
    await page.close();
  },

  async "search finds, and a click shows the quote"() {
    const { page, said } = await open(files.news);
    await page.keyboard.press("/");
    await page.keyboard.type("mora");
    assert.match(await page.textContent("#hits li"), /^Ana Mora person/);
    await page.keyboard.press("Enter");
    assert.match(await page.textContent("#details h2"), /^Ana Mora$/);
    await page.keyboard.press("Escape");
    const place = await page.evaluate(() => window.relata.place("Jan Lund"));
    await page.mouse.click(place.x, place.y);
    assert.equal(await page.textContent("#details h2"), "Jan Lund");
    const quotes = await page.locator("#details blockquote").allTextContents();
    assert.ok(quotes.some((quote) => quote.includes("Ana Mora met Velian Premier Jan Lund")), quotes.join("|"));
    for (const quote of quotes) assert.ok(NEWS.includes(quote), quote);
    assert.deepEqual(said, []);
    await page.close();
  },

  async "the article has the evidence marked"() {
    const { page, said } = await open(files.news);
    await page.click("#tab-list");
    await page.getByRole("button", { name: /threaten/ }).first().click();
    await page.click("#tab-article");
    const text = await page.textContent("#article .text");
    assert.equal(text, NEWS);
    const chosen = (await page.locator("mark.chosen").allTextContents()).join("");
    assert.match(chosen, /Velia threatened to impose tariffs/);
    await page.locator("mark", { hasText: /met/ }).first().click();
    assert.match((await page.locator("mark.chosen").allTextContents()).join(""), /met Velian Premier|Ana Mora met/);
    assert.deepEqual(said, []);
    await page.close();
  },

  async "filters hide"() {
    const { page, said } = await open(files.news);
    const count = () => page.evaluate(() => window.relata.shown().edges.length);
    const all = await count();
    await page.getByLabel(/^threatened/).uncheck();
    assert.ok(await count() < all);
    await page.getByLabel(/^threatened/).check();
    assert.equal(await count(), all);
    await page.getByLabel(/^person/).uncheck();
    const kinds = await page.evaluate(() => window.relata.shown().nodes.map((n) => window.relata.data.kinds[n.kind].word));
    assert.ok(!kinds.includes("person"));
    await page.getByLabel(/^person/).check();
    await page.fill("#since", "2024-05");
    await page.keyboard.press("Tab");
    const labels = await page.evaluate(() => window.relata.shown().nodes.map((n) => n.label));
    assert.ok(labels.includes("Bergen") && !labels.includes("Ana Mora"), labels.join(", "));
    await page.fill("#since", "");
    await page.keyboard.press("Tab");
    await page.evaluate(() => { const e = document.getElementById("least"); e.value = 100; e.dispatchEvent(new Event("input")); });
    assert.equal(await count(), 0);
    assert.deepEqual(said, []);
    await page.close();
  },

  async "keys, focus, drag and zoom"() {
    const { page, said } = await open(files.news);
    await page.focus("#map");
    await page.keyboard.press("n");
    const name = await page.textContent("#details h2");
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent("#focus-name"), name);
    await page.click("#unfocus");
    const k = await page.evaluate(() => window.relata.view.k);
    await page.focus("#map");
    await page.keyboard.press("+");
    assert.ok(await page.evaluate(() => window.relata.view.k) > k);
    await page.keyboard.press("0");
    await page.waitForTimeout(100);
    const before = await page.evaluate(() => window.relata.place("Jan Lund"));
    await page.mouse.move(before.x, before.y);
    await page.mouse.down();
    await page.mouse.move(before.x + 60, before.y + 40, { steps: 4 });
    await page.mouse.up();
    const after = await page.evaluate(() => window.relata.place("Jan Lund"));
    assert.ok(Math.abs(after.x - before.x - 60) < 8 && Math.abs(after.y - before.y - 40) < 8);
    assert.deepEqual(said, []);
    await page.close();
  },

  async "odd labels stay text"() {
    const { page, said } = await open(files.odd);
    assert.equal(await page.title(), "Harbours & <ships>");
    const labels = await page.evaluate(() => window.relata.data.nodes.map((n) => n.label));
    for (const label of ["<script>document.title='taken'</script>", "</script><img src=x onerror=alert(1)>",
      'Ana "A&amp;" Mora', "\\u003cLund", "<!-- Orbex", "caf\uFFFD owner", "line\u2028break"]) {
      assert.ok(labels.includes(label), label);
    }
    for (const tab of ["list", "article", "details"]) {
      await page.click("#tab-" + tab);
      assert.equal(await page.locator("[role=tabpanel] :is(script, img, b, i)").count(), 0);
    }
    await page.fill("#query", "<img");
    await page.keyboard.press("Enter");
    assert.equal(await page.textContent("#details h2"), "</script><img src=x onerror=alert(1)>");
    assert.equal(await page.locator("#details img").count(), 0);
    await page.screenshot({ path: join(folder, "odd.png") });
    assert.deepEqual(said, []);
    await page.close();
  },

  async "what is saved is an SVG with what is seen"() {
    for (const file of [files.news, files.odd]) {
      const { page, said } = await open(file);
      const svg = await page.evaluate(() => window.relata.svg());
      const wrong = await page.evaluate((text) =>
        new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror")?.textContent, svg);
      assert.equal(wrong, undefined);
      assert.ok((svg.match(/<text /g) || []).length > 5);
      const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save-png")]);
      assert.deepEqual([...readFileSync(await download.path()).subarray(1, 4)], [...Buffer.from("PNG")]);
      assert.deepEqual(said, []);
      await page.close();
    }
  },

  async "dark where the reader's system is, and other palettes"() {
    const { page, said } = await open(files.many, { colorScheme: "dark" });
    const page1 = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.equal(page1, "rgb(20, 24, 29)");
    await page.screenshot({ path: join(folder, "dark.png") });
    await page.selectOption("#palette", { label: "print" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
    assert.deepEqual(said, []);
    await page.close();
  },

  async "300 lines, and 5,000 cards to choose from"() {
    for (const [name, least] of [["many", 150], ["crowd", 40]]) {
      const begin = Date.now();
      const { page, said } = await open(files[name]);
      const shown = await page.evaluate(() => window.relata.shown().edges.length);
      assert.ok(shown >= least, name + " " + shown);
      const filter = await page.evaluate(() => {
        const e = document.getElementById("least"), t = performance.now();
        e.value = 60; e.dispatchEvent(new Event("input"));
        return performance.now() - t;
      });
      const paint = await page.evaluate(() => performance.getEntriesByType("paint").map((p) => Math.round(p.startTime)));
      console.log(`${name}: ${shown} lines, first paint ${paint[0]} ms, settled ${Date.now() - begin} ms, filter ${Math.round(filter)} ms`);
      if (name === "crowd") {
        await page.evaluate(() => { for (const [id, v] of [["least", 0], ["top", 100]]) {
          const e = document.getElementById(id); e.value = v; e.dispatchEvent(new Event("input")); } });
        assert.ok(await page.evaluate(() => window.relata.shown().nodes.length) > 3000);
        await page.waitForFunction(() => window.relata.isSettled(), null, { timeout: 120000 });
      }
      await page.screenshot({ path: join(folder, name + ".png") });
      assert.deepEqual(said, []);
      await page.close();
    }
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log("ok " + name);
  } catch (error) {
    ++failed;
    console.log("FAILED " + name + "\n" + error.stack);
  }
}
await browser.close();
process.exit(failed ? 1 : 0);
