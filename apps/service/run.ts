import { readConfig } from '#platform';
import { end } from './end.js';
import { fail } from './fail.js';
import { startService, type Service } from './service.js';

/** Stops the service on the first SIGINT or SIGTERM; a second one ends the process at once. */
export function stopOnSignal(service: Pick<Service, 'stop'>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      service.stop().then(() => end(0), fail);
    });
}

/** Runs one process of the service: with the API, the jobs, or both. */
export async function run(part: { serves: boolean; works: boolean }): Promise<void> {
  try {
    const service = await startService(readConfig(process.env), { works: part.works });
    stopOnSignal(service);
    if (part.serves) await listen(service);
    process.stdout.write(part.serves ? `Trellis answers at ${service.config.baseUrl}\n` : 'Trellis works\n');
  } catch (error) {
    fail(error);
  }
}

/** A service that can't open its port stops what it started. */
async function listen(service: Service): Promise<void> {
  try {
    await service.listen();
  } catch (error) {
    await service.stop();
    throw error;
  }
}
