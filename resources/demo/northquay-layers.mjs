// The layers northquay's images are stacked from. Sizes in MiB are amd64; arm64 is a little smaller.
const kArm = 0.95;
const kBuildkit = '# buildkit';

/** What a base release consists of. `cuda` and `cudnn` are versions and sizes of what only GPU images have. */
export const bases = {
  '12.0.1': { os: ['debian-12.5', 27.9], certs: 3.0, python: ['3.11.8', 38.8], common: ['2025-05', 58.4], cuda: ['12.0.1', 131], cudnn: ['8.8.1', 290] },
  '12.1.0': { os: ['debian-12.7', 28.4], certs: 3.1, python: ['3.11.10', 39.6], common: ['2025-06', 61.2], cuda: ['12.1.0', 138], cudnn: ['8.9.0', 312] },
  '12.1.1': { os: ['debian-12.7', 28.4], certs: 3.1, python: ['3.11.10', 39.6], common: ['2025-06', 61.2], cuda: ['12.1.1', 142], cudnn: ['8.9.2', 318] },
  '12.2.0': { os: ['debian-12.7', 28.4], certs: 3.1, python: ['3.11.10', 39.6], common: ['2025-06', 61.2], cuda: ['12.2.0', 148], cudnn: ['8.9.4', 322] },
};

const runtimes = {
  torch: {
    gpu: [['torch-2.3.1+cu121', 496, 'torch==2.3.1+cu121'], ['torchvision-0.18.1+cu121', 24.8, 'torchvision==0.18.1+cu121']],
    cpu: [['torch-2.3.1+cpu', 172.4, 'torch==2.3.1+cpu'], ['torchvision-0.18.1+cpu', 8.2, 'torchvision==0.18.1+cpu']],
    old: [['torch-2.2.2+cu118', 482, 'torch==2.2.2+cu118'], ['torchvision-0.17.2+cu118', 24, 'torchvision==0.17.2+cu118']],
  },
  llm: {
    gpu: [['transformers-4.44', 74, 'transformers==4.44.2'], ['vllm-0.5.4+cu121', 584, 'vllm==0.5.4'], ['flash-attn-2.6', 152, 'flash-attn==2.6.3']],
    cpu: [['transformers-4.44', 74, 'transformers==4.44.2'], ['llama-cpp-0.2.90', 42, 'llama-cpp-python==0.2.90'], ['ctranslate2-4.3', 86, 'ctranslate2==4.3.1']],
    old: [['vllm-0.4.2+cu118', 471, 'vllm==0.4.2']],
  },
  vision: {
    gpu: [['opencv-cuda-4.10', 160, 'opencv-cuda==4.10.0'], ['tensorrt-10.3', 292, 'tensorrt==10.3.0']],
    cpu: [['opencv-4.10', 92, 'opencv-python-headless==4.10.0.84'], ['onnxruntime-1.19', 64, 'onnxruntime==1.19.2']],
    old: [['opencv-cuda-4.9', 204, 'opencv-cuda==4.9.0']],
  },
};

const pip = (what) => `RUN /bin/sh -c pip install --no-cache-dir ${what} ${kBuildkit}`;

/** Writes layers into `org`; every method gives the layer's name. */
export class Layers {
  constructor(org) {
    this.org = org;
  }

  #sized(name, mib, arch, step) {
    return this.org.layer(`${name}/${arch}`, arch === 'arm64' ? mib * kArm : mib, step);
  }

  /** os and certificates: what every image has. */
  os(release, arch) {
    const { os, certs } = bases[release];
    return [
      this.#sized(`os-base/${os[0]}`, os[1], arch, `# debian.sh --arch '${arch}' out/ 'bookworm' '@1725321600'`),
      this.#sized(`certs-tini/${os[0]}`, certs, arch, `RUN /bin/sh -c apt-get update && apt-get install -y --no-install-recommends ca-certificates tini ${kBuildkit}`),
    ];
  }

  /** The four layers of base-cpu. */
  base(release, arch) {
    const { python, common } = bases[release];
    return [
      ...this.os(release, arch),
      this.#sized(`python/${python[0]}`, python[1], arch, `COPY --link --from=python:${python[0]}-slim /usr/local /usr/local ${kBuildkit}`),
      this.#sized(`common-deps/${common[0]}`, common[1], arch, pip('-r requirements/common.lock')),
    ];
  }

  cuda(release) {
    const { cuda, cudnn } = bases[release];
    const from = `--link --from=nvidia/cuda:${cuda[0]}-cudnn8-runtime-ubuntu22.04`;
    return [
      this.#sized(`cuda/${cuda[0]}`, cuda[1], 'amd64', `COPY ${from} /usr/local/cuda-${cuda[0].slice(0, 4)} /usr/local/cuda ${kBuildkit}`),
      this.#sized(`cudnn/${cudnn[0]}`, cudnn[1], 'amd64', `COPY ${from} /usr/lib/x86_64-linux-gnu/libcudnn* /usr/lib/x86_64-linux-gnu/ ${kBuildkit}`),
    ];
  }

  /** The family runtime's layers; `flavour` is gpu, cpu or old (the GPU stack of the 0.2 releases). */
  runtime(family, flavour, arch) {
    return runtimes[family][flavour].map(([name, mib, what]) => this.#sized(`${family}/${name}`, mib, arch, pip(what)));
  }

  /** The requirements of a hub, which its CPU and GPU images share. */
  deps(hub, lock, mib, arch) {
    return this.#sized(`${hub}/deps-${lock}`, mib, arch, pip('-r requirements.lock'));
  }

  model(name, mib, arch) {
    return this.#sized(`model/${name}`, mib, arch, `COPY models/${name.split('/')[1]} /opt/models ${kBuildkit}`);
  }

  app(name, mib, arch) {
    return this.#sized(`app/${name}`, mib, arch, `COPY --chown=app:app src/ /srv/app ${kBuildkit}`);
  }

  binary(name, mib, arch) {
    return this.#sized(`bin/${name}`, mib, arch, `COPY --link --from=build /out/${name.split('/')[0]} /usr/local/bin/ ${kBuildkit}`);
  }
}
