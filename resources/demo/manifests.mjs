// Manifests and configs of a state, byte for byte as docs/simulator.md ("Exactly which bytes") has the simulator write them.
import { createHash } from 'node:crypto';

export const kOciManifest = 'application/vnd.oci.image.manifest.v1+json';
export const kOciIndex = 'application/vnd.oci.image.index.v1+json';
const kDockerManifest = 'application/vnd.docker.distribution.manifest.v2+json';
const kDockerList = 'application/vnd.docker.distribution.manifest.list.v2+json';

export const sha256 = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A JSON value with every object's members sorted by key. */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

/** An object without its absent members, and without empty maps and lists. */
function compact(object) {
  const empty = (value) => value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(object).filter(([, value]) => !empty(value)));
}

function platformOf(text) {
  if (!text) return undefined;
  const [os, architecture, variant] = text.split('/');
  return compact({ architecture, os, variant });
}

/** Encodes the versions of one organisation; a manifest is encoded once. `packages` is a Map name → {versions}, `layers` an object. */
export class Encoder {
  #packages;
  #layers;
  #done = new Map();

  constructor(packages, layers) {
    this.#packages = packages;
    this.#layers = layers;
  }

  /** The version that KEY or PACKAGE#KEY names, seen from package `from`. */
  find(from, key) {
    const cut = key.indexOf('#');
    const name = cut < 0 ? from : key.slice(0, cut);
    const version = this.#packages.get(name)?.versions.find((each) => each.key === key.slice(cut + 1));
    if (!version) throw new Error(`${from}: no version with the key ${key}`);
    return { name, version };
  }

  digestOf(from, key) {
    const { name, version } = this.find(from, key);
    return this.encode(name, version).digest;
  }

  /** `text` with `${digest:KEY}` and `${hex:KEY}` replaced. */
  expand(from, text) {
    return text.replace(/\$\{(digest|hex):([^}]+)\}/g, (all, what, key) => {
      const digest = this.digestOf(from, key);
      return what === 'hex' ? digest.slice(7) : digest;
    });
  }

  #expandAll(from, value) {
    if (typeof value === 'string') return this.expand(from, value);
    if (Array.isArray(value)) return value.map((each) => this.#expandAll(from, each));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, this.#expandAll(from, each)]));
  }

  #map(from, map) {
    return map && sorted(this.#expandAll(from, map));
  }

  /** `{digest, size, mediaType, blobs: [{digest,size}], children: [digest], subject}` of a version's manifest. */
  encode(from, version) {
    const known = this.#done.get(version);
    if (known === null) throw new Error(`${from}: ${version.key} refers to itself`);
    if (known) return known;
    this.#done.set(version, null);
    const result = this.#encode(from, version);
    this.#done.set(version, result);
    return result;
  }

  #encode(from, version) {
    if (version.listedOnly) return { digest: version.listedOnly, size: 0, mediaType: '', blobs: [], children: [] };
    if (version.raw) {
      const bytes = Buffer.from(version.raw.text ?? version.raw.base64, version.raw.text === undefined ? 'base64' : 'utf8');
      return { digest: sha256(bytes), size: bytes.length, mediaType: version.raw.mediaType, blobs: [], children: [] };
    }
    const { manifest, blobs, children = [], subject } = version.image
      ? this.#image(from, version.image)
      : version.index
        ? this.#index(from, version.index)
        : this.#artifact(from, version.artifact);
    const bytes = Buffer.from(JSON.stringify(manifest));
    return { digest: sha256(bytes), size: bytes.length, mediaType: manifest.mediaType, blobs, children, subject };
  }

  #image(from, image) {
    const { docker, config } = image;
    const [os, architecture, variant] = image.platform.split('/');
    const inner = {};
    for (const [key, name] of [['env', 'Env'], ['entrypoint', 'Entrypoint'], ['cmd', 'Cmd']]) {
      if (config[key]) inner[name] = this.#expandAll(from, config[key]);
    }
    if (config.labels) inner.Labels = this.#map(from, config.labels);
    const layers = image.layers.map((name) => ({ name, ...this.#layer(from, name) }));
    const json = JSON.stringify({
      ...compact({ created: config.created, architecture, os, variant, config: inner }),
      rootfs: { type: 'layers', diff_ids: layers.map((layer) => layer.diffId) },
      ...(config.history && { history: config.history }),
    });
    const head = {
      mediaType: docker ? 'application/vnd.docker.container.image.v1+json' : 'application/vnd.oci.image.config.v1+json',
      digest: sha256(json),
      size: Buffer.byteLength(json),
    };
    const mediaType = docker ? 'application/vnd.docker.image.rootfs.diff.tar.gzip' : 'application/vnd.oci.image.layer.v1.tar+gzip';
    const listed = layers.map(({ digest, size }) => ({ mediaType, digest, size }));
    const manifest = compact({
      schemaVersion: 2,
      mediaType: docker ? kDockerManifest : kOciManifest,
      config: head,
      layers: listed,
      annotations: this.#map(from, image.annotations),
    });
    return { manifest, blobs: [head, ...listed] };
  }

  #layer(from, name) {
    const layer = this.#layers[name];
    if (!layer) throw new Error(`${from}: no layer ${name}`);
    return layer;
  }

  #descriptor(from, key) {
    const { name, version } = this.find(from, key);
    const { mediaType, digest, size } = this.encode(name, version);
    return { mediaType, digest, size };
  }

  #index(from, index) {
    const manifests = index.manifests.map((entry) => {
      const target = entry.of ? this.#descriptor(from, entry.of) : { mediaType: entry.mediaType ?? kOciManifest, digest: entry.digest, size: entry.size };
      return { ...target, ...compact({ annotations: this.#map(from, entry.annotations), platform: platformOf(entry.platform) }) };
    });
    const subject = index.subject && this.#descriptor(from, index.subject);
    const manifest = {
      schemaVersion: 2,
      mediaType: index.docker ? kDockerList : kOciIndex,
      ...(index.artifactType && { artifactType: index.artifactType }),
      manifests,
      ...compact({ subject, annotations: this.#map(from, index.annotations) }),
    };
    return { manifest, blobs: [], children: manifests.map((each) => each.digest), subject: subject?.digest };
  }

  #artifact(from, artifact) {
    const json = artifact.config?.json === undefined ? '{}' : JSON.stringify(sorted(this.#expandAll(from, artifact.config.json)));
    const config = {
      mediaType: artifact.config?.mediaType ?? 'application/vnd.oci.empty.v1+json',
      digest: sha256(json),
      size: Buffer.byteLength(json),
    };
    const layers = artifact.layers.map((layer) => ({ ...this.#blob(from, layer), ...compact({ annotations: this.#map(from, layer.annotations) }) }));
    const subject = artifact.subject && this.#descriptor(from, artifact.subject);
    const manifest = {
      schemaVersion: 2,
      mediaType: kOciManifest,
      ...(artifact.artifactType && { artifactType: artifact.artifactType }),
      config,
      layers,
      ...compact({ subject, annotations: this.#map(from, artifact.annotations) }),
    };
    return { manifest, blobs: [config, ...layers], subject: subject?.digest };
  }

  #blob(from, { mediaType, layer, text, json }) {
    if (layer !== undefined) {
      const { digest, size } = this.#layer(from, layer);
      return { mediaType, digest, size };
    }
    const bytes = Buffer.from(text !== undefined ? this.expand(from, text) : JSON.stringify(sorted(this.#expandAll(from, json))));
    return { mediaType, digest: sha256(bytes), size: bytes.length };
  }
}
