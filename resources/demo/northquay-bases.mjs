// The base images every other image of northquay stands on, and the build cache beside them.
import { push } from './build.mjs';
import { signClassic } from './evidence.mjs';
import { bases } from './northquay-layers.mjs';

const kCacheConfig = 'application/vnd.buildkit.cacheconfig.v0';
const kGzip = 'application/vnd.oci.image.layer.v1.tar+gzip';
const ages = { '12.0.1': 185, '12.1.0': 150, '12.1.1-rc1': 26, '12.1.1': 21 };

function part(layers, release, arch, isGpu) {
  const number = release.slice(0, 6);
  const cudaEnv = `CUDA_VERSION=${bases[number].cuda[0]}`;
  const env = ['PATH=/usr/local/bin:/usr/bin:/bin', 'LANG=C.UTF-8', `PYTHON_VERSION=${bases[number].python[0]}`];
  return {
    platform: `linux/${arch}`,
    layers: [...layers.base(number, arch), ...(isGpu ? layers.cuda(number) : [])],
    env: isGpu ? [...env, cudaEnv, 'NVIDIA_VISIBLE_DEVICES=all', 'NVIDIA_DRIVER_CAPABILITIES=compute,utility'] : env,
    ...(isGpu && { cudaEnv }),
    cmd: ['python3'],
  };
}

function addBase(org, layers, name) {
  const isGpu = name === 'base-gpu';
  const pack = org.package(name, { visibility: 'public', repository: 'platform' });
  const sbom = [['python', '3.11.10'], ['numpy', '1.26.4'], ['openssl', '3.0.15'], ['libc6', '2.36-9+deb12u9'], ...(isGpu ? [['cuda-runtime', '12.1.1']] : [])];
  for (const [release, age] of Object.entries(ages)) {
    if (!isGpu && release.includes('rc')) continue;
    const at = release === '12.1.1' ? Date.parse('2025-10-31T10:04:00Z') : org.ago(age, `${name} ${release}`);
    const arches = isGpu || release === '12.0.1' ? ['amd64'] : ['amd64', 'arm64'];
    const parts = arches.map((arch) => part(layers, release, arch, isGpu));
    const tags = release.includes('rc') ? [release] : [release, 'latest', ...(release === '12.1.1' ? ['12.1'] : [])];
    const source = `https://github.com/${org.login}/platform`;
    push(pack, release, { at, version: release, source, parts, sbom, attest: release === '12.1.1' ? 'full' : 'none' }, tags);
    if (release === '12.1.1') signClassic(pack, release, Date.parse('2025-11-05T09:30:00Z')); // P2: sign with cosign
  }
  return pack;
}

/** Cache exported in the index form: an index that lists layers as if they were manifests, and the cache config (that of the export before). */
function addIndexCache(org, pack, names) {
  const blobs = names.map((name) => ({ digest: org.layers[name].digest, size: org.layers[name].size, mediaType: kGzip }));
  const [config] = org.encoder.encode(pack.name, pack.get('buildcache-first')).blobs;
  const manifests = [...blobs, { digest: config.digest, size: config.size, mediaType: kCacheConfig }];
  pack.add('buildcache', org.ago(8, 'base-cpu cache'), { index: { manifests } }, ['buildcache']);
}

/** Cache exported with image-manifest=true: an image manifest whose config is the cache config. */
function addImageCache(org, pack, key, age, names) {
  const config = { layers: names.map((name) => ({ blob: org.layers[name].digest })), records: [] };
  const blobs = names.map((layer) => ({ mediaType: kGzip, layer, annotations: { 'buildkit/createdat': '2025-11-05T09:00:00Z' } }));
  pack.add(key, org.ago(age, `${pack.name} ${key}`), { artifact: { config: { mediaType: kCacheConfig, json: config }, layers: blobs } }, ['buildcache']);
}

export function addBases(org, layers) {
  const cpu = addBase(org, layers, 'base-cpu');
  const gpu = addBase(org, layers, 'base-gpu');
  const stages = layers.base('12.1.1', 'amd64');
  addImageCache(org, cpu, 'buildcache-first', 15, stages);
  addIndexCache(org, cpu, stages);
  addImageCache(org, gpu, 'buildcache', 3, [...stages, ...layers.cuda('12.1.1'), layers.app('base-gpu/build-tools', 9, 'amd64')]);
}
