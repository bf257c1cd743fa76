// node lock.mjs SLIPWAYCTL: writes northquay.build-lock.json, the lock file as the team had it before apc-emotion-gpu was
// pushed again over v0.4.1: what `slipwayctl lock write` pins now, with that image as it was first.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = import.meta.dirname;
const [program] = process.argv.slice(2);
const kPackage = 'apc-emotion-gpu';
const kKey = 'v0.4.1-first';
const data = mkdtempSync(join(tmpdir(), 'slipway-lock-'));
const run = (...args) =>
  JSON.parse(execFileSync(program, ['--demo', 'northquay', '--now', '2025-11-21T14:32:00Z', '--data-dir', data, '--format', 'json', ...args], { maxBuffer: 1 << 27 }));

try {
  const state = JSON.parse(readFileSync(join(here, 'northquay.json'), 'utf8'));
  const first = state.packages.find((each) => each.name === kPackage).versions.find((each) => each.key === kKey);
  const images = run('inventory').hubs.flatMap((hub) => hub.families).flatMap((family) => family.images);
  const { digest } = images.find((each) => each.package === kPackage).versions.find((each) => each.id === first.id);
  const lock = run('lock', 'write');
  lock.generatedAt = '2025-11-20T09:00:00Z';
  const image = lock.images.find((each) => each.package === kPackage);
  image.digest = digest;
  image.platforms = [{ digest, platform: first.image.platform }];
  image.layers = first.image.layers.map((name) => state.layers[name].digest);
  image.builtBy = { commit: first.image.config.labels['org.opencontainers.image.revision'] };
  writeFileSync(join(here, 'northquay.build-lock.json'), JSON.stringify(lock, null, 2) + '\n');
} finally {
  rmSync(data, { recursive: true });
}
