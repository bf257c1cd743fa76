// What a build pushes: one image, or an index of images with their attestations.
import { commit } from './author.mjs';
import { attestation, attestationEntry } from './evidence.mjs';

const iso = (time) => new Date(time).toISOString().replace('.000Z', 'Z');
const kMinute = 60000;

function labels(pack, build) {
  const base = build.base && {
    'org.opencontainers.image.base.name': `ghcr.io/${pack.organisation.login}/${build.base.replace('#', ':')}`,
    'org.opencontainers.image.base.digest': `\${digest:${build.base}}`,
  };
  return {
    'org.opencontainers.image.created': iso(build.at - kMinute),
    'org.opencontainers.image.revision': build.revision,
    'org.opencontainers.image.source': build.source,
    'org.opencontainers.image.title': pack.name,
    'org.opencontainers.image.version': build.version,
    ...base,
  };
}

function history(pack, part) {
  const steps = part.layers.map((name) => ({ created_by: pack.organisation.step(name) }));
  const empty = (created_by) => ({ created_by, empty_layer: true });
  if (part.cudaEnv) steps.push(empty(`ENV ${part.cudaEnv}`));
  if (part.user) steps.push(empty(`USER ${part.user}`));
  if (part.entrypoint) steps.push(empty(`ENTRYPOINT ${JSON.stringify(part.entrypoint)}`));
  if (part.cmd) steps.push(empty(`CMD ${JSON.stringify(part.cmd)}`));
  return steps;
}

function image(pack, build, part) {
  const config = {
    created: iso(build.at - kMinute),
    env: part.env,
    labels: labels(pack, build),
    history: history(pack, part),
    ...(part.cmd && { cmd: part.cmd }),
    ...(part.entrypoint && { entrypoint: part.entrypoint }),
  };
  const annotations = { 'org.opencontainers.image.revision': build.revision.slice(0, 7), 'org.opencontainers.image.version': build.version };
  return { image: { platform: part.platform, layers: part.layers, config, ...(build.docker ? { docker: true } : { annotations }) } };
}

/**
 * Pushes `build` = {at, version, source, base?: PACKAGE#KEY, parts: [{platform, layers, env, …}], attest: 'none'|'provenance'|'full', sbom?, docker?}
 * under `key`. One part without attestations is a plain image; otherwise an index, as buildx makes it.
 */
export function push(pack, key, build, tags = []) {
  build.revision ??= commit(`${pack.name} ${key}`);
  build.run ??= 19400000000 + Number.parseInt(build.revision.slice(0, 7), 16);
  if (build.parts.length === 1 && build.attest === 'none') return pack.add(key, build.at, image(pack, build, build.parts[0]), tags);
  const entries = [];
  const proofs = [];
  build.parts.forEach((part, n) => {
    const child = `${key}/${part.platform.split('/')[1]}`;
    pack.add(child, build.at - 9000 + n * 1000, image(pack, build, part));
    entries.push({ of: child, platform: part.platform });
    if (build.attest === 'none') return;
    const proof = attestation(pack, child, { ...build, sbom: build.attest === 'full' ? build.sbom : undefined });
    pack.add(`${child}.proof`, build.at - 5000 + n * 1000, proof);
    proofs.push(attestationEntry(child, `${child}.proof`));
  });
  const docker = build.docker && { docker: true };
  return pack.add(key, build.at, { index: { manifests: [...entries, ...proofs], ...docker } }, tags);
}
