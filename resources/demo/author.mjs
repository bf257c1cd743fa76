// A small vocabulary for writing a registry's story: packages, pushes, tags that move, deletions. The result is a state file.
import { createHash } from 'node:crypto';
import { Encoder } from './manifests.mjs';

const kMiB = 1024 * 1024;
const kDay = 86400000;

/** A number in [0, 1) that depends on the text alone. */
export function chance(text) {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** A git commit id that depends on the text alone. */
export const commit = (text) => createHash('sha1').update(text).digest('hex');

const iso = (time) => new Date(time).toISOString().replace('.000Z', 'Z');

/** One owner's registry while it is being written. `hash(name, size)` gives a layer's digests. */
export class Organisation {
  layers = {};
  packages = new Map();
  #steps = new Map();
  #hash;

  constructor({ login, id, type, anchor, viewer, hash }) {
    Object.assign(this, { login, id, type, viewer, anchor: Date.parse(anchor) });
    this.#hash = hash;
    this.encoder = new Encoder(this.packages, this.layers);
  }

  /** Milliseconds of the moment `days` before the anchor, in the morning (so that the age in whole days is `days`); `salt` picks the minute. */
  ago(days, salt) {
    const morning = Math.floor(this.anchor / kDay) * kDay - days * kDay + 7 * 3600000;
    return morning + Math.floor(chance(salt) * 6 * 3600) * 1000;
  }

  /** The layer `name` of `mib` MiB made by the build step `step`; naming it twice is the same layer. */
  layer(name, mib, step) {
    const size = Math.max(1560, Math.round(mib * kMiB));
    if (this.layers[name] && this.layers[name].size !== size) throw new Error(`layer ${name} has two sizes`);
    this.layers[name] ??= { size, ...this.#hash(name, size) };
    this.#steps.set(name, step);
    return name;
  }

  step(name) {
    return this.#steps.get(name);
  }

  package(name, facts) {
    const made = new Package(this, name, facts);
    this.packages.set(name, made);
    return made;
  }

  /** The state as docs/simulator.md has it: ids given in the order of creation, newest version first as GitHub lists them. */
  state() {
    const rows = [...this.packages.values()].flatMap((each) => each.versions.map((version) => ({ each, version })));
    rows.sort((a, b) => a.version.at - b.version.at || a.version.order - b.version.order);
    let id = 418200000;
    for (const { each, version } of rows) version.id = id += 37 + Math.floor(chance(`${each.name}#${version.key}`) * 4000);
    const packages = [...this.packages.values()].map((each, n) => each.state(2710400 + 131 * n));
    const viewer = this.viewer && { viewer: this.viewer };
    return { version: 1, anchor: iso(this.anchor), owner: { login: this.login, id: this.id, type: this.type }, ...viewer, openToVisitors: true, layers: this.layers, packages };
  }
}

/** One package: what was pushed to it, when, and under which tags. */
export class Package {
  versions = [];
  #holders = new Map();

  constructor(organisation, name, facts) {
    Object.assign(this, { organisation, name, facts });
  }

  get(key) {
    return this.organisation.encoder.find(this.name, key).version;
  }

  /** Adds the manifest `body` ({image|index|artifact|raw|listedOnly}) pushed at `at` (ms). */
  add(key, at, body, tags = []) {
    if (this.versions.some((each) => each.key === key)) throw new Error(`${this.name}: the key ${key} is taken`);
    const version = { key, at, moved: at, order: this.versions.length, tags: [], history: [], ...body };
    this.versions.push(version);
    for (const tag of tags) this.tag(tag, key, at);
    return version;
  }

  /** Moves `tag` to `key`; the version that had it loses it. Pushes must be written in the order of time for each tag. */
  tag(tag, key, at) {
    const before = this.#holders.get(tag);
    if (before) this.#release(before, tag, at);
    const version = this.get(key);
    version.tags.push(tag);
    version.history.push({ tag, from: at });
    version.moved = Math.max(version.moved, at);
    this.#holders.set(tag, version);
  }

  #release(version, tag, at) {
    const span = version.history.findLast((each) => each.tag === tag);
    if (at <= span.from) throw new Error(`${this.name}: ${tag} leaves ${version.key} before it came`);
    span.until = at;
    version.tags = version.tags.filter((each) => each !== tag);
    version.moved = Math.max(version.moved, at);
  }

  /** Deletes `key` at `at` with everything that hangs on it: children, attestations, signatures. Its tags end with it. */
  remove(key, at) {
    for (const version of this.versions) {
      const mine = version.key === key || version.key.startsWith(`${key}/`) || version.key.startsWith(`${key}+`);
      if (!mine || version.deletedAt) continue;
      version.deletedAt = at;
      for (const span of version.history) if (!span.until) span.until = at;
    }
  }

  state(id) {
    const versions = this.versions.toSorted((a, b) => b.id - a.id).map(versionState);
    const first = Math.min(...this.versions.map((each) => each.at));
    const last = Math.max(...this.versions.map((each) => each.moved));
    const { visibility = 'private', repository } = this.facts;
    return { name: this.name, id, visibility, ...(repository && { repository }), createdAt: iso(first - 4000), updatedAt: iso(last), versions };
  }
}

function versionState(version) {
  const { key, id, at, moved, tags, history, deletedAt, downloads, image, index, artifact, raw, listedOnly } = version;
  // A tag that names a digest never moves, so its history is the version's own.
  const moving = history.filter((span) => !span.tag.includes('${'));
  const tagHistory = moving.map((span) => ({ tag: span.tag, from: iso(span.from), ...(span.until && { until: iso(span.until) }) }));
  return {
    key,
    id,
    createdAt: iso(at),
    updatedAt: iso(moved),
    tags,
    ...(deletedAt && { deletedAt: iso(deletedAt) }),
    ...(downloads && { downloads }),
    ...(tagHistory.length && { tagHistory }),
    ...(image && { image }),
    ...(index && { index }),
    ...(artifact && { artifact }),
    ...(raw && { raw }),
    ...(listedOnly && { listedOnly }),
  };
}
