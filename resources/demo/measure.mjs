// Counts a state as cli.md's "Bytes" does: a blob is a layer or a config, `stored` is distinct blobs of all active versions.
import { Encoder } from './manifests.mjs';

const kDay = 86400000;
export const gib = (bytes) => bytes / 2 ** 30;

/** Every version with its encoded manifest: {pack, version, digest, blobs, children, subject}. */
export function rows(state) {
  const packages = new Map(state.packages.map((each) => [each.name, each]));
  const encoder = new Encoder(packages, state.layers);
  return state.packages.flatMap((pack) =>
    pack.versions.map((version) => {
      const tags = version.tags.map((tag) => encoder.expand(pack.name, tag));
      return { pack, version, tags, id: version.id, ...encoder.encode(pack.name, version) };
    }),
  );
}

export const isActive = (row) => !row.version.deletedAt;

/** What kind of row it is; `children` = digests listed by some index of the package. */
export function kind(row) {
  const { image, index, artifact } = row.version;
  if (image) return 'image';
  if (index) return index.manifests.some((each) => each.mediaType?.includes('cacheconfig')) ? 'cache' : 'index';
  if (!artifact) return 'unreadable';
  const media = `${artifact.artifactType ?? ''} ${artifact.config?.mediaType ?? ''} ${artifact.layers.map((each) => each.mediaType).join(' ')}`;
  if (media.includes('cacheconfig')) return 'cache';
  if (media.includes('simplesigning') || media.includes('sigstore.bundle')) return 'signature';
  if (media.includes('spdx')) return 'sbom';
  if (media.includes('in-toto') || media.includes('dsse')) return 'attestation';
  return 'artifact';
}

/** Distinct blobs of rows as Map digest → size. */
export function blobsOf(list) {
  const blobs = new Map();
  for (const row of list) for (const { digest, size } of row.blobs) blobs.set(digest, size);
  return blobs;
}

export const total = (blobs) => [...blobs.values()].reduce((sum, size) => sum + size, 0);

/** Stored bytes by group; a shared blob counts where it is first in the order of the state's packages (base and infrastructure come first). */
export function byGroup(list, groupOf) {
  const seen = new Set();
  const groups = new Map();
  for (const row of list) {
    const group = groupOf(row.pack);
    for (const { digest, size } of row.blobs) {
      if (seen.has(digest)) continue;
      seen.add(digest);
      groups.set(group, (groups.get(group) ?? 0) + size);
    }
  }
  return groups;
}

/** Logical bytes: every image manifest whole, without deduplication. */
export function logical(list) {
  return list.reduce((sum, row) => sum + (row.version.index ? 0 : total(blobsOf([row]))), 0);
}

/** Stored bytes at `days` before the anchor. */
export function storedAt(state, list, days) {
  const at = Date.parse(state.anchor) - days * kDay;
  return total(blobsOf(list.filter(({ version }) => Date.parse(version.createdAt) <= at && (!version.deletedAt || Date.parse(version.deletedAt) > at))));
}

/** Map key → the items that have it, in their order. */
export function grouped(list, keyOf) {
  const groups = new Map();
  for (const item of list) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}
