// What a cleanup policy frees, by the graph: roots stay, what a root reaches stays, what hangs only on something deleted goes with it.
import { blobsOf, grouped, isActive, kind } from './measure.mjs';

const kReferrer = /^sha256-([0-9a-f]{64})(\.sig|\.att|\.sbom)?$/;
const kSemver = /^v?\d+\.\d+\.\d+([-_].+)?$/;
const units = { m: 60000, h: 3600000, d: 86400000, w: 604800000 };
const duration = (text) => Number(text.slice(0, -1)) * units[text.at(-1)];
const glob = (pattern) => new RegExp(`^${pattern.replace(/[.+^${}()|\\]/g, '\\$&').replaceAll('*', '.*').replaceAll('?', '.')}$`);

function subjectDigest(row) {
  const named = row.tags.map((tag) => kReferrer.exec(tag)).find(Boolean);
  return row.subject ?? (named && `sha256:${named[1]}`);
}

/** Indices of the versions a rule or `untagged` picks, before protections: Map row → reason. */
function selected(policy, list, age, policyTags) {
  const picked = new Map();
  const rules = policy.rules.map((rule) => ({ ...rule, match: glob(rule.tags), matched: [] }));
  for (const row of list) {
    const tags = policyTags(row);
    if (!tags.length) {
      const plain = row.tags.length === 0 && !subjectDigest(row);
      if (plain && policy.untagged.kinds.includes(kind(row)) && age(row) > duration(policy.untagged.olderThan)) picked.set(row, 'untagged');
      continue;
    }
    rules.find((rule) => tags.every((tag) => rule.match.test(tag)))?.matched.push(row);
  }
  for (const rule of rules) {
    rule.matched.sort((a, b) => age(a) - age(b) || b.id - a.id);
    for (const row of rule.matched.slice(rule.keepLatest ?? 0)) if (age(row) > duration(rule.olderThan)) picked.set(row, rule.tags);
  }
  return picked;
}

function planPackage(policy, list, anchor) {
  const age = ({ version }) => anchor - Math.max(Date.parse(version.createdAt), Date.parse(version.updatedAt));
  const policyTags = (row) => row.tags.filter((tag) => !kReferrer.test(tag));
  const byDigest = new Map(list.map((row) => [row.digest, row]));
  const kept = (tag) => policy.protect.tags.some((each) => glob(each).test(tag)) || (policy.protect.semver && kSemver.test(tag));
  const picked = selected(policy, list, age, policyTags);
  for (const row of picked.keys()) if (age(row) < duration(policy.grace) || policyTags(row).some(kept)) picked.delete(row);
  const listed = new Set(list.flatMap((row) => row.children));
  const referrers = grouped(list.filter(subjectDigest), subjectDigest);
  const below = (row) => [...row.children.map((each) => byDigest.get(each)).filter(Boolean), ...(referrers.get(row.digest) ?? [])];
  const reach = (from) => {
    const seen = new Set();
    const walk = (row) => {
      if (seen.has(row)) return;
      seen.add(row);
      below(row).forEach(walk);
    };
    from.forEach(walk);
    return seen;
  };
  const hangs = (row) => listed.has(row.digest) || subjectDigest(row);
  const roots = list.filter((row) => !picked.has(row) && (policyTags(row).length || !hangs(row)));
  // A referrer whose subject is not in the package is an orphan: it is only reported, so it stays.
  const orphans = list.filter((row) => subjectDigest(row) && !byDigest.has(subjectDigest(row)));
  const stays = reach([...roots, ...orphans]);
  const inside = new Set([...picked.keys()].flatMap((row) => row.children));
  const trees = [...picked].filter(([row]) => !stays.has(row) && !inside.has(row.digest));
  const gone = [...reach(trees.map(([row]) => row))].filter((row) => !stays.has(row));
  return { trees, gone };
}

/** {trees: [[row, reason]], gone: [row], overLimit: [name], freed, skipped: [name]}; a package with an unreadable row is skipped. */
export function plan(policy, state, list) {
  const anchor = Date.parse(state.anchor);
  const result = { trees: [], gone: [], overLimit: [], skipped: [] };
  const active = list.filter(isActive);
  for (const pack of state.packages) {
    const own = active.filter((row) => row.pack === pack);
    if (own.some((row) => kind(row) === 'unreadable')) {
      result.skipped.push(pack.name);
      continue;
    }
    const { trees, gone } = planPackage(policy, own, anchor);
    if (gone.length * 100 > own.length * policy.limits.percent) result.overLimit.push(`${pack.name} ${gone.length}/${own.length}`);
    result.trees.push(...trees);
    result.gone.push(...gone);
  }
  const gone = new Set(result.gone);
  const left = blobsOf(active.filter((row) => !gone.has(row)));
  const freedOf = (rows) => [...blobsOf(rows)].filter(([digest]) => !left.has(digest)).reduce((sum, [, size]) => sum + size, 0);
  return { ...result, freed: freedOf(result.gone), freedOf };
}
