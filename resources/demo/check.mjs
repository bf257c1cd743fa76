#!/usr/bin/env node
// Checks the written demo organisations without the composer's code: every digest from its bytes, every reference, every sum the story
// promises. node resources/demo/check.mjs, or at the end of compose.mjs.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { checkStory, expectations } from './checkstory.mjs';

const sha = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** The tar of a layer whose tar has `length` bytes, whole in memory, straight from docs/simulator.md. */
function tarOf(name, length) {
  const tar = Buffer.alloc(length);
  const fields = [[`layer/${name}`.slice(0, 99), 0], ['0000644', 100], ['0000000', 108], ['0000000', 116], [(length - 1536).toString(8).padStart(11, '0'), 124], ['00000000000', 136], ['        ', 148], ['0', 156], ['ustar', 257], ['00', 263]];
  for (const [text, at] of fields) tar.write(text, at, 'latin1');
  let sum = 0;
  for (let at = 0; at < 512; ++at) sum += tar[at];
  tar.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  let state = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(name)) state = BigInt.asUintN(64, (state ^ BigInt(byte)) * 1099511628211n);
  const block = Buffer.alloc(65536);
  for (let word = 0; word < 8192; ++word) {
    state ^= state >> 12n;
    state = BigInt.asUintN(64, state ^ (state << 25n));
    state ^= state >> 27n;
    block.writeBigUInt64LE(BigInt.asUintN(64, state * 2685821657736338717n), word * 8);
  }
  for (let at = 512; at < length - 1024; at += 65536) block.copy(tar, at, 0, Math.min(65536, length - 1024 - at));
  return tar;
}

/** {digest, diffId} of the layer, built whole: slow and plain on purpose. */
function layerDigests(name, size) {
  let blocks = 1;
  let length = 0;
  for (; ; ++blocks) {
    length = Math.floor(Math.min(blocks * 65535, size - 19 - 5 * blocks) / 512) * 512;
    if (Math.floor((size - 19 - 5 * (blocks + 1)) / 512) * 512 <= blocks * 65535) break;
  }
  blocks = Math.ceil(length / 65535);
  const tar = tarOf(name, length);
  const fill = size - 19 - length - 5 * blocks;
  const gzip = createHash('sha256').update(Buffer.from('1f8b08080000000000ff', 'hex')).update(`${'s'.repeat(fill)}\0`);
  for (let n = 0; n < blocks; ++n) {
    const piece = tar.subarray(n * 65535, (n + 1) * 65535);
    const head = Buffer.from([n === blocks - 1 ? 1 : 0, 0, 0, 0, 0]);
    head.writeUInt16LE(piece.length, 1);
    head.writeUInt16LE(65535 - piece.length, 3);
    gzip.update(head).update(piece);
  }
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(tar), 0);
  tail.writeUInt32LE(length, 4);
  return { digest: gzip.update(tail).digest('hex'), diffId: createHash('sha256').update(tar).digest('hex') };
}

function checkLayers(state, problem) {
  for (const [name, layer] of Object.entries(state.layers)) {
    const { digest, diffId } = layerDigests(name, layer.size);
    if (layer.digest !== `sha256:${digest}`) problem(`layer ${name}: digest is sha256:${digest}`);
    if (layer.diffId !== `sha256:${diffId}`) problem(`layer ${name}: diffId is sha256:${diffId}`);
  }
}

function checkShape(state, problem) {
  const ids = new Set();
  const unique = (id, what) => (ids.has(id) ? problem(`${what}: id ${id} twice`) : ids.add(id));
  const anchor = Date.parse(state.anchor);
  for (const pack of state.packages) {
    unique(pack.id, pack.name);
    const tags = new Set();
    const keys = new Set();
    for (const version of pack.versions) {
      const what = `${pack.name} ${version.key}`;
      unique(version.id, what);
      if (keys.has(version.key)) problem(`${what}: key twice`);
      keys.add(version.key);
      for (const tag of version.tags) tags.has(tag) ? problem(`${what}: tag ${tag} twice`) : tags.add(tag);
      const times = [version.createdAt, version.updatedAt, version.deletedAt, ...(version.tagHistory ?? []).flatMap((span) => [span.from, span.until])].filter(Boolean);
      if (times.some((time) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) || Date.parse(time) > anchor)) problem(`${what}: a time is wrong or later than the anchor`);
      if (version.updatedAt < version.createdAt || (version.deletedAt && version.deletedAt < version.updatedAt)) problem(`${what}: created, updated, deleted are not in order`);
      for (const span of version.tagHistory ?? []) if (span.from < version.createdAt || (span.until && span.until <= span.from)) problem(`${what}: history of ${span.tag}`);
      const held = (version.tagHistory ?? []).filter((span) => (version.deletedAt ? span.until === version.deletedAt : !span.until)).map((span) => span.tag);
      const moving = version.tags.filter((tag) => !tag.includes('${'));
      if (JSON.stringify(held.toSorted()) !== JSON.stringify(moving.toSorted())) problem(`${what}: tags and their history differ`);
      if (['image', 'index', 'artifact', 'raw', 'listedOnly'].filter((each) => version[each]).length !== 1) problem(`${what}: not exactly one manifest`);
    }
  }
}

/** Encodes one version's manifest again, from the document, in a way of its own: {digest, size, mediaType, blobs, entries, subject}. */
export function encoder(state) {
  const table = new Map(state.packages.flatMap((pack) => pack.versions.map((version) => [`${pack.name}#${version.key}`, { pack: pack.name, version }])));
  const done = new Map();
  const sortedJson = (value) => JSON.stringify(value, (key, each) => (each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
  const fill = (pack, text) => text.replace(/\$\{(\w+):([^}]*)\}/g, (_, how, key) => (how === 'hex' ? get(pack, key).digest.slice(7) : get(pack, key).digest));
  const map = (pack, name, value) => (value ? `,"${name}":${fill(pack, sortedJson(value))}` : '');
  const describe = (pack, key) => {
    const { mediaType, digest, size } = get(pack, key);
    return `"mediaType":"${mediaType}","digest":"${digest}","size":${size}`;
  };
  const platform = (text) => {
    const [os, architecture, variant] = text.split('/');
    return `,"platform":{"architecture":"${architecture}","os":"${os}"${variant ? `,"variant":"${variant}"` : ''}}`;
  };

  function image(pack, { platform: where, layers, config, annotations, docker }) {
    const [os, architecture, variant] = where.split('/');
    const list = layers.map((name) => state.layers[name]);
    const inner = [['Env', config.env], ['Entrypoint', config.entrypoint], ['Cmd', config.cmd]].filter(([, value]) => value).map(([name, value]) => `"${name}":${JSON.stringify(value)}`);
    if (config.labels) inner.push(`"Labels":${fill(pack, sortedJson(config.labels))}`);
    const text = `{"created":"${config.created}","architecture":"${architecture}","os":"${os}"${variant ? `,"variant":"${variant}"` : ''},"config":{${inner}},"rootfs":{"type":"layers","diff_ids":${JSON.stringify(list.map((each) => each.diffId))}},"history":${JSON.stringify(config.history)}}`;
    const types = docker ? ['vnd.docker.distribution.manifest.v2+json', 'vnd.docker.container.image.v1+json', 'vnd.docker.image.rootfs.diff.tar.gzip'] : ['vnd.oci.image.manifest.v1+json', 'vnd.oci.image.config.v1+json', 'vnd.oci.image.layer.v1.tar+gzip'];
    const blobs = [{ digest: sha(text), size: Buffer.byteLength(text) }, ...list];
    const lines = blobs.map((blob, n) => `{"mediaType":"application/${types[n ? 2 : 1]}","digest":"${blob.digest}","size":${blob.size}}`);
    return [`{"schemaVersion":2,"mediaType":"application/${types[0]}","config":${lines[0]},"layers":[${lines.slice(1)}]${map(pack, 'annotations', annotations)}}`, `application/${types[0]}`, { blobs }];
  }

  function index(pack, { manifests, annotations, subject, docker }) {
    const entries = manifests.map((entry) => {
      const head = entry.of ? describe(pack, entry.of) : `"mediaType":"${entry.mediaType}","digest":"${entry.digest}","size":${entry.size}`;
      return `{${head}${map(pack, 'annotations', entry.annotations)}${entry.platform ? platform(entry.platform) : ''}}`;
    });
    const type = docker ? 'application/vnd.docker.distribution.manifest.list.v2+json' : 'application/vnd.oci.image.index.v1+json';
    const tail = subject ? `,"subject":{${describe(pack, subject)}}` : '';
    return [`{"schemaVersion":2,"mediaType":"${type}","manifests":[${entries}]${tail}${map(pack, 'annotations', annotations)}}`, type, { blobs: [], entries: entries.map((each) => JSON.parse(each)) }];
  }

  function artifact(pack, { artifactType, config, layers, subject, annotations }) {
    const text = config?.json ? fill(pack, sortedJson(config.json)) : '{}';
    const blobs = [{ mediaType: config?.mediaType ?? 'application/vnd.oci.empty.v1+json', digest: sha(text), size: Buffer.byteLength(text) }];
    const lines = [];
    for (const layer of layers) {
      const body = layer.layer ? undefined : fill(pack, layer.text);
      const blob = body === undefined ? state.layers[layer.layer] : { digest: sha(body), size: Buffer.byteLength(body) };
      blobs.push(blob);
      lines.push(`{"mediaType":"${layer.mediaType}","digest":"${blob.digest}","size":${blob.size}${map(pack, 'annotations', layer.annotations)}}`);
    }
    const type = artifactType ? `"artifactType":"${artifactType}",` : '';
    const tail = subject ? `,"subject":{${describe(pack, subject)}}` : '';
    const { mediaType, digest, size } = blobs[0];
    const head = `{"mediaType":"${mediaType}","digest":"${digest}","size":${size}}`;
    return [`{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json",${type}"config":${head},"layers":[${lines}]${tail}${map(pack, 'annotations', annotations)}}`, 'application/vnd.oci.image.manifest.v1+json', { blobs }];
  }

  function get(pack, key) {
    const name = key.includes('#') ? key : `${pack}#${key}`;
    const found = table.get(name);
    if (!found) throw new Error(`${pack}: no version ${key}`);
    if (done.has(name)) return done.get(name);
    const { version } = found;
    if (version.listedOnly) return { digest: version.listedOnly, size: 0, mediaType: '', blobs: [] };
    if (version.raw) return { digest: sha(version.raw.text), size: Buffer.byteLength(version.raw.text), mediaType: version.raw.mediaType, blobs: [] };
    const how = version.image ? image : version.index ? index : artifact;
    const [bytes, mediaType, rest] = how(found.pack, version.image ?? version.index ?? version.artifact);
    const subject = (version.index ?? version.artifact)?.subject;
    done.set(name, { digest: sha(bytes), size: Buffer.byteLength(bytes), mediaType, bytes, subject: subject && get(found.pack, subject).digest, ...rest });
    return done.get(name);
  }
  return { get, fill };
}

function checkFile(folder, name, { layers }) {
  const problems = [];
  const problem = (text) => problems.push(`${name}: ${text}`);
  const text = readFileSync(join(folder, `${name}.json`), 'utf8');
  if (text.length > 1.5e6) problem(`the file has ${text.length} bytes`);
  const state = JSON.parse(text);
  checkShape(state, problem);
  if (layers) checkLayers(state, problem);
  checkStory(state, encoder(state), expectations[name], problem);
  console.log(`${name}.json: ${text.length} bytes, ${Object.keys(state.layers).length} layers${layers ? '' : ' taken on trust'}, ${problems.length ? `${problems.length} problems` : 'checked'}`);
  return problems;
}

/** Checks both files in `folder`; prints what is wrong; true if nothing is. Without `layers` the 36 GiB of layers are not hashed anew. */
export function check(folder, { layers = true } = {}) {
  const problems = Object.keys(expectations).flatMap((name) => checkFile(folder, name, { layers }));
  for (const each of problems) console.error(each);
  return problems.length === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = check(dirname(fileURLToPath(import.meta.url)), { layers: !process.argv.includes('--trust-layers') }) ? 0 : 1;
