// northquay's images as a table: hubs after the migration plan, releases, and what was pushed besides them. Sizes in MiB, ages in days.

const train = { 'v0.3.0': 105, 'v0.3.1': 87, 'v0.3.2': 64, 'v0.3.9': 34 };

/**
 * `ages`: when each release was pushed. `deps`: the shared requirements layer by release line. `scale` multiplies the models whose
 * size the table does not pin, so that the hub stores what the story says. `sign`: the shape of the hub's signatures.
 */
export const hubs = {
  apc: { repository: 'affective_processing_center', family: 'torch', deps: { 'v0.3': 44, 'v0.4': 45.9 }, scale: 1, sign: 'classic',
    ages: { ...train, 'v0.4.0': 11, 'v0.4.1': 3 } },
  rtap: { repository: 'real_time_audio_pipeline', family: 'torch', deps: { 'v0.3': 36, 'v0.4': 38 }, scale: 1, sign: 'classic',
    ages: { ...train, 'v0.3.1': 85, 'v0.3.2': 67, 'v0.3.9': 38, 'v0.4.0': 14, 'v0.4.1': 4 } },
  sss: { repository: 'speech_synthesis_studio', family: 'torch', deps: { 'v0.2': 30, 'v0.3': 31, 'v0.4': 32 }, scale: 1, sign: 'sbom-tag',
    ages: { 'v0.2.9': 136, ...train, 'v0.3.0': 97, 'v0.3.2': 69, 'v0.3.9': 36, 'v0.4.0': 15 } },
  lrc: { repository: 'language_reasoning_core', family: 'llm', deps: { 'v0.3': 50, 'v0.4': 52 }, scale: 1.23, sign: 'fallback',
    ages: { ...train, 'v0.3.2': 71, 'v0.3.9': 42, 'v0.4.0': 16, 'v0.4.1': 9, 'v0.4.2': 0 } },
  mcs: { repository: 'memory_context_store', family: 'llm', deps: { 'v0.3': 24, 'v0.4': 25 }, scale: 1, sign: 'child',
    ages: { ...train, 'v0.3.1': 83, 'v0.3.2': 61, 'v0.3.9': 30, 'v0.4.0': 17 } },
  vph: { repository: 'vision_perception_hub', family: 'vision', deps: { 'v0.3': 40, 'v0.4': 42 }, scale: 0.73, sign: 'att-tag',
    ages: { ...train, 'v0.3.1': 80, 'v0.3.2': 58, 'v0.3.9': 28, 'v0.4.0': 10, 'v0.4.1-rc2': 4, 'v0.4.1': 3 } },
  mfg: { repository: 'multimodal_fusion_gateway', family: 'vision', deps: { 'v0.3': 20, 'v0.4': 21 }, scale: 0.6, sign: 'bundle',
    ages: { ...train, 'v0.3.1': 78, 'v0.3.2': 55, 'v0.3.9': 31, 'v0.4.0': 15, 'v0.4.1': 8 } },
};

const r41 = ['v0.3.1', 'v0.3.2', 'v0.3.9', 'v0.4.0', 'v0.4.1'];
const r40 = ['v0.3.1', 'v0.3.2', 'v0.3.9', 'v0.4.0'];
const r42 = ['v0.3.2', 'v0.3.9', 'v0.4.0', 'v0.4.1', 'v0.4.2'];

/**
 * `model`: MiB of a release's model, or by release where the story pins it. `main`: pushes of the branch before releases were built from
 * tags, [age, MiB, purged?]: each lost its tag to the next. `loose`: pushed without a tag. `pr`: [number, age, MiB, purged?].
 * `legacy`: [tag, release] of the dual tagging. `past`: releases deleted since, [release, age, MiB, purged].
 */
export const images = {
  'apc-emotion-cpu': { app: 5.2, releases: r41, model: { 'v0.4.1': 48, 'v0.4.0': 46, rest: 48 }, legacy: ['legacy-apc', 'v0.3.2'],
    main: [[119, 44], [112, 48, 61]], past: [['v0.3.0', 105, 52, 40]] },
  'apc-emotion-gpu': { app: 5.2, releases: ['v0.3.2', 'v0.3.9', 'v0.4.0', 'v0.4.1'], model: { 'v0.4.1': 176, 'v0.4.0': 147.6, 'v0.3.9': 94, 'v0.3.2': 140 },
    encoder: 54.2, legacy: ['legacy-apc', 'v0.3.9'], loose: [[45, 94]], pr: [[436, 5, 38]], past: [['v0.3.0', 105, 138, 40], ['v0.3.1', 87, 132, 26], ['v0.2.9', 141, 126, 75]] },
  'apc-prosody-cpu': { app: 4.8, releases: r41.slice(1), model: { 'v0.4.1': 22.4, rest: 30 }, main: [[128, 20], [118, 20, 54]], pr: [[401, 19, 42]], past: [['v0.3.0', 105, 24, 40], ['v0.2.9', 141, 22, 75]] },
  'apc-prosody-gpu': { app: 5, releases: ['v0.3.0', ...r41], model: { 'v0.4.1': 106, 'v0.4.0': 104, 'v0.3.0': 84, rest: 104 },
    main: [[140, 118], [131, 109], [109, 110, 68]], past: [['v0.2.8', 152, 96, 82], ['v0.2.9', 141, 98, 75]] },

  'rtap-asr-cpu': { app: 9.1, releases: ['v0.3.0', ...r41], model: { 'v0.4.1': 78, 'v0.3.0': 62, rest: 58 }, main: [[133, 84], [126, 82, 61]], pr: [[379, 31, 76]] },
  'rtap-asr-gpu': { app: 9, releases: ['v0.3.0', ...r41], model: { 'v0.4.1': 243, 'v0.3.0': 100, rest: 142 }, main: [[113, 384], [104, 240, 68]],
    past: [['v0.2.9', 141, 188, 75], ['v0.2.8', 152, 176, 82]] },
  'rtap-mixer-cpu': { app: 5.7, releases: r40, runtime: 'none', tools: ['dsp-libs', 28], main: [[130, 28], [121, 27, 54]] },
  'rtap-vad-cpu': { app: 3.7, releases: r41, runtime: 'none', model: { 'v0.4.1': 14, rest: 14 }, main: [[147, 14], [139, 14, 54]], docker: 'main' },

  'sss-tts-cpu': { app: 4.4, releases: r40.slice(1), model: { rest: 22 } },
  'sss-tts-gpu': { app: 4.6, releases: ['v0.2.9', 'v0.3.0', ...r40], model: { 'v0.2.9': 64, rest: 52 }, main: [[124, 98], [115, 60, 47]], pr: [[405, 12, 34]], legacy: ['legacy-sss', 'v0.4.0'] },

  'lrc-chat-cpu': { app: 6.1, releases: r42, model: { rest: 62 }, main: [[134, 66], [128, 64, 61]] },
  'lrc-chat-gpu': { app: 6.4, releases: ['v0.3.0', ...r42], model: { 'v0.3.0': 88, rest: 148 }, main: [[104, 0], [96, 148, 33]], pr: [[391, 25, 86]],
    past: [['v0.2.9', 141, 140, 75], ['v0.2.8', 152, 132, 82]] },
  'lrc-embed-cpu': { app: 3.9, releases: r42, arches: ['amd64', 'arm64'], model: { rest: 34 }, pr: [[412, 16, 66]] },
  'lrc-embed-gpu': { app: 4.1, releases: ['v0.3.0', ...r42], model: { 'v0.3.0': 74, rest: 92 }, main: [[141, 138], [133, 132], [102, 140, 47]],
    past: [['v0.2.9', 140, 92, 75]] },

  'mcs-store-cpu': { app: 6, releases: r40, arches: ['amd64', 'arm64'], runtime: 'none', tools: ['vector-store', 52], main: [[109, 20], [101, 20, 54]], legacy: ['legacy-mcs', 'v0.4.0'] },
  'mcs-index-cpu': { app: 5, releases: r40.slice(1), arches: ['amd64', 'arm64'], runtime: 'none', tools: ['faiss-cpu', 46] },

  'vph-detect-cpu': { app: 5.4, releases: ['v0.3.2', 'v0.3.9', 'v0.4.0', 'v0.4.1-rc2', 'v0.4.1'], model: { rest: 44 }, main: [[114, 46], [107, 44, 61]] },
  'vph-detect-gpu': { app: 5.6, releases: ['v0.3.0', 'v0.3.2', 'v0.3.9', 'v0.4.0', 'v0.4.1-rc2', 'v0.4.1'], model: { 'v0.3.0': 80, rest: 128 },
    main: [[132, 176], [125, 160, 61]], past: [['v0.2.9', 141, 120, 75], ['v0.2.8', 152, 118, 82], ['v0.3.1', 80, 122, 26]] },
  'vph-ocr-cpu': { app: 4.2, releases: r41, model: { rest: 38 }, pr: [[385, 27, 58]] },
  'vph-ocr-gpu': { app: 4.5, releases: ['v0.3.0', ...r41], model: { 'v0.3.0': 60, rest: 104 }, main: [[106, 292], [97, 130, 40]], past: [['v0.2.9', 141, 101, 75]] },

  'mfg-fusion-cpu': { app: 2.8, releases: r41, model: { rest: 12 }, main: [[101, 27], [94, 38, 40]] },
  'mfg-fusion-gpu': { app: 3, releases: r41, model: { rest: 30 }, main: [[127, 408], [118, 210, 68]], pr: [[398, 23, 210], [377, 52, 180, 33]] },
  'mfg-gateway-cpu': { app: 2.9, releases: r41, arches: ['amd64', 'arm64'], runtime: 'none', sha: [62, 55, 48, 41, 27] },
};

const runtimeAges = { 'v0.2.7': 163, 'v0.2.8': 152, 'v0.2.9': 141, 'v0.3.0': 105, 'v0.3.1': 87, 'v0.3.2': 66, 'v0.3.9': 40, 'v0.4.0': 18, 'v0.4.1': 10 };
const infraAges = { 'v0.3.0': 104, 'v0.3.1': 86, 'v0.3.2': 62, 'v0.3.9': 37, 'v0.4.0': 17, 'v0.4.1': 9 };

/** The runtimes each family builds on, and the services every hub needs. `old` are releases on the old GPU stack. */
export const platform = {
  'torch-cpu': { family: 'torch', ages: runtimeAges, releases: r41, main: [[146, 12], [137, 12, 61]] },
  'torch-gpu': { family: 'torch', ages: runtimeAges, releases: ['v0.2.8', ...r41], old: ['v0.2.8'], past: [['v0.2.9', 141, 2, 82]] },
  'llm-cpu': { family: 'llm', ages: runtimeAges, releases: r41, arches: ['amd64', 'arm64'] },
  'llm-gpu': { family: 'llm', ages: runtimeAges, releases: ['v0.2.7', ...r41], old: ['v0.2.7'], main: [[155, 70], [146, 66], [122, 40, 61]], past: [['v0.2.8', 152, 3, 82]] },
  'vision-cpu': { family: 'vision', ages: runtimeAges, releases: r41, main: [[117, 40], [110, 20, 61]] },
  'vision-gpu': { family: 'vision', ages: runtimeAges, releases: ['v0.2.9', 'v0.3.0', ...r41], old: ['v0.2.9'] },
  'error-bus': { service: [['error-bus', 9.5]], ages: infraAges, releases: r41, past: [['v0.3.0', 104, 19, 54]] },
  observability: { service: [['otel-collector', 13], ['dashboards', 4]], shared: ['grafana', 42], ages: infraAges, releases: r41, main: [[122, 19], [113, 19, 54]], past: [['v0.3.0', 104, 44, 54]] },
  'service-registry': { service: [['service-registry', 6.4]], ages: infraAges, releases: r41, past: [['v0.3.0', 104, 13, 54]] },
};
