#!/usr/bin/env node
// Writes the demo organisations: node resources/demo/compose.mjs [--draft]
// The same story gives the same bytes. Hashing the layers takes a minute once; their digests are kept under build/demo.
// --draft counts a changed story without hashing (the digests are made up) and writes nothing.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './check.mjs';
import { publicKey } from './evidence.mjs';
import { hashLayer } from './layerbytes.mjs';
import { sha256 } from './manifests.mjs';
import { northquay } from './northquay.mjs';
import { policies, policyYaml } from './policy.mjs';
import { report } from './report.mjs';
import { siriusscan } from './siriusscan.mjs';
import { write } from './statefile.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const cacheFile = join(here, '../../build/demo/layers.json');
const isDraft = process.argv.includes('--draft');

function readCache() {
  try {
    return JSON.parse(readFileSync(cacheFile, 'utf8'));
  } catch {
    return {};
  }
}

const cache = readCache();

function hash(name, size) {
  if (isDraft) return { digest: sha256(`${name} ${size}`), diffId: sha256(`${name} ${size} tar`) };
  return (cache[`${name} ${size}`] ??= hashLayer(name, size));
}

for (const story of [northquay, siriusscan]) {
  const state = story(hash);
  const name = state.owner.login;
  console.log(report(state, policies[name]));
  if (isDraft) continue;
  writeFileSync(join(here, `${name}.json`), write(state));
  writeFileSync(join(here, `${name}.cleanup.yaml`), policyYaml(name));
  if (state.packages.some((each) => each.versions.some(({ key }) => key.endsWith('+sig')))) writeFileSync(join(here, `${name}.cosign.pub`), publicKey(name));
  mkdirSync(dirname(cacheFile), { recursive: true });
  writeFileSync(cacheFile, JSON.stringify(cache));
}
if (!isDraft) process.exitCode = check(here) ? 0 : 1;
