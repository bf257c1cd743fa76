// What the demo organisations promise: counts, sums and the shapes that must be there. Used by check.mjs.
const kGiB = 2 ** 30;
const kDay = 86400000;

export const expectations = {
  northquay: {
    packages: 36, imagePackages: 34, imageVersions: 212, stored: [18.65, 18.75], first: [13.4, 13.9],
    hubs: { platform: [5.8, 6.0], affective_processing_center: [2.5, 2.7], real_time_audio_pipeline: [2.2, 2.4], vision_perception_hub: [2.6, 2.8], language_reasoning_core: [2.9, 3.1],
      memory_context_store: [0.5, 0.7], multimodal_fusion_gateway: [0.8, 1.0], speech_synthesis_studio: [0.6, 0.8] },
    broken: ['mcs-store-cpu v0.3.2'], orphans: 1,
    shapes: ['.sig', '.att', '.sbom', 'bundle', 'fallback', 'spdx attached', 'buildx attestation', 'signature on a platform', 'signature on an attestation', 'bundle on a platform', 'cache image', 'cache index', 'chart', 'debug tag', 'own artifact', 'docker', 'multi-arch'],
    shared: { 'apc-emotion': 4, 'apc-prosody': 5, 'rtap-asr': 5, 'sss-tts': 5, 'lrc-chat': 5, 'lrc-embed': 5, 'vph-detect': 5, 'vph-ocr': 5, 'mfg-fusion': 5 },
    cuda: { 'vph-detect-gpu': '12.2.0', 'rtap-asr-gpu': '12.1.0', 'apc-emotion-gpu': '12.1.1', 'base-gpu': '12.1.1' },
    unsigned: ['error-bus', 'mfg-gateway-cpu'], withoutSbom: ['error-bus', 'mfg-gateway-cpu', 'rtap-mixer-cpu'],
  },
  siriusscan: { packages: 6, imagePackages: 6, imageVersions: 57, stored: [3.6, 3.7], first: [1.65, 1.75], hubs: {}, broken: [], orphans: 0, shapes: ['buildx attestation', 'multi-arch'], shared: {}, cuda: {} },
};

function readRows(state, { get, fill }) {
  return state.packages.flatMap((pack) =>
    pack.versions.map((version) => ({ pack, version, tags: version.tags.map((tag) => fill(pack.name, tag)), ...get(pack.name, version.key) })),
  );
}

function checkStored(state, rows, expected, problem) {
  const sum = (list) => [...new Map(list.flatMap((row) => row.blobs.map((blob) => [blob.digest, blob.size]))).values()].reduce((a, b) => a + b, 0) / kGiB;
  const within = (what, value, [low, high]) => value >= low && value <= high || problem(`${what} is ${value.toFixed(3)} GiB, not between ${low} and ${high}`);
  within('stored', sum(rows.filter((row) => !row.version.deletedAt)), expected.stored);
  const start = Date.parse(state.anchor) - 90 * kDay;
  within('stored 90 days ago', sum(rows.filter(({ version }) => Date.parse(version.createdAt) <= start && !(Date.parse(version.deletedAt) <= start))), expected.first);
  let before = [];
  for (const [hub, bounds] of Object.entries(expected.hubs)) {
    const with_ = [...before, ...rows.filter((row) => !row.version.deletedAt && row.pack.repository === hub)];
    within(hub, sum(with_) - sum(before), bounds);
    before = with_;
  }
}

const latestOf = (rows, name) => rows.find((row) => row.pack.name === name && row.version.tags.includes('latest'));

/** The layers of the amd64 image behind a package's `latest`. */
function latestLayers(rows, name) {
  const row = latestOf(rows, name);
  const image = row.version.image ?? rows.find((each) => each.pack === row.pack && each.digest === row.entries.find((entry) => entry.platform.architecture === 'amd64').digest).version.image;
  return { layers: image.layers, env: image.config.env };
}

function checkPairs(rows, expected, problem) {
  for (const [stem, count] of Object.entries(expected.shared)) {
    const cpu = latestLayers(rows, `${stem}-cpu`).layers;
    const gpu = latestLayers(rows, `${stem}-gpu`).layers;
    const same = cpu.findIndex((layer, n) => layer !== gpu[n]);
    if (same !== count) problem(`${stem}: CPU and GPU share ${same} layers, not ${count}`);
  }
  for (const [name, version] of Object.entries(expected.cuda)) {
    if (!latestLayers(rows, name).env.includes(`CUDA_VERSION=${version}`)) problem(`${name}: CUDA is not ${version}`);
  }
}

function shapesOf(rows) {
  const active = rows.filter((row) => !row.version.deletedAt);
  const byDigest = new Map(active.map((row) => [row.digest, row]));
  const shapes = new Set();
  const listedBy = new Map(active.flatMap((row) => (row.entries ?? []).map((entry) => [entry.digest, row])));
  for (const row of active) {
    const { artifact, index, image } = row.version;
    for (const tag of row.tags) {
      const named = /^sha256-([0-9a-f]{64})(.*)$/.exec(tag);
      if (!named) continue;
      shapes.add({ '': 'fallback', '-debug': 'debug tag' }[named[2]] ?? named[2]);
      const subject = byDigest.get(`sha256:${named[1]}`);
      if (named[2] === '.sig' && subject?.version.artifact) shapes.add('signature on an attestation');
      if (named[2] === '.sig' && subject?.version.image && listedBy.has(subject.digest)) shapes.add('signature on a platform');
    }
    if (row.subject) {
      shapes.add(artifact.artifactType.includes('bundle') ? 'bundle' : 'spdx attached');
      if (listedBy.has(row.subject)) shapes.add('bundle on a platform');
    }
    if (row.entries?.some((entry) => entry.annotations?.['vnd.docker.reference.type'] === 'attestation-manifest' && byDigest.has(entry.digest) && byDigest.has(entry.annotations['vnd.docker.reference.digest']))) shapes.add('buildx attestation');
    if (['amd64', 'arm64'].every((arch) => row.entries?.some((entry) => entry.platform?.architecture === arch))) shapes.add('multi-arch');
    if (artifact?.config?.mediaType.includes('cacheconfig')) shapes.add('cache image');
    if (row.entries?.some((entry) => entry.mediaType.includes('cacheconfig'))) shapes.add('cache index');
    if (artifact?.config?.mediaType.includes('helm')) shapes.add('chart');
    if (artifact?.artifactType?.includes('test-results')) shapes.add('own artifact');
    if (image?.docker || index?.docker) shapes.add('docker');
  }
  return shapes;
}

function checkEvidence(rows, expected, problem) {
  if (!expected.unsigned) return;
  const active = rows.filter((row) => !row.version.deletedAt);
  const names = new Set(active.filter((row) => row.version.tags.includes('latest')).map((row) => row.pack.name));
  const lacks = (test) => [...names].filter((name) => !test(name, latestOf(rows, name))).toSorted();
  const attached = (row, suffix, type) => active.some((each) => each.pack === row.pack && (each.tags.includes(`${row.digest.replace(':', '-')}${suffix}`) || (each.subject === row.digest && each.version.artifact.artifactType.includes(type))));
  const listed = (row) => (row.entries ?? []).map((entry) => active.find((each) => each.pack === row.pack && each.digest === entry.digest)).filter(Boolean);
  const unsigned = lacks((name, row) => attached(row, '.sig', 'sigstore'));
  const attests = (row) => row.version.artifact?.layers.some((layer) => layer.annotations?.['in-toto.io/predicate-type'] === 'https://spdx.dev/Document');
  const bare = lacks((name, row) => attached(row, '.sbom', 'spdx') || listed(row).some(attests));
  if (JSON.stringify(unsigned) !== JSON.stringify(expected.unsigned)) problem(`unsigned: ${unsigned}`);
  if (JSON.stringify(bare) !== JSON.stringify(expected.withoutSbom)) problem(`without SBOM: ${bare}`);
}

/** Everything the story promises about `state`; `expected` as above. */
export function checkStory(state, coder, expected, problem) {
  const rows = readRows(state, coder);
  const active = rows.filter((row) => !row.version.deletedAt);
  const digests = new Set(active.map((row) => row.digest));
  const count = (what, value, wanted) => value === wanted || problem(`${what}: ${value}, not ${wanted}`);
  count('packages', state.packages.length, expected.packages);
  const seen = new Set();
  for (const row of rows) seen.has(row.pack.name + row.digest) ? problem(`${row.pack.name} ${row.version.key}: the same manifest twice`) : seen.add(row.pack.name + row.digest);
  const listed = new Set(rows.flatMap((row) => row.entries ?? []).map((entry) => entry.digest));
  const isCache = (row) => row.entries?.some((entry) => entry.mediaType.includes('cacheconfig'));
  const images = active.filter((row) => (row.version.image || row.version.index) && !isCache(row) && !listed.has(row.digest) && !row.tags.some((tag) => /^sha256-[0-9a-f]{64}$/.test(tag)));
  count('image versions', images.length, expected.imageVersions);
  count('packages with images', new Set(images.map((row) => row.pack)).size, expected.imagePackages);
  const broken = active.filter((row) => row.tags.length && !isCache(row) && row.entries?.some((entry) => !digests.has(entry.digest))).map((row) => `${row.pack.name} ${row.tags[0]}`);
  count('broken', broken.join(', '), expected.broken.join(', '));
  const named = active.flatMap((row) => row.tags.map((tag) => /^sha256-([0-9a-f]{64})(\.\w+)?$/.exec(tag)?.[1])).filter(Boolean).map((hex) => `sha256:${hex}`);
  count('orphans', [...named, ...active.map((row) => row.subject).filter(Boolean)].filter((digest) => !digests.has(digest)).length, expected.orphans);
  const shapes = shapesOf(rows);
  for (const shape of expected.shapes) if (!shapes.has(shape)) problem(`no ${shape}`);
  checkStored(state, rows, expected, problem);
  checkPairs(rows, expected, problem);
  checkEvidence(rows, expected, problem);
}
