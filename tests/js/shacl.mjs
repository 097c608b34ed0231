// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT
//
// shacl.mjs SHAPES FILE [SHAPE]...: validate a graph in Turtle, N-Triples or
// N-Quads against SHACL shapes with shacl-engine. The shapes named behind it are
// switched off. Prints a line for each violation, sorted: focus node, path,
// constraint, value; then both questions that SHACL core cannot ask, put to
// oxigraph. Exit 1 if there was any.

import { readFileSync } from 'node:fs';
import { Parser } from 'n3';
import oxigraph from 'oxigraph';
import rdf from 'rdf-ext';
import { Validator } from 'shacl-engine';

const SH = 'http://www.w3.org/ns/shacl#';
const OURS = 'https://w3id.org/relata/';
const PREFIXES = `
  PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
  PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
  PREFIX relata: <https://w3id.org/relata/ns#>`;

// each must find nothing: an asserted claim without its plain triple, a plain
// triple without an asserted claim, the same in the words of schema.org and ORG,
// and what must never be asserted
const QUESTIONS = {
  'no-plain-triple': `SELECT ?s ?p ?o WHERE {
    ?c relata:asserted true ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .
    FILTER isIRI(?o) FILTER NOT EXISTS { ?s ?p ?o } }`,
  'no-asserted-claim': `SELECT ?s ?p ?o WHERE {
    ?s ?p ?o . FILTER CONTAINS(STR(?p), "/relation/")
    FILTER NOT EXISTS { ?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
      relata:asserted true } }`,
  'no-claim-behind': `SELECT ?s ?p ?o WHERE {
    ?s ?p ?o . ?s rdfs:label ?a . ?o rdfs:label ?b .
    FILTER (STRSTARTS(STR(?p), "https://schema.org/") ||
            STRSTARTS(STR(?p), "http://www.w3.org/ns/org#"))
    FILTER NOT EXISTS { ?c relata:asserted true ;
      rdf:subject ?s ; rdf:object ?o }
    FILTER NOT EXISTS { ?c relata:asserted true ;
      rdf:subject ?o ; rdf:object ?s } }`,
  'asserted-unsafe': `SELECT ?s ?p ?o WHERE {
    ?s relata:asserted true ; ?p ?o . FILTER (
      (?p = relata:modality && ?o != relata:Actual) ||
      (?p = relata:polarity && ?o != relata:Positive) ||
      (?p = relata:attributedTo && OFF_OWN_WORD)) }`,
};

function read(path) {
  const format = path.endsWith('.nq') ? 'N-Quads' : 'Turtle';
  const parser = new Parser({ format, baseIRI: 'https://example.org/base/' });
  return parser.parse(readFileSync(path, 'utf8'));
}

/// All graphs of the file as one
function dataset(quads) {
  return rdf.dataset(
    quads.map((q) => rdf.quad(q.subject, q.predicate, q.object)));
}

/// Our own things by the end of their IRI, words of a vocabulary by theirs
function short(term) {
  const value = term ? term.value : '-';
  return value.startsWith(OURS) && !value.startsWith(`${OURS}ns#`)
    ? value.slice(OURS.length)
    : value.replace(/^.*[/#](?=.)/u, '');
}

const [shapesPath, path, ...off] = process.argv.slice(2);
const shapes = dataset(read(shapesPath));
for (const name of off) {
  shapes.add(rdf.quad(
    rdf.namedNode(`https://w3id.org/relata/shapes#${name}`),
    rdf.namedNode(`${SH}deactivated`),
    rdf.literal('true',
      rdf.namedNode('http://www.w3.org/2001/XMLSchema#boolean'))));
}

const data = dataset(read(path));
const report = await new Validator(shapes, { factory: rdf })
  .validate({ dataset: data });
const lines = report.results.map((result) => [
  result.focusNode?.term ?? result.focusNode,
  result.path?.[0]?.predicates?.[0],
  result.constraintComponent,
  result.value?.term ?? result.value,
].map(short).join(' '));

const store = new oxigraph.Store([...data]);
for (const [name, query] of Object.entries(QUESTIONS)) {
  const ownWord = off.includes('OwnWord') ? 'false' : 'true';
  const text = PREFIXES + query.replace('OFF_OWN_WORD', ownWord);
  for (const row of store.query(text)) {
    lines.push([name, ...['s', 'p', 'o'].map((v) => short(row.get(v)))]
      .join(' '));
  }
}
if (report.conforms !== (report.results.length === 0)) {
  lines.push('the report contradicts itself');
}
lines.sort();
process.stdout.write(lines.map((line) => `${line}\n`).join(''));
process.exitCode = lines.length ? 1 : 0;
