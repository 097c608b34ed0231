// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT
//
// The page of a graph: a map on a canvas, filters, details and the article.
// What comes from articles is only ever set as text, never as markup.
"use strict";
(() => {
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const canvas = byId("map"), strip = byId("timeline");
const FONT = 'Helvetica, Arial, "Liberation Sans", sans-serif';
const LABEL_CHARS = 18, MAX_LINES = 4, READABLE = 4.5; // pixels of a letter
const MANY_WORDS = 220;       // lines in view from which their words are hidden
const MANY_NODES = 400;       // from here each frame moves the map, not before

// ------------------------------------------------------------------- model

const nodes = data.nodes, claims = data.claims, edges = data.edges;
nodes.forEach((node, i) => { node.id = i; node.edges = []; node.claims = []; });
edges.forEach((edge, i) => {
  edge.id = i;
  nodes[edge.from].edges.push(edge);
  nodes[edge.to].edges.push(edge);
});
claims.forEach((claim, i) => {
  claim.id = i;
  nodes[claim.subject].claims.push(claim);
  if (claim.object >= 0 && claim.object !== claim.subject) {
    nodes[claim.object].claims.push(claim);
  }
});

const state = {
  kinds: new Set(data.kinds.map((_, i) => i)),
  lines: new Set(data.lines.map((_, i) => i)),
  least: 0, top: 0, since: "", until: "", focus: -1, depth: 1,
  chosen: null,               // {node} or {edge}
  hovered: null,
  palette: 0,
};
let shown = { nodes: [], edges: [], nWanted: 0 };

/// Order of two times as far as both are told: "2018" and "2018-06" are equal
function compareTimes(a, b) {
  const n = Math.min(a.length, b.length);
  return a.slice(0, n) < b.slice(0, n) ? -1 : a.slice(0, n) > b.slice(0, n) ? 1 : 0;
}

function timeOf(claim) {
  const day = data.documents[claim.document].date;
  return claim.time || (day ? [day, day] : ["", ""]);
}

function isWanted(claim) {
  if (claim.confidence * 100 < state.least) return false;
  if (!state.since && !state.until) return true;
  const [begin, end] = timeOf(claim);
  if (!begin && !end) return false;
  return (!state.since || !end || compareTimes(end, state.since) >= 0) &&
    (!state.until || !begin || compareTimes(begin, state.until) <= 0);
}

function reach(wanted) {
  const far = new Map([[state.focus, 0]]);
  for (let step = 0; step < state.depth; ++step) {
    for (const edge of wanted) {
      for (const [a, b] of [[edge.from, edge.to], [edge.to, edge.from]]) {
        if (far.get(a) === step && !far.has(b)) far.set(b, step + 1);
      }
    }
  }
  return far;
}

function select() {
  let wanted = edges.filter((edge) => state.lines.has(edge.line) &&
    state.kinds.has(nodes[edge.from].kind) && state.kinds.has(nodes[edge.to].kind) &&
    edge.claims.some((i) => isWanted(claims[i])));
  if (state.focus >= 0) {
    const far = reach(wanted);
    wanted = wanted.filter((edge) => far.has(edge.from) && far.has(edge.to));
  }
  const kept = wanted.slice(0, state.top); // edges come strongest first
  const ends = new Set();
  for (const edge of kept) { ends.add(edge.from); ends.add(edge.to); }
  if (state.focus >= 0) ends.add(state.focus);
  shown = { nodes: [...ends].sort((a, b) => a - b).map((i) => nodes[i]), edges: kept, nWanted: wanted.length };
  for (const node of shown.nodes) node.degree = 0;
  for (const edge of kept) { ++nodes[edge.from].degree; ++nodes[edge.to].degree; }
  bendParallels(kept);
  byId("status").textContent = "showing " + kept.length + " of " + edges.length + " relations";
  byId("top-text").textContent = String(Math.min(state.top, wanted.length));
  byId("least-text").textContent = state.least + " %";
}

/// Lines between the same two cards bend apart
function bendParallels(list) {
  const pairs = new Map();
  for (const edge of list) {
    const key = Math.min(edge.from, edge.to) + " " + Math.max(edge.from, edge.to);
    if (!pairs.has(key)) pairs.set(key, []);
    pairs.get(key).push(edge);
  }
  for (const group of pairs.values()) {
    group.forEach((edge, i) => {
      const side = edge.from < edge.to ? 1 : -1;
      edge.bend = side * (i - (group.length - 1) / 2) * 44;
    });
  }
}

// ------------------------------------------------------------------ layout

const measure = document.createElement("canvas").getContext("2d");

function wrap(text, width, maxLines) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    let rest = word;
    while (Array.from(rest).length > width) {
      if (line) { lines.push(line); line = ""; }
      lines.push(Array.from(rest).slice(0, width).join(""));
      rest = Array.from(rest).slice(width).join("");
    }
    if (line && Array.from(line).length + 1 + Array.from(rest).length > width) {
      lines.push(line);
      line = rest;
    } else {
      line = line ? line + " " + rest : rest;
    }
  }
  if (line) lines.push(line);
  if (lines.length > maxLines) {
    lines.length = maxLines;
    lines[maxLines - 1] += "…";
  }
  return lines;
}

function shapeCard(node) {
  const size = node.edges.length >= 10 ? 16 : node.edges.length >= 6 ? 13 : 11;
  if (node.size === size) return;
  node.size = size;
  node.words = wrap(node.label || "?", LABEL_CHARS, MAX_LINES);
  node.small = [node.role, node.place, data.kinds[node.kind].shown ? data.kinds[node.kind].word : ""]
    .filter(Boolean).map((text) => Array.from(text).length > 30 ? Array.from(text).slice(0, 29).join("") + "…" : text);
  measure.font = size + "px " + FONT;
  let width = Math.max(...node.words.map((line) => measure.measureText(line).width));
  measure.font = "8px " + FONT;
  width = Math.max(width, ...node.small.map((line) => measure.measureText(line).width));
  node.w = width + 16;
  node.h = node.words.length * size * 1.2 + node.small.length * 10 + 8;
}

/// A quadtree of masses for the repulsion (Barnes and Hut 1986)
function quadtree(list) {
  let x0 = Infinity, y0 = Infinity, x1 = -Infinity, y1 = -Infinity;
  for (const n of list) {
    x0 = Math.min(x0, n.x); y0 = Math.min(y0, n.y); x1 = Math.max(x1, n.x); y1 = Math.max(y1, n.y);
  }
  const root = { x: x0, y: y0, side: Math.max(x1 - x0, y1 - y0, 1), mass: 0, mx: 0, my: 0, kids: null, node: null };
  for (const n of list) insert(root, n, 0);
  return root;
}

function insert(cell, n, level) {
  cell.mx = (cell.mx * cell.mass + n.x) / (cell.mass + 1);
  cell.my = (cell.my * cell.mass + n.y) / (cell.mass + 1);
  ++cell.mass;
  if (cell.mass === 1) { cell.node = n; return; }
  if (level > 24) return;
  if (!cell.kids) {
    const old = cell.node;
    cell.kids = [null, null, null, null];
    cell.node = null;
    if (old) descend(cell, old, level);
  }
  descend(cell, n, level);
}

function descend(cell, n, level) {
  const half = cell.side / 2;
  const k = (n.x >= cell.x + half ? 1 : 0) + (n.y >= cell.y + half ? 2 : 0);
  cell.kids[k] = cell.kids[k] || { x: cell.x + (k & 1 ? half : 0), y: cell.y + (k & 2 ? half : 0),
    side: half, mass: 0, mx: 0, my: 0, kids: null, node: null };
  insert(cell.kids[k], n, level + 1);
}

function repel(cell, n, strength) {
  if (!cell || cell.node === n) return;
  let dx = n.x - cell.mx, dy = n.y - cell.my;
  const d2 = Math.max(dx * dx + dy * dy, 25);
  if (!cell.kids || cell.side * cell.side < 0.7 * d2) {
    n.vx += dx / d2 * strength * cell.mass;
    n.vy += dy / d2 * strength * cell.mass;
    return;
  }
  for (const kid of cell.kids) repel(kid, n, strength);
}

/// Push cards that lie on each other apart; neighbours come from a grid
function separate(list) {
  const step = 120, grid = new Map();
  for (const n of list) {
    const key = Math.floor(n.x / step) + "," + Math.floor(n.y / step);
    if (!grid.has(key)) grid.set(key, []);
    grid.get(key).push(n);
  }
  for (const a of list) {
    const gx = Math.floor(a.x / step), gy = Math.floor(a.y / step);
    for (let i = -1; i <= 1; ++i) {
      for (let k = -1; k <= 1; ++k) {
        for (const b of grid.get((gx + i) + "," + (gy + k)) || []) {
          if (b.id > a.id) part(a, b);
        }
      }
    }
  }
}

function part(a, b) {
  const x = (a.w + b.w) / 2 + 26 - Math.abs(a.x - b.x);
  const y = (a.h + b.h) / 2 + 26 - Math.abs(a.y - b.y);
  if (x <= 0 || y <= 0) return;
  const wa = a.isPinned ? 0 : b.isPinned ? 1 : 0.5;
  if (x < y) {
    const push = a.x <= b.x ? x : -x;
    a.x -= push * wa; b.x += push * (1 - wa);
  } else {
    const push = a.y <= b.y ? y : -y;
    a.y -= push * wa; b.y += push * (1 - wa);
  }
}

let heat = 0;

/// New cards begin beside one that has its place, else on a spiral: the same
/// graph is laid out in the same way each time
function placeNew() {
  let n = 0;
  for (const node of shown.nodes) {
    if (node.at && node.x === undefined) {
      [node.x, node.y] = node.at;
      node.vx = node.vy = 0;
    }
  }
  for (const node of shown.nodes) {
    shapeCard(node);
    if (node.x !== undefined) continue;
    const edge = node.edges.find((e) => nodes[e.from === node.id ? e.to : e.from].x !== undefined);
    const angle = 2.39996 * n, radius = 70 * Math.sqrt(n + 0.5);
    const beside = edge && nodes[edge.from === node.id ? edge.to : edge.from];
    node.x = (beside ? beside.x + 90 * Math.cos(angle) : 1.5 * radius * Math.cos(angle));
    node.y = (beside ? beside.y + 90 * Math.sin(angle) : radius * Math.sin(angle));
    node.vx = node.vy = 0;
    ++n;
  }
  return n;
}

function tick() {
  const list = shown.nodes;
  if (!list.length) return;
  const tree = quadtree(list);
  for (const n of list) {
    repel(tree, n, 900 * heat);
    n.vx -= n.x * 0.06 * heat;
    n.vy -= n.y * 0.1 * heat;
  }
  for (const edge of shown.edges) {
    const a = nodes[edge.from], b = nodes[edge.to];
    const dx = b.x - a.x, dy = b.y - a.y, d = Math.hypot(dx, dy) || 1;
    const rest = 100 + (a.w + b.w) / 4;
    const pull = (d - rest) / d * 0.5 * heat / Math.max(1, Math.min(a.degree, b.degree));
    const share = a.degree / (a.degree + b.degree || 1);
    a.vx += dx * pull * (1 - share); a.vy += dy * pull * (1 - share);
    b.vx -= dx * pull * share; b.vy -= dy * pull * share;
  }
  for (const n of list) {
    n.vx *= 0.6; n.vy *= 0.6;
    if (!n.isPinned) { n.x += n.vx; n.y += n.vy; }
  }
  separate(list);
  heat *= list.length > 1500 ? 0.94 : 0.975;
}

function settle(seconds) {
  const end = performance.now() + seconds * 1000;
  while (heat > 0.02 && performance.now() < end) tick();
}

// -------------------------------------------------------------------- pens

/// Draws on a canvas, in the map's own points
class CanvasPen {
  constructor(context) { this.c = context; }
  shape(points, style) { // [["M", x, y], ["L", ...], ["Q", cx, cy, x, y], ["Z"]]
    const c = this.c;
    c.beginPath();
    for (const [kind, ...p] of points) {
      if (kind === "M") c.moveTo(...p);
      else if (kind === "L") c.lineTo(...p);
      else if (kind === "Q") c.quadraticCurveTo(...p);
      else c.closePath();
    }
    c.setLineDash(style.dash || []);
    c.lineWidth = style.width || 1;
    if (style.fill) { c.fillStyle = style.fill; c.fill(); }
    if (style.stroke) { c.strokeStyle = style.stroke; c.stroke(); }
  }
  text(words, x, y, style) {
    const c = this.c;
    c.font = (style.italic ? "italic " : "") + style.size + "px " + FONT;
    c.textAlign = "center";
    c.fillStyle = style.fill;
    c.fillText(words, x, y);
  }
}

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeXml = (text) => text.replace(/[&<>"]/g, (c) => escapes[c]);
const round = (x) => Math.round(x * 100) / 100;

/// Writes the same as SVG
class SvgPen {
  constructor() { this.parts = []; }
  shape(points, style) {
    const d = points.map(([kind, ...p]) => kind + p.map(round).join(" ")).join("");
    this.parts.push('<path d="' + d + '" fill="' + (style.fill || "none") + '" stroke="' + (style.stroke || "none") +
      '" stroke-width="' + (style.width || 1) + '"' +
      (style.dash ? ' stroke-dasharray="' + style.dash.join(" ") + '"' : "") + "/>");
  }
  text(words, x, y, style) {
    this.parts.push('<text x="' + round(x) + '" y="' + round(y) + '" font-size="' + style.size + '" fill="' + style.fill +
      '" text-anchor="middle"' + (style.italic ? ' font-style="italic"' : "") + ">" + escapeXml(words) + "</text>");
  }
}

// ----------------------------------------------------------------- drawing

const view = { x: 0, y: 0, k: 1 };    // screen = (map - view) * k, from the middle
const look = () => data.palettes[state.palette];
const dashes = { solid: null, dashed: [6, 4], dotted: [1.5, 3.5] };

function cornered(x, y, w, h, r) {
  return [["M", x + r, y], ["L", x + w - r, y], ["Q", x + w, y, x + w, y + r], ["L", x + w, y + h - r],
    ["Q", x + w, y + h, x + w - r, y + h], ["L", x + r, y + h], ["Q", x, y + h, x, y + h - r],
    ["L", x, y + r], ["Q", x, y, x + r, y], ["Z"]];
}

/// Where the line from `to` towards the middle of a card meets its border
function border(node, tx, ty) {
  const dx = tx - node.x, dy = ty - node.y;
  const s = Math.min(Math.abs(node.w / 2 / (dx || 1e-9)), Math.abs(node.h / 2 / (dy || 1e-9)), 1);
  return [node.x + dx * s, node.y + dy * s];
}

/// The curve of an edge: begin, control point, end
function curve(edge) {
  const a = nodes[edge.from], b = nodes[edge.to];
  const dx = b.x - a.x, dy = b.y - a.y, d = Math.hypot(dx, dy) || 1;
  const cx = (a.x + b.x) / 2 - dy / d * edge.bend, cy = (a.y + b.y) / 2 + dx / d * edge.bend;
  return [border(a, cx, cy), [cx, cy], border(b, cx, cy)];
}

const middle = ([p, c, q]) => [(p[0] + 2 * c[0] + q[0]) / 4, (p[1] + 2 * c[1] + q[1]) / 4];

function wordsOf(edge) {
  if (!edge.words) {
    edge.words = edge.labels.slice(0, 3).flatMap((label) => wrap(label, 20, 3));
    if (edge.labels.length > 3) edge.words.push("+" + (edge.labels.length - 3) + " more");
  }
  return edge.words;
}

const isNear = (thing) => {
  const chosen = state.hovered || state.chosen;
  if (!chosen) return false;
  if (chosen.edge) return thing === chosen.edge || thing.id === chosen.edge.from || thing.id === chosen.edge.to;
  return thing.from !== undefined ? thing.from === chosen.node.id || thing.to === chosen.node.id : thing === chosen.node;
};

function drawArrow(pen, style, [, c, q]) {
  const angle = Math.atan2(q[1] - c[1], q[0] - c[0]), cos = Math.cos(angle), sin = Math.sin(angle);
  const at = (back, side) => [q[0] - 8 * back * cos - 3.4 * side * sin, q[1] - 8 * back * sin + 3.4 * side * cos];
  if (style.arrow === "tee") {
    pen.shape([["M", ...at(0, 1.4)], ["L", ...at(0, -1.4)]], { stroke: style.colour, width: 1.6 });
  } else {
    pen.shape([["M", ...q], ["L", ...at(1, 1)], ["L", ...at(1, -1)], ["Z"]],
      { stroke: style.colour, fill: style.arrow === "empty" ? look().page.background : style.colour });
  }
}

function drawEdge(pen, edge, withWords) {
  const style = look().lines[edge.line], path = curve(edge);
  const width = Math.min(0.9 + 0.35 * (edge.claims.length - 1), 2.6) + (isNear(edge) ? 1 : 0);
  pen.shape([["M", ...path[0]], ["Q", ...path[1], ...path[2]]],
    { stroke: style.colour, width, dash: dashes[style.style] });
  drawArrow(pen, style, path);
  if (!withWords) return;
  const lines = wordsOf(edge).concat(edge.source ? ["(says " + edge.source + ")"] : []), [x, y] = middle(path);
  const wide = Math.max(...lines.map((line) => line.length)) * 4.6, high = lines.length * 10.5;
  pen.shape(cornered(x - wide / 2, y - high / 2, wide, high, 3), { fill: look().page.background });
  lines.forEach((line, i) => pen.text(line, x, y - high / 2 + 8.5 + i * 10.5,
    { size: 9, fill: style.ink, italic: edge.source && i === lines.length - 1 }));
}

function drawCard(pen, node, withWords) {
  const card = look().cards[node.kind];
  const x = node.x - node.w / 2, y = node.y - node.h / 2, isChosen = isNear(node);
  pen.shape(cornered(x, y, node.w, node.h, card.round ? 8 : 1), { fill: card.fill,
    stroke: card.border, width: isChosen ? 3.4 : node.edges.length >= 6 ? 2.2 : 1.2, dash: dashes[card.dash] });
  if (!withWords) return;
  let at = y + 4;
  for (const line of node.words) {
    pen.text(line, node.x, at + node.size * 0.95, { size: node.size, fill: look().page.ink });
    at += node.size * 1.2;
  }
  node.small.forEach((line) => {
    pen.text(line, node.x, at + 8, { size: 8, fill: look().page.soft });
    at += 10;
  });
}

/// The part of the map that is seen
function seen() {
  const w = canvas.clientWidth / view.k / 2, h = canvas.clientHeight / view.k / 2;
  return { x0: view.x - w, y0: view.y - h, x1: view.x + w, y1: view.y + h };
}

function paint(pen, box, k) {
  const isIn = (n) => n.x + n.w / 2 > box.x0 && n.x - n.w / 2 < box.x1 && n.y + n.h / 2 > box.y0 && n.y - n.h / 2 < box.y1;
  const list = shown.edges.filter((edge) => {
    const a = nodes[edge.from], b = nodes[edge.to];
    return Math.max(a.x, b.x) > box.x0 && Math.min(a.x, b.x) < box.x1 &&
      Math.max(a.y, b.y) > box.y0 && Math.min(a.y, b.y) < box.y1;
  });
  const canRead = 9 * k >= READABLE && list.length <= MANY_WORDS;
  for (const edge of list) drawEdge(pen, edge, canRead || isNear(edge));
  for (const node of shown.nodes) if (isIn(node)) drawCard(pen, node, node.size * k >= READABLE || isNear(node));
}

function draw() {
  const ratio = window.devicePixelRatio || 1, w = canvas.clientWidth, h = canvas.clientHeight;
  if (canvas.width !== Math.round(w * ratio) || canvas.height !== Math.round(h * ratio)) {
    canvas.width = Math.round(w * ratio);
    canvas.height = Math.round(h * ratio);
  }
  const c = canvas.getContext("2d");
  c.setTransform(1, 0, 0, 1, 0, 0);
  c.fillStyle = look().page.background;
  c.fillRect(0, 0, canvas.width, canvas.height);
  c.setTransform(ratio * view.k, 0, 0, ratio * view.k, ratio * (w / 2 - view.x * view.k), ratio * (h / 2 - view.y * view.k));
  paint(new CanvasPen(c), seen(), view.k);
  drawTimeline();
}

let isScheduled = false, follows = false;

function schedule() {
  if (isScheduled) return;
  isScheduled = true;
  requestAnimationFrame(() => {
    isScheduled = false;
    if (heat > 0.02) {
      settle(0.012);
      if (follows) fit();
      schedule();
    }
    draw();
  });
}

function bounds() {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const n of shown.nodes) {
    box.x0 = Math.min(box.x0, n.x - n.w / 2); box.x1 = Math.max(box.x1, n.x + n.w / 2);
    box.y0 = Math.min(box.y0, n.y - n.h / 2); box.y1 = Math.max(box.y1, n.y + n.h / 2);
  }
  return box;
}

function fit() {
  if (!shown.nodes.length) return;
  const box = bounds();
  view.x = (box.x0 + box.x1) / 2;
  view.y = (box.y0 + box.y1) / 2;
  view.k = Math.min(canvas.clientWidth / (box.x1 - box.x0 + 40), canvas.clientHeight / (box.y1 - box.y0 + 40), 2);
}

/// After a change of what is wanted
function update(isNew) {
  select();
  const n = placeNew();
  if (n) heat = Math.max(heat, n > shown.nodes.length / 3 ? 1 : 0.35);
  if (n && shown.nodes.length <= MANY_NODES) settle(0.15);
  if (isNew) { follows = true; fit(); }
  fillList();
  markArticle();
  schedule();
}

// ----------------------------------------------------------------- details

function element(name, attributes, ...children) {
  const e = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) e.addEventListener(key.slice(2), value);
    else e.setAttribute(key, value);
  }
  e.append(...children.filter((child) => child !== null && child !== undefined));
  return e;
}

const link = (text, act) => element("button", { class: "link", onclick: act }, text);

function factuality(claim) {
  const words = [];
  if (claim.line !== 0 || claim.source) words.push(data.lines[claim.line].word);
  return words.length ? element("span", { class: "tag" }, words.join(", ")) : null;
}

function describe(claim) {
  const box = element("div", { class: "claim" });
  const object = claim.object >= 0 ? link(nodes[claim.object].label, () => choose({ node: nodes[claim.object] })) : claim.value;
  box.append(link(nodes[claim.subject].label, () => choose({ node: nodes[claim.subject] })), " – " + claim.predicate +
    (object ? " – " : ""), object || "", factuality(claim) || "");
  if (claim.slots.length) box.append(element("div", { class: "small" }, claim.slots.join("; ")));
  if (claim.source) box.append(element("div", { class: "small" }, claim.verb + " " + claim.source));
  const source = data.documents[claim.document];
  box.append(element("blockquote", {}, claim.quote),
    element("div", { class: "small" }, link((source.title || source.name) + ", sentence " + claim.sentence,
      () => showEvidence(claim)), (source.date ? ", " + source.date : "") + "; confidence " +
      Math.round(claim.confidence * 100) + " %"));
  return box;
}

function webLink(text) {
  const isSafe = /^https?:\/\//i.test(text);
  return isSafe ? element("a", { href: text, rel: "noopener noreferrer", target: "_blank" }, text) : text;
}

function showNode(panel, node) {
  panel.append(element("h2", {}, node.label), element("div", { class: "small" },
    [data.kinds[node.kind].word, node.role, node.place, node.mentions + (node.mentions === 1 ? " mention" : " mentions")]
      .filter(Boolean).join(" · ")));
  if (node.names.length) panel.append(element("p", {}, "Also: " + node.names.join(", ")));
  if (node.same) panel.append(element("p", {}, "Same as ", webLink(node.same)));
  panel.append(element("p", {}, element("button", { onclick: () => focus(node) }, "Focus on this")),
    element("h3", {}, node.claims.length + (node.claims.length === 1 ? " statement" : " statements")));
  for (const claim of node.claims.filter(isWanted).slice(0, 200)) panel.append(describe(claim));
}

function showDetails() {
  const panel = byId("details"), chosen = state.chosen;
  panel.replaceChildren();
  if (!chosen) {
    panel.append(element("p", {}, "Choose a card or a line of the map, or a relation of the list."),
      element("p", { class: "small" }, nodes.length + " entities, " + edges.length + " relations, " + claims.length +
        " statements from " + data.documents.length + (data.documents.length === 1 ? " document." : " documents.")));
  } else if (chosen.node) {
    showNode(panel, chosen.node);
  } else {
    panel.append(element("h2", {}, nodes[chosen.edge.from].label + " – " + nodes[chosen.edge.to].label));
    for (const i of chosen.edge.claims) panel.append(describe(claims[i]));
  }
}

function choose(chosen, keepsTab) {
  state.chosen = chosen;
  showDetails();
  if (!keepsTab) openTab("details");
  fillList();
  markArticle();
  schedule();
}

function focus(node) {
  state.focus = node.id;
  byId("focusing").hidden = false;
  byId("focus-name").textContent = node.label;
  choose({ node });
  update(true);
}

function unfocus() {
  state.focus = -1;
  byId("focusing").hidden = true;
  update(true);
}

// --------------------------------------------------------------- relations

function fillList() {
  const panel = byId("list");
  if (panel.hidden) return;
  const body = element("tbody", {});
  for (const edge of shown.edges.slice(0, 500)) {
    const isChosen = state.chosen && (state.chosen.edge === edge ||
      (state.chosen.node && (state.chosen.node.id === edge.from || state.chosen.node.id === edge.to)));
    body.append(element("tr", { class: isChosen ? "chosen" : "" },
      element("td", {}, link(nodes[edge.from].label, () => choose({ node: nodes[edge.from] }))),
      element("td", {}, link(edge.labels.join("; "), () => choose({ edge })),
        edge.line ? element("span", { class: "tag" }, data.lines[edge.line].word) : ""),
      element("td", {}, link(nodes[edge.to].label, () => choose({ node: nodes[edge.to] })))));
  }
  panel.replaceChildren(element("table", {}, element("thead", {}, element("tr", {},
    ...["who", "what", "whom"].map((word) => element("th", { scope: "col" }, word)))), body));
}

// ----------------------------------------------------------------- article

let openDocument = 0, wantsScroll = false;

function showEvidence(claim) {
  openDocument = claim.document;
  state.evidence = claim;
  wantsScroll = true;
  openTab("article");
}

/// The text as [begin, end, words]: whole where the page has it, else the
/// sentences that say something
function piecesOf(source, number) {
  if (source.text) return [[0, Infinity, Array.from(source.text)]];
  const pieces = new Map();
  for (const claim of claims) {
    if (claim.document === number && !pieces.has(claim.sentence)) {
      pieces.set(claim.sentence, [claim.sentenceBegin, claim.sentenceEnd, Array.from(claim.sentenceText)]);
    }
  }
  return [...pieces.entries()].sort((a, b) => a[0] - b[0]).map((entry) => entry[1]);
}

function markPiece(parent, [begin, , letters], marks) {
  const end = begin + letters.length;
  const inside = marks.filter((m) => m.begin < end && m.end > begin);
  const cuts = [...new Set([begin, end, ...inside.flatMap((m) => [Math.max(m.begin, begin), Math.min(m.end, end)])])]
    .sort((a, b) => a - b);
  for (let i = 0; i + 1 < cuts.length; ++i) {
    const words = letters.slice(cuts[i] - begin, cuts[i + 1] - begin).join("");
    const over = inside.filter((m) => m.begin <= cuts[i] && m.end >= cuts[i + 1]);
    if (!over.length) {
      parent.append(words);
      continue;
    }
    const isChosen = over.some((m) => m.claims.some(isEvidence));
    parent.append(element("mark", { class: isChosen ? "chosen" : "", title: over.flatMap((m) => m.claims)
      .map((c) => nodes[c.subject].label + " – " + c.predicate).join("\n"),
      onclick: () => chooseClaim(over[over.length - 1].claims[0]) }, words));
  }
}

function isEvidence(claim) {
  const chosen = state.chosen;
  if (state.evidence === claim) return true;
  if (!chosen || state.evidence) return false;
  return chosen.edge ? chosen.edge.claims.includes(claim.id) :
    chosen.node.id === claim.subject || chosen.node.id === claim.object;
}

function chooseClaim(claim) {
  const edge = edges.find((e) => e.claims.includes(claim.id));
  state.evidence = claim;
  choose(edge ? { edge } : { node: nodes[claim.subject] }, true);
}

function markArticle() {
  const panel = byId("article");
  if (panel.hidden) return;
  const source = data.documents[openDocument];
  const spans = new Map();
  for (const claim of claims) {
    if (claim.document === openDocument && isWanted(claim)) {
      const key = claim.begin + "-" + claim.end;
      if (!spans.has(key)) spans.set(key, { begin: claim.begin, end: claim.end, claims: [] });
      spans.get(key).claims.push(claim);
    }
  }
  const chooser = element("select", { "aria-label": "Document", onchange: (event) => {
    openDocument = Number(event.target.value);
    markArticle();
  } }, ...data.documents.map((d, i) => element("option", Object.assign({ value: i }, i === openDocument ? { selected: "" } : {}),
    d.title || d.name)));
  const text = element("div", { class: "text" });
  const marks = [...spans.values()].sort((a, b) => (b.end - b.begin) - (a.end - a.begin));
  for (const piece of piecesOf(source, openDocument)) {
    const part = element("p", {});
    markPiece(part, piece, marks);
    text.append(part);
  }
  panel.replaceChildren(data.documents.length > 1 ? chooser : "", element("h2", {}, source.title || source.name),
    element("div", { class: "small" }, [source.publisher, source.date].filter(Boolean).join(", "), " ",
      source.url ? webLink(source.url) : ""), text);
  const first = panel.querySelector("mark.chosen");
  if (first && wantsScroll) first.scrollIntoView({ block: "center" });
  wantsScroll = false;
}

function openTab(name) {
  for (const tab of ["details", "list", "article"]) {
    byId(tab).hidden = tab !== name;
    byId("tab-" + tab).setAttribute("aria-selected", String(tab === name));
  }
  if (name === "list") fillList();
  if (name === "article") {
    if (state.chosen && !state.evidence) wantsScroll = true;
    const own = state.evidence || (state.chosen && (state.chosen.edge ? claims[state.chosen.edge.claims[0]] : state.chosen.node.claims[0]));
    if (own) openDocument = own.document;
    markArticle();
  }
}

// ---------------------------------------------------------------- timeline

const timeline = { bars: [], unit: 10 };

function prepareTimeline() {
  const times = claims.map((c) => timeOf(c)[0] || timeOf(c)[1]).filter((t) => /^\d{4}/.test(t));
  const distinct = (n) => new Set(times.map((t) => t.slice(0, n))).size;
  if (distinct(10) < 2) return;
  timeline.unit = distinct(10) <= 62 ? 10 : distinct(7) <= 62 ? 7 : 4;
  timeline.keys = [...new Set(times.map((t) => t.slice(0, timeline.unit)))].sort();
  strip.hidden = false;
}

function drawTimeline() {
  if (strip.hidden) return;
  const ratio = window.devicePixelRatio || 1, w = strip.clientWidth, h = strip.clientHeight, c = strip.getContext("2d");
  const counts = new Map(timeline.keys.map((key) => [key, 0]));
  for (const edge of shown.edges) {
    for (const i of edge.claims) {
      const key = (timeOf(claims[i])[0] || timeOf(claims[i])[1]).slice(0, timeline.unit);
      if (counts.has(key)) counts.set(key, counts.get(key) + 1);
    }
  }
  strip.width = Math.round(w * ratio);
  strip.height = Math.round(h * ratio);
  c.setTransform(ratio, 0, 0, ratio, 0, 0);
  c.fillStyle = look().page.background;
  c.fillRect(0, 0, w, h);
  const step = (w - 20) / timeline.keys.length, most = Math.max(1, ...counts.values());
  timeline.keys.forEach((key, i) => {
    const isIn = (!state.since || compareTimes(key, state.since) >= 0) && (!state.until || compareTimes(key, state.until) <= 0);
    const high = counts.get(key) / most * (h - 24);
    c.fillStyle = isIn ? look().cards[0].border : look().lines[0].faint;
    c.fillRect(10 + i * step + 1, h - 16 - high, Math.max(step - 2, 1), Math.max(high, 1));
  });
  c.fillStyle = look().page.soft;
  c.font = "10px " + FONT;
  const every = Math.ceil(70 / step);
  timeline.keys.forEach((key, i) => { if (i % every === 0) c.fillText(key, 10 + i * step, h - 4); });
}

function pickTime(event) {
  const step = (strip.clientWidth - 20) / timeline.keys.length;
  const i = Math.floor((event.offsetX - 10) / step);
  return timeline.keys[Math.max(0, Math.min(timeline.keys.length - 1, i))];
}

function setTimes(a, b) {
  [state.since, state.until] = a < b ? [a, b] : [b, a];
  byId("since").value = state.since;
  byId("until").value = state.until;
  update(false);
}

// ------------------------------------------------------------------ search

const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
let hits = [], hitAt = -1;

function search(words) {
  const wanted = plain(words.trim());
  hits = [];
  if (!wanted) return;
  for (const node of nodes) {
    const name = [node.label, ...node.names].find((text) => plain(text).includes(wanted));
    if (name !== undefined) hits.push({ node, name, rank: (plain(name).startsWith(wanted) ? 0 : 1) - node.claims.length / 1e6 });
  }
  for (const edge of edges) {
    if (hits.length > 300) break;
    const label = edge.labels.find((text) => plain(text).includes(wanted));
    if (label !== undefined) hits.push({ edge, name: label, rank: 2 });
  }
  hits.sort((a, b) => a.rank - b.rank);
  hits.length = Math.min(hits.length, 12);
}

function showHits() {
  const list = byId("hits");
  list.hidden = !hits.length;
  byId("query").setAttribute("aria-expanded", String(hits.length > 0));
  list.replaceChildren(...hits.map((hit, i) => element("li", { role: "option", "aria-selected": String(i === hitAt),
    onclick: () => goTo(hit) }, hit.node ? hit.node.label : nodes[hit.edge.from].label + " – " + hit.name + " – " + nodes[hit.edge.to].label,
    element("small", {}, " " + (hit.node ? data.kinds[hit.node.kind].word + (hit.name === hit.node.label ? "" : ", also " + hit.name) : "relation")))));
}

function closeHits() {
  hits = [];
  hitAt = -1;
  showHits();
}

function goTo(hit) {
  closeHits();
  if (hit.edge && shown.edges.includes(hit.edge)) {
    choose({ edge: hit.edge });
    [view.x, view.y] = middle(curve(hit.edge));
  } else {
    const node = hit.node || nodes[hit.edge.from];
    if (!shown.nodes.includes(node) && node.edges.length) focus(node);
    choose(hit.edge ? { edge: hit.edge } : { node });
    if (shown.nodes.includes(node)) { view.x = node.x; view.y = node.y; }
  }
  view.k = Math.max(view.k, 1);
  follows = false;
  schedule();
}

// ------------------------------------------------------------------ export

function download(name, blob) {
  const url = URL.createObjectURL(blob);
  element("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

function svgOfView() {
  const box = seen(), pen = new SvgPen(), w = box.x1 - box.x0, h = box.y1 - box.y0;
  paint(pen, box, Math.max(view.k, 1));
  return '<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" role="img" width="' + round(w) +
    'pt" height="' + round(h) + 'pt" viewBox="' + [box.x0, box.y0, w, h].map(round).join(" ") +
    '" font-family="Helvetica, Arial, Liberation Sans, sans-serif">\n<title>' + escapeXml(document.title) +
    "</title>\n<desc>" + escapeXml(byId("status").textContent) + '</desc>\n<rect x="' + round(box.x0) + '" y="' + round(box.y0) +
    '" width="' + round(w) + '" height="' + round(h) + '" fill="' + look().page.background + '"/>\n' + pen.parts.join("\n") + "\n</svg>\n";
}

const cleanXml = (text) => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "");

// ------------------------------------------------------------------- input

const toMap = (event) => ({ x: view.x + (event.offsetX - canvas.clientWidth / 2) / view.k,
  y: view.y + (event.offsetY - canvas.clientHeight / 2) / view.k });

function under({ x, y }) {
  for (let i = shown.nodes.length - 1; i >= 0; --i) {
    const n = shown.nodes[i];
    if (Math.abs(x - n.x) <= n.w / 2 && Math.abs(y - n.y) <= n.h / 2) return { node: n };
  }
  let best = null, least = 7 / view.k;
  for (const edge of shown.edges) {
    const [p, c, q] = curve(edge);
    for (let t = 0; t <= 1; t += 0.05) {
      const px = (1 - t) * (1 - t) * p[0] + 2 * t * (1 - t) * c[0] + t * t * q[0];
      const py = (1 - t) * (1 - t) * p[1] + 2 * t * (1 - t) * c[1] + t * t * q[1];
      const d = Math.hypot(px - x, py - y);
      if (d < least) { least = d; best = { edge }; }
    }
  }
  return best;
}

function zoom(factor, at) {
  const k = Math.max(0.02, Math.min(8, view.k * factor));
  if (at) {
    view.x = at.x - (at.x - view.x) * view.k / k;
    view.y = at.y - (at.y - view.y) * view.k / k;
  }
  view.k = k;
  follows = false;
  schedule();
}

let grip = null;

canvas.addEventListener("pointerdown", (event) => {
  const at = toMap(event), hit = under(at);
  canvas.setPointerCapture(event.pointerId);
  grip = { at, hit, isMoved: false, node: hit && hit.node };
  canvas.classList.add("moving");
});
canvas.addEventListener("pointermove", (event) => {
  const at = toMap(event);
  if (!grip) {
    const hit = under(at), old = state.hovered;
    state.hovered = hit;
    canvas.title = hit ? (hit.node ? hit.node.label : hit.edge.labels.join("; ")) : "";
    if ((hit && (hit.node || hit.edge)) !== (old && (old.node || old.edge))) schedule();
    return;
  }
  if (Math.hypot(at.x - grip.at.x, at.y - grip.at.y) * view.k < 3 && !grip.isMoved) return;
  grip.isMoved = true;
  follows = false;
  if (grip.node) {
    grip.node.x = at.x; grip.node.y = at.y;
    grip.node.isPinned = true;
  } else {
    view.x -= at.x - grip.at.x;
    view.y -= at.y - grip.at.y;
  }
  schedule();
});
canvas.addEventListener("pointerup", () => {
  canvas.classList.remove("moving");
  if (grip && !grip.isMoved) {
    state.evidence = null;
    choose(grip.hit, !grip.hit);
  }
  grip = null;
});
canvas.addEventListener("pointerleave", () => { state.hovered = null; schedule(); });
canvas.addEventListener("dblclick", (event) => { const hit = under(toMap(event)); if (hit && hit.node) focus(hit.node); });
canvas.addEventListener("wheel", (event) => {
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * 0.0015), toMap(event));
}, { passive: false });

function step(by) {
  const order = [...shown.nodes].sort((a, b) => b.degree - a.degree || a.id - b.id);
  if (!order.length) return;
  const at = state.chosen && state.chosen.node ? order.indexOf(state.chosen.node) : -1;
  const node = order[(at + by + order.length) % order.length];
  state.evidence = null;
  choose({ node });
  view.x = node.x; view.y = node.y;
  follows = false;
}

const move = (x, y) => () => { view.x += x * 60 / view.k; view.y += y * 60 / view.k; follows = false; schedule(); };
const keys = [
  ["/", "search", () => byId("query").focus()],
  ["n", "next card", () => step(1)],
  ["p", "card before", () => step(-1)],
  ["Enter", "focus on the chosen card", () => state.chosen && state.chosen.node && focus(state.chosen.node)],
  ["Escape", "show all again", () => { state.chosen = null; state.evidence = null; if (state.focus >= 0) unfocus(); choose(null, true); }],
  ["0", "fit the map", () => { follows = true; fit(); schedule(); }],
  ["+", "larger", () => zoom(1.25)],
  ["-", "smaller", () => zoom(0.8)],
  ["ArrowLeft", "move the map", move(-1, 0)],
  ["ArrowRight", "move the map", move(1, 0)],
  ["ArrowUp", "move the map", move(0, -1)],
  ["ArrowDown", "move the map", move(0, 1)],
  ["?", "these keys", () => byId("keys").showModal()],
];
document.addEventListener("keydown", (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA|BUTTON)$/.test(event.target.tagName);
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  if (isTyping && event.key !== "Escape") return;
  const found = keys.find((key) => key[0] === event.key);
  if (found) {
    event.preventDefault();
    found[2]();
  }
});

const query = byId("query");
query.addEventListener("input", () => { search(query.value); hitAt = hits.length ? 0 : -1; showHits(); });
query.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    hitAt = (hitAt + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % (hits.length || 1);
    showHits();
  } else if (event.key === "Enter" && hits[hitAt]) {
    goTo(hits[hitAt]);
    canvas.focus();
  } else if (event.key === "Escape") {
    closeHits();
    canvas.focus();
    event.stopPropagation();
  }
});
document.addEventListener("click", (event) => { if (!byId("find").contains(event.target)) closeHits(); });

// ----------------------------------------------------------------- filters

function chips(place, things, chosen, colour) {
  things.forEach((thing, i) => {
    if (!thing.count) return;
    const box = element("input", { type: "checkbox" });
    const label = element("label", {}, box, thing.word + " " + thing.count);
    box.checked = true;
    box.addEventListener("change", () => {
      if (box.checked) chosen.add(i); else chosen.delete(i);
      label.classList.toggle("off", !box.checked);
      update(false);
    });
    label.paint = () => { label.style.borderColor = colour(i); };
    place.append(label);
  });
}

/// Slider from 0 to 100 to a count from 1 to all, in even steps of ratio
const scaled = (value) => Math.max(1, Math.round(Math.pow(Math.max(edges.length, 2), value / 100)));
const sliderOf = (count) => Math.round(100 * Math.log(count) / Math.log(Math.max(edges.length, 2)));

function paintPage() {
  const style = document.documentElement.style, page = look().page;
  style.setProperty("--page", page.background);
  style.setProperty("--ink", page.ink);
  style.setProperty("--soft", page.soft);
  style.setProperty("--edge", look().cards[data.plain].border);
  for (const label of document.querySelectorAll(".chips label")) label.paint();
  schedule();
}

function start() {
  data.kinds.forEach((kind, i) => { kind.count = nodes.filter((n) => n.kind === i && n.edges.length).length; });
  data.lines.forEach((line, i) => { line.count = edges.filter((e) => e.line === i).length; });
  chips(byId("kinds"), data.kinds, state.kinds, (i) => look().cards[i].border);
  chips(byId("lines"), data.lines, state.lines, (i) => look().lines[i].colour);
  data.palettes.forEach((p, i) => byId("palette").append(element("option", { value: i }, p.name)));
  const wantsDark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  state.palette = Math.max(0, data.palettes.findIndex((p) => p.name === (data.palette || (wantsDark ? "dark" : "light"))));
  byId("palette").value = String(state.palette);
  state.top = Math.min(data.top, edges.length);
  byId("top").value = String(sliderOf(Math.max(1, state.top)));
  for (const [key, what] of keys) byId("key-list").append(element("dt", {}, key), element("dd", {}, what));
  byId("times").hidden = !claims.some((c) => timeOf(c)[0] || timeOf(c)[1]);
  prepareTimeline();
  paintPage();
  showDetails();
  update(true);
}

byId("least").addEventListener("input", (event) => { state.least = Number(event.target.value); update(false); });
byId("top").addEventListener("input", (event) => {
  state.top = Number(event.target.value) >= 100 ? edges.length : scaled(Number(event.target.value));
  update(false);
});
for (const name of ["since", "until"]) {
  byId(name).addEventListener("change", (event) => {
    const text = event.target.value.trim(), isTime = /^(\d{4}(-\d\d(-\d\d)?)?)?$/.test(text);
    event.target.setCustomValidity(isTime ? "" : "expected 2018, 2018-06 or 2018-06-03");
    event.target.reportValidity();
    if (isTime) { state[name] = text; update(false); }
  });
}
byId("palette").addEventListener("change", (event) => { state.palette = Number(event.target.value); paintPage(); });
byId("depth").addEventListener("change", (event) => { state.depth = Math.max(1, Number(event.target.value) || 1); update(true); });
byId("unfocus").addEventListener("click", unfocus);
byId("fit").addEventListener("click", () => { follows = true; fit(); schedule(); });
byId("help").addEventListener("click", () => byId("keys").showModal());
byId("save-svg").addEventListener("click", () => download("map.svg", new Blob([cleanXml(svgOfView())], { type: "image/svg+xml" })));
byId("save-png").addEventListener("click", () => canvas.toBlob((blob) => download("map.png", blob)));
for (const tab of ["details", "list", "article"]) byId("tab-" + tab).addEventListener("click", () => openTab(tab));
let timeGrip = "";
strip.addEventListener("pointerdown", (event) => { timeGrip = pickTime(event); strip.setPointerCapture(event.pointerId); });
strip.addEventListener("pointermove", (event) => { if (timeGrip) setTimes(timeGrip, pickTime(event)); });
strip.addEventListener("pointerup", (event) => {
  const at = pickTime(event);
  if (timeGrip === at && state.since === at && state.until === at) setTimes("", ""); else setTimes(timeGrip, at);
  timeGrip = "";
});
window.addEventListener("resize", () => { if (follows) fit(); schedule(); });

start();

// For tests, and for whoever looks into the page: where things are drawn
window.relata = {
  data, state, view,
  shown: () => shown,
  isSettled: () => heat <= 0.02,
  place: (label) => {
    const node = nodes.find((n) => n.label === label && n.x !== undefined), box = canvas.getBoundingClientRect();
    return node && { x: box.x + box.width / 2 + (node.x - view.x) * view.k, y: box.y + box.height / 2 + (node.y - view.y) * view.k };
  },
  svg: () => cleanXml(svgOfView()),
};
})();
