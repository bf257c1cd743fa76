// Starts a simulator in a process of its own and ends it by its id.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** `command`: the words of `slipwayctl simulate …`. Gives `{apiUrl, registryUrl, owner, stop()}`. */
export async function startSimulator(command) {
  const child = spawn(command[0], command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((done) => child.on('exit', (code, signal) => done(code ?? signal)));
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([
    new Promise((line) => lines.once('line', line)),
    ended.then((code) => { throw new Error(`the simulator ended with ${code}`); }),
  ]);
  return {
    ...JSON.parse(first),
    stop: async () => { child.kill('SIGTERM'); return ended; },
  };
}
