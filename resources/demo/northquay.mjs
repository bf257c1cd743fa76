// The organisation northquay: the migration plan as a registry, at the moment the pictures show.
import { Organisation, chance, commit } from './author.mjs';
import { push } from './build.mjs';
import * as evidence from './evidence.mjs';
import { hubs, images, platform } from './northquay-images.mjs';
import { Layers } from './northquay-layers.mjs';
import { nightlies } from './northquay-nightlies.mjs';
import { Recipes } from './northquay-recipes.mjs';
import { addBases } from './northquay-bases.mjs';
import { addWarts } from './northquay-warts.mjs';

const kSecond = 1000;
const kPurge = 3 * 3600000; // the cleanup runs at 03:00

/** The SBOM's packages for an image, as [name, version]. */
function components(name, release) {
  const gpu = name.endsWith('-gpu');
  const numpy = name === 'apc-emotion-gpu' && release === 'v0.4.1' ? '2.0.2' : '1.26.4';
  const family = name in platform ? platform[name].family : hubs[name.split('-')[0]].family;
  const stack = { torch: ['torch', gpu ? '2.3.1+cu121' : '2.3.1'], llm: gpu ? ['vllm', '0.5.4'] : ['transformers', '4.44.2'], vision: ['opencv', '4.10.0'] };
  if (!family) return [['golang', '1.23.2'], ['nats-server', '2.10.22'], ['openssl', '3.0.15']];
  return [['python', '3.11.10'], ['numpy', numpy], stack[family], ['pydantic', '2.9.2'], ['openssl', '3.0.15'], ['libc6', '2.36-9+deb12u9']];
}

/** How a release is proven: attestations in its index, the signature's shape, an SBOM outside the index. */
function proofs(name, release) {
  if (release < 'v0.3.9') return { attest: 'none' };
  if (name === 'mfg-gateway-cpu' || name === 'error-bus') return { attest: 'none' };
  const hub = hubs[name.split('-')[0]];
  const local = name.endsWith('-gpu') && hub?.family === 'torch'; // built on the GPU runner, pushed as a plain manifest
  if (release === 'v0.3.9') return local ? { attest: 'none', sign: 'classic', sbom: 'attached' } : { attest: 'none' };
  if (name === 'rtap-mixer-cpu') return { attest: 'provenance', sign: 'classic' };
  const sign = hub?.sign ?? (platform[name].service ? 'bundle' : 'classic');
  return local ? { attest: 'none', sign, sbom: sign === 'sbom-tag' ? 'tag' : 'attached' } : { attest: 'full', sign };
}

function prove(pack, key, how, build) {
  const at = build.at + 70 * kSecond;
  if (how.sbom === 'attached') evidence.sbomAttached(pack, key, build.sbom, at + 20 * kSecond);
  if (how.sbom === 'tag') evidence.sbomClassic(pack, key, build.sbom, at + 20 * kSecond);
  switch (how.sign) {
    case undefined:
      return;
    case 'bundle':
      evidence.signBundle(pack, key, at);
      return;
    case 'fallback':
      evidence.signBundle(pack, key, at);
      evidence.fallbackIndex(pack, key, [`${key}+bundle`], at + kSecond);
      return;
    case 'att-tag':
      evidence.signClassic(pack, key, at);
      evidence.attestClassic(pack, key, build, at + 3 * kSecond);
      return;
    case 'child':
      for (const { platform: name } of build.parts) evidence.signClassic(pack, `${key}/${name.split('/')[1]}`, at);
      evidence.signClassic(pack, key, at + 2 * kSecond);
      return;
    default:
      evidence.signClassic(pack, key, at);
  }
}

/** Writes one package's pushes in the order of time, so that its tags move as they did. */
class Story {
  #events = [];

  constructor(org, recipes, name, facts) {
    this.org = org;
    this.recipes = recipes;
    this.name = name;
    this.spec = images[name] ?? platform[name];
    this.ages = this.spec.ages ?? hubs[name.split('-')[0]].ages;
    this.pack = org.package(name, facts);
    this.source = `https://github.com/${org.login}/${facts.repository}`;
  }

  at(age, salt) {
    return this.org.ago(age, `${this.name} ${salt}`);
  }

  event(at, run) {
    this.#events.push({ at, run });
  }

  #build(key, at, version, what) {
    return { at, version, source: this.source, attest: 'none', sbom: components(this.name, version), ...this.recipes.build(this.name, key, at, what) };
  }

  releases() {
    const current = this.spec.releases.filter((each) => !/rc|v0\.4\.2/.test(each)).at(-1);
    for (const release of this.spec.releases) {
      const at = this.moment(release);
      this.event(at, () => {
        const how = proofs(this.name, release);
        const build = { ...this.#build(release, at, release, { release }), ...(how.attest && { attest: how.attest }) };
        const isLatest = !/rc|v0\.4\.2/.test(release);
        const extra = release === current ? this.extraTags() : [];
        const legacy = this.spec.legacy?.[1] === release ? [this.spec.legacy[0]] : [];
        push(this.pack, release, build, [release, ...(isLatest ? ['latest'] : []), ...legacy, ...extra]);
        prove(this.pack, release, how, release === 'v0.3.9' ? { ...build, at: this.at(16, release) } : build);
      });
    }
  }

  /** When the pictures tell the minute of a push, it is that minute. */
  moment(release) {
    const told = { 'apc-emotion-gpu v0.4.1': '2025-11-21T13:44:00Z', 'lrc-chat-cpu v0.4.2': '2025-11-21T10:55:00Z', 'lrc-chat-gpu v0.4.2': '2025-11-21T11:06:00Z',
      'vph-detect-gpu v0.4.1': '2025-11-19T10:21:00Z' }[`${this.name} ${release}`];
    return told ? Date.parse(told) : this.at(this.ages[release], release);
  }

  extraTags() {
    return this.name.startsWith('lrc') || this.name.startsWith('rtap') ? ['demo', `sha-${commit(`${this.name} demo`).slice(0, 7)}`] : [];
  }

  branch() {
    for (const [age, mib, purged] of this.spec.main ?? []) {
      const key = `main-${age}`;
      const at = this.at(age, key);
      this.event(at, () => push(this.pack, key, { ...this.#build(key, at, `main-${age}`, { mib }), ...(this.spec.docker && { docker: true }) }, ['main']));
      if (purged) this.#purge(key, purged);
    }
  }

  requests() {
    for (const [number, age, mib, purged] of this.spec.pr ?? []) {
      const key = `pr-${number}`;
      const at = this.at(age, key);
      this.event(at, () => push(this.pack, key, { ...this.#build(key, at, key, { mib }), attest: age < 28 ? 'provenance' : 'none' }, [key]));
      if (purged) this.#purge(key, purged);
    }
  }

  #purge(key, age) {
    const at = Math.floor(this.org.anchor / 86400000) * 86400000 - age * 86400000 + kPurge + Math.floor(chance(this.name + key) * 600) * kSecond;
    this.event(at, () => this.pack.remove(key, at));
  }

  others() {
    for (const [age, mib] of this.spec.loose ?? []) {
      const at = this.at(age, `loose ${age}`);
      this.event(at, () => push(this.pack, `loose-${age}`, this.#build(`loose-${age}`, at, `main-${age}`, { mib, release: 'v0.3.9' })));
    }
    for (const age of this.spec.sha ?? []) {
      const tag = `sha-${commit(`${this.name} ${age}`).slice(0, 7)}`;
      const at = this.at(age, tag);
      this.event(at, () => push(this.pack, tag, this.#build(tag, at, tag, { mib: 0 }), [tag]));
    }
    for (const [release, age, mib, purged] of this.spec.past ?? []) {
      const at = this.at(age, release);
      this.event(at, () => push(this.pack, release, this.#build(release, at, release, { mib }), [release, 'latest']));
      this.#purge(release, purged);
    }
  }

  nights() {
    for (const [age, mib, purged] of nightlies[this.name] ?? []) {
      const at = this.at(age, `nightly ${age}`) - 5 * 3600000;
      const key = `nightly-${new Date(at).toISOString().slice(0, 10).replaceAll('-', '')}`;
      this.event(at, () => push(this.pack, key, this.#build(key, at, key, { mib }), [key]));
      this.#purge(key, purged);
    }
  }

  tell() {
    this.releases();
    this.nights();
    this.branch();
    this.requests();
    this.others();
    for (const { run } of this.#events.toSorted((a, b) => a.at - b.at)) run();
  }
}

/** Writes northquay; `hash(name, size)` gives a layer's digests. */
export function northquay(hash) {
  const org = new Organisation({ login: 'northquay', id: 148203377, type: 'Organization', anchor: '2025-11-21T14:32:00Z', viewer: { login: 'nq-devops', id: 90114412 }, hash });
  const layers = new Layers(org);
  const recipes = new Recipes(org, layers);
  addBases(org, layers);
  const stories = [];
  const story = (name, repository, visibility = 'private') => stories.push(new Story(org, recipes, name, { repository, visibility }));
  for (const name of Object.keys(platform)) story(name, 'platform', name === 'service-registry' ? 'public' : 'private');
  for (const name of Object.keys(images)) story(name, hubs[name.split('-')[0]].repository);
  // The image that apc-emotion-gpu's tags were on until 13:44, which the hosts still run.
  const emotion = stories.find((each) => each.name === 'apc-emotion-gpu');
  const pushed = Date.parse('2025-11-18T09:12:00Z');
  emotion.event(pushed, () => {
    const what = recipes.build('apc-emotion-gpu', 'v0.4.1-first', pushed, { release: 'v0.4.1', mib: 176 });
    const build = { at: pushed, version: 'v0.4.1', source: emotion.source, attest: 'none', sbom: components('apc-emotion-cpu', 'v0.4.1'), ...what };
    push(emotion.pack, 'v0.4.1-first', build, ['v0.4.1', 'latest']);
    prove(emotion.pack, 'v0.4.1-first', { sign: 'classic', sbom: 'attached' }, build);
  });
  for (const each of stories) each.tell();
  addWarts(org, layers);
  return org.state();
}
