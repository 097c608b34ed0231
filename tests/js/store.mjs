// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT
//
// store.mjs [PORT]: a triple store over oxigraph, in memory, on 127.0.0.1. It
// speaks the SPARQL 1.1 Graph Store Protocol at /store, queries at /query and
// updates at /update, as `oxigraph serve` does, and prints its port when it
// listens (a free one where none is named).

import { createServer } from 'node:http';
import oxigraph from 'oxigraph';

const store = new oxigraph.Store();

const RESULTS = {
  'text/csv': 'text/csv',
  'text/tab-separated-values': 'text/tab-separated-values',
  'application/sparql-results+json': 'application/sparql-results+json',
};

/** The graph that a URL names: ?default or ?graph=IRI. */
function graphOf(url) {
  if (url.searchParams.has('default')) {
    return oxigraph.defaultGraph();
  }
  const graph = url.searchParams.get('graph');
  return graph ? oxigraph.namedNode(graph) : null;
}

function isThere(graph) {
  return graph.termType === 'DefaultGraph' ||
    store.query(`ASK { GRAPH <${graph.value}> { ?s ?p ?o } }`);
}

function drop(graph) {
  store.update(graph.termType === 'DefaultGraph' ?
    'DROP DEFAULT' : `DROP SILENT GRAPH <${graph.value}>`);
}

function changeGraph(method, graph, type, body) {
  const wasThere = isThere(graph);
  if (method === 'DELETE') {
    drop(graph);
    return [wasThere ? 204 : 404];
  }
  if (method !== 'PUT' && method !== 'POST') {
    return [405, 'expected PUT, POST or DELETE'];
  }
  if (method === 'PUT') {
    drop(graph);
  }
  store.load(body, { format: type, to_graph_name: graph });
  return [wasThere ? 204 : 201];
}

function query(text, accept) {
  const type = Object.keys(RESULTS).find((name) => accept.includes(name)) ??
    'application/sparql-results+json';
  return [200, store.query(text, { results_format: type }), type];
}

/** Status, body and media type for a request. */
function answer(request, url, body) {
  const type = (request.headers['content-type'] ?? '').split(';')[0];
  const form = type === 'application/x-www-form-urlencoded' ?
    new URLSearchParams(body) : new URLSearchParams();
  switch (url.pathname) {
    case '/store': {
      const graph = graphOf(url);
      return graph ? changeGraph(request.method, graph, type, body) :
        [400, 'expected ?graph=IRI or ?default'];
    }
    case '/query':
      return query(form.get('query') ?? url.searchParams.get('query') ?? body,
        request.headers.accept ?? '');
    case '/update':
      store.update(form.get('update') ?? body);
      return [204];
    default:
      return [404, `nothing is at ${url.pathname}`];
  }
}

const server = createServer((request, response) => {
  const pieces = [];
  request.on('data', (piece) => pieces.push(piece));
  request.on('end', () => {
    const url = new URL(request.url, 'http://127.0.0.1');
    let status = 400;
    let body = '';
    let type = 'text/plain';
    try {
      [status, body = '', type = 'text/plain'] =
        answer(request, url, Buffer.concat(pieces).toString('utf8'));
    } catch (error) {
      body = String(error.message ?? error);
    }
    response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8` });
    response.end(body);
  });
});

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  process.stdout.write(`${server.address().port}\n`);
});
