// What a good organisation also has: a chart, a failed build, one broken image, a signature without a subject, rows nobody can read.
import { push } from './build.mjs';
import { signBundle, signClassic } from './evidence.mjs';

const kManifest = 'application/vnd.oci.image.manifest.v1+json';
const python = { env: ['LANG=C.UTF-8', 'PYTHON_VERSION=3.11.10'], cmd: ['python', '-m', 'app'] };
const sourceOf = (org, repository) => `https://github.com/${org.login}/${repository}`;

function addChart(org) {
  const pack = org.package('charts/platform', { visibility: 'public', repository: 'platform' });
  const chart = { apiVersion: 'v2', name: 'platform', description: 'The services every hub needs', type: 'application' };
  for (const [version, age] of [['0.3.0', 66], ['0.4.0', 17], ['0.4.1', 9]]) {
    const layer = org.layer(`chart/platform-${version}`, 0.05, 'helm package charts/platform');
    const config = { mediaType: 'application/vnd.cncf.helm.config.v1+json', json: { ...chart, version, appVersion: `v${version}` } };
    const annotations = { 'org.opencontainers.image.title': 'platform', 'org.opencontainers.image.version': version };
    const layers = [{ mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip', layer }];
    pack.add(version, org.ago(age, `chart ${version}`), { artifact: { config, layers, annotations } }, [version]);
  }
}

/** Somebody pushed test results by hand: linked to no repository, matched by no rule, so it shows as unassigned. */
function addScratch(org) {
  const pack = org.package('ci-scratch', {});
  const text = '{"suite":"smoke","passed":412,"failed":0}\n';
  const layers = [{ mediaType: 'application/json', text, annotations: { 'org.opencontainers.image.title': 'results.json' } }];
  pack.add('results', org.ago(33, 'results'), { artifact: { artifactType: 'application/vnd.northquay.test-results', layers } }, ['smoke-0.4.0']);
}

/** Build 1179 of vph-detect-gpu failed after its push: nothing but the leftover refers to its model. */
function addLeftover(org, layers) {
  const pack = org.packages.get('vph-detect-gpu');
  const stack = pack.get('v0.4.0/amd64').image.layers.slice(0, -2);
  const own = [layers.model('vph-detect-gpu/failed-1179', 300, 'amd64'), layers.app('vph-detect-gpu/failed-1179', 2, 'amd64')];
  const parts = [{ platform: 'linux/amd64', layers: [...stack, ...own], ...python }];
  const build = { at: org.ago(9, 'failed-1179'), version: 'failed-1179', source: sourceOf(org, 'vision_perception_hub'), base: 'base-gpu#12.1.1', parts, attest: 'none' };
  push(pack, 'failed-1179', build, ['failed-1179']);
}

/** v0.3.2 of mcs-store-cpu: its arm64 image was deleted as an untagged version, the index that lists it was not. */
function addBroken(org) {
  const pack = org.packages.get('mcs-store-cpu');
  const index = pack.get('v0.3.2').index;
  const lost = index.manifests.findIndex((each) => each.platform === 'linux/arm64');
  const { digest, size } = org.encoder.encode(pack.name, pack.get(index.manifests[lost].of));
  pack.remove('v0.3.2/arm64', org.ago(19, 'mcs arm64') - 4 * 3600000);
  index.manifests[lost] = { digest, size, mediaType: kManifest, platform: 'linux/arm64' };
}

/** A signature whose image was deleted by hand, without it. */
function addOrphan(org) {
  const pack = org.packages.get('apc-prosody-gpu');
  const gone = pack.get('v0.2.9');
  signClassic(pack, 'v0.2.9', gone.at + 3600000);
}

/** A debug image under a tag that looks like a referrer's and is not. */
function addDebug(org, layers) {
  const pack = org.packages.get('vph-detect-cpu');
  const stack = pack.get('v0.3.9').image.layers;
  const parts = [{ platform: 'linux/amd64', layers: [...stack, layers.binary('debug-tools/gdb-13', 18, 'amd64')], ...python }];
  const build = { at: org.ago(26, 'debug'), version: 'v0.3.9-debug', source: sourceOf(org, 'vision_perception_hub'), base: 'base-cpu#12.1.0', parts, attest: 'none' };
  push(pack, 'debug', build, ['sha256-${hex:v0.3.9}-debug']);
}

export function addWarts(org, layers) {
  addChart(org);
  addScratch(org);
  addLeftover(org, layers);
  addBroken(org);
  addOrphan(org);
  addDebug(org, layers);
  // Signatures below the top: on an attestation, and a bundle on a platform's image.
  const torch = org.packages.get('torch-cpu');
  signClassic(torch, 'v0.4.1/amd64.proof', torch.get('v0.4.1').at + 95000);
  const embed = org.packages.get('lrc-embed-cpu');
  signBundle(embed, 'v0.4.1/arm64', embed.get('v0.4.1').at + 95000);
  org.packages.get('service-registry').get('v0.3.9').downloads = 5812;
}
