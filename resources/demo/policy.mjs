// The ordinary cleanup policy of each demo organisation: written as YAML for slipwayctl, read here to count what it frees.
export const policies = {
  northquay: {
    version: 1,
    grace: '1h',
    untagged: { olderThan: '90d', kinds: ['image', 'index'] },
    rules: [
      { tags: 'pr-*', olderThan: '14d' },
      { tags: 'sha-*', olderThan: '30d', keepLatest: 5 },
      { tags: 'failed-*', olderThan: '7d' },
      { tags: 'v*', olderThan: '60d', keepLatest: 4 },
    ],
    protect: { tags: ['latest', 'demo', 'legacy-*'], semver: false, deployed: true, rollback: 5 },
    orphans: 'report',
    ghosts: 'report',
    limits: { versions: 500, percent: 30 },
    packages: ['*'],
  },
  siriusscan: {
    version: 1,
    grace: '1h',
    untagged: { olderThan: '90d', kinds: ['image', 'index'] },
    rules: [{ tags: 'pr-*', olderThan: '14d' }],
    protect: { tags: ['latest', 'beta', 'dev'], semver: true, deployed: true, rollback: 5 },
    orphans: 'report',
    ghosts: 'report',
    limits: { versions: 500, percent: 30 },
    packages: ['*'],
  },
};

const scalar = (value) => (typeof value === 'string' && !/^\d+[mhdw]$|^(report|delete|image|index)$/.test(value) ? JSON.stringify(value) : String(value));
const flow = (value) => {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value !== 'object') return scalar(value);
  return `{ ${Object.entries(value).map(([key, each]) => `${key}: ${flow(each)}`).join(', ')} }`;
};

const comments = {
  untagged: '# pushes that lost their tag; never a child of an index that stays',
  rules: '# the first rule that matches every tag of a version decides',
  protect: '# releases go by age, so semver tags are not protected as such',
};

/** The policy as YAML. */
export function policyYaml(name) {
  const policy = policies[name];
  const lines = [`# The cleanup policy of the demo organisation ${name}. Written by compose.mjs.`];
  for (const [key, value] of Object.entries(policy)) {
    if (comments[key] && !(key === 'protect' && policy.protect.semver)) lines.push(comments[key]);
    if (key === 'rules') lines.push('rules:', ...value.map((rule) => `  - ${flow(rule)}`));
    else if (key === 'protect') lines.push('protect:', ...Object.entries(value).map(([each, what]) => `  ${each}: ${flow(what)}`));
    else lines.push(`${key}: ${flow(value)}`);
  }
  return `${lines.join('\n')}\n`;
}
