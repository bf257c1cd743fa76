// The organisation siriusscan: the feasibility study as a registry. A Next.js UI, a Go API, a scan engine and three infrastructure services,
// each for amd64 and arm64, public, built by GitHub Actions under branch, pull request and version tags.
import { Organisation, chance } from './author.mjs';
import { push } from './build.mjs';

const kArm = 0.94;
const kBuildkit = '# buildkit';
const alpine = ['alpine-3.20', 3.5, 'ADD alpine-minirootfs-3.20.3-x86_64.tar.gz / # buildkit'];

/** `fixed`: layers that change with the base only; `own`: layers a build makes, [name, MiB, step]. */
const services = {
  'sirius-ui': {
    title: 'next', cmd: ['node', 'server.js'], env: ['NODE_ENV=production', 'NODE_VERSION=22.11.0', 'PORT=3000'], base: 'node:22-alpine',
    fixed: [alpine, ['node-22.11', 44.6, `RUN /bin/sh -c addgroup -g 1000 node && curl -fsSLO node-v22.11.0 ${kBuildkit}`], ['corepack', 1.2, `RUN /bin/sh -c corepack enable ${kBuildkit}`]],
    lock: ['ui-node-modules', 96, `COPY --from=deps /app/node_modules ./node_modules ${kBuildkit}`],
    own: [['prisma', 14.2, `COPY --from=builder /app/prisma ./prisma ${kBuildkit}`], ['standalone', 23.8, `COPY --from=builder --chown=nextjs:nodejs /app/.next/standalone ./ ${kBuildkit}`], ['static', 4.6, `COPY --from=builder /app/.next/static ./.next/static ${kBuildkit}`]],
    sbom: [['next', '15.0.3'], ['react', '18.3.1'], ['prisma', '5.22.0'], ['node', '22.11.0'], ['openssl', '3.3.2']],
  },
  'sirius-api': {
    title: 'api', cmd: ['/usr/local/bin/sirius-api'], env: ['GIN_MODE=release', 'PORT=9001'], base: 'alpine:3.20',
    fixed: [alpine, ['certs', 0.6, `RUN /bin/sh -c apk add --no-cache ca-certificates tzdata ${kBuildkit}`]],
    own: [['sirius-api', 19.4, `COPY --from=builder /out/sirius-api /usr/local/bin/ ${kBuildkit}`], ['templates', 0.9, `COPY templates /srv/templates ${kBuildkit}`]],
    sbom: [['golang', '1.23.3'], ['fiber', '2.52.5'], ['gorm', '1.25.12'], ['openssl', '3.3.2']],
  },
  'sirius-engine': {
    title: 'engine', cmd: ['/start-enhanced.sh'], env: ['NMAP_VERSION=7.95', 'GO_ENV=production'], base: 'debian:bookworm-slim',
    fixed: [['debian-12.7', 28.4, "# debian.sh --arch 'amd64' out/ 'bookworm' '@1725321600'"], ['scan-libs', 41.5, `RUN /bin/sh -c apt-get update && apt-get install -y libpcap0.8 libssl3 lua5.4 ${kBuildkit}`], ['nmap-7.95', 33.8, `COPY --from=nmap-build /usr/local /usr/local ${kBuildkit}`]],
    lock: ['nse-scripts', 11.7, `COPY --from=scripts /opt/nse /opt/nse ${kBuildkit}`],
    own: [['scanner', 27.3, `COPY --from=builder /out/scanner /usr/local/bin/ ${kBuildkit}`], ['agent', 16.1, `COPY --from=builder /out/agent /usr/local/bin/ ${kBuildkit}`], ['terminal', 9.4, `COPY --from=builder /out/terminal /usr/local/bin/ ${kBuildkit}`]],
    sbom: [['golang', '1.23.3'], ['nmap', '7.95'], ['libpcap', '1.10.3'], ['openssl', '3.0.15'], ['lua', '5.4.4']],
  },
  'sirius-postgres': {
    title: 'postgres', cmd: ['postgres'], env: ['PG_MAJOR=15', 'PGDATA=/var/lib/postgresql/data'], base: 'postgres:15-alpine', quiet: true,
    fixed: [alpine, ['postgres-15.9', 88.3, `RUN /bin/sh -c set -eux; build postgresql 15.9 ${kBuildkit}`]],
    own: [['postgres-init', 0.2, `COPY init /docker-entrypoint-initdb.d ${kBuildkit}`]],
    sbom: [['postgresql', '15.9'], ['icu-libs', '74.2'], ['openssl', '3.3.2']],
  },
  'sirius-rabbitmq': {
    title: 'rabbitmq', cmd: ['rabbitmq-server'], env: ['RABBITMQ_VERSION=3.13.7'], base: 'rabbitmq:3.13-management-alpine', quiet: true,
    fixed: [alpine, ['erlang-26.2', 44.1, `COPY --from=erlang-builder /opt/erlang /opt/erlang ${kBuildkit}`], ['rabbitmq-3.13', 27.6, `RUN /bin/sh -c set -eux; install rabbitmq 3.13.7 ${kBuildkit}`]],
    own: [['rabbitmq-conf', 0.1, `COPY rabbitmq.conf /etc/rabbitmq/ ${kBuildkit}`]],
    sbom: [['rabbitmq', '3.13.7'], ['erlang', '26.2.5'], ['openssl', '3.3.2']],
  },
  'sirius-valkey': {
    title: 'valkey', cmd: ['valkey-server', '/etc/valkey.conf'], env: ['VALKEY_VERSION=8.0.1'], base: 'valkey:8-alpine', quiet: true,
    fixed: [alpine, ['valkey-8.0', 11.8, `RUN /bin/sh -c set -eux; build valkey 8.0.1 ${kBuildkit}`]],
    own: [['valkey-conf', 0.1, `COPY valkey.conf /etc/valkey.conf ${kBuildkit}`]],
    sbom: [['valkey', '8.0.1'], ['openssl', '3.3.2']],
  },
};

/** [version or branch, age in days, tags]; a service that seldom changes ("quiet") is built for versions, beta and dev only. */
const pushes = [
  ['v0.3.1', 141, ['v0.3.1', 'latest']],
  ['dev-1', 118, ['dev']],
  ['v0.3.2', 104, ['v0.3.2', 'latest']],
  ['dev-2', 96, ['dev']],
  ['pr-68', 63, ['pr-68']],
  ['v0.4.0', 47, ['v0.4.0', 'latest', 'beta']],
  ['dev-3', 33, ['dev']],
  ['pr-79', 21, ['pr-79']],
  ['v0.4.1', 10, ['v0.4.1', 'latest']],
  ['pr-84', 6, ['pr-84']],
  ['beta-2', 4, ['beta']],
  ['dev-4', 1, ['dev']],
];

function layersOf(org, service, build, arch) {
  const sized = ([name, mib, step], suffix = '') => org.layer(`${name}${suffix}/${arch}`, arch === 'arm64' ? mib * kArm : mib, arch === 'arm64' ? step.replace("'amd64'", "'arm64'").replace('x86_64', 'aarch64') : step);
  const release = /^(v0\.3|dev-[12])/.test(build) ? '0.3' : '0.4';
  return [
    ...service.fixed.map((layer) => sized(layer)),
    ...(service.lock ? [sized(service.lock, `-${release}`)] : []),
    ...service.own.map(([name, mib, step]) => sized([name, Math.round(mib * (0.97 + 0.06 * chance(name + build)) * 10) / 10, step], `-${build}`)),
  ];
}

function parts(org, service, build) {
  return ['amd64', 'arm64'].map((arch) => ({
    platform: arch === 'arm64' ? 'linux/arm64/v8' : 'linux/amd64',
    layers: layersOf(org, service, build, arch),
    env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin', ...service.env],
    cmd: service.cmd,
  }));
}

/** Writes siriusscan; `hash(name, size)` gives a layer's digests. */
export function siriusscan(hash) {
  const org = new Organisation({ login: 'siriusscan', id: 171930452, type: 'Organization', anchor: '2025-11-21T14:32:00Z', viewer: { login: 'sirius-ci', id: 88201377 }, hash });
  for (const [name, service] of Object.entries(services)) {
    const pack = org.package(name, { visibility: 'public', repository: 'Sirius' });
    for (const [build, age, tags] of pushes) {
      if (service.quiet && /^(pr|dev-[12])/.test(build)) continue;
      const at = org.ago(age, `${name} ${build}`);
      const version = tags[0] === 'dev' || tags[0] === 'beta' ? `${tags[0]}-${new Date(at).toISOString().slice(0, 10)}` : build;
      push(pack, build, { at, version, source: 'https://github.com/SiriusScan/Sirius', parts: parts(org, service, build), attest: 'full', sbom: service.sbom }, tags);
    }
  }
  return org.state();
}
