// What proves something about an image: buildx attestations, cosign signatures, SBOMs, in each shape a registry holds them.
// Signatures are real: Ed25519 (which is deterministic) under a key made from the organisation's name, its public half is written beside
// the state. It is a demonstration key; everybody can make it, it proves nothing outside the demo.
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { sha256 } from './manifests.mjs';

const kImageConfig = 'application/vnd.oci.image.config.v1+json';
const kBundle = 'application/vnd.dev.sigstore.bundle.v0.3+json';
const kInToto = 'application/vnd.in-toto+json';
const kSpdx = 'https://spdx.dev/Document';
const kSlsa = 'https://slsa.dev/provenance/v0.2';
const iso = (time) => new Date(time).toISOString().replace('.000Z', 'Z');

function demoKey(login) {
  const seed = createHash('sha256').update(`slipway demo key of ${login}`).digest();
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** The public half of the demonstration key, PEM. */
export const publicKey = (login) => createPublicKey(demoKey(login)).export({ format: 'pem', type: 'spki' });

const signed = (pack, bytes) => sign(null, Buffer.from(bytes), demoKey(pack.organisation.login)).toString('base64');

/** A small SPDX document: `packages` is a list of [name, version]. */
export function spdx(name, packages, at) {
  return {
    spdxVersion: 'SPDX-2.3',
    dataLicense: 'CC0-1.0',
    SPDXID: 'SPDXRef-DOCUMENT',
    name,
    documentNamespace: `https://northquay.example/spdx/${name}-${at}`,
    creationInfo: { created: iso(at), creators: ['Tool: syft-1.17.0'] },
    packages: packages.map(([each, version]) => ({ SPDXID: `SPDXRef-${each}`, name: each, versionInfo: version })),
  };
}

function statement(pack, key, predicateType, predicate) {
  const name = `pkg:docker/ghcr.io/${pack.organisation.login}/${pack.name}`;
  return JSON.stringify({
    _type: 'https://in-toto.io/Statement/v0.1',
    predicateType,
    subject: [{ name, digest: { sha256: `\${hex:${key}}` } }],
    predicate,
  });
}

function provenance(pack, build) {
  return {
    builder: { id: `https://github.com/${pack.organisation.login}/platform/actions/runs/${build.run}` },
    buildType: 'https://mobyproject.org/buildkit@v1',
    invocation: { configSource: { uri: build.source, digest: { sha1: build.revision } }, parameters: { frontend: 'dockerfile.v0' } },
    metadata: { buildFinishedOn: iso(build.at), completeness: { parameters: true, environment: true, materials: false } },
  };
}

/** The attestation manifest buildx puts beside an image into the index: provenance, and an SBOM when `build.sbom` lists packages. */
export function attestation(pack, key, build) {
  const layer = (text, type) => ({ mediaType: kInToto, text, annotations: { 'in-toto.io/predicate-type': type } });
  const layers = [];
  if (build.sbom) layers.push(layer(statement(pack, key, kSpdx, spdx(pack.name, build.sbom, build.at)), kSpdx));
  layers.push(layer(statement(pack, key, kSlsa, provenance(pack, build)), kSlsa));
  const diffIds = layers.map(({ text }) => sha256(pack.organisation.encoder.expand(pack.name, text)));
  const json = { architecture: 'unknown', os: 'unknown', config: {}, rootfs: { type: 'layers', diff_ids: diffIds } };
  return { artifact: { config: { mediaType: kImageConfig, json }, layers } };
}

/** How an index lists the attestation `attestationKey` of the image `key`. */
export const attestationEntry = (key, attestationKey) => ({
  of: attestationKey,
  platform: 'unknown/unknown',
  annotations: { 'vnd.docker.reference.digest': `\${digest:${key}}`, 'vnd.docker.reference.type': 'attestation-manifest' },
});

function cosignBody(pack, layer) {
  const expanded = pack.organisation.encoder.expand(pack.name, layer.text);
  const json = {
    architecture: '',
    config: {},
    history: [{ created: '0001-01-01T00:00:00Z' }],
    os: '',
    rootfs: { type: 'layers', diff_ids: [sha256(expanded)] },
  };
  return { artifact: { config: { mediaType: kImageConfig, json }, layers: [layer] } };
}

const reference = (pack) => `ghcr.io/${pack.organisation.login}/${pack.name}`;

/** `cosign sign` before 3: the tag `sha256-<hex>.sig`. */
export function signClassic(pack, key, at) {
  const text = JSON.stringify({
    critical: {
      identity: { 'docker-reference': reference(pack) },
      image: { 'docker-manifest-digest': `\${digest:${key}}` },
      type: 'cosign container image signature',
    },
    optional: null,
  });
  const signature = signed(pack, pack.organisation.encoder.expand(pack.name, text));
  const annotations = { 'dev.cosignproject.cosign/signature': signature };
  const body = cosignBody(pack, { mediaType: 'application/vnd.dev.cosign.simplesigning.v1+json', text, annotations });
  return pack.add(`${key}+sig`, at, body, [`sha256-\${hex:${key}}.sig`]);
}

function envelope(pack, statementText) {
  const payload = pack.organisation.encoder.expand(pack.name, statementText);
  const pae = `DSSEv1 ${kInToto.length} ${kInToto} ${Buffer.byteLength(payload)} ${payload}`;
  return { payload: Buffer.from(payload).toString('base64'), payloadType: kInToto, signatures: [{ sig: signed(pack, pae) }] };
}

/** `cosign attest` before 3: the tag `sha256-<hex>.att`, a signed provenance statement. */
export function attestClassic(pack, key, build, at) {
  const text = JSON.stringify(envelope(pack, statement(pack, key, kSlsa, provenance(pack, build))));
  const annotations = { 'dev.cosignproject.cosign/signature': '', predicateType: kSlsa };
  const body = cosignBody(pack, { mediaType: 'application/vnd.dsse.envelope.v1+json', text, annotations });
  return pack.add(`${key}+att`, at, body, [`sha256-\${hex:${key}}.att`]);
}

/** `cosign attach sbom`: the tag `sha256-<hex>.sbom`. */
export function sbomClassic(pack, key, packages, at) {
  const text = JSON.stringify(spdx(pack.name, packages, at));
  return pack.add(`${key}+sbom`, at, cosignBody(pack, { mediaType: 'text/spdx+json', text }), [`sha256-\${hex:${key}}.sbom`]);
}

/** `cosign sign` since 3: a Sigstore bundle whose `subject` is the image; no tag of its own. */
export function signBundle(pack, key, at) {
  const predicateType = 'https://sigstore.dev/cosign/sign/v1';
  const text = JSON.stringify({
    mediaType: kBundle,
    verificationMaterial: { publicKey: { hint: createHash('sha256').update(publicKey(pack.organisation.login)).digest('base64') } },
    dsseEnvelope: envelope(pack, statement(pack, key, predicateType, {})),
  });
  const annotations = {
    'dev.sigstore.bundle.content': 'dsse-envelope',
    'dev.sigstore.bundle.predicateType': predicateType,
    'org.opencontainers.image.created': iso(at),
  };
  return pack.add(`${key}+bundle`, at, { artifact: { artifactType: kBundle, layers: [{ mediaType: kBundle, text }], subject: key, annotations } });
}

/** `oras attach --artifact-type application/spdx+json`: an SBOM file whose `subject` is the image. */
export function sbomAttached(pack, key, packages, at) {
  const text = JSON.stringify(spdx(pack.name, packages, at));
  const layer = { mediaType: 'application/spdx+json', text, annotations: { 'org.opencontainers.image.title': 'sbom.spdx.json' } };
  const annotations = { 'org.opencontainers.image.created': iso(at) };
  return pack.add(`${key}+spdx`, at, { artifact: { artifactType: 'application/spdx+json', layers: [layer], subject: key, annotations } });
}

/** The OCI 1.1 fallback for registries without a referrers API: the tag `sha256-<hex>` on an index of `referrers`. */
export function fallbackIndex(pack, key, referrers, at) {
  return pack.add(`${key}+referrers`, at, { index: { manifests: referrers.map((of) => ({ of })) } }, [`sha256-\${hex:${key}}`]);
}
