// Which layers an image of northquay consists of, and what its config says.
import { bases } from './northquay-layers.mjs';
import { hubs, images, platform } from './northquay-images.mjs';

const kPath = 'PATH=/usr/local/bin:/usr/local/sbin:/usr/sbin:/usr/bin:/sbin:/bin';
const kNewBase = Date.parse('2025-10-31T12:00:00Z'); // when base 12.1.1 became current

/** Exceptions the pictures tell of: images that are on another base than their siblings. */
function baseRelease(name, key, at) {
  if (name === 'rtap-asr-gpu') return '12.1.0';
  return at < kNewBase ? '12.1.0' : '12.1.1';
}

const cudaRelease = (name, key, base) => (name === 'vph-detect-gpu' && key === 'v0.4.1' ? '12.2.0' : base);

function pythonConfig(name, base, cuda) {
  const env = [kPath, 'LANG=C.UTF-8', `PYTHON_VERSION=${bases[base].python[0]}`];
  const gpu = name.endsWith('-gpu') && [`CUDA_VERSION=${bases[cuda].cuda[0]}`, 'NVIDIA_VISIBLE_DEVICES=all', 'NVIDIA_DRIVER_CAPABILITIES=compute,utility'];
  const module = name.replace(/-(cpu|gpu)$/, '').replaceAll('-', '_');
  return {
    env: gpu ? [...env, ...gpu] : env,
    ...(gpu && { cudaEnv: gpu[0] }),
    user: 'app',
    entrypoint: ['/usr/bin/tini', '--'],
    cmd: ['python', '-m', module],
  };
}

export class Recipes {
  constructor(org, layers) {
    this.org = org;
    this.layers = layers;
  }

  /** The parts and the base of the build `key` of image `name`; `what` = {release?, mib?}. */
  build(name, key, at, what) {
    if (platform[name]?.service) {
      const parts = ['amd64', 'arm64'].map((arch) => this.#service(name, key, arch, what));
      return { parts, base: `base-cpu#${baseRelease(name, key, at)}` };
    }
    const base = platform[name]?.old?.includes(key) ? '12.0.1' : baseRelease(name, key, at);
    const cuda = cudaRelease(name, key, base);
    const arches = (images[name] ?? platform[name]).arches ?? ['amd64'];
    const layers = (arch) => (platform[name] ? this.#runtime(name, key, base, arch, what) : this.#hubImage(name, key, base, cuda, arch, what));
    const parts = arches.map((arch) => ({ platform: `linux/${arch}`, layers: layers(arch), ...pythonConfig(name, base, cuda) }));
    return { parts, base: `${name.endsWith('-gpu') ? 'base-gpu' : 'base-cpu'}#${base}` };
  }

  #service(name, key, arch, what) {
    const spec = platform[name];
    const generation = /^v0\.4/.test(key) ? '11.3' : '11.1';
    const shared = spec.shared ? [this.layers.binary(`${spec.shared[0]}/${generation}`, spec.shared[1], arch)] : [];
    const own = what.mib ? [[name, what.mib]] : spec.service;
    return {
      platform: `linux/${arch}`,
      layers: [...this.layers.os('12.1.0', arch), ...shared, ...own.map(([binary, mib]) => this.layers.binary(`${binary}/${key}`, mib, arch))],
      env: [kPath, 'SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt'],
      user: '65532',
      entrypoint: [`/usr/local/bin/${spec.service[0][0]}`],
    };
  }

  #runtime(name, key, base, arch, what) {
    const spec = platform[name];
    const flavour = spec.old?.includes(key) ? 'old' : name.endsWith('-gpu') ? 'gpu' : 'cpu';
    const cuda = name.endsWith('-gpu') ? this.layers.cuda(base) : [];
    const own = this.layers.app(`${name}/${key}`, what.mib || 0.6, arch);
    return [...this.layers.base(base, arch), ...cuda, ...this.layers.runtime(spec.family, flavour, arch), own];
  }

  #hubImage(name, key, base, cuda, arch, what) {
    const spec = images[name];
    const hubName = name.split('-')[0];
    const hub = hubs[hubName];
    const gpu = name.endsWith('-gpu');
    const line = hub.deps[what.release?.slice(0, 4)] ? what.release.slice(0, 4) : 'v0.3';
    const deps = name === 'apc-emotion-gpu' && key === 'v0.4.1' ? ['v0.4-numpy2', 46.8] : [line, hub.deps[line]];
    const runtime = spec.runtime === 'none' ? [] : this.layers.runtime(hub.family, gpu ? 'gpu' : 'cpu', arch);
    return [
      ...this.layers.base(base, arch),
      this.layers.deps(hubName, ...deps, arch),
      ...(gpu ? this.layers.cuda(cuda) : []),
      ...runtime,
      ...this.#weights(name, key, hub, arch, what),
      this.layers.app(`${name}/${key}`, spec.app, arch),
    ];
  }

  /** Models and tools: what makes an image big on its own. */
  #weights(name, key, hub, arch, what) {
    const spec = images[name];
    const encoder = spec.encoder && /^(v0\.3\.9|loose)/.test(key) ? [this.layers.model(`${name}/encoder-v3`, spec.encoder, arch)] : [];
    const tools = spec.tools ? [this.layers.binary(`${spec.tools[0]}/${/^v0\.4/.test(key) ? '2.1' : '2.0'}`, spec.tools[1], arch)] : [];
    const mib = what.mib ?? spec.model?.[what.release] ?? (spec.model ? this.#scaled(name, key, spec.model.rest, hub.scale) : 0);
    const model = mib ? [this.layers.model(`${name}/${key}`, mib, arch)] : [];
    return [...encoder, ...tools, ...model];
  }

  /** An unpinned model, in tenths of a MiB: a little different each time, times the hub's scale; since 0.4 models are quantised. */
  #scaled(name, key, mib, scale) {
    const generation = key.startsWith('v0.4') ? 0.6 : 1.3;
    const wobble = 0.94 + (0.12 * ((name.length * 7 + key.charCodeAt(key.length - 1) * 13) % 17)) / 16;
    return Math.round(mib * generation * scale * wobble * 10) / 10;
  }
}
