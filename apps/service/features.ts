import { contest } from '#contest';
import { identity } from '#identity';
import { incubation } from '#incubation';
import { innovation } from '#innovation';
import { landing } from '#landing';
import { notify } from '#notify';
import type { Feature } from '#platform';
import { project } from '#project';

/** The modules that the service is made of. */
export const FEATURES: readonly Feature[] = [identity, project, contest, incubation, landing, innovation, notify];
