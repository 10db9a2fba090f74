import { lastValueFrom, NEVER } from 'rxjs';
import { Streams } from './streams.js';

describe('streams', () => {
  it('end when the service stops, also one that is asked for while it stops', async () => {
    const streams = new Streams();
    const before = lastValueFrom(streams.untilStop(NEVER), { defaultValue: 'ended' });
    streams.beforeApplicationShutdown();
    const after = lastValueFrom(streams.untilStop(NEVER), { defaultValue: 'ended' });
    expect(await Promise.all([before, after])).toEqual(['ended', 'ended']);
  });
});
