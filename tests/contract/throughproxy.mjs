// A simulator behind the checking proxy, for a script that drives it.
import { strict as assert } from 'node:assert';
import { startSimulator } from './program.mjs';
import { startProxy } from './vproxy.mjs';

/**
 * Runs `drive(proxy)` against a simulator started with `command`; nothing may break the contract, and the simulator must end cleanly.
 * `folder` is what prepare.mjs filled, `socket` the path of a unix socket the proxy listens on too. Gives the number of exchanges.
 */
export async function throughProxy({ folder, version, command, socket }, drive) {
  const simulator = await startSimulator(command);
  const proxy = await startProxy({ folder, version, upstream: simulator.apiUrl, socket });
  try {
    await drive(proxy);
    assert.deepEqual(proxy.violations(), []);
    return proxy.checked();
  } finally {
    proxy.close();
    assert.equal(await simulator.stop(), 0, 'the simulator ends cleanly on SIGTERM');
  }
}
