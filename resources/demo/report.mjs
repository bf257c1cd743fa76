// What a composed state amounts to, for the person who changes the story.
import { byGroup, gib, grouped, isActive, kind, logical, rows, storedAt, total, blobsOf } from './measure.mjs';
import { plan } from './freed.mjs';

const number = (bytes) => `${gib(bytes).toFixed(3)} GiB`;

function counts(list) {
  const kinds = grouped(list, kind);
  return [...kinds].map(([name, each]) => `${name} ${each.length}`).sort().join(', ');
}

/** Image versions as people count them: images and indexes that no other index lists. */
export function topImages(list) {
  const listed = new Set(list.flatMap((row) => row.children));
  return list.filter((row) => ['image', 'index'].includes(kind(row)) && !listed.has(row.digest) && !row.tags.some((tag) => /^sha256-[0-9a-f]{64}$/.test(tag)));
}

const kInfrastructure = ['error-bus', 'observability', 'service-registry'];

/** The families the base group falls into; a hub is one group. */
function groupOf(pack) {
  if (pack.repository !== 'platform') return pack.repository;
  if (pack.name.startsWith('base-')) return '  base';
  if (kInfrastructure.includes(pack.name)) return '  infra';
  return /^(torch|llm|vision)-/.test(pack.name) ? '  family runtimes' : 'other';
}

export function report(state, policy) {
  const list = rows(state);
  const active = list.filter(isActive);
  const images = topImages(active);
  const lines = [
    `${state.owner.login}: ${state.packages.length} packages, ${list.length} rows, ${active.length} active, ${list.length - active.length} deleted`,
    `  image versions ${images.length} in ${new Set(images.map((row) => row.pack.name)).size} packages; tagged rows ${active.filter((row) => row.tags.length).length}`,
    `  kinds: ${counts(active)}`,
    `  stored ${number(total(blobsOf(active)))}, logical ${number(logical(active))}`,
  ];
  for (const [name, bytes] of byGroup(active, groupOf)) lines.push(`  ${(gib(bytes) * 1024).toFixed(0).padStart(7)} MiB ${gib(bytes).toFixed(2)} GiB  ${name}`);
  const result = plan(policy, state, list);
  lines.push(`  the policy deletes ${result.trees.length} trees, ${result.gone.length} rows, frees ${number(result.freed)}`);
  for (const [reason, trees] of grouped(result.trees, ([, why]) => why)) {
    const bytes = result.freedOf(trees.map(([row]) => row).flatMap((row) => [row, ...list.filter((each) => row.children.includes(each.digest) && each.pack === row.pack)]));
    lines.push(`    ${reason}: ${trees.length} trees, ${number(bytes)}`);
  }
  if (result.overLimit.length) lines.push(`    over the limit: ${result.overLimit.join(', ')}`);
  if (result.skipped.length) lines.push(`    skipped: ${result.skipped.join(', ')}`);
  const days = [90, 85, 80, 75, 70, 65, 60, 55, 50, 45, 40, 35, 30, 25, 20, 15, 10, 5, 0];
  lines.push(`  stored, days ago: ${days.map((day) => `${day}: ${gib(storedAt(state, list, day)).toFixed(2)}`).join('  ')}`);
  return lines.join('\n');
}
