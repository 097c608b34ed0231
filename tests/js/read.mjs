// Copyright 2026 The relata authors
// SPDX-License-Identifier: MIT
//
// read.mjs READER FORMAT FILE: read a file with an independent reader and
// print what it holds as N-Quads, sorted. READER is oxigraph, n3 or jsonld;
// FORMAT is ttl, nt, nq, trig, rdf or jsonld. Exit 1 if it is refused.

import { readFileSync } from 'node:fs';

const MEDIA_TYPES = {
  ttl: 'text/turtle',
  nt: 'application/n-triples',
  nq: 'application/n-quads',
  trig: 'application/trig',
  rdf: 'application/rdf+xml',
  jsonld: 'application/ld+json',
};

const BASE = 'https://example.org/base/';

// Each loads only what it needs
const readers = {
  async oxigraph(text, format) {
    const { default: oxigraph } = await import('oxigraph');
    const store = new oxigraph.Store();
    store.load(text, { format: MEDIA_TYPES[format], base_iri: BASE });
    return store.dump({ format: 'application/n-quads' });
  },
  async n3(text, format) {
    const { Parser, Writer } = await import('n3');
    const parser = new Parser({ format: MEDIA_TYPES[format], baseIRI: BASE });
    return new Writer({ format: 'N-Quads' }).quadsToString(parser.parse(text));
  },
  async jsonld(text) {
    const { default: jsonld } = await import('jsonld');
    const documentLoader = (url) => {
      throw new Error(`a context outside the file: ${url}`);
    };
    return jsonld.toRDF(JSON.parse(text), {
      format: 'application/n-quads',
      documentLoader,
      safe: true,
    });
  },
};

const [reader, format, file] = process.argv.slice(2);
try {
  const quads = await readers[reader](readFileSync(file, 'utf8'), format);
  const lines = quads.split('\n').filter((line) => line !== '');
  process.stdout.write([...new Set(lines)].sort().join('\n') + '\n');
} catch (error) {
  process.stderr.write(`${file}: ${reader}: ${error.message}\n`);
  process.exitCode = 1;
}
