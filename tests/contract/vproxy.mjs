// A reverse proxy that changes nothing and checks everything that is GitHub's API: the registry (/v2/, /token) passes unread.
import http from 'node:http';
import zlib from 'node:zlib';
import { FIRST_VERSION, checkers, isRegistry } from './checker.mjs';

/**
 * Starts a proxy on a free port, and on the unix socket `socket` if there is one, before `upstream`, a URL. `folder` is what prepare.mjs
 * filled. Every request must name `version`; with `mayOmitVersion` it may name none, as GitHub allows, and gets the first one's answer.
 */
export async function startProxy({ folder, version, upstream, socket, mayOmitVersion = false }) {
  const checkerOf = checkers(folder);
  const violations = [];
  let checked = 0;
  const target = new URL(upstream);
  const agent = new http.Agent({ keepAlive: true });

  const check = (request, requestBody, answer, answerBody) => {
    checked++;
    const named = request.headers['x-github-api-version'];
    const checker = checkerOf(named === undefined && mayOmitVersion ? FIRST_VERSION : version);
    const { operation, wrong } = checker.request(request.method, request.url, request.headers, requestBody);
    if (named !== version && !(named === undefined && mayOmitVersion))
      wrong.push(`X-GitHub-Api-Version ${named ?? '(none)'} instead of ${version}`);
    const plain = answer.headers['content-encoding'] === 'gzip' ? zlib.gunzipSync(answerBody) : answerBody;
    const response = operation
      ? checker.response(operation, request.method, answer.statusCode, answer.headers, plain) : [];
    if (wrong.length + response.length) {
      violations.push({ operation: operation?.operationId, method: request.method, url: request.url,
        status: answer.statusCode, request: wrong, response });
    }
  };

  const forward = (request, response, requestBody) => {
    const options = { agent, host: target.hostname, port: target.port, method: request.method, path: request.url,
      headers: request.headers };
    const upstreamRequest = http.request(options, (answer) => {
      const parts = [];
      // node joins header lines and lowers their case; the raw ones pass as they are.
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.on('data', (part) => { parts.push(part); response.write(part); });
      answer.on('end', () => {
        if (!isRegistry(request.url)) check(request, requestBody, answer, Buffer.concat(parts));
        response.end();
      });
      answer.on('error', () => response.destroy());
    });
    // A fault upstream is a fault here: the connection ends without an answer.
    upstreamRequest.on('error', () => response.destroy());
    upstreamRequest.end(requestBody);
  };

  const serve = (request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => forward(request, response, Buffer.concat(parts)));
  };
  const server = http.createServer(serve);
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const local = socket && http.createServer(serve);
  if (local) await new Promise((ready) => local.listen(socket, ready));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    violations: () => violations,
    checked: () => checked,
    close: () => {
      for (const each of [server, local]) {
        each?.closeAllConnections();
        each?.close();
      }
      agent.destroy();
    },
  };
}
